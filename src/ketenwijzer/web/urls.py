"""Which address leads to which page: one list, a section per part of the site.

Whoever is not signed in sees nothing but what is marked `login_not_required`.
"""

from allauth.account import views as allauth_account
from django.conf import settings
from django.urls import include, path

from .views import (
    account,
    admin,
    assign,
    case,
    consent,
    desk,
    documents,
    export,
    finish,
    guard,
    health,
    inbox,
    intake,
    letters,
    log,
    messages,
    notices,
    partners,
    refer,
    referral,
    rights,
    seal,
    search,
    section,
    single_sign_on,
    spent,
    statement,
    timeline,
    what_if,
    worklist,
)
from .views.problems import nothing_here

# --- work: worklist, search, cases, referrals -----------------------------------------------------
WORK = [
    path("", worklist.show, name="worklist"),
    path("coming/", desk.show, name="desk"),
    path("coming/time/", spent.show, name="time_spent"),
    path("notices/", notices.show, name="notices"),
    path("lists/file", export.worklist, name="worklist_file"),
    path("lists/save", worklist.save, name="save_list"),
    path("lists/<uuid:saved>/forget", worklist.forget, name="forget_list"),
    path("waiting/<slug:what>/", worklist.waiting, name="waiting"),
    path("search/", search.show, name="search"),
    path("cases/new/", intake.start, name="new_case"),
    path("cases/new/<uuid:draft>/check/", intake.check, name="intake_check"),
    path("cases/new/<uuid:draft>/print/", intake.mirror, name="intake_print"),
    path("cases/new/<uuid:draft>/forget", intake.forget, name="forget_intake"),
    path("cases/new/<uuid:draft>/<str:question>/", intake.ask, name="intake"),
]

# --- one case: what stands in it, and recording in it ---------------------------------------------
CASE = [
    path("cases/<str:number>/", case.show, name="case"),
    path("cases/<str:number>/begun/", intake.begun, name="case_begun"),
    path("cases/<str:number>/take", case.take, name="take_case"),
    path("cases/<str:number>/norms/<str:norm>/", case.why, name="case_why"),
    path("cases/<str:number>/timeline/", timeline.show, name="case_timeline"),
    path("cases/<str:number>/contact/", section.contact, name="case_contact"),
    path("cases/<str:number>/notes/", section.notes, name="case_notes"),
    path("cases/<str:number>/file/", section.file, name="case_file"),
    path("cases/<str:number>/file/<str:section>/", section.edit, name="edit_section"),
    path("cases/<str:number>/documents/", documents.show, name="case_documents"),
    path("cases/<str:number>/documents/new/", documents.add, name="add_document"),
    path("cases/<str:number>/documents/<uuid:document>/file", documents.file, name="document_file"),
    path("cases/<str:number>/overview/", export.show, name="case_export"),
    path("cases/<str:number>/overview/file", export.save, name="save_export"),
    path("cases/<str:number>/people/", log.people, name="case_people"),
    path("cases/<str:number>/log/", log.looked, name="case_log"),
    path("cases/<str:number>/access/", log.why, name="case_why_seen"),
    path("cases/<str:number>/record/", statement.choose, name="record"),
    path("cases/<str:number>/record/<str:kind>/", statement.record, name="record_type"),
    path("cases/<str:number>/proposals/<int:entry>/", statement.proposal, name="proposal"),
    path("cases/<str:number>/entries/<int:entry>/release/", section.release, name="release"),
    path("cases/<str:number>/what-if/", what_if.show, name="what_if"),
]

