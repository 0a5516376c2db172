"""Makes a chunk of cases: sealed and chained with real keys, with the rows that lists need."""

import secrets
from datetime import datetime
from typing import cast
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ketenwijzer.casework import chronology
from ketenwijzer.casework.decision import Decision
from ketenwijzer.casework.fold import fold
from ketenwijzer.casework.keys import KEY_BYTES, NONCE_BYTES, FileKeys
from ketenwijzer.casework.keystore import keys
from ketenwijzer.casework.log import write_line
from ketenwijzer.casework.models import Case, Member, SearchToken
from ketenwijzer.casework.position import agreement
from ketenwijzer.casework.rows import replace_tokens, write_rows
from ketenwijzer.casework.state import Author, CaseState, Record

from .captured import Captured, captured
from .people import Partner, People
from .rows import Rows
from .stories import Deed, Story, story

# So many rows of one table can a case have at most: chunks must not give the same number twice.
MOST_ROWS = 100


def made(indexes: range, people: People, now: datetime) -> Rows:
    """Return the rows of these cases; their keys are kept in the key store in one transaction."""
    stories = [story(index, people, now) for index in indexes]
    _keep_keys([one.id for one in stories])
    with captured(indexes.start * MOST_ROWS) as kept:
        for one in stories:
            _live(one, kept, now)
    return kept.rows


def _live(one: Story, kept: Captured, now: datetime) -> None:
    case = Case(id=one.id, number=one.number, opened_at=one.deeds[0].at)
    records: list[Record] = []
    for deed in one.deeds:
        author = Author(deed.by.organisation, deed.member, deed.by.role)
        token = UUID(int=secrets.randbits(128), version=4)
        records += chronology.write(case, deed.drafts, author, deed.at, token)
        write_line(case.id, _member(deed), deed.activity, _decided(deed), deed.at)
    state = fold(case.id, records)
    before = kept.count(SearchToken)
    write_rows(case, state, now)
    if kept.count(SearchToken) == before:
        _index(case, state)
    kept.keep(case)


def _index(case: Case, state: CaseState) -> None:
    identity = state.latest.get("identity_recorded")
    if identity is not None:
        replace_tokens(case, identity)


def _member(deed: Deed) -> Member:
    return Member(id=deed.member, organisation_id=deed.by.organisation)


def _decided(deed: Deed) -> Decision:
    known = agreement()
    policy = f"{known.id} {known.version}"
    return Decision(True, "assigned", policy, "", _purpose(deed.by))


def _purpose(partner: Partner) -> str:
    return agreement().roles[partner.role].purposes[0]


def _keep_keys(holders: list[UUID]) -> None:
    """Make keys as `FileKeys.new_key` does, but all in one transaction, and have them at hand."""
    provider = cast(FileKeys, keys())
    wrapping = AESGCM(provider._wrapping)
    made = {holder: secrets.token_bytes(KEY_BYTES) for holder in holders}
    rows = []
    for holder, key in made.items():
        nonce = secrets.token_bytes(NONCE_BYTES)
        rows.append((holder.bytes, nonce + wrapping.encrypt(nonce, key, holder.bytes)))
    with provider._open() as store:
        store.executemany("insert into case_keys values (?, ?)", rows)
    provider._wrapped = made.__getitem__  # type: ignore[assignment]
