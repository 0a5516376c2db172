"""May this member open this case, see this section, read this entry: yes or no, and why.

Pure: a subject, what holds in the case, the agreement and the moment go in. Everything that
shows or lists a case asks here; what is unknown, empty or not agreed is *no*.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from ..corpus.agreement import Agreement, Level
from .events import BASICS, CONTACT, KINDS, NOTES
from .standing import CHECKED, concerned_by, section_of
from .state import CaseState, Part, Record, Referral
from .statuses import OVERSEES, SEES_CASES, Basis, CaseStatus, ReferralStatus

NEVER_BY_GLASS = (CONTACT, "shelter")
CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class Subject:
    """Who asks: a member of an organisation, and for whom this member stands in today."""

    member: UUID
    organisation: UUID | None
    organisation_role: str
    role: str
    active: bool = True
    stands_in_for: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes or no, the reason as a code, and the policy that decided."""

    allowed: bool
    reason: str
    policy: str
    basis: str = ""
    purpose: str = ""


class Decider:
    """Decides for one subject about one case, with what was merged into it, at one moment."""

    def __init__(
        self,
        subject: Subject,
        states: tuple[CaseState, ...],
        agreement: Agreement,
        now: datetime,
        on: date,
    ) -> None:
        self.subject = subject
        self.state = states[0]
        self.states = {state.id: state for state in states}
        self.agreement = agreement
        self._now = now
        self._on = on
        self.policy = f"{agreement.id} {agreement.version}"
        self.part = self._part()
        self.opening = self._opening()
        self._sections: dict[str, Decision] = {}

    # ---------------------------------------------------------------- the case

    def _part(self) -> Part | None:
        part = (
            self.state.parts.get(self.subject.organisation) if self.subject.organisation else None
        )
        return part if part is not None and part.is_live(self._now) else None

    def _opening(self) -> Decision:
        subject, state, part = self.subject, self.state, self.part
        if not self._works_on_cases():
            return self._no("no_cases")
        if state.status is CaseStatus.ERASED:
            return self._no("erased")
        if self._is_barred():
            return self._no("barred")
        if part is None:
            return self._no("not_involved")
        if part.only is not None:
            mine = part.only == subject.member
            return self._yes("glass") if mine else self._no("not_involved")
        if subject.role in OVERSEES or part.assigned is None:
            return self._yes("involved")
        if part.assigned == subject.member:
            return self._yes("assigned")
        if part.assigned in subject.stands_in_for:
            return self._yes("deputy")
        return self._no("assigned_to_other")

    def receiving(self, referral: Referral | None) -> Decision:
        """Decide whether the member may see and answer a referral to the own organisation."""
        subject, state = self.subject, self.state
        if not self._works_on_cases():
            return self._no("no_cases")
        if referral is None or referral.receiver != subject.organisation:
            return self._no("not_involved")
        if self._is_barred() or state.status is CaseStatus.ERASED:
            return self._no("barred")
        if referral.status in (ReferralStatus.WITHDRAWN, ReferralStatus.EXPIRED):
            return self._no("not_involved")
        return Decision(True, "referred", self.policy, Basis.REFERRAL, referral.purpose)

    def breaking(self) -> Decision:
        """Decide whether the member may break the glass of this case at all."""
        if not self._works_on_cases() or self.subject.role not in OVERSEES:
            return self._no("only_coordinator")
        if self._is_barred() or self.state.status is CaseStatus.ERASED:
            return self._no("barred")
        return Decision(True, "glass", self.policy, Basis.GLASS, "emergency")

    def _works_on_cases(self) -> bool:
        """Tell whether the member works on cases, for a kind of organisation that is agreed on."""
        subject = self.subject
        return (
            subject.active
            and subject.role in SEES_CASES
            and subject.organisation is not None
            and subject.organisation_role in self.agreement.roles
        )

    def _is_barred(self) -> bool:
        """Tell whether member or organisation is barred, here or in a file that was merged in."""
        return any(
            self.subject.organisation in state.barred_organisations
            or self.subject.member in state.barred_members
            for state in self.states.values()
        )

    # ---------------------------------------------------------------- its sections

    def section(self, name: str) -> Decision:
        """Decide about a section as a whole."""
        if name not in self._sections:
            self._sections[name] = self._of_section(name)
        return self._sections[name]

    def _of_section(self, name: str) -> Decision:
        part = self.part
        if not self.opening.allowed or part is None:
            return self.opening
        if name not in self.agreement.sections:
            return self._no("no_such_section")
        if name == BASICS:
            return self._yes("basics")
        level = self.agreement.cell(self.subject.organisation_role, name).level
        if level in (Level.NO, Level.RELEASE):
            return self._no("not_agreed" if level is Level.NO else "item_by_item")
        if self._by_glass(name):
            return self._yes("glass")
        if part.basis is Basis.GLASS:
            return self._no("glass_of_other_section")
        return self._by_agreement(part, name, level)

    def _by_agreement(self, part: Part, name: str, level: Level) -> Decision:
        if part.basis is Basis.REFERRAL and name not in part.sections:
            return self._no("not_in_referral")
        sent_on_consent = part.basis is Basis.REFERRAL and name in part.on_consent
        if level is Level.YES and not sent_on_consent:
            return self._yes("agreed")
        if self._has_ground(part, name):
            return self._yes("other_ground")
        if self._has_consent(part, name):
            return self._yes("consent")
        return self._no("no_consent")

    def _by_glass(self, name: str) -> bool:
        return name not in NEVER_BY_GLASS and any(
            glass.member == self.subject.member
            and glass.section == name
            and self._now < glass.until
            for glass in self.state.glasses
        )

    def _has_consent(self, part: Part, name: str) -> bool:
        purposes = self._purposes(part)
        return any(
            consent.opens(part.organisation, name, self._on) and consent.purpose in purposes
            for consent in self.state.consents.values()
        )

    def _has_ground(self, part: Part, name: str) -> bool:
        purposes = self._purposes(part)
        return any(
            ground.opens(part.organisation, name, self._on) and ground.purpose in purposes
            for ground in self.state.grounds.values()
        )

    def _purposes(self, part: Part) -> frozenset[str]:
        """Return what the organisation takes part for: consent for something else opens nothing."""
        sent = frozenset(
            referral.purpose
            for referral in self.state.referrals.values()
            if referral.receiver == part.organisation and referral.status is ReferralStatus.ACCEPTED
        )
        access = self.agreement.roles.get(self.subject.organisation_role)
        owned = part.basis is Basis.OWNER and access is not None
        return sent | frozenset(access.purposes if owned and access else ())

    # ---------------------------------------------------------------- its entries

    def record(self, record: Record) -> Decision:
        """Decide about one entry: of an open section, made by the own organisation, or released."""
        if not self.opening.allowed or self.part is None:
            return self.opening
        if record.author.organisation == self.part.organisation:
            return self._yes("own")
        state = self.state_of(record)
        if record.kind == CHECKED:
            number = record.data.get("number")
            about = next((r for r in state.records if r.number == number), None)
            return self.record(about) if about is not None else self._no("no_such_section")
        return self._of_others(record, state)

    def _of_others(self, record: Record, state: CaseState) -> Decision:
        """Decide about an entry of another organisation."""
        section = section_of(record, self.agreement, state)
        if self._is_released(record.number, section, state):
            return self._yes("released")
        kind = KINDS.get(record.kind)
        if kind is not None and kind.between and self.part is not None:
            concerned = self.part.organisation in concerned_by(record, state)
            return self._yes("between_you") if concerned else self._no("between_others")
        if section == NOTES or record.data.get("own_only"):
            return self._no("item_by_item")
        return self.section(section)

    def shown(self, record: Record) -> Record:
        """Return an entry that may be read as it is shown: without free text that stays away."""
        kind, state = KINDS.get(record.kind), self.state_of(record)
        if kind is None or not kind.free or self.record(record).reason in ("own", "released"):
            return record
        owned = self.part is not None and self.part.organisation == state.owner
        if (kind.between and owned) or self.section(kind.free_in).allowed:
            return record
        kept = {name: said for name, said in record.data.items() if name not in kind.free}
        return replace(record, data=kept)

    def _is_released(self, number: int, section: str, state: CaseState) -> bool:
        """Tell whether an entry was released; on her consent only as long as that stands."""
        if self.part is None:
            return False
        own = self.part.organisation
        grounds = {r.ground for r in state.releases if (r.number, r.organisation) == (number, own)}
        if not grounds or grounds != {CONSENT}:
            return bool(grounds)
        consents = (*state.consents.values(), *self.state.consents.values())
        return any(consent.opens(own, section, self._on) for consent in consents)

    def state_of(self, record: Record) -> CaseState:
        """Return the state of the file that an entry stands in: this one, or one merged into it."""
        return self.states.get(record.case, self.state) if record.case else self.state

    def writing(self, section: str) -> Decision:
        """Decide whether the member may record in a section."""
        if not self.opening.allowed:
            return self.opening
        access = self.agreement.roles.get(self.subject.organisation_role)
        if self.part is not None and self.part.basis is Basis.GLASS:
            return self._no("glass_reads_only")
        if access is None or (section != BASICS and section not in access.writes):
            return self._no("may_not_record")
        return self._yes("may_record")

    # ---------------------------------------------------------------- answers

    def _yes(self, reason: str) -> Decision:
        part = self.part
        return Decision(
            True, reason, self.policy, part.basis if part else "", part.purpose if part else ""
        )

    def _no(self, reason: str) -> Decision:
        return Decision(False, reason, self.policy)
