"""Seals the names of saved lists, which may be hers, and takes them out of the clear."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from ..keystore import keys
from ..sealing import blind, seal_bytes


def seal_names(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    """Seal the names that are there; an installation without any needs no keys for it."""
    if schema.connection.vendor == "sqlite":
        with schema.connection.cursor() as cursor:
            cursor.execute("pragma secure_delete = on")
    for row in apps.get_model("casework", "SavedList").objects.using(schema.connection.alias):
        place = f"list {row.id.hex}"
        row.sealed = seal_bytes(
            keys().secret("seal list names"), place, str(row.serializable_value("name")).encode()
        )
        words = f"{row.organisation_id.hex} {row.serializable_value('name')}"
        row.token = blind(keys().secret("find list names"), words)
        row.save(update_fields=["sealed", "token"])


class Migration(migrations.Migration):
    """Adds the sealed name and its token, fills them, and removes the name."""

    dependencies = (("casework", "0007_tallies"),)

    operations = (
        migrations.AddField("savedlist", "sealed", models.BinaryField(default=b"")),
        migrations.AddField("savedlist", "token", models.BinaryField(default=b"", max_length=16)),
        migrations.RunPython(seal_names, migrations.RunPython.noop),
        migrations.RemoveConstraint("savedlist", "one_list_of_a_name"),
        migrations.AlterModelOptions("savedlist", {}),
        migrations.RemoveField("savedlist", "name"),
        migrations.AlterField("savedlist", "sealed", models.BinaryField()),
        migrations.AlterField("savedlist", "token", models.BinaryField(max_length=16)),
        migrations.AddConstraint(
            "savedlist",
            models.UniqueConstraint(fields=("organisation", "token"), name="one_list_of_a_name"),
        ),
    )
