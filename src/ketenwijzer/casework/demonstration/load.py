"""Fills an empty database with the invented chain, as it would stand today."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction

from ...corpus.demonstration import Demonstration, Story
from ..models import Organisation
from ..position import HERE
from ..search import Search, search
from ..tick import tick
from .deeds import play
from .people import make_people
from .stage import Stage, Turn

OPENING = time(8, 30)
BETWEEN = timedelta(minutes=6)
APART = timedelta(minutes=13)
DIFFERENT_HOURS = 25


@dataclass(frozen=True, slots=True)
class Loaded:
    """How much there is now."""

    organisations: int
    people: int
    cases: int
    deeds: int


def is_empty() -> bool:
    """Tell whether nobody takes part yet."""
    return not Organisation.objects.exists()


def load(told: Demonstration, now: datetime) -> Loaded:
    """Make everybody and play every story up to this moment, all of it or nothing."""
    with transaction.atomic():
        today = now.astimezone(HERE).date()
        stage = Stage(make_people(told, today), today)
        turns = order(told, stage, now)
        for turn in turns:
            play(turn)
        for asked in told.searches:
            member = stage.company.members[asked.by]
            moment = min(_at(asked.day.after(today), 0), now)
            search(member, Search(asked.name, asked.birth_year, asked.purpose), moment)
        tick(now)
    company = stage.company
    cases = len(stage.numbers)
    return Loaded(len(company.organisations), len(company.members), cases, len(turns))


def order(told: Demonstration, stage: Stage, now: datetime) -> list[Turn]:
    """Return every deed of every story with its moment, in order of time."""
    turns = [
        turn
        for number, story in enumerate(told.stories)
        for turn in _turns(story, number, stage, now)
    ]
    return sorted(turns, key=lambda turn: turn.now)


def _turns(story: Story, number: int, stage: Stage, now: datetime) -> list[Turn]:
    """Return the deeds of one story: six minutes apart within a day, today's all before now."""
    deeds = sorted(story.deeds, key=lambda deed: deed.day(stage.today))
    turns: list[Turn] = []
    done = 0
    for place, deed in enumerate(deeds):
        day = deed.day(stage.today)
        done = done + 1 if place and deeds[place - 1].day(stage.today) == day else 0
        left = len(deeds) - place
        moment = min(_at(day, number) + done * BETWEEN, now - left * timedelta(minutes=1))
        turns.append(Turn(stage, story, deed, moment))
    return turns


def _at(day: date, number: int) -> datetime:
    opening = datetime.combine(day, OPENING, HERE)
    return opening + (number % DIFFERENT_HOURS) * APART
