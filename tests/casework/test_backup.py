"""A backup is whole or refused; a restore brings back what was, and nothing that was erased since.

On both databases, through the functions that the commands call, with PostgreSQL's own programs.
"""

import json
import os
from contextlib import closing
from datetime import timedelta

import psycopg
import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from ketenwijzer.casework import backups, chronology
from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.erase import EraseCase, erase_case
from ketenwijzer.casework.actions.keeping import give_task
from ketenwijzer.casework.actions.note import add_note
from ketenwijzer.casework.errors import KeysMissing, NotFound, Refused
from ketenwijzer.casework.keys import make_keys
from ketenwijzer.casework.mailing import mail_to
from ketenwijzer.casework.manifests import checked
from ketenwijzer.casework.models import Case, Entry, Involvement, Notice
from ketenwijzer.casework.tick import tick
from ketenwijzer.casework.verify import verify
from ketenwijzer.casework.writing import writing
from ketenwijzer.cli import main as door
from tests.databases import POSTGRES
from tests.postgres import usable

DAY = timedelta(days=1)
YESTERDAY_S_NOTE = "een notitie van gisteren"
NOTE_SINCE = "een notitie van daarna"


@pytest.fixture(autouse=True)
def home(database, settings, monkeypatch):
    """Let the home be that of this test, and the programs those of its server."""
    settings.HOME = database.folder
    (database.folder / "demonstration").touch()
    if database.vendor == POSTGRES:
        monkeypatch.setenv("PATH", f"{usable()}{os.pathsep}{os.environ['PATH']}")
    return database.folder


@pytest.fixture
def owner(member):
    return member()


@pytest.fixture
def noted(owner, open_a_case, now):
    """Return a case with a note."""
    case = open_a_case(owner)
    note(owner, case, now, YESTERDAY_S_NOTE)
    return case


def note(owner, case, now, text):
    with writing(owner, case.number, now, "add_note") as written:
        add_note(written, text)


def content():
    """Return all that is recorded and all that lists show, without what tells the moment apart."""
    entries = list(Entry.objects.order_by("id").values_list("case", "number", "digest"))
    lines = list(Involvement.objects.order_by("id").values_list("case", "due", "action", "ahead"))
    return [(c, n, bytes(d)) for c, n, d in entries], lines


def refused(code, *asked, **options):
    """Check that a restore is refused with this code, and that nothing moved."""
    before = content()
    with pytest.raises(Refused) as caught:
        backups.restore(*asked, **options)
    assert caught.value.code == code
    assert content() == before


# ------------------------------------------------------------------ there and back


def test_what_was_backed_up_comes_back_and_what_came_after_is_kept_aside(
    home, noted, owner, now, tmp_path
):
    before = content()
    made = backups.back_up(tmp_path / "backup", now)
    note(owner, noted, now + DAY, NOTE_SINCE)
    since = content()

    done = backups.restore(tmp_path / "backup", home, now + DAY, over=True)

    assert content() == before
    assert (made.cases, made.entries) == (1, len(before[0]))
    assert not verify().faults
    said = [r.text("text") for r in open_case(owner, noted.number, now + DAY).records()]
    assert YESTERDAY_S_NOTE in said and NOTE_SINCE not in said

    assert done.aside is not None
    backups.restore(done.aside, home, now + 2 * DAY, over=True)
    assert content() == since


def test_what_is_only_added_to_is_still_guarded_after_a_restore(home, noted, now, tmp_path):
    backups.back_up(tmp_path / "backup", now)
    backups.restore(tmp_path / "backup", home, now, over=True)

    with pytest.raises(DatabaseError):
        Entry.objects.all().delete()


def test_a_backup_holds_no_key_and_nothing_that_can_be_read(home, noted, now, tmp_path):
    backups.back_up(tmp_path / "backup", now)

    kept = [*(tmp_path / "backup").iterdir()]
    assert {file.name for file in kept} == {"database", "manifest.json"}
    assert all(file.stat().st_mode & 0o077 == 0 for file in (*kept, tmp_path / "backup"))
    master = (home / "keys" / "master.key").read_bytes().strip()
    for file in kept:
        assert YESTERDAY_S_NOTE.encode() not in file.read_bytes()
        assert master not in file.read_bytes()


