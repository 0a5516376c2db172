"""The pages for what went wrong: what happened, why, and what to do; what was typed is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token does not fit: open too long, or sent from elsewhere."""
    return render(request, "problem.html", {"problem": "form"}, status=403)
