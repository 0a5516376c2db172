"""What `tick` reads, in the order in which it reads."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the indexes."""

    dependencies = (("casework", "0014_time_spent"),)

    operations = (
        migrations.AddIndex(
            model_name="involvement",
            index=models.Index(
                condition=models.Q(("live", True), ("until__isnull", False)),
                fields=["until"],
                name="parts_that_end",
            ),
        ),
        migrations.AddIndex(
            model_name="referralrow",
            index=models.Index(
                condition=models.Q(("open", True)), fields=["answer_by"], name="answers_awaited"
            ),
        ),
        # `NOT handled` is no column of an index; as its condition it is.
        migrations.RemoveIndex(model_name="searchasked", name="searches_to_handle"),
        migrations.AddIndex(
            model_name="searchasked",
            index=models.Index(
                condition=models.Q(("handled", False)), fields=["at"], name="searches_to_be_told"
            ),
        ),
    )
