"""Which address leads to which page: one list, a section per part of the site.

Whoever is not signed in sees nothing but what is marked `login_not_required`.
"""

from allauth.account import views as allauth_account
from django.urls import include, path

from .views import account
from .views.problems import nothing_here

# --- work: worklist, search, cases, referrals -----------------------------------------------------
WORK: list[object] = []

# --- signing in and one's own account -------------------------------------------------------------
ACCOUNT = [
    path("language", account.language, name="language"),
    path("account/awake", account.awake, name="awake"),
    path("account/login/", allauth_account.login, name="account_login"),
    path("account/logout/", allauth_account.logout, name="account_logout"),
    path("account/inactive/", allauth_account.account_inactive, name="account_inactive"),
    path("account/confirm/", allauth_account.reauthenticate, name="account_reauthenticate"),
    path("account/password/", allauth_account.password_change, name="account_change_password"),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("account/sessions/", include("allauth.usersessions.urls")),
]

# --- what the sign-in library knows and we do not have: no sign-up, nothing by e-mail -------------
CLOSED = [
    path("account/none/1", nothing_here, name="account_signup"),
    path("account/none/2", nothing_here, name="account_email"),
    path("account/none/3", nothing_here, name="account_reset_password"),
    path("account/none/4", nothing_here, name="account_set_password"),
    path("account/none/5", nothing_here, name="account_email_verification_sent"),
]

urlpatterns = [*WORK, *ACCOUNT, *CLOSED]
