"""Who holds the database and the signing key is still found out by a witness (safety rule 20)."""

import json

import pymerkle
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from ketenwijzer.casework.checkpoints import lines, make_checkpoint
from ketenwijzer.casework.chronology import Draft, write
from ketenwijzer.casework.errors import WitnessRefused
from ketenwijzer.casework.guards import missing_guards
from ketenwijzer.casework.keystore import keys
from ketenwijzer.casework.models import Case, Checkpoint, CheckpointHead, Entry, EntryKey
from ketenwijzer.casework.state import Author
from ketenwijzer.casework.tree import Head, Tree, leaf_hash, line_of
from ketenwijzer.casework.verify import verify
from ketenwijzer.casework.witness import keep, recall, told
from tests.casework.tampering import rewrite, sign_everything_anew, without_guards


@pytest.fixture
def cases(database, open_a_case, now):
    found = [open_a_case() for _ in range(3)]
    make_checkpoint(now)
    return found


@pytest.fixture(params=["file", "folder"])
def place(request, tmp_path):
    """Return where the witness keeps what it saw, apart from the database."""
    if request.param == "folder":
        (tmp_path / "witness").mkdir()
    return tmp_path / "witness"


def public_key() -> bytes:
    return keys().signing_key().public_key().public_bytes_raw()


def see(place) -> int:
    return keep(place, public_key(), lines())[1]


def append(case: Case, now) -> None:
    case.refresh_from_db()
    write(case, [Draft("note_added", now.date(), {"text": "Proef"})], Author(None, None), now)
    case.save()
    make_checkpoint(now)


def forge(case: Case) -> None:
    """Do what an insider with the database and every key can do, and leave no trace in it."""
    with without_guards():
        rewrite(case, 3, lambda said: said.update(on="2001-02-03"))
        sign_everything_anew()


def attack_is_perfect() -> bool:
    return verify().faults == [] and missing_guards(connection) == []


# ------------------------------------------------------------------ the attack


def test_history_that_was_rewritten_and_signed_anew_is_found(cases, place):
    see(place)
    forge(cases[1])
    assert attack_is_perfect()

    with pytest.raises(WitnessRefused) as refused:
        see(place)
    faults = verify(recall(place)).faults

    assert refused.value.code == "changed"
    assert [(f.code, f.case, f.entry, f.detail) for f in faults] == [
        ("witness_checkpoint", "", 1, ""),
        ("witness_head", cases[1].number, 1, "4"),
    ]


def test_the_part_that_was_rewritten_is_narrowed_down(cases, place, now):
    append(cases[1], now)
    append(cases[1], now)
    see(place)
    with without_guards():
        rewrite(cases[1], 6, lambda said: said.update(on="2001-02-03"))
        sign_everything_anew()
    assert attack_is_perfect()

    faults = verify(recall(place)).faults

    assert (faults[-1].case, faults[-1].entry, faults[-1].detail) == (cases[1].number, 6, "6")


def test_a_case_that_was_removed_and_signed_away_is_found(cases, place):
    see(place)
    gone = cases[1].id
    with without_guards():
        CheckpointHead.objects.filter(case=gone).delete()
        EntryKey.objects.filter(entry__case=gone).delete()
        Entry.objects.filter(case=gone).delete()
        Case.objects.filter(id=gone).delete()
        sign_everything_anew()
    assert attack_is_perfect()

    codes = {fault.code for fault in verify(recall(place)).faults}

    assert codes == {"witness_checkpoint", "witness_head"}


def test_entries_that_were_cut_off_and_signed_away_are_found(cases, place, now):
    append(cases[1], now)
    see(place)
    last = Checkpoint.objects.latest("id")
    with without_guards():
        CheckpointHead.objects.filter(checkpoint=last).delete()
        last.delete()
        EntryKey.objects.filter(entry__case=cases[1], entry__number=5).delete()
        Entry.objects.filter(case=cases[1], number=5).delete()
        entry = Entry.objects.get(case=cases[1], number=4)
        Case.objects.filter(id=cases[1].id).update(head_number=4, head_digest=entry.digest)
    assert attack_is_perfect()

    faults = verify(recall(place)).faults

    assert ("witness_head", cases[1].number, 5) in {(f.code, f.case, f.entry) for f in faults}


