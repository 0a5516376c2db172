"""Drops two indexes that no question uses and every entry had to be written into.

Entries are found by case and number together, lines of the log by case or by member. The indexes
are dropped by name: were the fields altered, SQLite would make the tables anew, without the
triggers that refuse changes.
"""

from django.db import migrations, models
from django.db.models.deletion import PROTECT


class Migration(migrations.Migration):
    """Drops the indexes in the database, and says so of the fields."""

    dependencies = (("casework", "0010_tasks_of_a_kind"),)

    operations = (
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "drop index casework_entry_case_id_e7c7b120",
                    "create index casework_entry_case_id_e7c7b120 on casework_entry (case_id)",
                ),
                migrations.RunSQL(
                    "drop index casework_accessline_organisation_id_528bb6fc",
                    "create index casework_accessline_organisation_id_528bb6fc"
                    " on casework_accessline (organisation_id)",
                ),
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="entry",
                    name="case",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=PROTECT,
                        related_name="entries",
                        to="casework.case",
                    ),
                ),
                migrations.AlterField(
                    model_name="accessline",
                    name="organisation",
                    field=models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=PROTECT,
                        related_name="+",
                        to="casework.organisation",
                    ),
                ),
            ],
        ),
    )
