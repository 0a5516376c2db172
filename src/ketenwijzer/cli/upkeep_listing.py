"""The commands for whoever keeps an installation: what may stand behind them, in both languages."""

from ..engine.vocabulary import Text
from .listing import FILE, Command, Option

WITNESS = Option(
    "--witness",
    Text(
        "vergelijk ook met wat een getuige elders heeft gezien",
        "also compare with what a witness elsewhere has seen",
    ),
    FILE,
)
FEED = Option(
    "--feed",
    Text(
        "druk alles af wat een getuige moet zien",
        "print all that a witness must see",
    ),
    flag=True,
)
AFTER = Option(
    "--after",
    Text("alleen de controlepunten na dit", "only the checkpoints after this one"),
    Text("NUMMER", "NUMBER"),
)
PLACE = Option(
    "place",
    Text(
        "het bestand, of de map, waarin de getuige bewaart wat hij zag",
        "the file, or the folder, in which the witness keeps what it saw",
    ),
)
FROM = Option(
    "--from",
    Text(
        "lees wat `checkpoint --feed` elders afdrukte; - is de standaardinvoer",
        "read what `checkpoint --feed` printed elsewhere; - is standard input",
    ),
    FILE,
    to="feed_from",
)
NUMBER = Option("number", Text("het nummer van het dossier", "the number of the case"))
GROUND = Option(
    "--ground",
    Text(
        "de grond van de wissing, zonder haar naam",
        "the ground of the erasure, without her name",
    ),
    Text("GROND", "GROUND"),
    required=True,
)
CERTIFICATE = Option(
    "--certificate",
    Text("schrijf het bewijs ook in een bestand", "also write the certificate to a file"),
    FILE,
)

ACCOUNT = Option(
    "--account",
    Text(
        "de aanmeldnaam van het account dat gestolen is, of waarmee het verloren apparaat "
        "aangemeld was; zonder: over een dump van de database",
        "the sign-in name of the stolen account, or with which the lost device was signed in; "
        "without: about a dump of the database",
    ),
    Text("NAAM", "NAME"),
)
SINCE = Option(
    "--since",
    Text("vanaf welke dag; zonder: altijd", "from which day on; without: always"),
    Text("DAG", "DAY"),
)
UNTIL = Option(
    "--until",
    Text("tot en met welke dag; zonder: nu", "up to and including which day; without: now"),
    Text("DAG", "DAY"),
)

FOLDER = Option("place", Text("een nieuwe, lege map", "a new, empty folder"))
BACKUP = Option("place", Text("de map met de back-up", "the folder with the backup"))
REPLACE = Option(
    "--replace",
    Text(
        "ook als hier dossiers staan; die worden eerst bewaard",
        "also where there are cases here; those are kept first",
    ),
    flag=True,
)

ORGANISATION = Option("organisation", Text("hoe zij heet", "what it is called"))
ROLE = Option(
    "--role",
    Text("welke partij van de afspraak zij is", "which party of the agreement it is"),
    Text("PARTIJ", "PARTY"),
    required=True,
)
ADMINISTRATOR = Option(
    "--administrator",
    Text("de aanmeldnaam van haar eerste beheerder", "the sign-in name of its first administrator"),
    Text("NAAM", "NAME"),
    required=True,
)

UPKEEP = (
    Command(
        "add-organisation",
        Text(
            "laat een organisatie beginnen, met haar eerste beheerder",
            "let an organisation begin, with its first administrator",
        ),
        (ORGANISATION, ROLE, ADMINISTRATOR),
    ),
    Command(
        "checks",
        Text(
            "kijk na of deze installatie veilig is en kan dienen",
            "check that this installation is safe and can serve",
        ),
    ),
    Command(
        "verify-chronology",
        Text(
            "kijk na of niets van wat is vastgelegd, is veranderd",
            "check that nothing that was recorded has changed",
        ),
        (WITNESS,),
    ),
    Command(
        "checkpoint",
        Text(
            "onderteken hoe alle dossiers er nu voor staan",
            "sign how all cases stand now",
        ),
        (FEED, AFTER),
    ),
    Command(
        "witness",
        Text(
            "bewaar elders wat ondertekend is, en weiger wat daar niet op aansluit",
            "keep elsewhere what was signed, and refuse what does not extend it",
        ),
        (PLACE, FROM),
    ),
    Command(
        "rebuild",
        Text(
            "maak alle lijsten opnieuw uit de vastleggingen",
            "make all lists anew from what was recorded",
        ),
    ),
    Command(
        "erase",
        Text(
            "wis een dossier voorgoed en geef er een bewijs van",
            "erase a case for good and give a certificate",
        ),
        (NUMBER, GROUND, CERTIFICATE),
    ),
    Command(
        "backup",
        Text(
            "maak een back-up van de database, zonder de sleutels",
            "make a backup of the database, without the keys",
        ),
        (FOLDER,),
    ),
    Command(
        "restore",
        Text(
            "zet een back-up terug en loop na wat sindsdien gewist is",
            "restore a backup and follow what was erased since",
        ),
        (BACKUP, REPLACE),
    ),
    Command(
        "after-restore",
        Text(
            "wis en verzegel na terugzetten van een back-up wat al gewist of verzegeld was",
            "after restoring a backup, erase and seal what had been already",
        ),
    ),
    Command(
        "breach",
        Text(
            "welke dossiers door een gestolen account of een dump blootlagen",
            "whose cases a stolen account or a dump exposed",
        ),
        (ACCOUNT, SINCE, UNTIL),
    ),
)