def test_new_checkpoints_on_a_rewritten_history_are_refused(cases, place, now):
    see(place)
    forge(cases[1])
    append(cases[1], now)

    with pytest.raises(WitnessRefused):
        keep(place, public_key(), lines(after=Checkpoint.objects.earliest("id").id))


# ------------------------------------------------------------------ honest days


def test_a_witness_takes_what_is_new_and_nothing_twice(cases, place, now):
    assert see(place) == 1
    assert see(place) == 0

    append(cases[0], now)
    append(cases[2], now)

    assert see(place) == 2
    assert verify(recall(place)).faults == []


def test_what_a_witness_keeps_is_only_added_to(cases, tmp_path, now):
    place = tmp_path / "witness"
    see(place)
    before = place.read_bytes()
    append(cases[0], now)
    see(place)

    assert place.read_bytes().startswith(before)
    assert len(place.read_bytes().splitlines()) == 3


def test_half_a_line_of_a_crash_is_made_good(cases, tmp_path):
    place = tmp_path / "witness"
    see(place)
    whole = place.read_bytes()
    place.write_bytes(whole[:-20])

    assert see(place) == 1
    assert place.read_bytes() == whole


def test_a_witness_that_was_touched_says_so(cases, tmp_path):
    place = tmp_path / "witness"
    see(place)
    texts = place.read_text().splitlines()
    line = json.loads(texts[1])
    line["heads"][0][1] += 1
    place.write_text("\n".join([texts[0], json.dumps(line), ""]))

    with pytest.raises(WitnessRefused) as refused:
        recall(place)
    assert refused.value.code == "root"


def test_another_key_is_refused(cases, place):
    see(place)
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()

    with pytest.raises(WitnessRefused) as refused:
        keep(place, other, lines())
    assert refused.value.code == "other_key"


def test_a_gap_is_refused(cases, place, now):
    append(cases[0], now)
    second = Checkpoint.objects.latest("id").id

    with pytest.raises(WitnessRefused) as refused:
        keep(place, public_key(), lines(after=second - 1))
    assert refused.value.code == "gap"


@pytest.mark.parametrize("feed", [[], ["{}"], ["[]"], ["null"], ["x"], ['{"key": "00"}']])
def test_what_is_no_feed_is_refused(feed):
    with pytest.raises(WitnessRefused):
        told(feed)


def test_a_line_is_read_as_it_was_written(cases):
    for line in lines():
        assert line_of(line.text()) == line


# ------------------------------------------------------------------ the tree


def test_the_roots_are_those_of_an_independent_checker(cases, now):
    append(cases[0], now)
    append(cases[1], now)
    other = pymerkle.InmemoryTree(algorithm="sha256")

    for line in lines():
        for head in line.heads:
            other.append_entry(head.content())
        assert other.get_root() == line.checkpoint.root

    first = Checkpoint.objects.earliest("id")
    last = Checkpoint.objects.latest("id")
    proof = other.prove_consistency(first.size, last.size)
    pymerkle.verify_consistency(bytes(first.root), bytes(last.root), proof)


@given(st.lists(st.binary(max_size=40), max_size=70), st.data())
def test_a_tree_of_any_size_is_that_of_an_independent_checker(leaves, data):
    other = pymerkle.InmemoryTree(algorithm="sha256")
    pause = data.draw(st.integers(0, len(leaves)))
    tree = Tree()
    for number, leaf in enumerate(leaves):
        if number == pause:
            tree = Tree.unpacked(tree.size, tree.packed())
        tree.add(leaf_hash(leaf))
        other.append_entry(leaf)

    assert tree.size == len(leaves)
    assert not leaves or tree.root() == other.get_root()


def test_a_node_cannot_pass_for_a_leaf():
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    two = Tree()
    two.add(left)
    two.add(right)

    assert two.root() != leaf_hash(left + right)


def test_every_part_of_a_head_counts(cases):
    head = next(iter(next(lines()).heads))
    moved = Head(head.case, head.number + 1, head.digest)

    assert len({head.leaf(), moved.leaf(), Head(cases[0].id, 4, bytes(32)).leaf()}) == 3