# --- acting between organisations: referring, answering, consent ----------------------------------
BETWEEN = [
    path("inbox/", inbox.inbox, name="inbox"),
    path("outbox/", inbox.outbox, name="outbox"),
    path("referrals/<uuid:referral>/", inbox.show, name="received"),
    path("referrals/<uuid:referral>/accept", inbox.accept, name="accept_referral"),
    path("referrals/<uuid:referral>/decline/", inbox.decline, name="decline_referral"),
    path("referrals/<uuid:referral>/done/", inbox.done, name="finish_referral"),
    path("cases/<str:number>/refer/", refer.service, name="refer"),
    path("cases/<str:number>/refer/<slug:service>/", refer.partner, name="refer_partner"),
    path(
        "cases/<str:number>/refer/<slug:service>/<uuid:receiver>/", refer.draft, name="refer_draft"
    ),
    path("cases/<str:number>/referrals/", referral.tab, name="case_referrals"),
    path(
        "cases/<str:number>/referrals/<uuid:referral>/withdraw/",
        referral.withdraw,
        name="referral_withdraw",
    ),
    path(
        "cases/<str:number>/referrals/<uuid:referral>/answer/",
        referral.paper,
        name="referral_paper",
    ),
    path(
        "cases/<str:number>/referrals/<uuid:referral>/letter/",
        referral.letter,
        name="referral_letter",
    ),
    path("cases/<str:number>/consent/", consent.tab, name="case_consent"),
    path("cases/<str:number>/consent/ask/", consent.ask, name="ask_consent"),
    path("cases/<str:number>/consent/letter/", consent.receipt, name="consent_receipt"),
    path(
        "cases/<str:number>/consent/<uuid:consent>/take-back/",
        consent.withdraw,
        name="withdraw_consent",
    ),
    path("cases/<str:number>/rights/", rights.show, name="case_rights"),
    path("cases/<str:number>/rights/new/", rights.ask, name="make_request"),
    path("cases/<str:number>/rights/copy/", rights.copy, name="her_copy"),
    path("cases/<str:number>/rights/<uuid:asking>/", rights.answer, name="answer_request"),
    path("cases/<str:number>/rights/<uuid:asking>/lift/", rights.lift, name="lift_restriction"),
    path("cases/<str:number>/letters/", letters.choose, name="case_letters"),
    path("cases/<str:number>/letters/sheet/<slug:language>/", letters.sheet, name="letter_sheet"),
    path("cases/<str:number>/letters/sheet/<slug:language>/file", letters.file, name="letter_file"),
    path(
        "cases/<str:number>/letters/<slug:letter>/<slug:language>/given/",
        letters.handed,
        name="letter_handed",
    ),
    path("cases/<str:number>/messages/", messages.show, name="case_messages"),
    path(
        "cases/<str:number>/messages/<slug:norm>/<uuid:receiver>/",
        messages.one,
        name="case_message",
    ),
    path(
        "cases/<str:number>/messages/<slug:norm>/<uuid:receiver>/file",
        messages.file,
        name="message_file",
    ),
    path("cases/<str:number>/copies/<uuid:task>/", consent.copy, name="answer_copy"),
    path("cases/<str:number>/grounds/", consent.ground, name="name_ground"),
    path("cases/<str:number>/grounds/<uuid:ground>/", consent.second_person, name="judge_ground"),
]

# --- guarding a case, who has it in hand, and the file itself -------------------------------------
GUARD = [
    path("emergency/", guard.glass, name="break_glass"),
    path("cases/<str:number>/guard/", guard.tab, name="case_guard"),
    path("cases/<str:number>/guard/flag/", guard.flag, name="raise_flag"),
    path("cases/<str:number>/guard/flag/<uuid:flag>/", guard.resolve, name="resolve_flag"),
    path("cases/<str:number>/guard/bar/", guard.bar, name="set_bar"),
    path("cases/<str:number>/guard/bar/<slug:kind>/<uuid:whom>/", guard.lift, name="lift_bar"),
    path("cases/<str:number>/guard/glass/<int:entry>/", guard.review, name="review_glass"),
    path("cases/<str:number>/hand/", assign.hand, name="assign_case"),
    path("cases/<str:number>/tasks/<uuid:task>/", finish.task, name="do_task"),
    path("cases/<str:number>/close/", finish.close, name="close_case"),
    path("cases/<str:number>/reopen/", finish.reopen, name="reopen_case"),
    path("cases/<str:number>/join/", finish.join, name="join_cases"),
    path("cases/<str:number>/join/<str:other>/undo/", finish.part, name="part_cases"),
    path("cases/<str:number>/entries/<int:entry>/seal/", seal.propose, name="propose_seal"),
    path("cases/<str:number>/seals/<int:proposal>/", seal.answer, name="answer_seal"),
]