def test_a_copy_that_others_write_beside_is_of_one_moment(home, noted, owner, now, tmp_path):
    made = backups.back_up(tmp_path / "one", now)
    note(owner, noted, now, NOTE_SINCE)
    other = backups.back_up(tmp_path / "other", now)

    assert other.entries == made.entries + 1
    assert checked(tmp_path / "one") == made


# ------------------------------------------------------------------ what is refused


def test_it_takes_nobody_s_place_unless_that_is_said(home, noted, now, tmp_path):
    backups.back_up(tmp_path / "backup", now)

    refused("not_over", tmp_path / "backup", home, now)


def test_a_backup_overwrites_nothing(noted, now, tmp_path):
    backups.back_up(tmp_path / "backup", now)

    with pytest.raises(Refused) as caught:
        backups.back_up(tmp_path / "backup", now)
    assert caught.value.code == "not_empty"


def cut_short(folder):
    copy = folder / "database"
    copy.write_bytes(copy.read_bytes()[:-100])


def without_manifest(folder):
    (folder / "manifest.json").unlink()


def half_a_manifest(folder):
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text()[:40])


def one_byte_other(folder):
    content = bytearray((folder / "database").read_bytes())
    content[len(content) // 2] ^= 1
    (folder / "database").write_bytes(content)


def fewer_cases_said(folder):
    manifest = folder / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "cases": 0}))


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (cut_short, "changed"),
        (without_manifest, "no_manifest"),
        (half_a_manifest, "changed"),
        (one_byte_other, "changed"),
        (fewer_cases_said, "changed"),
    ],
)
def test_what_is_not_whole_is_refused_and_nothing_moves(home, noted, now, tmp_path, harm, code):
    backups.back_up(tmp_path / "backup", now)
    harm(tmp_path / "backup")

    refused(code, tmp_path / "backup", home, now, over=True)


def test_other_keys_are_told_before_anything_is_touched(
    home, noted, now, tmp_path, settings, database
):
    backups.back_up(tmp_path / "backup", now)
    make_keys(tmp_path / "others")
    settings.KEYS_FOLDER = tmp_path / "others"

    refused("other_keys", tmp_path / "backup", home, now, over=True)


def test_a_lost_key_file_is_told_before_anything_is_touched(
    home, noted, now, tmp_path, settings, database
):
    backups.back_up(tmp_path / "backup", now)
    settings.KEYS_FOLDER = tmp_path / "lost"
    before = content()

    with pytest.raises(KeysMissing):
        backups.restore(tmp_path / "backup", home, now, over=True)
    with pytest.raises(KeysMissing):
        backups.back_up(tmp_path / "another", now)
    assert content() == before
    assert not (tmp_path / "another").exists()


def test_what_a_newer_version_made_is_refused(home, noted, now, tmp_path):
    recorder = MigrationRecorder(connection)
    recorder.record_applied("casework", "9999_of_a_later_year")
    backups.back_up(tmp_path / "backup", now)
    recorder.record_unapplied("casework", "9999_of_a_later_year")

    refused("newer", tmp_path / "backup", home, now, over=True)


def test_a_copy_that_cannot_be_loaded_leaves_all_as_it_was(
    home, noted, owner, now, tmp_path, monkeypatch
):
    """A copy with the right seal that the database itself does not take."""
    backups.back_up(tmp_path / "backup", now)
    (tmp_path / "backup" / "database").write_bytes(b"no database")
    monkeypatch.setattr(backups, "checked", lambda folder: None)

    refused("copy_failed", tmp_path / "backup", home, now, over=True)
    assert not backups.is_unfinished(home)
    note(owner, noted, now, NOTE_SINCE)


# ------------------------------------------------------------------ nothing resurrected, none twice


def test_yesterday_s_backup_does_not_bring_back_who_was_erased_today(
    home, noted, owner, now, tmp_path
):
    backups.back_up(tmp_path / "backup", now)
    erase_case(EraseCase(noted.number, "bewaartermijn"), now + DAY)

    done = backups.restore(tmp_path / "backup", home, now + DAY, over=True)

    assert done.followed.erased == (noted.number,)
    with pytest.raises(NotFound):
        open_case(owner, noted.number, now + DAY)
    assert not Involvement.objects.filter(case=noted.id).exists()
    assert not verify().faults


