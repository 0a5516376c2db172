"""Every setting, one line and one sentence each; what differs by machine is in `environment`."""

from pathlib import Path

from csp.constants import NONE, SELF

from . import environment

ROOM = Path(__file__).resolve().parent.parent

# --- what this installation is ------------------------------------------------------------------

# The folder for what the installation owns.
HOME = environment.home()
# Demonstration: invented cases on this machine only; everything else is production.
DEMONSTRATION = environment.mode() == environment.DEMONSTRATION
# The country whose protocol and agreement this installation follows.
COUNTRY = "nl"
# Where keys come from: a class that takes the folder for keys (`casework.keys.KeyProvider`).
KEY_PROVIDER = "ketenwijzer.casework.keys.FileKeys"
# The folder with the keys, outside the database and backed up apart.
KEYS_FOLDER = environment.keys_folder()

# --- e-mail, which says only that something waits
globals().update(environment.mail())
# --- the provider of single sign-on, off by default
_SIGN_ON = environment.single_sign_on()
# With which provider (OpenID Connect) members may sign in; empty: none.
SSO_ISSUER = _SIGN_ON.issuer
# As whom the provider knows this installation.
SSO_CLIENT = _SIGN_ON.client
# The files with our private keys for it; the first signs, all are published.
SSO_KEYS = _SIGN_ON.keys
# The levels of which the provider must show one.
SSO_ACR = _SIGN_ON.acr
# The methods that the provider must show, all of them.
SSO_AMR = _SIGN_ON.amr
# How many searches one member may do in a day (safety rule 10).
SEARCHES_A_DAY = 40
# How many hours a broken glass stays open (safety rule 13).
GLASS_HOURS = 4
# How many hours a code to start with can be used.
START_CODE_HOURS = 72
# How many hours lie between approving that second factors are forgotten and doing it (rule 15).
RESET_DELAY_HOURS = 24
# How many lines a list shows before "more".
PAGE_LENGTH = 25

# --- Django ------------------------------------------------------------------------------------

# Never on: an error page with the values of variables shows a case.
DEBUG = False
# Signs sessions and forms.
SECRET_KEY = environment.secret()
# The names under which the installation answers.
ALLOWED_HOSTS = environment.hosts()
# The whole of the site's addresses.
ROOT_URLCONF = "ketenwijzer.project.urls"
# What a server loads.
WSGI_APPLICATION = "ketenwijzer.project.wsgi.application"
# One database: SQLite in the home folder, or PostgreSQL.
DATABASES = {"default": environment.database()}
# Rows without a key of their own get a big number.
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Who signs in.
AUTH_USER_MODEL = "casework.Member"
# Days are Dutch days, moments are kept in UTC.
TIME_ZONE = "Europe/Amsterdam"
# Moments carry their zone.
USE_TZ = True
# The language of a visitor who chose none.
LANGUAGE_CODE = "nl"
# The languages of the pages.
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
# Words of Django and allauth follow the visitor's language.
USE_I18N = True

INSTALLED_APPS = [
    "ketenwijzer.casework",
    "ketenwijzer.web",
    "ketenwijzer.project",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "ketenwijzer.web.middleware.OneRequest",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "ketenwijzer.web.middleware.SignInFirst",
    "ketenwijzer.web.middleware.Readable",
    "ketenwijzer.web.middleware.Problems",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOM / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ketenwijzer.web.context.page",
            ],
            "builtins": [
                f"ketenwijzer.web.templatetags.{name}" for name in ("say", "parts", "values")
            ],
        },
    }
]

# --- files ---------------------------------------------------------------------------------------

