"""Erasing and sealing destroy keys: nothing opens, the chain verifies, also after restoring."""

import shutil
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

from ketenwijzer.casework import chronology
from ketenwijzer.casework.access import open_case
from ketenwijzer.casework.actions.erase import EraseCase, erase_case
from ketenwijzer.casework.actions.finish import merge_cases
from ketenwijzer.casework.actions.seal import (
    confirm_seal,
    propose_seal,
    refuse_seal,
    waiting_seals,
)
from ketenwijzer.casework.checkpoints import make_checkpoint
from ketenwijzer.casework.chronology import Draft
from ketenwijzer.casework.erasure import ROWS
from ketenwijzer.casework.errors import CaseworkError, KeyDestroyed, NotFound, Refused
from ketenwijzer.casework.keystore import keys
from ketenwijzer.casework.models import Case, Entry, EntryKey, SearchToken
from ketenwijzer.casework.names import tokens_of
from ketenwijzer.casework.restore import follow_destroyed
from ketenwijzer.casework.rows import write_rows
from ketenwijzer.casework.state import Author
from ketenwijzer.casework.verify import verify
from ketenwijzer.casework.writing import writing
from tests.casework.conftest import IDENTITY
from tests.casework.full import Words, fill

LATER = timedelta(hours=1)
OTHER: dict[str, object] = {
    "given_name": "Ander",
    "family_name": "Mens",
    "birth_date": "1980-02-02",
}


@pytest.fixture
def owner(database, member):
    return member()


@pytest.fixture
def colleague(owner, member):
    return member(owner.organisation)


@pytest.fixture
def partner(database, organisation, member):
    return member(organisation("shelter"))


@pytest.fixture
def case(owner, partner, open_a_case, now):
    made = open_a_case(owner)
    fill(made, owner, partner, now, Words([]))
    made.refresh_from_db()
    return made


def codes() -> list[str]:
    return [fault.code for fault in verify().faults]


def rows_of(case: Case) -> int:
    return sum(row.objects.filter(case=case).count() for row in ROWS)


def opens(case: Case) -> int:
    """Return how many entries of a case open."""
    try:
        return len(chronology.read(case.id).records)
    except KeyDestroyed:
        return 0


def record(case: Case, now, *drafts: Draft) -> None:
    case.refresh_from_db()
    chronology.write(case, drafts, Author(None, None), now)
    write_rows(case, chronology.read(case.id), now)


# ------------------------------------------------------------------ erasing


def test_nothing_of_an_erased_case_is_left_but_its_chain(case, owner, now):
    make_checkpoint(now)
    erase_case(EraseCase(case.number, "AVG 17"), now)

    case.refresh_from_db()
    assert (case.status, rows_of(case), opens(case)) == ("erased", 0, 0)
    assert EntryKey.objects.filter(entry__case=case).count() == 1
    assert codes() == []
    with pytest.raises(NotFound):
        open_case(owner, case.number, now)


def test_the_certificate_names_the_chain_and_not_the_person(case, now):
    (certificate,) = erase_case(EraseCase(case.number, "AVG 17"), now)

    case.refresh_from_db()
    key = keys().signing_key().public_key()
    assert (certificate.number, certificate.entries) == (case.number, case.head_number)
    assert certificate.head == bytes(case.head_digest).hex()
    assert (certificate.ground, certificate.erased_at) == ("AVG 17", now.isoformat())
    assert certificate.is_signed_by(key)
    assert not replace(certificate, ground="iets anders").is_signed_by(key)
    assert "Kanarie" not in certificate.text()


@pytest.mark.parametrize("ground", ["", "   ", "x" * 201])
def test_without_a_ground_nothing_is_erased(case, now, ground):
    with pytest.raises(Refused, match="no_ground"):
        erase_case(EraseCase(case.number, ground), now)

    assert opens(case) > 0


def test_an_unknown_case_is_not_erased(database, now):
    with pytest.raises(NotFound):
        erase_case(EraseCase("XXXX-XXXX", "AVG 17"), now)


def test_a_case_is_erased_once(case, now):
    erase_case(EraseCase(case.number, "AVG 17"), now)

    with pytest.raises(Refused, match="erased_already"):
        erase_case(EraseCase(case.number, "AVG 17"), now)


def test_a_legal_hold_keeps_a_case_until_it_is_lifted(case, now):
    hold = uuid4().hex
    record(case, now, Draft("flag_raised", now.date(), {"id": hold, "flag": "legal_hold"}))
    with pytest.raises(Refused, match="held"):
        erase_case(EraseCase(case.number, "AVG 17"), now)

    record(case, now, Draft("flag_resolved", now.date(), {"id": hold, "reason": "voorbij"}))
    assert len(erase_case(EraseCase(case.number, "AVG 17"), now)) == 1


