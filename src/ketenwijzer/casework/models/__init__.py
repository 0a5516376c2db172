"""The tables: people who sign in, the chronology that is the truth, and rows that follow it."""

from .accounts import FactorReset, PeopleChange, SignOnLink, StartCode, Tally
from .case import Case, Checkpoint, CheckpointHead, Entry, EntryKey
from .documents import Document, DocumentPiece
from .drafts import Draft, SavedList
from .log import AccessLine, SearchAsked
from .notices import Feed, Mailing, Notice
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
    "Document",
    "DocumentPiece",
    "Draft",
    "Entry",
    "EntryKey",
    "FactorReset",
    "Feed",
    "Involvement",
    "Mailing",
    "Member",
    "Notice",
    "OnCall",
    "Organisation",
    "PeopleChange",
    "ReferralRow",
    "SavedList",
    "SearchAsked",
    "SearchToken",
    "SignOnLink",
    "StartCode",
    "Tally",
    "TaskRow",
]
