"""Lines keep how long each duty took; they are made anew at the next tick."""

from datetime import date

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def make_anew(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    """Let the tick look at every case again."""
    cases = apps.get_model("casework", "Case").objects.using(schema.connection.alias)
    cases.exclude(status="erased").update(look_again=date(1, 1, 1))


class Migration(migrations.Migration):
    """Adds the column."""

    dependencies = (("casework", "0013_notices"),)

    operations = (
        migrations.AddField(
            model_name="involvement",
            name="spent",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.RunPython(make_anew, migrations.RunPython.noop),
    )
