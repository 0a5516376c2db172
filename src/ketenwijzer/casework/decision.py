"""May this member open this case, see this section, read this entry: yes or no, and why.

Pure: a subject, what holds in the case, the agreement and the moment go in. Everything that
shows or lists a case asks here; what is unknown, empty or not agreed is *no*.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ..corpus.agreement import Agreement, Level
from .events import BASICS, CONTACT, KINDS, NOTES
from .state import CaseState, Part, Record, Referral
from .statuses import OVERSEES, SEES_CASES, Basis, CaseStatus, ReferralStatus

NEVER_BY_GLASS = (CONTACT, "shelter")


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
    """Decides for one subject about one case at one moment."""

    def __init__(
        self, subject: Subject, state: CaseState, agreement: Agreement, now: datetime, on: date
    ) -> None:
        self.subject = subject
        self.state = state
        self.agreement = agreement
        self._now = now
        self._on = on
        self.merged: Mapping[UUID, CaseState] = {}
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
        if not subject.active or subject.role not in SEES_CASES:
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
        if not subject.active or subject.role not in SEES_CASES:
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
        if not self.subject.active or self.subject.role not in OVERSEES:
            return self._no("only_coordinator")
        if self._is_barred() or self.state.status is CaseStatus.ERASED:
            return self._no("barred")
        return Decision(True, "glass", self.policy, Basis.GLASS, "emergency")

    def _is_barred(self) -> bool:
        organisation, member = self.subject.organisation, self.subject.member
        return (
            organisation is None
            or organisation in self.state.barred_organisations
            or member in self.state.barred_members
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
        if self._by_glass(name):
            return self._yes("glass")
        if part.basis is Basis.GLASS:
            return self._no("glass_of_other_section")
        return self._by_agreement(part, name)

    def _by_agreement(self, part: Part, name: str) -> Decision:
        level = self.agreement.cell(self.subject.organisation_role, name).level
        if level in (Level.NO, Level.RELEASE):
            return self._no("not_agreed" if level is Level.NO else "item_by_item")
        if part.basis is Basis.REFERRAL and name not in part.sections:
            return self._no("not_in_referral")
        if level is Level.YES and name not in part.on_consent:
            return self._yes("agreed")
        if self._has_ground(part.organisation, name):
            return self._yes("other_ground")
        if self._has_consent(part.organisation, name):
            return self._yes("consent")
        return self._no("no_consent")

    def _by_glass(self, name: str) -> bool:
        return name not in NEVER_BY_GLASS and any(
            glass.member == self.subject.member
            and glass.section == name
            and self._now < glass.until
            for glass in self.state.glasses
        )

    def _has_consent(self, organisation: UUID, name: str) -> bool:
        return any(c.opens(organisation, name, self._on) for c in self.state.consents.values())

    def _has_ground(self, organisation: UUID, name: str) -> bool:
        return any(ground.opens(organisation, name) for ground in self.state.grounds.values())

    # ---------------------------------------------------------------- its entries

    def record(self, record: Record) -> Decision:
        """Decide about one entry: of an open section, made by the own organisation, or released."""
        if not self.opening.allowed or self.part is None:
            return self.opening
        if record.author.organisation == self.part.organisation:
            return self._yes("own")
        state = self.state_of(record)
        if (record.number, self.part.organisation) in state.releases:
            return self._yes("released")
        kind = KINDS.get(record.kind)
        if kind is not None and kind.between:
            concerned = self.part.organisation in concerned_by(record, state)
            return self._yes("between_you") if concerned else self._no("between_others")
        section = section_of(record, self.agreement, state)
        if section == NOTES:
            return self._no("item_by_item")
        return self.section(section)

    def state_of(self, record: Record) -> CaseState:
        """Return the state of the file that an entry stands in: this one, or one merged into it."""
        return self.merged.get(record.case, self.state) if record.case else self.state

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


def concerned_by(record: Record, state: CaseState) -> set[UUID | None]:
    """Return the organisations that an entry between organisations concerns, and the owner."""
    concerned = {record.author.organisation, state.owner}
    named = record.text("id")
    agreed = UUID(named) if named else UUID(int=0)
    if agreed in state.referrals:
        concerned |= {state.referrals[agreed].sender, state.referrals[agreed].receiver}
    if agreed in state.consents:
        concerned.add(state.consents[agreed].receiver)
    if agreed in state.grounds:
        concerned.add(state.grounds[agreed].receiver)
    return concerned


def section_of(record: Record, agreement: Agreement, state: CaseState) -> str:
    """Return the section in which an entry stands; entries about another stand where that does."""
    kind = KINDS.get(record.kind)
    if kind is None:
        return ""
    if kind.section:
        return kind.section
    number = record.data.get("number")
    if isinstance(number, int) and record.kind != "statement_recorded":
        about = state.record(number)
        return section_of(about, agreement, state) if about is not None else BASICS
    statement = agreement.statements.get(record.text("type"))
    return statement.section if statement is not None else ""
