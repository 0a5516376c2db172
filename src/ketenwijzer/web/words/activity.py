"""What somebody did with a case, as the access log tells it.

Opening a form and sending it are one activity: where that is so, the words say what was worked
on, and not that it was done.
"""

from ...engine.vocabulary import Text

WORDS = {
    "other": Text("iets gedaan", "something done"),
    "between": Text("iets gedaan wat tussen anderen is", "did something that is between others"),
    # --- looking
    "look": Text("bekeken", "looked at"),
    "look_why": Text("een reden bekeken", "looked at a reason"),
    "look_timeline": Text("tijdlijn bekeken", "looked at the timeline"),
    "look_people": Text("betrokkenen bekeken", "looked at who takes part"),
    "look_log": Text("inzagelog bekeken", "looked at the access log"),
    "look_why_seen": Text("bekeken wat men ziet", "looked at what one sees"),
    "look_file": Text("dossier bekeken", "looked at the file"),
    "look_contact": Text("contactplan bekeken", "looked at the contact plan"),
    "look_documents": Text("documenten bekeken", "looked at the documents"),
    "ask_document": Text("om een document gevraagd", "asked for a document"),
    "read_document": Text("bezig met openen van een document", "opening a document"),
    "look_notes": Text("notities bekeken", "looked at notes"),
    "look_next": Text("vervolg bekeken", "looked at what comes next"),
    "look_proposal": Text("voorstel bekeken", "looked at a proposal"),
    "look_referral": Text("doorverwijzing bekeken", "looked at a referral"),
    "look_referrals": Text("doorverwijzingen bekeken", "looked at the referrals"),
    "look_consent": Text("toestemming bekeken", "looked at consent"),
    "look_guard": Text("veiligheid en beheer bekeken", "looked at safety and file"),
    "look_rights": Text("haar verzoeken bekeken", "looked at her requests"),
    "letter": Text("brief over doorverwijzing bekeken", "looked at the letter of a referral"),
    "receipt": Text("brief over toestemming bekeken", "looked at the letter about consent"),
    "what_if": Text("iets uitgeprobeerd", "tried something"),
    "compare": Text("vergeleken", "compared"),
    # --- recording
    "register": Text("dossier geopend", "opened the case"),
    "choose": Text("iets willen vastleggen", "about to record"),
    "record_form": Text("formulier geopend", "opened a form"),
    "record_preview": Text("gevolgen bekeken", "looked at effects"),
    "record": Text("vastgelegd", "recorded"),
    "second_person": Text("als tweede persoon geantwoord", "answered as second person"),
    "edit": Text("onderdeel geopend om te wijzigen", "opened a section to change it"),
    "describe": Text("beschreven", "described"),
    "add_note": Text("notitie gemaakt", "made a note"),
    "add_document": Text("bezig met een document toevoegen", "adding a document"),
    "check_document": Text("document gescand", "scanned a document"),
    "release": Text("bezig met iets vrijgeven", "releasing something"),
    "assign": Text("bezig met wie het in behandeling heeft", "settling who has it in hand"),
    "do_task": Text("bezig met een taak", "doing a task"),
    # --- referrals
    "refer": Text("bezig met doorverwijzen", "making a referral"),
    "withdraw_referral": Text(
        "bezig met intrekken van een doorverwijzing", "taking a referral back"
    ),
    "paper_answer": Text(
        "bezig met een antwoord op papier of per telefoon",
        "recording an answer by paper or telephone",
    ),
    "accept": Text("doorverwijzing aangenomen", "accepted a referral"),
    "decline": Text("doorverwijzing geweigerd", "declined a referral"),
    "finish": Text("doorverwijzing afgerond", "finished a referral"),
    # --- consent
    "consent": Text("formulier over toestemming geopend", "opened a form about consent"),
    "ask_consent": Text("antwoord over toestemming vastgelegd", "recorded her answer on consent"),
    "withdraw_consent": Text("intrekken van toestemming vastgelegd", "recorded consent taken back"),
    "answer_withdrawal": Text(
        "geantwoord wat er met de kopie gebeurt", "answered what becomes of the copy"
    ),
    "name_ground": Text("grond zonder toestemming genoemd", "named a ground without consent"),
    "answer_ground": Text("grond zonder toestemming beoordeeld", "judged a ground without consent"),
    # --- safety and the file
    "break_glass": Text("noodtoegang genomen", "broke the glass"),
    "review_glass": Text("bezig met beoordelen van noodtoegang", "reviewing a broken glass"),
    "raise_flag": Text("bezig met een aandachtspunt", "raising a flag"),
    "resolve_flag": Text("bezig met afhandelen van een aandachtspunt", "resolving a flag"),
    # Who was barred is told to no log: it stands in its own list.
    "set_bar": Text("bezig met de veiligheid van het dossier", "seeing to the safety of the case"),
    "lift_bar": Text("bezig met de veiligheid van het dossier", "seeing to the safety of the case"),
    "propose_seal": Text(
        "bezig met voorstel om iets uit het dossier te halen",
        "proposing to take something out of the case",
    ),
    "answer_seal": Text(
        "bezig met antwoord op voorstel om iets uit het dossier te halen",
        "answering a proposal to take something out of the case",
    ),
    "seal_entry": Text("iets uit het dossier gehaald", "took something out of the case"),
    "close": Text("bezig met sluiten", "closing the case"),
    "reopen": Text("bezig met heropenen", "opening the case again"),
    "merge": Text("bezig met samenvoegen", "joining two cases"),
    "unmerge": Text("bezig met uit elkaar halen", "taking two cases apart"),
    "erase": Text("dossier gewist", "erased the case"),
    # --- her rights, and what is taken along
    "make_request": Text("bezig met een verzoek van haar", "recording a request of hers"),
    "answer_request": Text("bezig met antwoord op haar verzoek", "answering a request of hers"),
    "lift_restriction": Text("bezig met opheffen van een beperking", "lifting a restriction"),
    "look_letters": Text("brieven voor haar bekeken", "looked at letters for her"),
    "look_messages": Text("berichten aan partners bekeken", "looked at messages to partners"),
    "make_message": Text("bericht aan een partner gemaakt", "made a message to a partner"),
    "make_letter": Text("brief voor haar gemaakt", "made a letter for her"),
    "hand_over": Text("vastgelegd dat zij een brief kreeg", "recorded that she got a letter"),
    "her_copy": Text("kopie voor haar gemaakt", "made a copy for her"),
    "export": Text("overzicht meegenomen", "took an overview along"),
    # --- by the mechanism itself
    "tell_of_search": Text("zoekvraag doorgegeven", "passed on a search"),
    "renew_lines": Text("bijgewerkt", "brought up to date"),
    "expire_referral": Text("doorverwijzing laten verlopen", "let a referral expire"),
    "member_left": Text("dossier teruggegeven", "gave the case back"),
}
