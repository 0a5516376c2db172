"""What signing in remembers for minutes, for all workers together."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the table."""

    dependencies = (("casework", "0006_found_by_name"),)

    operations = (
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("about", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("value", models.JSONField()),
                ("until", models.DateTimeField(db_index=True)),
            ],
        ),
    )
