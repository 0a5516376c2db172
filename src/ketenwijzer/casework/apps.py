"""Tells Django where the tables of the cases are."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """The tables of the cases, the organisations and their people."""

    name = "ketenwijzer.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"
