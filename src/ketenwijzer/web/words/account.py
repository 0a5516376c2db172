"""Words of signing in and of one's own account."""

from ...engine.vocabulary import Text

WORDS = {
    # --- signing in
    "sign_in": Text("Aanmelden", "Sign in"),
    "username": Text("Aanmeldnaam", "Sign-in name"),
    "password": Text("Wachtwoord", "Password"),
    "with_passkey": Text("Aanmelden met een passkey", "Sign in with a passkey"),
    "first_time": Text("Eerste keer? Gebruik uw startcode", "First time? Use your start code"),
    "second_factor_first": Text(
        "Stel eerst een tweede factor in: een passkey of een app met codes. Daarna kunt u verder.",
        "First set up a second factor: a passkey or an app with codes. Then you can go on.",
    ),
}
