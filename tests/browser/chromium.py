"""Where a Chromium is, or how to get one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALLING = (
    [sys.executable, "-m", "playwright", "install", "chromium"],
    ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium"],
)
LONGEST = 600


class NoChromium(Exception):
    """There is no Chromium here and none can be had."""


def chromium_of(playwright: Playwright) -> Path:
    """Return the program of a Chromium, installed if need be; raises `NoChromium`."""
    found = _found(playwright)
    for command in INSTALLING:
        if found is not None:
            return found
        if shutil.which(command[0]) and (command[0] != "apt-get" or os.geteuid() == 0):
            subprocess.run(command, check=False, capture_output=True, timeout=LONGEST)
        found = _found(playwright)
    if found is None:
        raise NoChromium("no Chromium here; install one, or run: playwright install chromium")
    return found


def _found(playwright: Playwright) -> Path | None:
    on_machine = (shutil.which(name) for name in NAMES)
    own = playwright.chromium.executable_path
    places = [*filter(None, on_machine), own]
    return next((Path(place) for place in places if Path(place).exists()), None)
