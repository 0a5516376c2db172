"""Words of the administration of an organisation and of the directory of partners."""

from ...engine.vocabulary import Text

WORDS = {
    "people": Text("Medewerkers", "People"),
}
