"""Every word on a page, in both languages side by side; a module per part of the site.

A template says `{% say "worklist.title" %}`; a test finds what is missing or not used.
"""

from ...engine.vocabulary import Text
from . import (
    account,
    activity,
    admin,
    answer,
    case,
    common,
    consent,
    desk,
    detail,
    documents,
    export,
    guard,
    intake,
    letters,
    notices,
    plain,
    referral,
    rights,
    search,
    section,
    statement,
    worklist,
)

PARTS = (
    common,
    account,
    admin,
    worklist,
    desk,
    notices,
    search,
    intake,
    case,
    activity,
    detail,
    section,
    documents,
    statement,
    referral,
    answer,
    consent,
    guard,
    rights,
    letters,
    plain,
    export,
)
WORDS: dict[str, Text] = {
    f"{part.__name__.rpartition('.')[2]}.{name}": text
    for part in PARTS
    for name, text in part.WORDS.items()
}
