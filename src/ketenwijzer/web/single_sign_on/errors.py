"""Why a sign-in through the provider was refused; the code names the words of the page."""


class SignOnRefused(Exception):
    """A sign-in that does not count. `code` names the page, `why` what the log may say of it."""

    def __init__(self, code: str, why: str) -> None:
        self.code = code
        self.why = why
        super().__init__(why)


class ProviderDown(SignOnRefused):
    """The provider does not answer, or not as a provider does; nobody did anything wrong."""

    def __init__(self, why: str) -> None:
        super().__init__("sso_down", why)
