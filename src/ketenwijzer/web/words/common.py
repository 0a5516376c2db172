"""Words that every page shares."""

from ...engine.vocabulary import Text

WORDS = {
    "site": Text("Ketenwijzer", "Ketenwijzer"),
}