def test_both_files_of_one_person_are_erased_together(owner, open_a_case, now):
    case, other = open_a_case(owner), open_a_case(owner)
    merge_cases(owner, case.number, other.number, "dezelfde persoon", now)

    with pytest.raises(Refused, match="merged"):
        erase_case(EraseCase(other.number, "AVG 17"), now)
    certificates = erase_case(EraseCase(case.number, "AVG 17"), now)

    assert {c.number for c in certificates} == {case.number, other.number}
    assert (opens(case), opens(other), codes()) == (0, 0, [])


def test_an_erasure_that_was_cut_off_is_finished(case, now, monkeypatch):
    """A crash between the commit and the key: the chain says that it was erased."""
    with monkeypatch.context() as patched:
        patched.setattr(type(keys()), "destroy", lambda *_: (_ for _ in ()).throw(OSError()))
        with pytest.raises(OSError):
            erase_case(EraseCase(case.number, "AVG 17"), now)
    assert codes() == ["key_is_back"]

    followed = follow_destroyed(now + LATER)

    assert followed.keys_destroyed == (case.number,)
    assert codes() == []
    with pytest.raises(KeyDestroyed):
        keys().key_of(case.id)


def test_a_status_that_was_changed_in_the_database_destroys_no_key(case, now):
    Case.objects.filter(id=case.id).update(status="erased")

    assert follow_destroyed(now).keys_destroyed == ()
    assert opens(case) > 0
    assert codes() == ["key_is_back"]


# ------------------------------------------------------------------ sealing


def seal(case: Case, number: int, owner, colleague, now) -> None:
    with writing(owner, case.number, now, "seal") as opened:
        proposal = propose_seal(opened, number, "verkeerd dossier")
    confirm_seal(colleague, case.number, proposal, now + LATER)


def test_a_sealed_entry_is_gone_and_the_chain_verifies(case, owner, colleague, now):
    state = chronology.read(case.id)
    note = next(r for r in state.records if r.kind == "note_added")
    name = EntryKey.objects.get(entry__case=case, entry__number=note.number).id

    seal(case, note.number, owner, colleague, now)

    state = chronology.read(case.id)
    assert state.record(note.number) is None
    assert state.sealed == {note.number}
    assert str(note.data["text"]) not in str(state)
    assert name in keys().destroyed()
    assert codes() == []


def test_a_sealed_identity_is_found_no_longer_and_the_one_before_is(
    owner, colleague, open_a_case, now
):
    case = open_a_case(owner)
    record(case, now, Draft("identity_recorded", now.date(), OTHER))
    number = Case.objects.get(id=case.id).head_number
    assert tokens(case) == tokens_of(OTHER)

    seal(case, number, owner, colleague, now)

    assert tokens(case) == tokens_of(IDENTITY)


def test_the_only_identity_takes_its_tokens_along(owner, colleague, open_a_case, now):
    case = open_a_case(owner)
    number = next(r.number for r in chronology.read(case.id).records if "identity" in r.kind)

    seal(case, number, owner, colleague, now)

    assert tokens(case) == set()


def tokens(case: Case) -> set[bytes]:
    found = SearchToken.objects.filter(case=case).values_list("token", flat=True)
    return {bytes(token) for token in found}


def test_a_sealed_referral_is_in_no_list(case, owner, colleague, now):
    state = chronology.read(case.id)
    waiting = next(r for r in state.referrals.values() if r.status == "sent")

    seal(case, waiting.number, owner, colleague, now)

    assert not case.referrals.filter(id=waiting.id).exists()


def test_what_others_rest_on_is_not_sealed(case, owner, now):
    state = chronology.read(case.id)
    seen = next(r for r in state.referrals.values() if r.status == "seen")

    refused = pytest.raises(Refused, match="others_rest_on_it")
    with writing(owner, case.number, now, "seal") as opened, refused:
        propose_seal(opened, seen.number, "verkeerd dossier")


@pytest.mark.parametrize("number", [0, 1, 9999])
def test_some_entries_are_never_sealed(case, owner, now, number):
    refused = pytest.raises(Refused, match="not_sealable")
    with writing(owner, case.number, now, "seal") as opened, refused:
        propose_seal(opened, number, "verkeerd dossier")


def test_nobody_seals_alone(case, owner, colleague, now):
    with writing(owner, case.number, now, "seal") as opened:
        proposal = propose_seal(opened, 2, "verkeerd dossier")

    with pytest.raises(Refused, match="same_person"):
        confirm_seal(owner, case.number, proposal, now)
    assert chronology.read(case.id).record(2) is not None

    with writing(colleague, case.number, now, "seal") as opened:
        refuse_seal(opened, proposal)
    with pytest.raises(Refused, match="no_proposal"):
        confirm_seal(colleague, case.number, proposal, now)