# --- the demonstration's shortcut: a module of its own, that production never loads ---------------
DEMONSTRATION: list[object] = []
if settings.DEMONSTRATION:
    from .views import demonstration

    DEMONSTRATION = [
        path("account/login/", demonstration.SignIn.as_view(), name="account_login"),
        path(
            "account/password/confirm/",
            demonstration.Confirm.as_view(),
            name="account_reauthenticate",
        ),
        path("account/demonstration", demonstration.door, name="demonstration_door"),
    ]

# --- signing in and one's own account -------------------------------------------------------------
ACCOUNT = [
    path("language", account.language, name="language"),
    path("account/", account.account, name="account"),
    path("account/reminders/", notices.reminders, name="reminders"),
    path("account/reminders/mail", notices.change_mail, name="change_mail"),
    path("account/calendar/new", notices.make_calendar, name="make_calendar"),
    path("account/calendar/stop", notices.stop_calendar, name="stop_calendar"),
    path("calendar/<str:secret>.ics", notices.feed, name="calendar_feed"),
    path("account/awake", account.awake, name="awake"),
    path("account/start", account.begin, name="start"),
    path("account/confirm", account.confirm, name="confirm"),
    path("account/stand-in/<int:deputy>/end", account.end_stand_in, name="end_stand_in"),
    path("account/reset/<uuid:reset>/stop", account.stop_own_reset, name="stop_own_reset"),
    *DEMONSTRATION,
    path("account/login/", allauth_account.login, name="account_login"),
    path("account/logout/", allauth_account.logout, name="account_logout"),
    path("account/sso/", single_sign_on.begin, name="sso_begin"),
    path("account/sso/back", single_sign_on.back, name="sso_back"),
    path("account/sso/confirm", single_sign_on.confirm, name="sso_confirm"),
    path("account/sso/keys", single_sign_on.own_keys, name="sso_keys"),
    path("account/sso/left", single_sign_on.left, name="sso_left"),
    path("account/inactive/", allauth_account.account_inactive, name="account_inactive"),
    path(
        "account/password/confirm/", allauth_account.reauthenticate, name="account_reauthenticate"
    ),
    path("account/password/", allauth_account.password_change, name="account_change_password"),
    path("account/2fa/webauthn/keys/<int:pk>/remove/", account.remove_passkey),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("account/sessions/", include("allauth.usersessions.urls")),
]

# --- an organisation and its people, and the partners ---------------------------------------------
PEOPLE = [
    path("people", admin.people, name="people"),
    path("people/new", admin.new_person, name="new_person"),
    path("people/phone", admin.phone, name="change_phone"),
    path("people/stop", admin.stop_part, name="stop_part"),
    path("people/again", admin.take_part, name="take_part"),
    path("people/<uuid:member>", admin.person, name="person"),
    path("people/<uuid:member>/let-go", admin.let_go, name="let_go"),
    path("people/<uuid:member>/let-return", admin.let_return, name="let_return"),
    path("people/<uuid:member>/code", admin.new_code, name="new_code"),
    path("people/<uuid:member>/link", admin.link, name="link_sign_on"),
    path("people/<uuid:member>/unlink", admin.unlink, name="unlink_sign_on"),
    path("people/<uuid:member>/reset", admin.ask_reset, name="ask_reset"),
    path("resets/<uuid:reset>/approve", admin.answer_reset, {"deed": "approve"}, "approve_reset"),
    path("resets/<uuid:reset>/do", admin.answer_reset, {"deed": "carry_out"}, "carry_out_reset"),
    path("resets/<uuid:reset>/stop", admin.answer_reset, {"deed": "stop"}, "stop_reset"),
    path("on-call", admin.on_call, name="roster"),
    path("on-call/<int:shift>/end", admin.off_call, name="off_call"),
    path("partners", partners.directory, name="partners"),
]

# --- what the sign-in library knows and we do not have: no sign-up, nothing by e-mail -------------
CLOSED = [
    path("account/none/1", nothing_here, name="account_signup"),
    path("account/none/2", nothing_here, name="account_email"),
    path("account/none/3", nothing_here, name="account_reset_password"),
    path("account/none/4", nothing_here, name="account_set_password"),
    path("account/none/5", nothing_here, name="account_email_verification_sent"),
]

# --- for what watches the installation -----------------------------------------------------------
HEALTH = [
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
]

urlpatterns = [*WORK, *BETWEEN, *GUARD, *CASE, *ACCOUNT, *PEOPLE, *HEALTH, *CLOSED]
