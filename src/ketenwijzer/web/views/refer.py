"""Referring, page by page: for what, to whom, which sections, exactly what goes, on what ground.

Nothing is kept on the way and nothing typed stands in an address: each page carries what the ones
before it said, and the last one does the deed.
"""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from ...casework.access import OpenCase, open_case
from ...casework.actions.consent import ConsentAnswer, ask_consent, has_guardian
from ...casework.actions.refer import (
    MakeReferral,
    make_referral,
    possible_sections,
    refuse_twice,
    refused_by_her,
    service_of,
    without_ground,
)
from ...casework.errors import Refused, Stale
from ...casework.events import BASICS
from ...casework.introduction import introduction
from ...casework.position import agreement, corpus
from ...casework.preview import preview
from ...casework.receivers import receiver_of, receivers_for, regions_of
from ...casework.showing.entries import entries_of
from ...casework.showing.sent import told_of
from ...casework.writing import writing
from ...corpus.agreement import Level, Service
from ...telling.happenings import party
from ...telling.language import capital
from ..asked import member_of, moment_of, reader_now, token_in
from ..dialog import SAID, Dialog, again_of, title_of
from ..entry_fields import previewed
from ..forms.consent import Asked
from ..forms.referral import Goods, OnGround
from ..frame import frame_of, framed
from ..language import in_words, language_now
from ..refusing import said_in, show_refusal
from ..words import WORDS


@require_GET
def service(request: HttpRequest, number: str) -> HttpResponse:
    """Ask what she is referred for."""
    case = _case(request, number)
    wanted = request.GET.get("for", "")
    found = agreement().services
    if wanted in found and not request.GET.get("again"):
        return redirect("refer_partner", number, wanted)
    services = [(name, capital(in_words(one.text))) for name, one in found.items()]
    more = {"services": services, "again": _again_query(case, request)}
    return render(request, "referral/service.html", framed(case, "referrals", **more))


@require_GET
def partner(request: HttpRequest, number: str, service: str) -> HttpResponse:
    """Ask to whom; a partner is a name and a kind, never a place."""
    case = _case(request, number)
    chosen = _service(service)
    everyone = receivers_for(case, service)
    region = request.GET.get("region", "")
    context = framed(
        case,
        "referrals",
        service=chosen,
        service_text=capital(in_words(chosen.text)),
        receivers=[(r, _kind(r.role)) for r in everyone if region in ("", r.region)],
        regions=regions_of(everyone),
        region=region,
        again=_again_query(case, request),
    )
    return render(request, "referral/partner.html", context)


@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, number: str, service: str, receiver: UUID) -> HttpResponse:
    """Go from sections to what exactly goes, to the ground, to her answer, and send."""
    case = _case(request, number)
    dialog = Dialog(request, case, _service(service), receiver_of(case, receiver, service))
    step = request.POST.get("step", "") if request.method == "POST" else ""
    return STEPS.get(step, _goods)(dialog)


# ------------------------------------------------------------------ the pages of the dialog


def _goods(dialog: Dialog) -> HttpResponse:
    back = dialog.request.POST.get("step") == "change"
    form = dialog.goods(bound=back)
    return dialog.page("goods", form=form)


def _preview(dialog: Dialog, ground: OnGround | None = None, status: int = 200) -> HttpResponse:
    goods = dialog.goods()
    if not goods.is_valid():
        return dialog.page("goods", form=goods)
    command = dialog.command(goods)
    reader, levels = reader_now(), possible_sections(dialog.case, dialog.receiver.role)
    shown = preview(dialog.case, _as_if_consented(command), dialog.receiver)
    days = dialog.service.answer_days
    return dialog.page(
        "preview",
        status,
        told=told_of(introduction(dialog.case), reader),
        question=command.question,
        sections=previewed(shown, dialog.case),
        by_consent=[title_of(s) for s in command.sections if levels.get(s) is Level.CONSENT],
        refused=[
            title_of(s) for s in refused_by_her(dialog.case.state, command) if s in command.sections
        ],
        form=ground or OnGround(initial={"ground": ""}),
        days=reader.days(days) if days else "",
        hands_over=command.hands_over,
        answer_by=dialog.case.today + timedelta(days=days) if days else None,
    )


def _ground(dialog: Dialog) -> HttpResponse:
    goods, ground = dialog.goods(), OnGround(dialog.request.POST)
    if not goods.is_valid():
        return dialog.page("goods", form=goods)
    if not ground.is_valid():
        return _preview(dialog, ground)
    command = dialog.command(goods)
    missing = without_ground(dialog.case, command, dialog.receiver.role)
    if not missing:
        return _send(dialog, command, lambda refused: _refused_preview(dialog, ground, refused))
    if command.ground == "consent":
        return _ask_page(dialog, goods, None)
    titles = [title_of(section) for section in missing]
    return dialog.page("second", missing=titles, names=sorted(missing), ground=command.ground)


def _refused_preview(dialog: Dialog, ground: OnGround, refused: Refused) -> HttpResponse:
    show_refusal(ground, refused)
    return _preview(dialog, ground, 409)


