"""The settings of the application, with the two bare tables and their addresses beside it."""

from ketenwijzer.project.settings import *  # noqa: F403
from ketenwijzer.project.settings import INSTALLED_APPS as APPS

INSTALLED_APPS = [*APPS, "bench.web"]
ROOT_URLCONF = "bench.web.addresses"
