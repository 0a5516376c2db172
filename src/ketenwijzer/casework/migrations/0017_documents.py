"""Files that were handed in, as sealed pieces."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Two tables: which files there are, and their pieces."""

    dependencies = (("casework", "0016_single_sign_on"),)
    operations = (
        migrations.CreateModel(
            name="Document",
            fields=(
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("entry", models.PositiveIntegerField()),
                ("held", models.BooleanField(default=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="casework.case",
                    ),
                ),
            ),
            options={
                "indexes": (
                    models.Index(
                        condition=models.Q(("held", True)), fields=["id"], name="documents_held"
                    ),
                ),
            },
        ),
        migrations.CreateModel(
            name="DocumentPiece",
            fields=(
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("place", models.PositiveIntegerField()),
                ("sealed", models.BinaryField()),
                (
                    "document",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kept_pieces",
                        to="casework.document",
                    ),
                ),
            ),
            options={
                "constraints": (
                    models.UniqueConstraint(
                        fields=("document", "place"), name="piece_once_per_place"
                    ),
                ),
            },
        ),
    )