def _ask_page(dialog: Dialog, goods: Goods, form: Asked | None) -> HttpResponse:
    guardian = has_guardian(dialog.case.state)
    if form is None:
        form = Asked(initial={"by": "" if guardian else "herself"})
        form.offer(guardian=guardian)
    command = dialog.command(goods)
    titles = [title_of(section) for section in command.sections]
    purpose = in_words(agreement().purposes[dialog.service.purpose])
    return dialog.page("ask", form=form, titles=titles, purpose=purpose, guardian=guardian)


def _asked(dialog: Dialog) -> HttpResponse:
    goods, form = dialog.goods(), Asked(dialog.request.POST)
    form.offer(guardian=has_guardian(dialog.case.state))
    if not goods.is_valid():
        return dialog.page("goods", form=goods)
    if not form.is_valid():
        return _ask_page(dialog, goods, form)
    given = said_in(dialog.request, form)
    if given is None:
        return _ask_page(dialog, goods, form)
    answer = form.answer(given=given)

    def refused(refusal: Refused) -> HttpResponse:
        show_refusal(form, refusal)
        return _ask_page(dialog, goods, form)

    if given:
        return _send(dialog, dialog.command(goods, answer), refused)
    return _withheld(dialog, dialog.command(goods), answer, refused)


def _withheld(
    dialog: Dialog,
    command: MakeReferral,
    answer: ConsentAnswer,
    refused: Callable[[Refused], HttpResponse],
) -> HttpResponse:
    """Record her no, and say what can be done without it."""
    request, case = dialog.request, dialog.case
    try:
        with writing(
            case.member, case.case.number, case.now, "ask_consent", token_in(request)
        ) as writes:
            if not writes.repeated:
                purpose = dialog.service.purpose
                ask_consent(writes, command.receiver, purpose, command.sections, answer)
    except Refused as refusal:
        return refused(refusal)
    return dialog.page("withheld", names=sorted(command.sections))


def _send(
    dialog: Dialog, command: MakeReferral, refused: Callable[[Refused], HttpResponse]
) -> HttpResponse:
    request, case = dialog.request, dialog.case
    number, referral = case.case.number, None
    try:
        with writing(case.member, number, case.now, "refer", token_in(request)) as writes:
            if not writes.repeated:
                seen = dialog.seen if "seen" in request.POST else None
                referral = make_referral(writes, command, seen)
    except Stale as stale:
        return _compare(dialog.anew(), command, stale)
    except Refused as refusal:
        return refused(refusal)
    messages.success(request, in_words(WORDS["referral.sent"]))
    if referral is not None and dialog.receiver.on_paper:
        return redirect("referral_letter", number, referral)
    return redirect("case_referrals", number)


def _compare(dialog: Dialog, command: MakeReferral, stale: Stale) -> HttpResponse:
    """Show what others recorded meanwhile beside what was about to go, which is still all there."""
    case, reader = dialog.case, reader_now()
    frame = frame_of(case, "referrals")
    entries = entries_of(case, frame.seen, frame.names, reader)
    grounds = agreement().grounds
    named = in_words(grounds[command.ground]) if command.ground in grounds else ""
    return dialog.page(
        "stale",
        409,
        theirs=[e for e in entries if e.here and e.number in stale.numbers],
        titles=[title_of(section) for section in command.sections],
        question=command.question,
        ground=capital(named) or in_words(WORDS["referral.consent_ground"]),
        explained=command.explained,
        waits=_waits_already(case, command),
        said=dialog.carried(SAID),
        step=dialog.request.POST.get("step", ""),
        seen=case.case.head_number,
    )


def _waits_already(case: OpenCase, command: MakeReferral) -> str:
    """Return why it cannot be sent at all as long as the other one waits, empty if it can."""
    try:
        refuse_twice(case, command.receiver, command.service)
    except Refused as refused:
        return refused.in_language(language_now())
    return ""


STEPS: dict[str, Callable[[Dialog], HttpResponse]] = {
    "change": _goods,
    "goods": _preview,
    "ground": _ground,
    "asked": _asked,
}

# ------------------------------------------------------------------ what the pages are made of


def _case(request: HttpRequest, number: str) -> OpenCase:
    case = open_case(member_of(request), number, moment_of(request), "refer")
    case.require(case.may_record(BASICS))
    return case


def _service(name: str) -> Service:
    try:
        return service_of(name)
    except Refused as error:
        raise Http404 from error


def _as_if_consented(command: MakeReferral) -> MakeReferral:
    """Return the command as it would be if she said yes: what she is asked about is shown whole."""
    yes = ConsentAnswer(True, "-", "not_needed", True)
    return MakeReferral(command.receiver, command.service, command.sections, "consent", consent=yes)


def _again_query(case: OpenCase, request: HttpRequest) -> str:
    found = again_of(case, request.GET.get("again", ""))
    return f"?again={found.id}" if found else ""


def _kind(role: str) -> str:
    return capital(party(corpus(), role, reader_now()))
