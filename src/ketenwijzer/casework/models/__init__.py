"""The tables: people who sign in, the chronology that is the truth, and rows that follow it."""

from .accounts import FactorReset, PeopleChange, StartCode, Tally
from .case import Case, Checkpoint, CheckpointHead, Entry, EntryKey
from .drafts import Draft, SavedList
from .log import AccessLine, SearchAsked
from .people import Deputy, Member, OnCall, Organisation
from .rows import NEVER, Bar, Involvement, ReferralRow, SearchToken, TaskRow

__all__ = [
    "NEVER",
    "AccessLine",
    "Bar",
    "Case",
    "Checkpoint",
    "CheckpointHead",
    "Deputy",
    "Draft",
    "Entry",
    "EntryKey",
    "FactorReset",
    "Involvement",
    "Member",
    "OnCall",
    "Organisation",
    "PeopleChange",
    "ReferralRow",
    "SavedList",
    "SearchAsked",
    "SearchToken",
    "StartCode",
    "Tally",
    "TaskRow",
]
