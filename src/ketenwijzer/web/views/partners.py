"""The directory of partners: who does what where, and whom to call now."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ...casework.directory import Wanted, kinds_and_regions, partners
from ...casework.position import corpus
from ..asked import member_of, moment_of
from ..language import in_words


@require_GET
def directory(request: HttpRequest) -> HttpResponse:
    """Show the partners, a page at a time, by kind and region."""
    wanted = Wanted(*(request.GET.get(name, "")[:120] for name in ("kind", "region", "after")))
    found, rest = partners(member_of(request), moment_of(request), wanted, settings.PAGE_LENGTH)
    kinds, regions = kinds_and_regions()
    chosen = {"kind": wanted.role, "region": wanted.region}
    page = {
        "partners": [(one, kind_of(one.role)) for one in found],
        "kinds": sorted(((kind, kind_of(kind)) for kind in kinds), key=lambda pair: pair[1]),
        "regions": regions,
        "wanted": wanted,
        "next_url": f"?{urlencode({**chosen, 'after': rest})}" if rest else "",
        "first_url": f"?{urlencode(chosen)}" if wanted.after else "",
    }
    return render(request, "partners/directory.html", page)


def kind_of(role: str) -> str:
    """Return what kind of organisation this is, in the words of the protocol."""
    party = corpus().parties.get(role)
    return in_words(party.text) if party is not None else role
