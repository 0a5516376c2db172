"""Words of what a desk was told, and of the calendar to follow."""

from ...engine.vocabulary import Text

WORDS = {
    "title": Text("Meldingen", "Notices"),
    "lead": Text(
        "Wat nieuw is, bijna moet, vandaag moet of te laat is. Een melding verdwijnt vanzelf als "
        "het gedaan is of een andere dag krijgt.",
        "What is new, must be done soon or today, or is late. A notice goes away by itself when it "
        "is done or gets another day.",
    ),
    "new": Text("nieuw", "new"),
    "soon": Text("bijna", "soon"),
    "due": Text("vandaag", "today"),
    "late": Text("te laat", "late"),
    "escalated": Text("te lang te laat", "late for too long"),
    "empty": Text("Er zijn geen meldingen.", "There are no notices."),
    "empty_do": Text(
        "Zodra iets een dag krijgt of een dag dichterbij komt, staat het hier.",
        "As soon as something gets a day, or a day comes near, it is here.",
    ),
    "duty": Text("plicht", "duty"),
    "task": Text("eigen taak", "own task"),
    "reminders": Text("Herinneringen", "Reminders"),
    "reminders_why": Text(
        "Meldingen staan altijd hier, na het aanmelden. Daarbuiten komt alleen wat u zelf kiest.",
        "Notices are always here, after signing in. Outside, there is only what you choose.",
    ),
    "mail": Text("E-mail", "E-mail"),
    "mail_why": Text(
        "Hooguit één e-mail per dag, met alleen de woorden dat er iets op u wacht.",
        "At most one e-mail a day, with only the words that something is waiting for you.",
    ),
    "email": Text("E-mailadres", "E-mail address"),
    "email_hint": Text(
        "Gebruik het adres van uw werk. Laat leeg om geen e-mail te krijgen.",
        "Use the address of your work. Leave empty to get no e-mail.",
    ),
    "email_wrong": Text(
        "Dit is geen e-mailadres. Vul een adres in zoals naam@werk.example, of laat het leeg.",
        "This is no e-mail address. Enter one like name@work.example, or leave it empty.",
    ),
    "calendar": Text("Agenda volgen", "Follow a calendar"),
    "calendar_why": Text(
        "In een ander agendaprogramma kunt u zien op welke dagen u iets te doen hebt. Daar staat "
        "alleen ‘Taak’, de hele dag, en nooit waarover.",
        "In another calendar program you can see on which days you have something to do. It says "
        "only “Task”, all day, and never what about.",
    ),
    "calendar_careful": Text(
        "Wie het adres heeft, ziet die dagen. Deel het met niemand. Het werkt 90 dagen; u kunt het "
        "altijd intrekken.",
        "Whoever has the address sees those days. Share it with nobody. It works for 90 days; you "
        "can always take it back.",
    ),
    "calendar_off": Text("Er is geen agenda te volgen.", "There is no calendar to follow."),
    "calendar_on": Text("Te volgen tot en met {until}.", "Can be followed up to {until}."),
    "calendar_make": Text("Maak een adres", "Make an address"),
    "calendar_anew": Text(
        "Maak een nieuw adres; het oude werkt dan niet meer",
        "Make a new address; the old one then no longer works",
    ),
    "calendar_stop": Text("Trek het adres in", "Take the address back"),
    "calendar_stopped": Text("Het adres werkt niet meer.", "The address no longer works."),
    "calendar_address": Text(
        "Dit is het adres. U ziet het maar één keer: kopieer het nu.",
        "This is the address. You see it only once: copy it now.",
    ),
}
