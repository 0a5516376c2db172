"""The lives that a case can have, as factors: what the person is, what happened, under which law.

Each factor is a list of alternatives; an alternative is a list of events told with a day counted
from the first signal. All persons are invented and have no name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ketenwijzer.engine.case import PERSON, Event, Value
from ketenwijzer.engine.law import Corpus

Details = Mapping[str, str | bool | int]
Told = tuple[int, str, Details]

PERSONS: dict[str, Sequence[str | None]] = {
    "nationality": ("third_country", "eu", "nl", None),
    "age_group": ("adult", "minor", "unknown"),
    "role": ("victim", "witness", None),
}
GRANT: Details = {"kind": "temporary_permit"}

HAPPENINGS: dict[str, Sequence[Sequence[Told]]] = {
    "stay": (
        (),
        ((-30, "unlawful_stay", {}),),
        ((-30, "lawful_stay", {}),),
        ((-30, "asylum_application", {}),),
        ((-30, "asylum_application", {}), (-5, "asylum_decision", {"outcome": "refused"})),
    ),
    "dublin": (
        (),
        ((-20, "dublin_claim", {}),),
        ((-20, "dublin_accepted", {}), (150, "dublin_ended", {})),
    ),
    "border": ((), ((-1, "border_refusal", {}),)),
    "detention": (
        (),
        ((-1, "detention", {}),),
        (
            (-1, "detention", {}),
            (1, "authority_consent", {"by": "public_prosecution"}),
            (1, "authority_consent", {"by": "police"}),
        ),
    ),
    "signal": (
        ((0, "indication", {"form": "sexual"}),),
        ((0, "intake_talk", {}),),
        ((0, "wish_to_report", {}),),
        ((0, "indication", {"form": "labour"}),),
    ),
    "offer": (
        (),
        ((80, "reflection_offered", {}),),
        ((1, "reflection_offered", {}),),
        ((1, "reflection_offered", {}), (20, "reflection_declined", {})),
        ((1, "reflection_offered", {}), (20, "left_unknown_destination", {})),
        ((20, "reflection_declined", {}),),
        ((1, "reflection_offered", {}), (20, "other_application", {})),
    ),
    "cooperation": ((), ((40, "report", {}),), ((40, "cooperation", {}),)),
    "notice": ((), ((42, "notice_received", {}),)),
    "contra_indications": (
        (),
        ((43, "contra_indication", {"found": False}),),
        ((43, "contra_indication", {"found": True}),),
    ),
    "view": (
        (),
        ((50, "prosecution_view", {"presence_necessary": True}),),
        ((50, "prosecution_view", {"presence_necessary": False}),),
        ((50, "prosecution_view", {"sufficient_leads": False}),),
    ),
    "criminal_case": (
        (),
        ((45, "investigation_started", {}),),
        ((60, "prosecution_decided", {}),),
        ((60, "dismissal", {}),),
        ((60, "dismissal", {}), (65, "complaint_art12", {})),
        ((60, "judgment", {"outcome": "conviction", "final": True}),),
        ((60, "judgment", {"outcome": "acquittal", "final": True}),),
    ),
    "permit": (
        (),
        ((48, "permit_granted", GRANT),),
        ((48, "permit_granted", {**GRANT, "until": 90}),),
        ((48, "permit_refused", GRANT),),
        ((48, "permit_refused", GRANT), (55, "objection", {})),
        ((48, "permit_granted", GRANT), (70, "permit_withdrawn", {"effective_from": 60})),
        ((48, "permit_granted", GRANT), (75, "permit_refused", {"kind": "non_temporary_permit"})),
    ),
    "proof": (
        (),
        ((30, "victimhood_statement", {}),),
        ((30, "victimhood_statement", {}), (31, "medical_statement", {})),
        ((30, "victimhood_statement", {}), (31, "threat_statement", {})),
    ),
}

ASKED_AFTER = 100
LAWS = tuple(
    date.fromisoformat(day)
    for day in (
        "2009-06-01",
        "2011-06-01",
        "2012-09-01",
        "2013-09-01",
        "2014-06-01",
        "2016-06-01",
        "2018-10-01",
        "2019-09-01",
        "2019-11-15",
        "2021-06-01",
        "2023-05-18",
        "2023-07-01",
        "2026-01-15",
    )
)
FACTORS = (*PERSONS, *HAPPENINGS, "law")


@dataclass(frozen=True, slots=True)
class Life:
    """One combination: the events, and the day asked about."""

    on: date
    events: tuple[Event, ...]
    chosen: tuple[int, ...]


def levels() -> tuple[int, ...]:
    """Return how many alternatives each factor has."""
    return (
        *(len(values) for values in PERSONS.values()),
        *(len(values) for values in HAPPENINGS.values()),
        len(LAWS),
    )


def live(corpus: Corpus, chosen: tuple[int, ...]) -> Life:
    """Tell the life of one combination of alternatives."""
    persons, happenings = chosen[: len(PERSONS)], chosen[len(PERSONS) : -1]
    on = LAWS[chosen[-1]]
    signal = on - timedelta(days=ASKED_AFTER)
    attributes: dict[str, Value] = {
        name: value
        for (name, values), number in zip(PERSONS.items(), persons, strict=True)
        if (value := values[number]) is not None
    }
    events = [Event(PERSON, PERSON, date.min, date.min, date.min, attributes=attributes)]
    for options, number in zip(HAPPENINGS.values(), happenings, strict=True):
        for told in options[number]:
            events.append(_event(corpus, told, signal, f"e{len(events)}"))
    return Life(on, tuple(events), chosen)


def _event(corpus: Corpus, told: Told, signal: date, name: str) -> Event:
    after, kind, details = told
    on = signal + timedelta(days=after)
    by = details.get("by")
    attributes: dict[str, Value] = {}
    for key, value in details.items():
        if isinstance(value, bool) or (isinstance(value, str) and key != "by"):
            attributes[key] = value
        elif isinstance(value, int):
            attributes[key] = signal + timedelta(days=value)
    effect = corpus.event_types[kind].takes_effect
    effective = attributes.get(effect) if effect else None
    return Event(
        name,
        kind,
        on,
        effective if isinstance(effective, date) else on,
        on,
        by=str(by) if by else None,
        attributes=attributes,
    )
