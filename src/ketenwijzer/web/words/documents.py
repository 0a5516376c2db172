"""Words of the files of a case: what there is, adding one, and why one cannot be opened yet."""

from ...engine.vocabulary import Text

WORDS = {
    "title": Text("Documenten", "Documents"),
    "why": Text(
        "Bestanden die bij dit dossier horen en die u mag zien. U opent ze op uw eigen apparaat: "
        "wat u daar bewaart, bewaakt ketenwijzer niet meer. Er zijn geen voorbeelden in het klein.",
        "Files that belong to this case and that you may see. You open them on your own device: "
        "what you keep there is no longer guarded by ketenwijzer. There are no small previews.",
    ),
    "link": Text("Documenten bij dit dossier", "Documents of this case"),
    "new": Text("Document toevoegen", "Add a document"),
    "open": Text("Openen", "Open"),
    "opens": Text("{format}, {kilobytes} kB", "{format}, {kilobytes} kB"),
    "untitled": Text(
        "Document zonder omschrijving voor u", "Document without a description for you"
    ),
    "later": Text("er is een nieuwere versie", "there is a newer version"),
    "own_only": Text("alleen uw organisatie", "your organisation only"),
    "held": Text("wacht op de scanner", "waits for the scanner"),
    "held_why": Text(
        "Niemand kan dit openen, tot een scanner er niets kwaadaardigs in vond.",
        "Nobody can open this until a scanner found nothing malicious in it.",
    ),
    "destroyed": Text("vernietigd", "destroyed"),
    "destroyed_why": Text(
        "Er zat kwaadaardige software in. De inhoud is weg.",
        "There was malicious software in it. What it held is gone.",
    ),
    "empty": Text("Geen documenten die u mag zien", "No documents that you may see"),
    "empty_why": Text(
        "Voeg alleen toe wat anderen nodig hebben om haar te helpen.",
        "Add only what others need to help her.",
    ),
    # --- adding one
    "section": Text("Bij welk onderdeel", "To which section"),
    "section_hint": Text(
        "Wie dat onderdeel mag zien, mag ook dit document openen.",
        "Whoever may see that section may open this document too.",
    ),
    "what": Text("Wat is het", "What is it"),
    "what_hint": Text(
        "Een paar woorden waaraan u het herkent. De naam van het bestand zelf wordt niet bewaard.",
        "A few words by which you know it. The name of the file itself is not kept.",
    ),
    "file": Text("Bestand", "File"),
    "file_hint": Text(
        "Een pdf, een foto (jpg of png) of platte tekst (txt), hooguit 10 MB. Uit een foto halen "
        "wij weg waar en wanneer hij is gemaakt. Uit een pdf niet: kijk zelf of er een naam van "
        "een ander of een geheim adres in staat.",
        "A PDF, a picture (jpg or png) or plain text (txt), at most 10 MB. From a picture we take "
        "out where and when it was made. From a PDF we do not: look whether it names somebody "
        "else or a secret address.",
    ),
    "only": Text(
        "Alleen voor mijn eigen organisatie, tot wij het vrijgeven",
        "For my own organisation only, until we release it",
    ),
    "replaces": Text("Is dit een nieuwe versie van", "Is this a new version of"),
    "replaces_hint": Text(
        "De oude versie blijft te lezen.", "The earlier version stays to be read."
    ),
    "save": Text("Toevoegen", "Add"),
    "saved": Text("Het document is toegevoegd.", "The document was added."),
    "saved_held": Text(
        "Het document is toegevoegd. Niemand kan het openen, tot het is gescand.",
        "The document was added. Nobody can open it until it was scanned.",
    ),
}
