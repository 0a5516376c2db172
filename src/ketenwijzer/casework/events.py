"""What can be recorded in a case, beside the events of the law: one line per kind.

A kind names the section that it stands in (empty: the section depends on what is recorded) and
how it reads in the chronology. What the law knows (`report`, `permit_granted`, …) is recorded
as a `statement`, in the words of the protocol.
"""

from dataclasses import dataclass

from ..engine.vocabulary import Text

BASICS = "basics"
IDENTITY = "identity"
CONTACT = "contact"
EXPLOITATION = "exploitation"
HEALTH = "health"
CARE = "care"
NOTES = "notes"
LOSSES = ("losses", "lost_from", "loses_more")
REASON = ("reason",)
EXPLAINED = ("explained",)
ASKED = ("asked",)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry. `system` entries are about the file itself and shown apart.

    What is `between` organisations is read by whoever recorded it, whom it concerns, and the
    owner of the case: that she has a lawyer is nobody else's business. `free` names what is free
    text in an entry that others read: that stands in a section of its own (`free_in`; safety
    rule 16), and is left out for whoever does not see that.
    """

    name: str
    section: str
    text: Text
    system: bool = False
    between: bool = False
    free: tuple[str, ...] = ()
    free_in: str = NOTES


def _kind(
    name: str,
    section: str,
    nl: str,
    en: str,
    *,
    system: bool = False,
    free: tuple[str, ...] = (),
    free_in: str = NOTES,
) -> Kind:
    return Kind(name, section, Text(nl, en), system, free=free, free_in=free_in)


def _between(
    name: str, nl: str, en: str, *, system: bool = False, free: tuple[str, ...] = ()
) -> Kind:
    return Kind(name, BASICS, Text(nl, en), system, between=True, free=free)


_ALL = (
    _kind("case_opened", BASICS, "dossier geopend", "case opened"),
    _kind("identity_recorded", IDENTITY, "identiteit vastgelegd", "identity recorded"),
    _kind("contact_plan_recorded", CONTACT, "contactplan vastgelegd", "contact plan recorded"),
    _kind(
        "exploitation_recorded",
        EXPLOITATION,
        "kort relaas over de uitbuiting vastgelegd (geen verklaring)",
        "short account of the exploitation recorded (not a statement)",
    ),
    _kind("health_recorded", HEALTH, "gezondheid vastgelegd", "health recorded"),
    _kind("care_recorded", CARE, "zorgplan vastgelegd", "care plan recorded"),
    _kind("note_added", NOTES, "notitie gemaakt", "note made"),
    _kind("document_added", "", "document toegevoegd", "document added", free=("title",)),
    _kind("document_checked", "", "document gescand", "document scanned", system=True),
    _kind("statement_recorded", "", "vastgelegd: {event}", "recorded: {event}", free=LOSSES),
    _kind(
        "statement_proposed",
        "",
        "voorgelegd aan een tweede persoon: {event}",
        "put to a second person: {event}",
        free=LOSSES,
    ),
    _kind("statement_confirmed", "", "bevestigd: {event}", "confirmed: {event}", free=REASON),
    _kind(
        "statement_refused", "", "niet bevestigd: {event}", "not confirmed: {event}", free=REASON
    ),
    _between("item_released", "vrijgegeven: {item}", "released: {item}"),
    _between("consent_given", "toestemming gegeven", "consent given"),
    _between("consent_withheld", "toestemming niet gegeven", "consent withheld"),
    _between("consent_withdrawn", "toestemming ingetrokken", "consent withdrawn"),
    _between(
        "copy_answered",
        "antwoord op de intrekking van toestemming",
        "answer to the withdrawal of consent",
    ),
    _between(
        "ground_proposed",
        "andere grond dan toestemming voorgelegd aan een tweede persoon",
        "other ground than consent put to a second person",
        free=("explained", "why_not_told"),
    ),
    _between(
        "ground_confirmed",
        "andere grond dan toestemming bevestigd",
        "other ground than consent confirmed",
    ),
    _between(
        "ground_refused",
        "andere grond dan toestemming niet bevestigd",
        "other ground than consent not confirmed",
    ),
    _between("referral_made", "doorverwezen", "referred", free=("explained",)),
    _between("referral_seen", "doorverwijzing gezien", "referral seen"),
    _between("referral_accepted", "doorverwijzing aanvaard", "referral accepted"),
    _between("referral_declined", "doorverwijzing niet aanvaard", "referral declined"),
    _between("referral_withdrawn", "doorverwijzing ingetrokken", "referral withdrawn"),
    _between("referral_expired", "doorverwijzing verlopen", "referral expired"),
    _between("referral_done", "doorverwijzing afgerond", "referral done"),
    _between("member_assigned", "behandelaar toegewezen", "member assigned", system=True),
    _between("bar_set", "uitgesloten van dit dossier", "barred from this case"),
    _between("bar_lifted", "uitsluiting opgeheven", "bar lifted"),
    _between("request_made", "verzoek van haar vastgelegd", "request of hers recorded", free=ASKED),
    _between("request_answered", "verzoek van haar beantwoord", "request of hers answered"),
    _between(
        "restriction_lifted",
        "beperking van het gebruik opgeheven",
        "restriction of use lifted",
        free=REASON,
    ),
    _between(
        "letter_given", "brief aan haar gegeven of met haar gelezen", "letter given or read to her"
    ),
    _kind(
        "flag_raised",
        BASICS,
        "aandachtspunt geplaatst",
        "flag raised",
        free=("message",),
        free_in=CONTACT,
    ),
    _kind(
        "flag_resolved",
        BASICS,
        "aandachtspunt afgehandeld",
        "flag resolved",
        free=REASON,
        free_in=CONTACT,
    ),
    _between("glass_broken", "noodtoegang genomen", "glass broken", system=True),
    _between("glass_reviewed", "noodtoegang beoordeeld", "glass reviewed", system=True),
    _between("task_made", "taak gemaakt", "task made", system=True),
    _between("task_done", "taak gedaan", "task done", system=True),
    _kind("case_closed", BASICS, "dossier gesloten", "case closed", free=EXPLAINED),
    _kind("case_reopened", BASICS, "dossier heropend", "case reopened", free=EXPLAINED),
    _between(
        "seal_proposed",
        "verzegeling voorgelegd aan een tweede persoon",
        "sealing put to a second person",
        system=True,
    ),
    _between("seal_refused", "verzegeling niet bevestigd", "sealing refused", system=True),
    _kind("case_erased", BASICS, "dossier gewist", "case erased", system=True),
    _kind(
        "entry_sealed", BASICS, "vastlegging verzegeld", "entry sealed", system=True, free=REASON
    ),
    _kind("case_merged", BASICS, "dossiers samengevoegd", "cases merged", system=True, free=REASON),
    _kind(
        "case_unmerged", BASICS, "samenvoeging ongedaan", "merge undone", system=True, free=REASON
    ),
)

KINDS = {kind.name: kind for kind in _ALL}
