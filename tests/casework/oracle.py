"""Who may open a case and read an entry, said a second time, slowly and without the decision.

Written from the issue, the safety rules and the partners' agreement: every answer walks through
the entries of the file again and keeps nothing. It knows neither `fold` nor `decision`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from ketenwijzer.casework.models import Deputy, Member, Organisation
from ketenwijzer.casework.position import HERE, agreement
from ketenwijzer.casework.state import Record

WORKS_ON_CASES = {"worker", "coordinator", "supervisor"}
SEES_ALL_OF_THE_ORGANISATION = {"coordinator", "supervisor"}
NO_GLASS = {"contact", "shelter"}

# Where an entry stands. What is said of another entry stands where that one does.
STANDS_IN = {
    "case_opened": "basics",
    "identity_recorded": "identity",
    "contact_plan_recorded": "contact",
    "exploitation_recorded": "exploitation",
    "health_recorded": "health",
    "care_recorded": "care",
    "note_added": "notes",
    "flag_raised": "basics",
    "flag_resolved": "basics",
    "case_closed": "basics",
    "case_reopened": "basics",
    "case_erased": "basics",
    "case_merged": "basics",
    "case_unmerged": "basics",
    "entry_sealed": "basics",
}
SPEAKS_OF_ANOTHER = {"statement_confirmed", "statement_refused", "document_checked"}
# The entry names it: a file.
NAMES_ITS_SECTION = {"document_added"}
STATES = {"statement_recorded", "statement_proposed"}

# What passed between some organisations: what in it names them, beside author and owner.
ABOUT_A_REFERRAL = {
    f"referral_{deed}"
    for deed in ("made", "seen", "accepted", "declined", "withdrawn", "expired", "done")
}
ABOUT_A_CONSENT = {"consent_given", "consent_withheld", "consent_withdrawn", "copy_answered"}
ABOUT_A_GROUND = {"ground_proposed", "ground_confirmed", "ground_refused"}
ABOUT_A_BAR = {"bar_set", "bar_lifted"}
ABOUT_WORK = {"task_made", "task_done", "member_assigned", "item_released"}
ABOUT_A_GLASS = {"glass_broken", "glass_reviewed"}
ABOUT_A_REQUEST = {"request_made", "request_answered", "restriction_lifted"}
ABOUT_A_LETTER = {"letter_given"}
ABOUT_A_SEAL = {"seal_proposed", "seal_refused"}
BETWEEN = (
    ABOUT_A_REFERRAL
    | ABOUT_A_CONSENT
    | ABOUT_A_GROUND
    | ABOUT_A_BAR
    | ABOUT_WORK
    | ABOUT_A_GLASS
    | ABOUT_A_REQUEST
    | ABOUT_A_LETTER
    | ABOUT_A_SEAL
)


@dataclass
class File:
    """One file: its entries, and those of the files that were merged into it."""

    id: UUID
    entries: list[Record]
    merged: list["File"] = field(default_factory=list)

    def __post_init__(self) -> None:
        gone = {r.data["number"] for r in self.entries if r.kind == "entry_sealed"}
        self.entries = [r for r in self.entries if r.number not in gone]

    def of(self, *kinds: str) -> Iterator[Record]:
        """Yield the entries of some kinds."""
        return (record for record in self.entries if record.kind in kinds)

    def entry(self, number: object) -> Record | None:
        """Return the entry of a number."""
        return next((record for record in self.entries if record.number == number), None)


@dataclass
class Ties:
    """Who is tied to a file after some entries: owner, running referrals, who has it in hand."""

    owner: str = ""
    running: dict[str, Record] = field(default_factory=dict)
    hands: dict[str, str] = field(default_factory=dict)
    senders: dict[str, str] = field(default_factory=dict)
    made: dict[str, Record] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)
    lapsed: set[str] = field(default_factory=set)

    def tied(self, organisation: str) -> bool:
        """Tell whether an organisation takes part otherwise than by a broken glass."""
        return organisation == self.owner or any(
            made.data["receiver"] == organisation for made in self.running.values()
        )


# ------------------------------------------------------------------ who takes part


def ties(file: File) -> Ties:
    """Walk through a file and return who is tied to it at the end."""
    now = Ties()
    for entry in file.entries:
        match entry.kind:
            case "case_opened":
                now.owner = _hex(entry.author.organisation)
                now.hands[now.owner] = _hex(entry.author.member)
            case "member_assigned" if now.tied(entry.text("organisation")):
                now.hands[entry.text("organisation")] = entry.text("member")
            case "bar_set" if entry.text("member"):
                for organisation, hand in now.hands.items():
                    if hand == entry.text("member"):
                        now.hands[organisation] = ""
            case kind if kind in ABOUT_A_REFERRAL:
                _referral(now, entry)
    return now


def _referral(now: Ties, entry: Record) -> None:
    name = entry.text("id")
    match entry.kind:
        case "referral_made":
            now.made[name] = entry
            now.senders[name] = _hex(entry.author.organisation)
            now.waiting.add(name)
        case "referral_accepted":
            now.waiting.discard(name)
            _accepted(now, now.made[name], entry)
        case "referral_done":
            now.running.pop(name, None)
        case "referral_declined" | "referral_withdrawn" | "referral_expired":
            now.waiting.discard(name)


def _accepted(now: Ties, referral: Record, entry: Record) -> None:
    receiver = referral.text("receiver")
    if not now.tied(receiver):
        now.hands[receiver] = ""
    own = _hex(entry.author.organisation) == receiver
    now.hands[receiver] = now.hands.get(receiver) or (_hex(entry.author.member) if own else "")
    now.running[referral.text("id")] = referral
    offered = referral.data["hands_over"] and referral.text("id") not in now.lapsed
    if offered and now.owner != receiver:
        former, now.owner = now.owner, receiver
        for name in [n for n, r in now.running.items() if r.data["receiver"] == former]:
            del now.running[name]
        for name in now.waiting:
            if now.senders[name] == former:
                now.senders[name] = receiver
                now.lapsed.add(name)


def _hex(name: UUID | None) -> str:
    return name.hex if name else ""


def barred(file: File, member: Member) -> bool:
    """Tell whether a member or the organisation is barred, here or in what was merged into it."""
    mine = {member.id.hex, _hex(member.organisation_id)}
    for one in (file, *file.merged):
        whom: set[str] = set()
        for entry in one.of("bar_set", "bar_lifted"):
            name = entry.text("member") or entry.text("organisation")
            (whom.add if entry.kind == "bar_set" else whom.discard)(name)
        if whom & mine:
            return True
    return False


def glasses(file: File, member: Member, now: datetime) -> list[Record]:
    """Return the glasses of a member that are broken at a moment."""
    return [
        entry
        for entry in file.of("glass_broken")
        if entry.author.member == member.id
        and entry.author.organisation == member.organisation_id
        and entry.recorded_at <= now < datetime.fromisoformat(entry.text("until"))
    ]


def works(member: Member) -> bool:
    """Tell whether somebody works on cases at all."""
    organisation = member.organisation
    return (
        member.is_active
        and member.role in WORKS_ON_CASES
        and organisation is not None
        and organisation.active
        and organisation.role in agreement().roles
    )


def may_open(member: Member, file: File, now: datetime) -> bool:
    """Tell whether a case opens for a member at a moment."""
    if not works(member) or barred(file, member) or list(file.of("case_erased")):
        return False
    tied, mine = ties(file), _hex(member.organisation_id)
    if not tied.tied(mine):
        return bool(glasses(file, member, now))
    hand = tied.hands.get(mine, "")
    if member.role in SEES_ALL_OF_THE_ORGANISATION or hand in ("", member.id.hex):
        return True
    today = now.astimezone(HERE).date()
    return Deputy.objects.filter(
        deputy=member,
        member_id=UUID(hand),
        member__organisation=member.organisation_id,
        starts__lte=today,
        ends__gte=today,
    ).exists()


# ------------------------------------------------------------------ what of it


def sees(member: Member, file: File, section: str, now: datetime) -> bool:
    """Tell whether a member sees a section of a case that opens."""
    if section == "basics":
        return True
    organisation: Organisation | None = member.organisation
    assert organisation is not None
    cell = agreement().roles[organisation.role].cells.get(section)
    level = str(cell.level) if cell else "no"
    if level not in ("yes", "consent"):
        return False
    if section not in NO_GLASS and any(
        glass.text("section") == section for glass in glasses(file, member, now)
    ):
        return True
    tied, mine = ties(file), organisation.id.hex
    sent = [r for r in tied.running.values() if r.data["receiver"] == mine]
    sent_it = [r for r in sent if section in r.texts("sections")]
    if mine != tied.owner:
        if not sent_it:
            return False
        on_consent_alone = all(
            r.text("ground") == "consent" or section in r.texts("on_ground") for r in sent_it
        )
    else:
        on_consent_alone = False
    if level == "yes" and not on_consent_alone:
        return True
    purposes = set(agreement().roles[organisation.role].purposes) if mine == tied.owner else set()
    purposes |= {r.text("purpose") for r in sent}
    on = now.astimezone(HERE).date()
    return bool(
        purposes & {*consented(file, mine, section, on), *grounded(file, mine, section, on)}
    )


def consented(file: File, organisation: str, section: str, on: date) -> Iterator[str]:
    """Yield for which purposes she lets an organisation see a section on a day."""
    taken_back = {entry.text("id") for entry in file.of("consent_withdrawn")}
    for entry in file.of("consent_given"):
        until = entry.day("until")
        if (
            entry.text("receiver") == organisation
            and section in entry.texts("sections")
            and entry.text("id") not in taken_back
            and (until is None or on <= until)
        ):
            yield entry.text("purpose")


def grounded(file: File, organisation: str, section: str, on: date) -> Iterator[str]:
    """Yield for which purposes a ground that a second person confirmed opens a section on a day."""
    confirmed = {entry.text("id") for entry in file.of("ground_confirmed")}
    for entry in file.of("ground_proposed"):
        named = entry.text("receiver") == organisation and section in entry.texts("sections")
        until = entry.day("until")
        if named and entry.text("id") in confirmed and (until is None or on <= until):
            yield entry.text("purpose")


def reads(member: Member, file: File, entry: Record, home: File, now: datetime) -> bool:
    """Tell whether a member reads an entry of a case that opens, standing in the file `home`."""
    mine = _hex(member.organisation_id)
    if _hex(entry.author.organisation) == mine:
        return True
    if entry.kind == "document_checked":
        file_of = home.entry(entry.data["number"])
        return file_of is not None and reads(member, file, file_of, home, now)
    section = stands_in(entry, home)
    if _released(file, home, entry, mine, section, now):
        return True
    if entry.kind in BETWEEN:
        return mine in concerned(entry, home)
    if section in ("", "notes") or entry.data.get("own_only"):
        return False
    return sees(member, file, section, now)


def _released(
    file: File, home: File, entry: Record, mine: str, section: str, now: datetime
) -> bool:
    on = now.astimezone(HERE).date()
    for release in home.of("item_released"):
        if release.data["number"] == entry.number and release.text("organisation") == mine:
            if release.text("ground") != "consent":
                return True
            if [*consented(home, mine, section, on)] or [*consented(file, mine, section, on)]:
                return True
    return False


def stands_in(entry: Record, home: File) -> str:
    """Return the section that an entry stands in; nothing if that is not known."""
    if entry.kind in STATES:
        statement = agreement().statements.get(entry.text("type"))
        if statement is None:
            return ""
        said = entry.data.get("attributes")
        for attribute, sections in statement.by_value.items():
            if isinstance(said, Mapping) and said.get(attribute) in sections:
                return sections[said[attribute]]
        return statement.section
    if entry.kind in NAMES_ITS_SECTION:
        return entry.text("section")
    if entry.kind in SPEAKS_OF_ANOTHER:
        other = home.entry(entry.data["number"])
        return stands_in(other, home) if other else ""
    return STANDS_IN.get(entry.kind, "")


def concerned(entry: Record, home: File) -> set[str]:
    """Return whom something between organisations concerns."""
    found = {_hex(entry.author.organisation), ties(home).owner}
    about: Mapping[str, Iterable[Record]] = {
        kind: [r for r in home.entries if r.text("id") == entry.text("id")]
        for kind in ABOUT_A_REFERRAL
        | ABOUT_A_CONSENT
        | ABOUT_A_GROUND
        | ABOUT_WORK
        | ABOUT_A_REQUEST
    }
    for other in about.get(entry.kind, ()):
        if other.kind == "referral_made":
            found |= {other.text("receiver"), ties(home).senders[other.text("id")]}
        if other.kind in ("consent_given", "consent_withheld"):
            found.add(other.text("receiver"))
        if other.kind == "ground_proposed" and _is_confirmed(other, home):
            found.add(other.text("receiver"))
        if other.kind == "request_made":
            found.add(_hex(other.author.organisation))
        if other.kind == "task_made":
            found.add(other.text("organisation"))
    if entry.kind in ("member_assigned", "item_released"):
        found.add(entry.text("organisation"))
    if entry.kind == "glass_reviewed":
        glass = home.entry(entry.data["number"])
        found.add(_hex(glass.author.organisation) if glass else "")
    return found - {""}


def _is_confirmed(ground: Record, home: File) -> bool:
    return any(r.text("id") == ground.text("id") for r in home.of("ground_confirmed"))
