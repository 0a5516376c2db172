"""Words of the search before a case is opened."""

from ...engine.vocabulary import Text

WORDS = {
    "title": Text("Zoeken", "Search"),
    "lead": Text(
        "Kijk of er al een dossier is voordat u er een opent. Zij hoeft haar verhaal dan niet"
        " opnieuw te doen.",
        "See whether there is a case before you open one. Then she need not tell her story again.",
    ),
    "name": Text("Naam, zoals u hem hoorde", "Name, as you heard it"),
    "name_hint": Text(
        "Schrijfwijze en schrift maken niet uit.", "Spelling and script do not matter."
    ),
    "birth_year": Text("Geboortejaar", "Year of birth"),
    "birth_year_hint": Text(
        "Een schatting mag; een jaar ernaast telt ook.",
        "A guess will do; a year beside it counts too.",
    ),
    "purpose": Text("Waarvoor zoekt u?", "What do you search for?"),
    "purpose_hint": Text("Dit wordt vastgelegd.", "This is recorded."),
    "search": Text("Zoeken", "Search"),
    "result": Text("Uitkomst", "Outcome"),
    "own": Text("Dossiers die u kunt openen", "Cases that you can open"),
    "no_own": Text(
        "Onder de dossiers die u kunt openen is er geen dat past.",
        "Among the cases that you can open none fits.",
    ),
    "neutral": Text(
        "Dit antwoord zegt niets over andere dossiers. Is er elders een, dan hoort de "
        "eigenaar dat u zocht en kan die contact met u opnemen. Wacht daar niet op als zij nu"
        " hulp nodig heeft.",
        "This answer says nothing about other cases. If there is one elsewhere, its owner "
        "hears that you searched and may contact you. Do not wait for that if she needs help "
        "now.",
    ),
    "emergency": Text(
        "Er is nood en u kent het nummer van het dossier: noodtoegang",
        "There is an emergency and you know the number of the case: emergency access",
    ),
    "anyway": Text("Toch een nieuw dossier openen", "Open a new case anyway"),
}
