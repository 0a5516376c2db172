"""The installation that the tests run in: a home of its own per process, never yours.

Imported before anything of Django: the settings read the environment once.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import django

from ketenwijzer.casework.keys import make_keys

HOME = Path(tempfile.mkdtemp(prefix="ketenwijzer-tests-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

for name in ("KETENWIJZER_DATABASE", "KETENWIJZER_KEYS", "KETENWIJZER_HOSTS", "KETENWIJZER_SECRET"):
    os.environ.pop(name, None)
os.environ["KETENWIJZER_HOME"] = str(HOME)
os.environ["KETENWIJZER_MODE"] = "demonstration"
os.environ["DJANGO_SETTINGS_MODULE"] = "ketenwijzer.project.settings"
make_keys(HOME / "keys")
django.setup()
