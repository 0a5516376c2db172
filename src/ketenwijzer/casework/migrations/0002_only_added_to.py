"""What was recorded cannot be changed or removed, by whoever: the database itself refuses."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

ONLY_ADDED_TO = {
    "casework_entry": ("update", "delete"),
    "casework_entrykey": ("update",),
    "casework_checkpoint": ("update", "delete"),
    "casework_accessline": ("update", "delete"),
}

POSTGRES_FUNCTION = """
create or replace function casework_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'casework: % of % is refused', lower(tg_op), tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;
"""


def add_triggers(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    """Add a trigger per table and deed, in the words of the database at hand."""
    postgres = schema.connection.vendor == "postgresql"
    if postgres:
        schema.execute(POSTGRES_FUNCTION, None)
    for table, deeds in ONLY_ADDED_TO.items():
        for deed in deeds:
            schema.execute(_postgres(table, deed) if postgres else _sqlite(table, deed))
        if postgres and "delete" in deeds:
            schema.execute(
                f"create trigger {table}_no_truncate before truncate on {table} "
                "for each statement execute function casework_refuse()"
            )


def drop_triggers(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    """Drop what `add_triggers` added."""
    postgres = schema.connection.vendor == "postgresql"
    for table, deeds in ONLY_ADDED_TO.items():
        names = [f"no_{deed}" for deed in deeds]
        names += ["no_truncate"] if postgres and "delete" in deeds else []
        for name in names:
            schema.execute(f"drop trigger {table}_{name}" + (f" on {table}" if postgres else ""))


def _postgres(table: str, deed: str) -> str:
    return (
        f"create trigger {table}_no_{deed} before {deed} on {table} "
        "for each row execute function casework_refuse()"
    )


def _sqlite(table: str, deed: str) -> str:
    return (
        f"create trigger {table}_no_{deed} before {deed} on {table} "
        f"begin select raise(abort, 'casework: {deed} of {table} is refused'); end"
    )


class Migration(migrations.Migration):
    """Triggers on the tables that are only ever added to."""

    dependencies = (("casework", "0001_tables"),)
    operations = (migrations.RunPython(add_triggers, drop_triggers),)
