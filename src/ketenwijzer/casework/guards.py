"""The triggers that refuse to change what may only be added to: which there are, in both dialects.

Migrations make them; whoever checks the chronology looks whether they still stand. A migration
that makes a guarded table anew on SQLite loses them and must call `add_guards` again.
"""

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

UPDATE, DELETE, REPLACE, TRUNCATE = "update", "delete", "replace", "truncate"

GUARDED: dict[str, tuple[str, ...]] = {
    "casework_entry": (UPDATE, DELETE),
    "casework_entrykey": (UPDATE,),
    "casework_checkpoint": (UPDATE, DELETE),
    "casework_checkpointhead": (UPDATE, DELETE),
    "casework_accessline": (UPDATE, DELETE),
}

# On SQLite `insert or replace` removes a row without asking the triggers for delete; these are
# the columns by which a row would be replaced.
REPLACED_BY = {
    "casework_entry": "id = new.id or case_id = new.case_id and number = new.number"
    " or token = new.token",
    "casework_entrykey": "id = new.id or entry_id = new.entry_id",
    "casework_checkpoint": "id = new.id",
    "casework_checkpointhead": "id = new.id or case_id = new.case_id and number = new.number",
    "casework_accessline": "id = new.id",
}

STANDING = {
    "sqlite": "select name from sqlite_master where type = 'trigger'",
    "postgresql": "select tgname from pg_trigger where not tgisinternal and tgenabled = 'O'",
}


def guards(vendor: str) -> dict[str, str]:
    """Return the name of every trigger and the statement that makes it."""
    made = {}
    for table, deeds in GUARDED.items():
        for deed in deeds:
            made[f"{table}_no_{deed}"] = _row_guard(vendor, table, deed)
        if vendor == "sqlite":
            made[f"{table}_no_{REPLACE}"] = _replace_guard(table)
        elif DELETE in deeds:
            made[f"{table}_no_{TRUNCATE}"] = _truncate_guard(table)
    return made


def missing_guards(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the triggers that should stand in a database, and do not."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        standing = {name for (name,) in cursor.fetchall()}
    return sorted(set(guards(connection.vendor)) - standing)


def add_guards(schema: BaseDatabaseSchemaEditor) -> None:
    """Add the triggers that do not stand yet."""
    statements = guards(schema.connection.vendor)
    for name in missing_guards(schema.connection):
        schema.execute(statements[name])


def _row_guard(vendor: str, table: str, deed: str) -> str:
    if vendor == "sqlite":
        refusal = f"select raise(abort, 'casework: {deed} of {table} is refused');"
        return f"create trigger {table}_no_{deed} before {deed} on {table} begin {refusal} end"
    return (
        f"create trigger {table}_no_{deed} before {deed} on {table} "
        "for each row execute function casework_refuse()"
    )


def _replace_guard(table: str) -> str:
    return (
        f"create trigger {table}_no_{REPLACE} before insert on {table} "
        f"when exists (select 1 from {table} where {REPLACED_BY[table]}) "
        f"begin select raise(abort, 'casework: replacing in {table} is refused'); end"
    )


def _truncate_guard(table: str) -> str:
    return (
        f"create trigger {table}_no_{TRUNCATE} before truncate on {table} "
        "for each statement execute function casework_refuse()"
    )
