"""Keep which heads each checkpoint found, so that its root can be made again, and guard them."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from ..guards import add_guards, guards

ADDED_BY_THE_MIGRATION_BEFORE = ("_no_update", "_no_delete", "_no_truncate")


def add(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    """Add the triggers that are new."""
    add_guards(schema)


def drop(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    """Drop the triggers that `add` added."""
    postgres = schema.connection.vendor == "postgresql"
    for name in guards(schema.connection.vendor):
        table = name.partition("_no_")[0]
        if table == "casework_checkpointhead" or not name.endswith(ADDED_BY_THE_MIGRATION_BEFORE):
            schema.execute(f"drop trigger {name}" + (f" on {table}" if postgres else ""))


class Migration(migrations.Migration):
    """The leaves of the tree."""

    dependencies = (("casework", "0002_only_added_to"),)
    operations = (
        migrations.AddField("checkpoint", "peaks", models.BinaryField(null=True)),
        migrations.CreateModel(
            name="CheckpointHead",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("digest", models.BinaryField(max_length=32)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casework.case",
                    ),
                ),
                (
                    "checkpoint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="heads",
                        to="casework.checkpoint",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "number"), name="head_once_per_number")
                ],
            },
        ),
        migrations.RunPython(add, drop),
    )
