"""Tells Django about the two bare tables."""

from django.apps import AppConfig


class BenchConfig(AppConfig):
    name = "bench.web"
    label = "bench"
    default_auto_field = "django.db.models.BigAutoField"
