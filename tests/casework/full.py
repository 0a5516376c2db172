"""A case with something in every field that there is, each text a word that must not be found."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from ketenwijzer.casework import chronology
from ketenwijzer.casework.access import author_of
from ketenwijzer.casework.chronology import Draft
from ketenwijzer.casework.events import KINDS
from ketenwijzer.casework.models import Case, Member, Organisation
from ketenwijzer.casework.rebuild import rebuild
from ketenwijzer.casework.rows import write_rows

ASIDE = ("case_opened", "case_merged", "case_unmerged", "case_erased", "entry_sealed")
ANSWERING = ("statement_confirmed", "statement_refused", "glass_reviewed", "document_checked")
ANSWERS = ("seen", "accepted", "declined", "withdrawn", "expired", "done")
BIRTH = "1907-03-14"
STEM = "KanarieKanarie"


@dataclass
class Words:
    """Makes words that occur nowhere else, and remembers them."""

    made: list[str]

    def __call__(self, about: str) -> str:
        self.made.append(f"{STEM}{about.title().replace('_', '')}Ʒ{len(self.made):03}")
        return self.made[-1]


def identity(word: Words) -> dict[str, object]:
    """Return an identity in which every field is a word to look for."""
    word.made.append(BIRTH)
    names = ("given_name", "family_name", "other_names", "address", "phone", "v_number", "alias")
    return {**{name: word(name) for name in names}, "birth_date": BIRTH}


def fill(case: Case, member: Member, partner: Member, now: datetime, word: Words) -> None:
    """Record something of every kind, and referrals in every status."""
    drafts = [*_sections(word), *_statements(word), *_sharing(partner, word), *_work(member, word)]
    for answer in ("sent", *ANSWERS):
        drafts += _referral(partner, answer, word)
    done = {draft.kind for draft in drafts} | set(ASIDE)
    left_out = set(KINDS) - done
    assert not left_out, f"nothing of {left_out} is recorded here"
    case.refresh_from_db()
    _number(drafts, case.head_number)
    chronology.write(case, drafts, author_of(member), now)
    write_rows(case, chronology.read(case.id), now)
    rebuild([case], now)


def _number(drafts: list[Draft], before: int) -> None:
    """Let an answer to a proposal, and a review of a glass, name the entry just before it."""
    for number, draft in enumerate(drafts, before + 1):
        if draft.kind in ANSWERING:
            draft.data["number"] = number - 1
        if draft.kind == "seal_refused":
            draft.data["proposal"] = number - 1


def _draft(kind: str, **data: object) -> Draft:
    return Draft(kind, date(2026, 11, 18), data)


def _sections(word: Words) -> list[Draft]:
    kinds = [kind for kind in KINDS if kind.endswith("_recorded") and "statement" not in kind]
    return [
        _draft(kind, **{name: word(f"{kind}{name}") for name in ("text", "place", "who")})
        for kind in kinds
    ] + [
        _draft("identity_recorded", **identity(word)),
        _draft(
            "contact_plan_recorded",
            channel="phone",
            danger_now=True,
            code_word=word("code_word"),
            number=word("number"),
        ),
        _draft("note_added", text=word("note")),
        *_documents(word),
    ]


def _documents(word: Words) -> list[Draft]:
    told = {"section": "health", "format": "txt", "bytes": 1, "pieces": 0, "clean": True}
    file = {"id": uuid4().hex, "title": word("title"), "key": word("key"), "own_only": False}
    return [
        _draft("document_added", **told, **file, replaces=""),
        _draft("document_checked", number=1, outcome="clean"),
    ]


def _statements(word: Words) -> list[Draft]:
    said = {"type": "report", "attributes": {"reference": word("reference")}}
    return [
        _draft("statement_recorded", **said),
        _draft("statement_proposed", **said),
        _draft("statement_confirmed", number=1, reason=word("confirmed")),
        _draft("statement_proposed", **said),
        _draft("statement_refused", number=1, reason=word("refused")),
    ]


def _sharing(partner: Member, word: Words) -> list[Draft]:
    to = _own(partner).id.hex
    given, withheld, ground, other = (uuid4().hex for _ in range(4))
    shared = {"receiver": to, "purpose": "care", "sections": ["health"]}
    told = {"language": word("language"), "interpreter": word("interpreter")}
    explained = {"ground": "vital", "explained": word("explained"), "why_not_told": word("why")}
    return [
        _draft("consent_given", id=given, **shared, **told, text=word("consent")),
        _draft("consent_withheld", id=withheld, **shared, **told),
        _draft("consent_withdrawn", id=given, reason=word("withdrawn")),
        _draft("copy_answered", id=given, answer=word("copy")),
        _draft("ground_proposed", id=ground, **shared, **explained),
        _draft("ground_confirmed", id=ground, remark=word("ground")),
        _draft("ground_proposed", id=other, **shared, **explained),
        _draft("ground_refused", id=other, reason=word("ground_refused")),
        _draft("item_released", number=2, organisation=to, ground=word("released")),
        _draft("bar_set", organisation="", member=partner.id.hex, reason=word("bar")),
        _draft("bar_lifted", organisation="", member=partner.id.hex, reason=word("lifted")),
        _draft("bar_set", organisation="", member=partner.id.hex, reason=word("bar")),
    ]


def _work(member: Member, word: Words) -> list[Draft]:
    own = _own(member).id.hex
    flag, task, open_task, asked = (uuid4().hex for _ in range(4))
    until = "2026-12-24T10:00:00+00:00"
    return [
        _draft("member_assigned", organisation=own, member=member.id.hex, why=word("assigned")),
        _draft("flag_raised", id=flag, flag="other", message=word("flag"), due="2026-12-01"),
        _draft("flag_resolved", id=flag, reason=word("resolved")),
        _draft("flag_raised", id=uuid4().hex, flag="danger", message=word("flag"), due=""),
        _draft("glass_broken", section="health", reason=word("glass"), until=until),
        _draft("glass_reviewed", number=1, verdict="justified", remark=word("review")),
        _draft("task_made", id=task, organisation=own, task="call", due="", about=1),
        _draft("task_done", id=task, outcome=word("outcome")),
        _draft("task_made", id=open_task, organisation=own, task="call", due="2026-12-02", about=1),
        _draft("request_made", id=asked, request="restriction", asked=word("asked"), answer_by=""),
        _draft("request_answered", id=asked, outcome="granted", explained=word("answered")),
        _draft("restriction_lifted", id=asked, reason=word("lifted")),
        _draft("letter_given", letter="rights_sheet", reads_in="nl", way="paper"),
        _draft("case_closed", reason=word("closed")),
        _draft("case_reopened", reason=word("reopened")),
        _draft("seal_proposed", number=2, reason=word("seal")),
        _draft("seal_refused", number=2, proposal=1, reason=word("seal_refused")),
    ]


def _referral(partner: Member, answer: str, word: Words) -> list[Draft]:
    name = uuid4().hex
    made = _draft(
        "referral_made",
        id=name,
        receiver=_own(partner).id.hex,
        receiver_role=_own(partner).role,
        service="shelter",
        purpose="care",
        sections=["health"],
        question=word("question"),
        introduction={"told": word("introduction")},
        answer_by="2026-12-01",
        hands_over=False,
    )
    if answer == "sent":
        return [made]
    said = _draft(f"referral_{answer}", id=name, reason=word(answer), alternative=word("other"))
    accepted = [_draft("referral_accepted", id=name)] if answer == "done" else []
    return [made, *accepted, said]


def _own(member: Member) -> Organisation:
    assert member.organisation is not None
    return member.organisation
