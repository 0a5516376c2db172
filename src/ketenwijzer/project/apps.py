"""Tells Django about the checks of the installation."""

from django.apps import AppConfig
from django.core.checks import register

from .checks import installation


class ProjectConfig(AppConfig):
    """The installation."""

    name = "ketenwijzer.project"
    label = "project"

    def ready(self) -> None:
        """Have every command check the installation first."""
        register(installation)
