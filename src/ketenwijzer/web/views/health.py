"""Health, for whatever watches the installation: two words, and nothing about anybody.

Why it is not ready is told to the operator only, by `ketenwijzer checks`.
"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ...casework.readiness import faults
from ..asked import moment_of

PLAIN = "text/plain; charset=utf-8"
UNAVAILABLE = 503


@login_not_required
@require_safe
def live(_: HttpRequest) -> HttpResponse:
    """Say that the application answers; the database is not asked."""
    return HttpResponse("live\n", content_type=PLAIN)


@login_not_required
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Say whether cases can be worked on now: 200, or 503 without a reason."""
    if faults(moment_of(request)):
        return HttpResponse("not ready\n", status=UNAVAILABLE, content_type=PLAIN)
    return HttpResponse("ready\n", content_type=PLAIN)
