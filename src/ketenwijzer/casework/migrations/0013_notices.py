"""Notices, e-mail that was sent, calendars; the next tick looks at every case."""

from datetime import date

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def look(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    """Let the tick look at every case."""
    cases = apps.get_model("casework", "Case").objects.using(schema.connection.alias)
    cases.exclude(status="erased").update(look_again=date(1, 1, 1))


class Migration(migrations.Migration):
    """Adds the tables, and the order in which `tick` reads."""

    dependencies = (("casework", "0012_what_lies_ahead"),)

    operations = (
        migrations.CreateModel(
            name="Feed",
            fields=[
                (
                    "member",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="feed",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("digest", models.BinaryField(max_length=32, unique=True)),
                ("expires", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Mailing",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=66)),
                ("due", models.DateField()),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("new", "new"),
                            ("soon", "soon"),
                            ("due", "due"),
                            ("late", "late"),
                            ("escalated", "escalated"),
                        ],
                        max_length=10,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("mailed", models.BooleanField(default=False)),
            ],
        ),
        migrations.AddIndex(
            model_name="taskrow",
            index=models.Index(fields=["due"], name="tasks_by_day"),
        ),
        migrations.AddField(
            model_name="mailing",
            name="member",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="mailings",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="notices",
                to="casework.case",
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="notices",
                to="casework.organisation",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailing",
            constraint=models.UniqueConstraint(fields=("member", "on"), name="one_mail_a_day"),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("mailed", False)), fields=["id"], name="notices_to_be_mailed"
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(
                fields=("case", "organisation", "name", "due", "stage"), name="told_once"
            ),
        ),
        migrations.RunPython(look, migrations.RunPython.noop),
    )
