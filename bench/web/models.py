"""Two bare tables: a case and its events, without keys, chain, access or rows for lists."""

from django.db import models


class BareCase(models.Model):
    number = models.CharField(max_length=12, unique=True)
    opened_at = models.DateTimeField()


class BareEvent(models.Model):
    case = models.ForeignKey(BareCase, models.PROTECT, related_name="events")
    kind = models.CharField(max_length=40)
    on = models.DateField()
    recorded_at = models.DateTimeField()
    data = models.JSONField(default=dict)
