"""The eleven rules as tables: what each looks at, and rows of which the first that hits counts.

A cell is `true`, `false`, `'yes'`, `'no'`, `'open'`, or empty for anything. Since and until name a
column; the rows are what a rule says in zen-engine and in OpenFisca alike.
"""

# What hits, standing, since, until, reason, source.
Row = tuple[tuple[str, ...], str, str, str, str, str]
TABLES: dict[str, tuple[tuple[str, ...], list[Row]]] = {
    "shelter_and_care": (
        ("indicated",),
        [
            (("true",), "holds", "indication", "", "there is an indication", "l417"),
            (("",), "does_not_hold", "", "", "there is no indication", "l417"),
        ],
    ),
    "reflection_period": (
        ("indicated", "stays", "reflecting"),
        [
            (("false", "", ""), "does_not_hold", "", "", "there is no indication", "l419"),
            (("", "'yes'", ""), "does_not_hold", "", "", "she stays lawfully", "l450"),
            (("", "'open'", ""), "undecided", "", "", "she stays lawfully", "l450"),
            (
                ("", "", "true"),
                "holds",
                "indication",
                "three_months",
                "the three months run",
                "l419",
            ),
            (
                ("", "", ""),
                "lapsed",
                "indication",
                "three_months",
                "the three months are over",
                "l419",
            ),
        ],
    ),
    "no_reflection_period": (
        ("indicated", "stays"),
        [
            (("true", "'yes'"), "holds", "indication", "", "she stays lawfully", "l450"),
            (("true", "'open'"), "undecided", "", "", "she stays lawfully", "l450"),
            (("", ""), "does_not_hold", "", "", "this does not apply to her", "l450"),
        ],
    ),
    "temporary_permit": (
        ("reported", "stays", "late", "contra"),
        [
            (("false", "", "", ""), "does_not_hold", "", "", "there is no report", "l423"),
            (
                ("", "'yes'", "", ""),
                "does_not_hold",
                "",
                "",
                "this road is for who does not stay lawfully",
                "l423",
            ),
            (
                ("", "'open'", "", ""),
                "undecided",
                "",
                "",
                "this road is for who does not stay lawfully",
                "l423",
            ),
            (
                ("", "", "true", ""),
                "not_stated",
                "",
                "",
                "the report came after three months",
                "l423",
            ),
            (
                ("", "", "", "'no'"),
                "holds",
                "report",
                "",
                "report and no contra-indications",
                "l423",
            ),
            (
                ("", "", "", "'open'"),
                "awaits_judgement",
                "",
                "",
                "report and no contra-indications",
                "l423",
            ),
            (("", "", "", ""), "does_not_hold", "", "", "there are contra-indications", "l423"),
        ],
    ),
    "prosecute": (
        ("reported", "sufficient"),
        [
            (("false", ""), "does_not_hold", "", "", "there is no report", "l426"),
            (("", "'yes'"), "holds", "report", "", "the indications suffice", "l426"),
            (("", "'open'"), "awaits_judgement", "", "", "the indications suffice", "l426"),
            (("", ""), "does_not_hold", "", "", "the indications do not suffice", "l426"),
        ],
    ),
    "permit_on_prosecution": (
        ("prosecuted", "three_years_past"),
        [
            (("true", ""), "holds", "prosecution", "", "there is a prosecution", "l428"),
            (
                ("", "true"),
                "holds",
                "report",
                "",
                "the investigation takes more than three years",
                "l428",
            ),
            (("", ""), "does_not_hold", "", "", "no prosecution and no three years", "l428"),
        ],
    ),
    "permit_on_dismissal": (
        ("dismissed",),
        [
            (("true",), "holds", "closed", "", "the case ended without prosecution", "l433"),
            (("",), "does_not_hold", "", "", "the case has not ended", "l433"),
        ],
    ),
    "dublin_review": (
        ("dublin_report", "dublin_then"),
        [
            (
                ("true", "true"),
                "holds",
                "report",
                "four_weeks",
                "the report must be assessed",
                "l450",
            ),
            (("true", ""), "holds", "report", "", "the report must be assessed", "l450"),
            (("", ""), "does_not_hold", "", "", "no report in the Dublin procedure", "l450"),
        ],
    ),
    "permit_if_necessary": (
        ("dublin_report", "necessary"),
        [
            (("false", ""), "does_not_hold", "", "", "no report in the Dublin procedure", "l456"),
            (("", "'yes'"), "holds", "viewed", "", "her presence is necessary", "l456"),
            (("", "'open'"), "awaits_judgement", "", "", "her presence is necessary", "l456"),
            (("", ""), "does_not_hold", "", "", "her presence is not necessary", "l458"),
        ],
    ),
    "transfer_continues": (
        ("dublin_report", "necessary"),
        [
            (("false", ""), "does_not_hold", "", "", "no report in the Dublin procedure", "l458"),
            (("", "'no'"), "holds", "viewed", "", "her presence is not necessary", "l458"),
            (("", "'open'"), "awaits_judgement", "", "", "her presence is not necessary", "l458"),
            (("", ""), "does_not_hold", "", "", "her presence is necessary", "l456"),
        ],
    ),
    "information_abroad": (
        ("dublin_report", "necessary"),
        [
            (("false", ""), "does_not_hold", "", "", "no report in the Dublin procedure", "l460"),
            (("", "'no'"), "holds", "viewed", "", "her presence is not necessary", "l460"),
            (("", "'open'"), "awaits_judgement", "", "", "her presence is not necessary", "l460"),
            (("", ""), "does_not_hold", "", "", "the letter says nothing of it here", "l460"),
        ],
    ),
}
