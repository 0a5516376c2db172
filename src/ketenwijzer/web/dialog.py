"""One referral on its way: what was asked so far stands in the request, and nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ..casework.access import OpenCase, open_case
from ..casework.actions.consent import ConsentAnswer
from ..casework.actions.refer import MakeReferral, possible_sections
from ..casework.events import BASICS
from ..casework.models import Organisation
from ..casework.position import agreement
from ..casework.state import Referral
from ..corpus.agreement import Level, Service
from ..telling.language import capital
from .asked import number_in
from .forms.consent import Asked
from .forms.referral import Goods, hidden
from .frame import framed
from .language import in_words
from .words import WORDS

# What goes from page to page; and what was said last, which goes along where it is asked again.
CARRIED = ("sections", "question", "hands_over", "again", "token")
SAID = ("ground", "explained", "answer", *Asked.base_fields)


@dataclass(slots=True)
class Dialog:
    """One referral on its way, page after page."""

    request: HttpRequest
    case: OpenCase
    service: Service
    receiver: Organisation

    def goods(self, *, bound: bool = True) -> Goods:
        """Return the form of what goes along: what was sent, or the least to begin with."""
        levels = possible_sections(self.case, self.receiver.role)
        form = Goods(self.request.POST) if bound else Goods(initial=self._least(levels))
        offered = [(name, _section(name, level)) for name, level in levels.items()]
        form.offer([one for one in offered if one[0] != BASICS], may_hand_over=self.may_hand_over)
        return form

    def _least(self, levels: dict[str, Level]) -> dict[str, object]:
        before = self.again
        usual = before.sections if before else self.service.sections
        least = [name for name in usual if levels.get(name) is Level.YES]
        return {"sections": least, "question": before.question if before else ""}

    @property
    def may_hand_over(self) -> bool:
        """Tell whether the case can be given to this receiver."""
        return self.case.is_owner and not self.receiver.on_paper

    @property
    def again(self) -> Referral | None:
        """Return the referral that this one comes instead of, if the member sees to it."""
        asked = self.request.POST.get("again") or self.request.GET.get("again", "")
        return again_of(self.case, asked)

    @property
    def seen(self) -> int:
        """Return the last entry that was there when the dialog was opened, 0 if it does not say."""
        return number_in(self.request)

    def anew(self) -> "Dialog":
        """Return the same dialog about the case as it is now."""
        case = self.case
        fresh = open_case(case.member, case.case.number, case.now, "compare")
        return Dialog(self.request, fresh, self.service, self.receiver)

    def command(self, goods: Goods, answer: ConsentAnswer | None = None) -> MakeReferral:
        """Return what would be done."""
        said, before = goods.cleaned_data, self.again
        return MakeReferral(
            self.receiver.id,
            self.service.name,
            (BASICS, *said["sections"]),
            self.request.POST.get("ground", "consent"),
            said["question"],
            self.request.POST.get("explained", ""),
            answer,
            hands_over=said.get("hands_over") is True,
            again=before.id if before else None,
        )

    def page(self, template: str, status: int = 200, **more: object) -> HttpResponse:
        """Return a page of the dialog."""
        common = framed(
            self.case,
            "referrals",
            service_text=capital(in_words(self.service.text)),
            service=self.service,
            receiver=self.receiver,
            carried=self.carried(CARRIED),
            posted=self.request.POST,
            seen=self.seen or self.case.case.head_number,
            again=self.request.POST.get("again") or self.request.GET.get("again", ""),
        )
        page = f"referral/{template}.html"
        return render(self.request, page, {**common, **more}, status=status)

    def carried(self, names: Iterable[str]) -> list[tuple[str, str]]:
        """Return what was said so far as hidden fields."""
        return hidden({name: self.request.POST.getlist(name) for name in names})


def again_of(case: OpenCase, asked: str) -> Referral | None:
    """Return the referral that another one comes instead of, if the member may read it."""
    try:
        found = case.state.referrals.get(UUID(asked))
    except ValueError:
        return None
    record = case.state.record(found.number) if found else None
    return found if record is not None and case.reads(record) else None


def title_of(name: str) -> str:
    """Return the title of a section."""
    return capital(in_words(agreement().sections[name].text))


def _section(name: str, level: Level) -> str:
    words = f" ({in_words(WORDS['referral.needs_consent'])})" if level is Level.CONSENT else ""
    return title_of(name) + words
