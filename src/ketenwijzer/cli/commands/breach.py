"""`breach`: whose data a stolen account, a lost device or a dump of the database exposed."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from ...casework.breach import Exposed, exposed_by, exposed_by_dump
from ...casework.models import Member
from ...clock import now
from ...engine.vocabulary import Text
from ..desk import Desk, day_of
from ..installation import opened_installation
from ..refusals import refused
from ..usage import Asked

HERE = ZoneInfo("Europe/Amsterdam")

NOBODY = Text(
    "Er is geen account `{name}`. Zonder --account gaat het over een dump van de database.",
    "There is no account `{name}`. Without --account it is about a dump of the database.",
)
NOTHING = Text(
    "Met dit account is in die tijd geen dossier geopend.",
    "No case was opened with this account in that time.",
)
OPENED = Text(
    "Met dit account zijn in die tijd {} dossiers geopend. Waarschuw van elk de eigenaar; "
    "beoordeel met haar wat dit voor haar veiligheid betekent.",
    "{} cases were opened with this account in that time. Warn the owner of each; judge with her "
    "what this means for her safety.",
)
LINE = Text(
    "{number}  {times} keer, {first} tot {last}  {what}",
    "{number}  {times} times, {first} to {last}  {what}",
)
DUMP = Text(
    "Een dump van de database zonder de map met sleutels opent geen dossier; zij toont dat "
    "er {all} zijn. Is de map met sleutels ook weg, dan liggen {open} dossiers open; {erased} "
    "gewiste blijven dicht.",
    "A dump of the database without the folder with keys opens no case; it shows that there are "
    "{all}. If the folder with keys is gone as well, {open} cases lie open; {erased} erased ones "
    "stay shut.",
)


def run(asked: Asked, desk: Desk) -> None:
    """Tell whose data was exposed, by case number; names stay where they are."""
    with opened_installation():
        if asked.account:
            _tell_of_account(asked, desk)
        else:
            open_, erased = exposed_by_dump()
            said = desk.reader(DUMP).format(all=open_ + erased, open=open_, erased=erased)
            desk.printer.print(said)


def _tell_of_account(asked: Asked, desk: Desk) -> None:
    member = Member.objects.filter(username=asked.account).first()
    if member is None:
        raise refused(NOBODY, name=asked.account)
    found = exposed_by(member, *_between(asked))
    if not found:
        desk.printer.print(desk.reader(NOTHING))
        return
    desk.printer.print(desk.reader(OPENED).format(len(found)))
    for case in found:
        desk.printer.print(_line(case, desk))


def _between(asked: Asked) -> tuple[datetime, datetime]:
    since = day_of(asked.since, "--since") if asked.since else None
    until = day_of(asked.until, "--until") if asked.until else None
    return (
        datetime.combine(since, time.min, HERE) if since else datetime.min.replace(tzinfo=UTC),
        datetime.combine(until, time.max, HERE) if until else now(),
    )


def _line(case: Exposed, desk: Desk) -> str:
    return desk.reader(LINE).format(
        number=case.number,
        times=case.times,
        first=desk.reader.day(case.first.astimezone(HERE).date()),
        last=desk.reader.day(case.last.astimezone(HERE).date()),
        what=", ".join((*case.activities, *case.sections)),
    )
