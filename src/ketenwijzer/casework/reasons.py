"""Why someone can or cannot see or do something: the sentence for each reason code."""

from ..engine.vocabulary import Text

REASONS = {
    "no_cases": Text("Met uw rol ziet u geen dossiers.", "With your role you see no cases."),
    "erased": Text("Dit dossier is gewist.", "This case was erased."),
    "barred": Text("Dit dossier is er niet voor u.", "This case is not there for you."),
    "stopped": Text(
        "Uw organisatie doet niet meer mee in de keten.",
        "Your organisation takes part in the chain no longer.",
    ),
    "not_involved": Text(
        "Uw organisatie is niet bij dit dossier betrokken.",
        "Your organisation is not involved in this case.",
    ),
    "assigned_to_other": Text(
        "Een collega heeft dit dossier in behandeling.", "A colleague has this case in hand."
    ),
    "involved": Text(
        "Uw organisatie is bij dit dossier betrokken.",
        "Your organisation is involved in this case.",
    ),
    "assigned": Text("U hebt dit dossier in behandeling.", "You have this case in hand."),
    "deputy": Text(
        "U neemt waar voor wie dit dossier in behandeling heeft.",
        "You stand in for whoever has this case in hand.",
    ),
    "glass": Text("U nam noodtoegang.", "You broke the glass."),
    "glass_of_other_section": Text(
        "Uw noodtoegang geldt voor een ander onderdeel.", "You broke the glass of another section."
    ),
    "glass_reads_only": Text(
        "Met noodtoegang kunt u alleen lezen.", "With a broken glass you can only read."
    ),
    "basics": Text(
        "Wie betrokken is, ziet de hoofdlijnen.", "Whoever is involved sees the basics."
    ),
    "no_such_section": Text("Dit onderdeel bestaat niet.", "There is no such section."),
    "not_agreed": Text(
        "De afspraken van de partners geven uw soort organisatie dit onderdeel niet.",
        "The partners' agreement does not give this section to your kind of organisation.",
    ),
    "item_by_item": Text(
        "Dit onderdeel wordt alleen stuk voor stuk vrijgegeven. Vraag erom bij wie het vastlegde.",
        "This section is only released item by item. Ask whoever recorded it.",
    ),
    "not_in_referral": Text(
        "Dit onderdeel zat niet in de doorverwijzing aan uw organisatie.",
        "This section was not part of the referral to your organisation.",
    ),
    "agreed": Text(
        "De afspraken van de partners geven uw soort organisatie dit onderdeel.",
        "The partners' agreement gives this section to your kind of organisation.",
    ),
    "consent": Text(
        "Zij gaf toestemming om dit met uw organisatie te delen.",
        "She consented to sharing this with your organisation.",
    ),
    "other_ground": Text(
        "Dit is met uw organisatie gedeeld op een andere grond dan toestemming.",
        "This was shared with your organisation on another ground than consent.",
    ),
    "no_consent": Text(
        "Daarvoor is haar toestemming nodig, of een andere genoemde grond; die is er niet.",
        "That needs her consent or another named ground; there is none.",
    ),
    "own": Text("Uw organisatie legde dit zelf vast.", "Your organisation recorded this itself."),
    "released": Text(
        "Dit is aan uw organisatie vrijgegeven.", "This was released to your organisation."
    ),
    "between_you": Text(
        "Dit is tussen uw organisatie en een andere afgesproken.",
        "This was agreed between your organisation and another.",
    ),
    "between_others": Text(
        "Dit is tussen andere organisaties afgesproken.",
        "This was agreed between other organisations.",
    ),
    "only_own": Text(
        "Alleen wie dit vastlegde kan dit doen.", "Only whoever recorded this can do this."
    ),
    "referred": Text(
        "Dit dossier is naar uw organisatie doorverwezen.",
        "This case was referred to your organisation.",
    ),
    "mechanism": Text("Het systeem zelf legde dit vast.", "The system itself recorded this."),
    "may_not_record": Text(
        "Uw soort organisatie legt in dit onderdeel niets vast.",
        "Your kind of organisation does not record in this section.",
    ),
    "may_record": Text("U kunt hier vastleggen.", "You can record here."),
    "only_owner": Text(
        "Alleen de organisatie van wie het dossier is kan dit doen.",
        "Only the organisation that owns the case can do this.",
    ),
    "only_coordinator": Text(
        "Alleen een coördinator of leidinggevende kan dit doen.",
        "Only a coordinator or supervisor can do this.",
    ),
    "only_receiver": Text(
        "Alleen wie de doorverwijzing ontving kan dit doen.",
        "Only whoever received the referral can do this.",
    ),
    "only_sender": Text(
        "Alleen wie doorverwees kan dit doen.", "Only whoever referred can do this."
    ),
}


def said(reason: str) -> Text:
    """Return the sentence of a reason."""
    return REASONS[reason]
