"""The frame of every page of a case: its header, its tabs, and the way to act in it."""

from dataclasses import dataclass

from django.urls import reverse

from ..casework.access import OpenCase
from ..casework.position import Seen
from ..casework.queries import Names, names_in
from ..casework.showing.header import Header, header_of
from .asked import address, reader_now
from .language import in_words
from .words import WORDS

TABS = (
    ("now", "case"),
    ("timeline", "case_timeline"),
    ("referrals", "case_referrals"),
    ("consent", "case_consent"),
    ("contact", "case_contact"),
    ("notes", "case_notes"),
    ("file", "case_file"),
    ("guard", "case_guard"),
    ("people", "case_people"),
    ("log", "case_log"),
)


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab that is a link."""

    name: str
    url: str
    text: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a view needs of a case besides its own: who is who, and what is told today."""

    header: Header
    tabs: list[Tab]
    names: Names
    seen: Seen
    tab: str

    def context(self, case: OpenCase) -> dict[str, object]:
        """Return what the templates of a case use."""
        number = case.case.number
        return {
            "header": self.header,
            "tabs": self.tabs,
            "tab": self.tab,
            "number": number,
            "head": case.case.head_number,
            "record_url": reverse("record", args=(number,)),
            "what_if_url": reverse("what_if", args=(number,)),
            "refer_url": address("refer", number),
            "today": case.today,
        }


def frame_of(case: OpenCase, tab: str, seen: Seen | None = None) -> Frame:
    """Return the frame around a page of a case."""
    found = seen or case.seen()
    names = names_in(case)
    header = header_of(case, found, names, reader_now())
    tabs = [
        Tab(name, url, in_words(WORDS[f"case.tab.{name}"]))
        for name, url_name in TABS
        if (url := address(url_name, case.case.number))
    ]
    return Frame(header, tabs, names, found, tab)


def framed(case: OpenCase, tab: str, **more: object) -> dict[str, object]:
    """Return the context of a page of a case: `{% extends "case/base.html" %}` shows the frame."""
    return {**frame_of(case, tab).context(case), **more}
