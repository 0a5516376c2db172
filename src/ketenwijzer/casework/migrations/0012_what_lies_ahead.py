"""Lines keep all that has a day; they are made anew at the next tick."""

from datetime import date

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def make_anew(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    """Let the tick look at every case again."""
    cases = apps.get_model("casework", "Case").objects.using(schema.connection.alias)
    cases.exclude(status="erased").update(look_again=date(1, 1, 1))


class Migration(migrations.Migration):
    """Adds the columns, and the order in which they are read."""

    dependencies = (("casework", "0011_unused_indexes"),)

    operations = (
        migrations.AddField(
            model_name="involvement",
            name="ahead",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="involvement",
            name="soonest",
            field=models.DateField(default=date.max),
        ),
        migrations.AddIndex(
            model_name="involvement",
            index=models.Index(
                fields=["organisation", "soonest", "id"],
                condition=models.Q(("barred", False), ("live", True), ("open", True)),
                name="desk_in_order",
            ),
        ),
        migrations.RunPython(make_anew, migrations.RunPython.noop),
    )