def test_only_who_oversees_the_owners_cases_seals(case, owner, partner, member, now):
    worker = member(owner.organisation, "worker")
    for other in (partner, worker):
        with pytest.raises(CaseworkError), writing(other, case.number, now, "seal") as opened:
            propose_seal(opened, 2, "verkeerd dossier")


def test_a_form_that_is_sent_twice_seals_once(case, owner, colleague, now):
    with writing(owner, case.number, now, "seal") as opened:
        proposal = propose_seal(opened, 2, "verkeerd dossier")
    token = uuid4()

    confirm_seal(colleague, case.number, proposal, now, token)
    confirm_seal(colleague, case.number, proposal, now, token)

    assert waiting_seals(open_case(colleague, case.number, now)) == []
    assert codes() == []


# ------------------------------------------------------------------ after a restored backup


@pytest.fixture
def backup(database):
    """Return functions that copy the database aside, and put the copy back in its place."""
    return Backup(database)


class Backup:
    def __init__(self, database) -> None:
        self.database = database
        self.aside = database.folder / "aside.sqlite3"
        self.name = f"{database.settings['NAME']}_aside"

    def make(self) -> None:
        connection.close()
        if self.database.vendor == "sqlite":
            shutil.copy(self.database.path, self.aside)
        else:
            self._administer(f"create database {self.name} template {self._live}")

    def put_back(self) -> None:
        connection.close()
        if self.database.vendor == "sqlite":
            for end in ("-wal", "-shm"):
                self.database.path.with_name(f"{self.database.path.name}{end}").unlink(
                    missing_ok=True
                )
            shutil.copy(self.aside, self.database.path)
        else:
            self._administer(f"drop database {self._live} with (force)")
            self._administer(f"alter database {self.name} rename to {self._live}")

    @property
    def _live(self) -> str:
        return str(self.database.settings["NAME"])

    def _administer(self, sql: str) -> None:
        where = f"host={self.database.settings['HOST']} user=postgres dbname=postgres"
        with psycopg.connect(where, autocommit=True) as administrator:
            administrator.execute(sql)


def test_a_restored_backup_opens_nothing_that_was_erased(case, backup, open_a_case, now):
    kept = open_a_case()
    backup.make()
    erase_case(EraseCase(case.number, "AVG 17"), now)
    backup.put_back()
    assert rows_of(case) > 0
    assert EntryKey.objects.filter(entry__case=case).count() > 1
    assert codes() == ["not_followed"]

    followed = follow_destroyed(now + LATER)

    assert (followed.erased, followed.sealed) == ((case.number,), ())
    assert (rows_of(case), opens(case), EntryKey.objects.filter(entry__case=case).count()) == (
        0,
        0,
        0,
    )
    assert (opens(kept), codes()) == (4, [])
    assert follow_destroyed(now + LATER).erased == ()


def test_a_restored_backup_opens_no_entry_that_was_sealed(case, backup, owner, colleague, now):
    backup.make()
    note = next(r for r in chronology.read(case.id).records if r.kind == "note_added")
    seal(case, note.number, owner, colleague, now)
    backup.put_back()
    assert chronology.read(case.id).record(note.number) is not None
    assert codes() == ["not_followed"]

    followed = follow_destroyed(now + 2 * LATER)

    assert (followed.erased, followed.sealed) == ((), (case.number,))
    assert chronology.read(case.id).record(note.number) is None
    assert codes() == []
    assert follow_destroyed(now + 2 * LATER).sealed == ()


def test_an_old_backup_of_the_keys_opens_nothing_either(case, database, now):
    aside = database.folder / "keys-aside"
    shutil.copytree(database.keys, aside)
    erase_case(EraseCase(case.number, "AVG 17"), now)
    shutil.copy(aside / "keys.sqlite3", database.keys / "keys.sqlite3")
    database.restart_keys()
    assert [r.kind for r in chronology.read(case.id).records] == ["case_erased"]
    assert codes() == ["key_is_back"]

    assert follow_destroyed(now + LATER).keys_destroyed == (case.number,)
    assert (opens(case), codes()) == (0, [])


def test_what_is_deleted_from_the_key_store_is_overwritten(case, database, now):
    before = (database.keys / "keys.sqlite3").read_bytes()
    assert case.id.bytes in before
    erase_case(EraseCase(case.number, "AVG 17"), now)

    found = (database.keys / "keys.sqlite3").read_bytes()
    wrapped = before[before.index(case.id.bytes) + 16 :][:60]
    assert wrapped not in found


def test_entries_stay_as_ciphertext(case, now):
    count = Entry.objects.filter(case=case).count()
    erase_case(EraseCase(case.number, "AVG 17"), now)

    assert Entry.objects.filter(case=case).count() == count + 1
