"""A process that registers cases and appends to them, and says so only once it is kept.

    python -m tests.casework.writer MEMBER NOW register        until it is killed
    python -m tests.casework.writer MEMBER NOW append CASE COUNT

Each line that it prints is an acknowledgement: `NUMBER ENTRY TEXT`.
"""

import os
import sys
from datetime import datetime
from itertools import count
from uuid import uuid4

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ketenwijzer.project.settings")
django.setup()

from ketenwijzer.casework.actions.note import add_note  # noqa: E402
from ketenwijzer.casework.actions.register import OpenACase, register  # noqa: E402
from ketenwijzer.casework.models import Member  # noqa: E402
from ketenwijzer.casework.writing import writing  # noqa: E402


def main(member: str, moment: str, deed: str, *words: str) -> None:
    who = Member.objects.select_related("organisation").get(id=member)
    now = datetime.fromisoformat(moment)
    if deed == "append":
        for _ in range(int(words[1])):
            append(who, words[0], now)
        return
    for _ in count():
        number = register(who, OpenACase(now.date(), {"family_name": "Proef"}), now)
        say(number, 1, "opened")
        for _ in range(4):
            append(who, number, now)


def append(who: Member, number: str, now: datetime) -> None:
    text = uuid4().hex
    with writing(who, number, now, "note") as case:
        entry = case.case.head_number + 1
        add_note(case, text)
    say(number, entry, text)


def say(number: str, entry: int, text: str) -> None:
    sys.stdout.write(f"{number} {entry} {text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
