"""What a lint finds: a stable code, where in the law files, and a sentence in both languages."""

from dataclasses import dataclass

from ...engine.vocabulary import Text

SENTENCES: dict[str, tuple[str, str]] = {
    # ---------------------------------------------------------------- names
    "unknown_fact": ("Het feit `{name}` bestaat niet.", "There is no fact `{name}`."),
    "unknown_moment": ("Het moment `{name}` bestaat niet.", "There is no moment `{name}`."),
    "unknown_term": ("De termijn `{name}` bestaat niet.", "There is no term `{name}`."),
    "unknown_norm": ("De norm `{name}` staat niet op de lijst.", "Norm `{name}` is not listed."),
    "unknown_ground": (
        "Geen enkele laag kent bij deze norm de grond `{name}`.",
        "No layer has a ground `{name}` for this norm.",
    ),
    "unknown_party": ("De partij `{name}` bestaat niet.", "There is no party `{name}`."),
    "unknown_event": ("De gebeurtenis `{name}` bestaat niet.", "There is no event `{name}`."),
    "unknown_attribute": (
        "`{event}` heeft geen kenmerk `{name}`.",
        "`{event}` has no attribute `{name}`.",
    ),
    "unknown_value": ("`{name}` kent geen waarde `{value}`.", "`{name}` has no value `{value}`."),
    "value_without_name": (
        "De waarde `{value}` heeft bij dit feit geen naam in `values`.",
        "The value `{value}` has no name in the `values` of this fact.",
    ),
    "not_a_date": (
        "`{name}` is geen datum; een moment heeft een dag nodig.",
        "`{name}` is not a date; a moment needs a day.",
    ),
    "no_value_given": (
        "`{name}` noemt geen kenmerk, dus dit feit krijgt nooit een waarde.",
        "`{name}` names no attribute, so this fact never gets a value.",
    ),
    "not_yes_or_no": (
        "`{name}` is geen ja of nee; schrijf `{name} is …`.",
        "`{name}` is not a yes or no; write `{name} is …`.",
    ),
    "is_yes_or_no": (
        "`{name}` is een ja of nee; schrijf `{name}` of `not {name}`.",
        "`{name}` is a yes or no; write `{name}` or `not {name}`.",
    ),
    "moving_day": (
        "Dit telt vanaf of tot `day`, en dat is morgen een andere; noem een moment.",
        "This counts from or to `day`, which is another one tomorrow; name a moment.",
    ),
    "ground_outside_norm": (
        "Een grond kan alleen in de regels van een norm worden gevraagd.",
        "A ground can be asked for in the rules of a norm only.",
    ),
    "same_name": (
        "`{name}` heet zowel {first} als {second}.",
        "`{name}` is the name of both a {first} and a {second}.",
    ),
    "never_used": (
        "Niets in het protocol gebruikt `{name}`.",
        "Nothing in the protocol uses `{name}`.",
    ),
    "odd_name": (
        "`{name}` is geen Engelse naam in kleine letters met liggende streepjes.",
        "`{name}` is not an English name in small letters with underscores.",
    ),
    "circle": (
        "Deze namen steunen op elkaar in een kring: {names}.",
        "These names rest on each other in a circle: {names}.",
    ),
    # ---------------------------------------------------------------- norms and rules
    "unreachable_norm": (
        "Geen enkele laag zegt iets over deze norm.",
        "No layer says anything about this norm.",
    ),
    "no_last_word": (
        "Op {day} kan elke laag zwijgen: alle voorwaarden kunnen tegelijk nee zijn.",
        "On {day} every layer can be silent: all conditions can be no at the same time.",
    ),
    "unreachable_rule": (
        "De regel `{rule}` is onbereikbaar: `{earlier}` gaat altijd voor.",
        "The rule `{rule}` is never reached: `{earlier}` always goes first.",
    ),
    "same_condition": (
        "`{earlier}` en `{rule}` hebben dezelfde voorwaarde.",
        "`{earlier}` and `{rule}` have the same condition.",
    ),
    "same_id": ("Twee regels of gronden heten `{name}`.", "Two rules or grounds are `{name}`."),
    "duty_without_bearer": (
        "Deze plicht rust op niemand: `owed_by` ontbreekt.",
        "Nobody bears this duty: `owed_by` is missing.",
    ),
    "duty_without_end": (
        "Deze plicht houdt nooit op: geen `until`, geen `met_by` en geen regel die haar beëindigt.",
        "This duty never ends: no `until`, no `met_by` and no rule that ends it.",
    ),
    "nobody_to_ask": (
        "Hier staat niets vast en er is niemand genoemd om het te vragen.",
        "Nothing is stated here and nobody is named to ask.",
    ),
    "minimum_takes_away": (
        "Een laag met `minimum` kan niet `{standing}` zeggen; zij neemt nooit iets af.",
        "A `minimum` layer cannot say `{standing}`; it never takes anything away.",
    ),
    # ---------------------------------------------------------------- versions, sources, texts
    "out_of_order": (
        "Deze versie begint niet na die van {before}.",
        "This version does not begin after that of {before}.",
    ),
    "without_source": ("Er staat geen bron bij.", "It has no source."),
    "source_not_in_force": (
        "Bron `{source}` geldt niet op {day}, de norm wel.",
        "Source `{source}` is not in force on {day}, the norm is.",
    ),
    "empty_text": ("De tekst is leeg in een van beide talen.", "A language is missing."),
    "not_translated": (
        "De tekst is in beide talen gelijk: `{text}`.",
        "The text is the same in both languages: `{text}`.",
    ),
    "no_plain_words": (
        "Deze gebeurtenis heeft geen gewone woorden (`plain`) voor haarzelf.",
        "This event has no plain words (`plain`) for herself.",
    ),
    "helpdesk_without_contact": (
        "De hulplijn `{name}` heeft geen `contact`.",
        "The helpdesk `{name}` has no `contact`.",
    ),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the law files that can be read but cannot be right."""

    code: str
    where: str
    text: Text


def problem(code: str, where: str, **data: str) -> Problem:
    """Return the problem of a code, its sentences filled in."""
    nl, en = (sentence.format(**data) for sentence in SENTENCES[code])
    return Problem(code, where, Text(nl, en))
