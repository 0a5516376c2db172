"""How often Hypothesis tries: moderately at home, the same examples every time where CI is set.

More tries: `pytest --hypothesis-profile thorough`.
"""

import os

from hypothesis import HealthCheck, settings

from tests import installation

__all__ = ["installation"]  # before anything of Django reads the environment

settings.register_profile("default", max_examples=100, deadline=None)
settings.register_profile(
    "ci",
    settings.get_profile("default"),
    derandomize=True,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", settings.get_profile("default"), max_examples=5_000)

settings.load_profile("ci" if os.environ.get("CI") else "default")