def test_until_a_restore_is_followed_nothing_ticks(home, noted, now, tmp_path, monkeypatch, capsys):
    """The machine stops between putting back and following."""
    backups.back_up(tmp_path / "backup", now)
    erase_case(EraseCase(noted.number, "bewaartermijn"), now + DAY)

    def stop(*_, **__):
        raise SystemExit

    with monkeypatch.context() as stopped, pytest.raises(SystemExit):
        stopped.setattr(backups, "finish", stop)
        backups.restore(tmp_path / "backup", home, now + DAY, over=True)

    assert door.main(["tick", "--lang", "en"]) == 2
    assert "after-restore" in capsys.readouterr().err
    assert door.main(["after-restore", "--lang", "en"]) == 0
    assert noted.number in capsys.readouterr().out
    assert door.main(["tick", "--lang", "en"]) == 0


def test_nobody_is_told_twice_after_a_restore(
    home, noted, owner, now, tmp_path, settings, mailoutbox
):
    settings.EMAIL_HOST = "mail.example"
    mail_to(owner, "proef@werk.example")
    with writing(owner, noted.number, now, "record") as written:
        give_task(written, owner.organisation_id, "assign_again", written.today + 10 * DAY, 0)
    backups.back_up(tmp_path / "backup", now)
    assert tick(now).mailed == 1

    backups.restore(tmp_path / "backup", home, now, over=True)

    assert not Notice.objects.exists()
    assert tick(now + timedelta(minutes=5)).mailed == 0
    assert Notice.objects.exists() and len(mailoutbox) == 1


# ------------------------------------------------------------------ an older version


def test_a_backup_of_an_older_version_gets_the_tables_of_this_one(
    home, noted, owner, now, tmp_path
):
    """As three months ago: before there were notices, files and single sign-on, with data in it."""
    before = content()
    call_command("migrate", "casework", "0012", verbosity=0)
    made = backups.back_up(tmp_path / "backup", now)
    assert not any("0013" in name for name in made.migrations)
    call_command("migrate", verbosity=0)

    backups.restore(tmp_path / "backup", home, now, over=True)

    assert content()[0] == before[0]
    assert not verify().faults
    tick(now)
    assert content() == before
    assert [r.text("text") for r in open_case(owner, noted.number, now).records()][-1:]


def test_an_upgrade_keeps_all_that_was_recorded(noted, owner, now):
    before = content()
    call_command("migrate", "casework", "0012", verbosity=0)

    call_command("migrate", verbosity=0)
    tick(now)

    assert content() == before
    assert chronology.read(Case.objects.get().id).status == "open"
    assert not verify().faults


# ------------------------------------------------------------------ as typed


def test_the_commands_back_up_and_restore(home, noted, owner, now, tmp_path, capsys):
    folder = str(tmp_path / "backup")
    before = content()

    assert door.main(["backup", folder, "--lang", "en"]) == 0
    assert "1 cases" in capsys.readouterr().out
    note(owner, noted, now, NOTE_SINCE)
    assert door.main(["restore", folder, "--lang", "en"]) == 2
    assert "--replace" in capsys.readouterr().err
    assert door.main(["restore", folder, "--replace", "--lang", "en"]) == 0

    said = " ".join(capsys.readouterr().out.split())
    assert "Restored: the backup of" in said and "before-restore" in said.replace(" ", "")
    assert content() == before


def test_a_restore_into_an_empty_place_needs_no_word(home, noted, now, tmp_path, database):
    """A new machine: no tables yet, the keys brought apart."""
    before = content()
    backups.back_up(tmp_path / "backup", now)
    if database.vendor == "sqlite":
        connection.close()
        database.path.unlink()
    else:
        with connection.cursor() as cursor:
            cursor.execute("drop schema public cascade; create schema public")

    done = backups.restore(tmp_path / "backup", home, now)

    assert done.aside is None
    assert content() == before


def test_whoever_is_at_work_in_postgresql_stops_a_restore(home, noted, now, tmp_path, database):
    if database.vendor != POSTGRES:
        pytest.skip("SQLite cannot tell who is at work; the folder is held instead")
    backups.back_up(tmp_path / "backup", now)
    where = {"host": database.settings["HOST"], "user": database.settings["USER"]}

    with closing(psycopg.connect(dbname=database.settings["NAME"], **where)):
        refused("at_work", tmp_path / "backup", home, now, over=True)
