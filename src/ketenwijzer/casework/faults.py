"""What can be wrong with a chronology, and how that is said."""

from dataclasses import dataclass

from ..engine.vocabulary import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was recorded: in which case, at which entry or checkpoint."""

    code: str
    case: str = ""
    entry: int = 0
    detail: str = ""

    def text(self) -> Text:
        """Return the sentence of this fault."""
        text = FAULTS[self.code]
        words = {"case": self.case, "entry": self.entry, "detail": self.detail}
        return Text(text.nl.format(**words), text.en.format(**words))


FAULTS = {
    "edited": Text(
        "Dossier {case}, vastlegging {entry}: gewijzigd nadat zij was vastgelegd.",
        "Case {case}, entry {entry}: edited after it was recorded.",
    ),
    "removed": Text(
        "Dossier {case}, vastlegging {entry}: verwijderd.",
        "Case {case}, entry {entry}: removed.",
    ),
    "reordered": Text(
        "Dossier {case}, vastlegging {entry}: van plaats verwisseld; dit was vastlegging {detail}.",
        "Case {case}, entry {entry}: reordered; this was entry {detail}.",
    ),
    "unchained": Text(
        "Dossier {case}, vastlegging {entry}: sluit niet aan op de vorige; wat ervoor stond is "
        "vervangen.",
        "Case {case}, entry {entry}: does not follow the one before; what stood before it was "
        "replaced.",
    ),
    "added": Text(
        "Dossier {case}, vastlegging {entry}: buiten ketenwijzer om toegevoegd.",
        "Case {case}, entry {entry}: added outside ketenwijzer.",
    ),
    "head": Text(
        "Dossier {case}, vastlegging {entry}: de kop van de keten is een andere.",
        "Case {case}, entry {entry}: the head of the chain is another.",
    ),
    "unopened": Text(
        "Dossier {case}, vastlegging {entry}: is niet meer te openen; haar sleutel is gewijzigd.",
        "Case {case}, entry {entry}: no longer opens; its key was edited.",
    ),
    "key_gone": Text(
        "Dossier {case}, vastlegging {entry}: haar sleutel is verwijderd zonder verzegeling.",
        "Case {case}, entry {entry}: its key was removed without sealing.",
    ),
    "case_key_gone": Text(
        "Dossier {case}: de sleutel ontbreekt, en het is niet gewist. Zet de back-up van de "
        "sleutels terug.",
        "Case {case}: its key is missing, and it was not erased. Restore the backup of the keys.",
    ),
    "key_is_back": Text(
        "Dossier {case}: gewist, maar de sleutel is er weer. `ketenwijzer after-restore` "
        "vernietigt hem.",
        "Case {case}: erased, but its key is back. `ketenwijzer after-restore` destroys it.",
    ),
    "not_followed": Text(
        "Dossier {case}, vastlegging {entry}: gewist of verzegeld, maar de database is daarna "
        "teruggezet. Voer `ketenwijzer after-restore` uit.",
        "Case {case}, entry {entry}: erased or sealed, but the database was restored since. Run "
        "`ketenwijzer after-restore`.",
    ),
    "guard": Text(
        "De database weigert wijzigen niet meer: `{detail}` ontbreekt of staat uit.",
        "The database no longer refuses changes: `{detail}` is missing or switched off.",
    ),
    "signature": Text(
        "Controlepunt {entry}: de handtekening klopt niet.",
        "Checkpoint {entry}: its signature is not right.",
    ),
    "checkpoint_order": Text(
        "Controlepunt {entry}: sluit niet aan op het vorige; er is er een verwijderd of vervangen.",
        "Checkpoint {entry}: does not follow the one before; one was removed or replaced.",
    ),
    "root": Text(
        "Controlepunt {entry}: de wortel past niet bij de koppen die het noemt.",
        "Checkpoint {entry}: its root does not fit the heads that it names.",
    ),
    "not_signed": Text(
        "Dossier {case}, vastlegging {entry}: is niet wat bij een controlepunt is ondertekend.",
        "Case {case}, entry {entry}: is not what was signed at a checkpoint.",
    ),
    "witness_checkpoint": Text(
        "Controlepunt {entry}: is niet wat de getuige zag. De geschiedenis is herschreven en "
        "opnieuw ondertekend.",
        "Checkpoint {entry}: is not what the witness saw. History was rewritten and signed anew.",
    ),
    "witness_head": Text(
        "Dossier {case}, vastlegging {entry}: hier of verder, tot en met {detail}, is de "
        "geschiedenis herschreven; de getuige zag een andere.",
        "Case {case}, entry {entry}: here or further, up to {detail}, history was rewritten; the "
        "witness saw another.",
    ),
}