# Where pages find style, script and pictures.
STATIC_URL = "static/"
# Where they are gathered for serving.
STATIC_ROOT = environment.home() / "static"
# Served by the application itself, compressed, under names that carry their hash.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- signing in ----------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "ketenwijzer.web.accounts.Members",
]
# Argon2 first; the others only read what was made before.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
# Where an account is made, is decided by an administrator: nobody signs up.
ACCOUNT_ADAPTER = "ketenwijzer.web.accounts.Accounts"
# One signs in with a name, not with an address that others know.
ACCOUNT_LOGIN_METHODS = {"username"}
# Nobody signs up, so nothing is asked.
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
# A code by e-mail would betray that an account exists.
ACCOUNT_EMAIL_VERIFICATION = "none"
# Whether an account exists is never told.
ACCOUNT_PREVENT_ENUMERATION = True
# Signing out wants a click on a button, never a link.
ACCOUNT_LOGOUT_ON_GET = False
# A session ends with the browser.
ACCOUNT_SESSION_REMEMBER = False
# For how many seconds a password or key counts as just given.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# Second factors: an app with codes, a passkey, and codes on paper for when both are lost.
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
# A passkey alone may sign in: it is something one has and something one is or knows.
MFA_PASSKEY_LOGIN_ENABLED = True
# A passkey cannot be made on signing up, as nobody signs up.
MFA_PASSKEY_SIGNUP_ENABLED = False
# What an app with codes shows as its title: it must not betray what this is.
MFA_TOTP_ISSUER = "KW"
# The adapter that names the site neutrally.
MFA_ADAPTER = "ketenwijzer.web.accounts.SecondFactors"
# Every page shows where else one is signed in.
USERSESSIONS_TRACK_ACTIVITY = True
# Codes wrongly given for a member lock that member's codes, wherever they are given, for as long
# as stands here. Only who knows the password comes that far; a passkey signs in all the same, and a
# new password ends it.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
# What signing in counts is shared by all workers and outlives a restart.
CACHES = {"default": {"BACKEND": "ketenwijzer.web.tallies.Tallies"}}
# How many servers stand before this one and say from where one comes (X-Forwarded-For).
ALLAUTH_TRUSTED_PROXY_COUNT = environment.fronts()
# Where one lands after signing in, and where to sign in.
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
# After so many wrong passwords a name is locked from where they were typed.
AXES_FAILURE_LIMIT = 5
# For how many hours.
AXES_COOLOFF_TIME = 1
# A lock is for a name together with where it was tried: nobody can lock out a colleague.
AXES_CLIENT_IP_CALLABLE = "ketenwijzer.web.accounts.address_of"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
# The page that says so.
AXES_LOCKOUT_CALLABLE = "ketenwijzer.web.views.problems.locked"
# What a failed sign-in never keeps: what the provider gave the browser to bring.
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "code", "state", "iss", "session_state"]
# Addresses of visitors are not kept after the lock.
AXES_DISABLE_ACCESS_LOG = True

# --- sessions, cookies, headers ------------------------------------------------------------------

# Nothing in a cookie but a random word.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
# A session ends after 30 minutes without a click; a warning comes before.
SESSION_COOKIE_AGE = 30 * 60
# Every click counts as activity.
SESSION_SAVE_EVERY_REQUEST = False
# And with the browser.
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# Scripts cannot read it; other sites cannot send it; plain http only on this machine.
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = not DEMONSTRATION
CSRF_COOKIE_SECURE = not DEMONSTRATION
CSRF_COOKIE_HTTPONLY = True
# A form that was refused for its token gets a page of ours, with what to do.
CSRF_FAILURE_VIEW = "ketenwijzer.web.views.problems.refused_form"
# Only over https, except on this machine.
SECURE_SSL_REDIRECT = not DEMONSTRATION
SECURE_HSTS_SECONDS = 0 if DEMONSTRATION else 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEMONSTRATION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Other sites hear nothing. Not `no-referrer`: a browser then sends forms without their origin, and
# Django refuses each of them.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Only from here, and no inline script or style anywhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
# The browser gives pages nothing but passkeys.
PERMISSIONS_POLICY: dict[str, list[str]] = {
    "camera": [],
    "geolocation": [],
    "microphone": [],
    "payment": [],
    "usb": [],
    "publickey-credentials-get": ["self"],
    "publickey-credentials-create": ["self"],
}
# A form that is larger than this is refused.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
# A file is read in memory, so that nothing of it touches a disk before it is sealed.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
# What is sent at once may not be larger than this, with the form around the file.
FILE_UPLOAD_MAX_MEMORY_SIZE = 10_100_000
# A file of a case may not be larger than this.
DOCUMENT_MOST_BYTES = 10_000_000
# Which kinds of files may be handed in, of those that can be checked.
DOCUMENT_FORMATS = ("pdf", "jpg", "png", "txt")
# Where the scanner for malware is; without one, files wait and nobody opens them.
SCANNER = environment.scanner()
# --- log -----------------------------------------------------------------------------------------

# What goes wrong is logged by kind and place, never with what was typed (see `project.logging`).
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "ketenwijzer.project.logs.WithoutData"}},
    "handlers": {"screen": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["screen"], "level": "WARNING"},
    "loggers": {
        "django.request": {"handlers": ["screen"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["screen"], "level": "ERROR", "propagate": False},
        "axes": {"handlers": ["screen"], "level": "CRITICAL", "propagate": False},
    },
}
