"""Registrations that were begun, and lists that were saved."""

from uuid import uuid4

from django.conf import settings
from django.db import migrations, models
from django.db.models.deletion import CASCADE


class Migration(migrations.Migration):
    """Makes the two tables."""

    dependencies = (("casework", "0003_heads_at_checkpoints"),)

    operations = (
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("begun_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(db_index=True)),
                ("sealed", models.BinaryField()),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=CASCADE, related_name="drafts", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={"ordering": ("-begun_at",)},
        ),
        migrations.CreateModel(
            name="SavedList",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("whose", models.CharField(max_length=12)),
                ("phase", models.CharField(blank=True, max_length=40)),
                ("due", models.CharField(blank=True, max_length=12)),
                ("sign", models.CharField(blank=True, max_length=20)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=CASCADE, related_name="+", to="casework.organisation"
                    ),
                ),
            ],
            options={
                "ordering": ("name",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "name"), name="one_list_of_a_name"
                    )
                ],
            },
        ),
    )
