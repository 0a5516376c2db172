"""Tells Django about the checks of the installation."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """The installation."""

    name = "ketenwijzer.project"
    label = "project"
