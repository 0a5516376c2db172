"""Which commands there are and what may stand behind them, in Dutch and English."""

from dataclasses import dataclass

from ..engine.vocabulary import Text
from ..telling.language import LANGUAGES, Register


@dataclass(frozen=True, slots=True)
class Option:
    """Something that may stand behind a command: a place, or an option with or without a value.

    `to` is what it is called inside, where that differs; `many` how often a place may be filled.
    """

    name: str
    help: Text
    value: Text | None = None
    flag: bool = False
    choices: tuple[str, ...] = ()
    repeated: bool = False
    required: bool = False
    to: str | None = None
    many: str | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """One command: what it does, what may stand behind it, and its parts if it has any."""

    name: str
    help: Text
    options: tuple[Option, ...] = ()
    parts: tuple["Command", ...] = ()


DAY = Text("DAG", "DAY")
FILE = Text("BESTAND", "FILE")

CASE = Option(
    "case",
    Text(
        "het bestand met de zaak; `ketenwijzer example` schrijft er een",
        "the file with the case; `ketenwijzer example` writes one",
    ),
)
ON = Option(
    "--on", Text("de dag die u vraagt; zonder: vandaag", "the day you ask for; without: today"), DAY
)
KNOWN_AT = Option(
    "--known-at",
    Text(
        "alleen met wat op die dag was vastgelegd; zonder: met alles",
        "only with what was recorded by that day; without: with everything",
    ),
    DAY,
)
FOR = Option(
    "--for",
    Text(
        "voor wie: worker (hulpverlener), lawyer (advocaat) of person (haarzelf)",
        "for whom: worker, lawyer or person (herself)",
    ),
    choices=tuple(register.value for register in Register),
    to="register",
)
JSON = Option(
    "--json",
    Text("als JSON, voor andere programma's", "as JSON, for other programs"),
    flag=True,
)
HTML = Option(
    "--html",
    Text(
        "schrijf ook een pagina die niets van elders laadt",
        "also write a page that loads nothing from elsewhere",
    ),
    FILE,
)
SVG = Option("--svg", Text("schrijf ook de tekening", "also write the drawing"), FILE)
FORCE = Option(
    "--force",
    Text(
        "overschrijf ook een bestand dat ketenwijzer niet maakte",
        "also overwrite a file that ketenwijzer did not make",
    ),
    flag=True,
)
COUNTRY = Option(
    "--country",
    Text("van welk land; zonder: het eerste", "of which country; without: the first"),
    Text("LAND", "COUNTRY"),
)
LANG = Option(
    "--lang",
    Text("nl of en; zonder: de taal van de omgeving", "nl or en; without: that of the environment"),
    choices=LANGUAGES,
)
SUPPOSED = Option(
    "--event",
    Text(
        "dag en gebeurtenis, zoals '2021-05-04 report by=police'; mag vaker",
        "day and event, like '2021-05-04 report by=police'; may be repeated",
    ),
    Text("GEBEURTENIS", "EVENT"),
    repeated=True,
    required=True,
)
NORM = Option(
    "norm",
    Text(
        "de norm: zijn naam, zoals no_removal, of woorden uit zijn titel",
        "the norm: its name, like no_removal, or words of its title",
    ),
)
NORMS = Option(
    "words",
    Text("normen of lagen; zonder: de lijst", "norms or layers; without: the list"),
    many="*",
)
VERSIONS = Option(
    "words",
    Text(
        "een laag, en twee versies; zonder: de lijst",
        "a layer, and two versions; without: the list",
    ),
    many="*",
)
WORDS = Option(
    "words",
    Text("alleen wat een van deze woorden bevat", "only what has one of these words"),
    many="*",
)
SCHEMA = Option(
    "part",
    Text(
        "position, case of protocol; zonder: position",
        "position, case or protocol; without: position",
    ),
    many="?",
)
DEMONSTRATION = Option(
    "--demonstration",
    Text(
        "met een verzonnen keten en verzonnen dossiers, alleen op deze machine",
        "with an invented chain and invented cases, on this machine only",
    ),
    flag=True,
)
FRESH = Option(
    "--fresh",
    Text("maak de demonstratie opnieuw", "make the demonstration anew"),
    flag=True,
)
PORT = Option(
    "--port",
    Text("de poort; zonder: 8000", "the port; without: 8000"),
    Text("POORT", "PORT"),
)
HOME = Option(
    "--home",
    Text(
        "de map van de installatie; zonder: KETENWIJZER_HOME, of anders var",
        "the folder of the installation; without: KETENWIJZER_HOME, or else var",
    ),
    Text("MAP", "FOLDER"),
)

PARTS = (
    Command("lint", Text("kijk alle wetsbestanden na", "check all law files"), (COUNTRY,)),
    Command(
        "show",
        Text("lees de tekst zoals die op een dag gold", "read the text as it stood on a day"),
        (NORMS, ON, COUNTRY),
    ),
    Command(
        "diff",
        Text("zie wat tussen twee versies veranderde", "see what changed between two versions"),
        (VERSIONS, COUNTRY),
    ),
    Command(
        "questions",
        Text(
            "wat gevraagd kan worden, en wat de bronnen open laten",
            "what may be asked, and what the sources leave open",
        ),
        (COUNTRY,),
    ),
)

COMMANDS = (
    Command(
        "position",
        Text("hoe het recht er op een dag voor staat", "how the law stands on a day"),
        (CASE, ON, KNOWN_AT, FOR, JSON, HTML, FORCE),
    ),
    Command(
        "timeline",
        Text("het verloop van een zaak, getekend", "the course of a case, drawn"),
        (CASE, ON, KNOWN_AT, SVG, HTML, FORCE),
    ),
    Command(
        "what-if",
        Text(
            "wat anders zou zijn als iets gebeurde; er wordt niets bewaard",
            "what would be different if something happened; nothing is kept",
        ),
        (CASE, SUPPOSED, ON, KNOWN_AT),
    ),
    Command(
        "why",
        Text(
            "waarom een norm zo staat, en wat dat zou veranderen",
            "why a norm stands as it does, and what would change it",
        ),
        (CASE, NORM, ON, KNOWN_AT),
    ),
    Command(
        "protocol",
        Text("de wet als gegevens", "the law as data"),
        parts=PARTS,
    ),
    Command(
        "events",
        Text(
            "wat er kan gebeuren, met alle kenmerken, in beide talen",
            "what can happen, with all attributes, in both languages",
        ),
        (WORDS, COUNTRY),
    ),
    Command(
        "example",
        Text("een zaak met uitleg om mee te beginnen", "a commented case to start from"),
        (COUNTRY,),
    ),
    Command(
        "demo",
        Text("een gepubliceerde zaak, hier en als pagina", "a published case, here and as a page"),
        (COUNTRY,),
    ),
    Command(
        "schema",
        Text("het schema van de JSON of van een bestand", "the schema of the JSON or of a file"),
        (SCHEMA,),
    ),
    Command(
        "serve",
        Text("start de toepassing op deze machine", "start the application on this machine"),
        (DEMONSTRATION, FRESH, PORT, HOME),
    ),
    Command(
        "tick",
        Text(
            "doe wat een dag brengt: verlopen doorverwijzingen, nieuwe termijnen",
            "do what a day brings: expired referrals, new terms",
        ),
    ),
)
