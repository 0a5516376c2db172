"""Tasks are found by kind, so that counting the few of one kind reads none of the others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Changes the index of the tasks."""

    dependencies = (("casework", "0009_worklist_in_order"),)

    operations = (
        migrations.RemoveIndex(model_name="taskrow", name="task_order"),
        migrations.AddIndex(
            model_name="taskrow",
            index=models.Index(
                fields=["organisation", "kind", "due", "id"], name="tasks_of_a_kind"
            ),
        ),
    )
