"""Which address leads to which room, and who answers when something goes wrong."""

from django.urls import include, path

urlpatterns = [
    path("", include("ketenwijzer.web.urls")),
]

handler400 = "ketenwijzer.web.views.problems.bad_request"
handler403 = "ketenwijzer.web.views.problems.not_allowed"
handler404 = "ketenwijzer.web.views.problems.nothing_here"
handler500 = "ketenwijzer.web.views.problems.failed"
# What the sign-in library calls when it is asked too much.
handler429 = "ketenwijzer.web.views.problems.locked"
