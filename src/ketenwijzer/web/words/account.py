"""Words of this part of the site."""

from ...engine.vocabulary import Text

WORDS = {
    "title": Text("Titel", "Title"),
}
