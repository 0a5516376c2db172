"""The directory of partners: who does what where, and whom to call now."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ...casework.directory import Wanted, known_kinds, partners
from ...casework.position import corpus
from ..asked import member_of, moment_of
from ..language import in_words


@require_GET
def directory(request: HttpRequest) -> HttpResponse:
    """Show the partners, a page at a time, by kind and region."""
    member, now = member_of(request), moment_of(request)
    wanted = Wanted(*(_asked(request, name) for name in ("kind", "region", "after")))
    known = known_kinds()
    found, rest = partners(member, now, wanted, known.shown, settings.PAGE_LENGTH)
    chosen = {"kind": wanted.role, "region": wanted.region}
    page = {
        "partners": [(one, kind_of(one.role)) for one in found],
        "kinds": sorted(((kind, kind_of(kind)) for kind in known.kinds), key=lambda pair: pair[1]),
        "regions": known.regions,
        "wanted": wanted,
        "next_url": f"?{urlencode({**chosen, 'after': rest})}" if rest else "",
        "first_url": f"?{urlencode(chosen)}" if wanted.after else "",
    }
    return render(request, "partners/directory.html", page)


def _asked(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\x00", "")[:120]


def kind_of(role: str) -> str:
    """Return what kind of organisation this is, in the words of the protocol."""
    party = corpus().parties.get(role)
    return in_words(party.text) if party is not None else role
