"""The eleven rules as one plain Python function: what a programmer would write for nothing else.

It reads the same events and gives the same lines and terms. What needs no dates is made
beforehand, and days that depend on the calendar are remembered per first day, as ours are.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from ketenwijzer.engine.calendar import Calendar, add_months, add_working_days
from ketenwijzer.engine.case import Event

from .answers import Answer, Line, Term

DAY = timedelta(days=1)
HOLDS, DENIED, LAPSED = "holds", "does_not_hold", "lapsed"
OPEN, AWAITED, SILENT = "undecided", "awaits_judgement", "not_stated"


def line(norm: str, standing: str, reason: str, source: str) -> Line:
    return Line(norm, standing, None, None, reason, source)


NO_SHELTER = line("shelter_and_care", DENIED, "there is no indication", "l417")
NO_REFLECTION = line("reflection_period", DENIED, "there is no indication", "l419")
REFLECTION_LAWFUL = line("reflection_period", DENIED, "she stays lawfully", "l450")
REFLECTION_OPEN = line("reflection_period", OPEN, "she stays lawfully", "l450")
EXCLUSION_OPEN = line("no_reflection_period", OPEN, "she stays lawfully", "l450")
NO_EXCLUSION = line("no_reflection_period", DENIED, "this does not apply to her", "l450")
PERMIT_NO_REPORT = line("temporary_permit", DENIED, "there is no report", "l423")
ROAD = "this road is for who does not stay lawfully"
PERMIT_LAWFUL = line("temporary_permit", DENIED, ROAD, "l423")
PERMIT_STAY_OPEN = line("temporary_permit", OPEN, ROAD, "l423")
PERMIT_LATE = line("temporary_permit", SILENT, "the report came after three months", "l423")
CLEAR = "report and no contra-indications"
PERMIT_AWAITED = line("temporary_permit", AWAITED, CLEAR, "l423")
PERMIT_CONTRA = line("temporary_permit", DENIED, "there are contra-indications", "l423")
PROSECUTE_NO_REPORT = line("prosecute", DENIED, "there is no report", "l426")
PROSECUTE_AWAITED = line("prosecute", AWAITED, "the indications suffice", "l426")
PROSECUTE_NOT = line("prosecute", DENIED, "the indications do not suffice", "l426")
NO_PROSECUTION = line("permit_on_prosecution", DENIED, "no prosecution and no three years", "l428")
NOT_DISMISSED = line("permit_on_dismissal", DENIED, "the case has not ended", "l433")
NOT_DUBLIN = "no report in the Dublin procedure"
NO_REVIEW = line("dublin_review", DENIED, NOT_DUBLIN, "l450")
OUTSIDE_DUBLIN = (
    line("permit_if_necessary", DENIED, NOT_DUBLIN, "l456"),
    line("transfer_continues", DENIED, NOT_DUBLIN, "l458"),
    line("information_abroad", DENIED, NOT_DUBLIN, "l460"),
)
NEEDED, NOT_NEEDED = "her presence is necessary", "her presence is not necessary"
NO_VIEW = (
    line("permit_if_necessary", AWAITED, NEEDED, "l456"),
    line("transfer_continues", AWAITED, NOT_NEEDED, "l458"),
    line("information_abroad", AWAITED, NOT_NEEDED, "l460"),
)
NO_TRANSFER = (
    line("transfer_continues", DENIED, NEEDED, "l456"),
    line("information_abroad", DENIED, "the letter says nothing of it here", "l460"),
)
NO_PERMIT = line("permit_if_necessary", DENIED, NOT_NEEDED, "l458")


class Bare:
    """The function, with the holidays that it counts around."""

    def __init__(self, calendar: Calendar) -> None:
        self._three_months = cache(lambda day: add_months(day, 3))
        self._three_years = cache(lambda day: add_months(day, 36))
        self._four_weeks = cache(lambda day: add_working_days(day, 20, calendar))

    def answer(self, events: Sequence[Event], day: date) -> Answer:  # noqa: C901  plain on purpose
        indication = report = viewed = prosecution = closed = claimed = released = None
        values = {}
        for event in events:
            kind, on = event.type, event.effective
            if on > day:
                continue
            if kind == "indication":
                if indication is None or on < indication:
                    indication = on
            elif kind == "report":
                if report is None or on < report:
                    report = on
            elif kind == "prosecution":
                if prosecution is None or on < prosecution:
                    prosecution = on
            elif kind == "case_closed":
                if closed is None or on > closed:
                    closed = on
            elif kind == "dublin_claim":
                if claimed is None or on > claimed:
                    claimed = on
            elif kind == "dublin_ended":
                if released is None or on > released:
                    released = on
            else:
                if kind == "presence_view" and (viewed is None or on < viewed):
                    viewed = on
                (value,) = event.attributes.values()
                known = values.get(kind)
                if known is None or on > known[0]:
                    values[kind] = on, value
                elif on == known[0] and value != known[1]:
                    values[kind] = on, None
        none = (None, None)
        lawful = values.get("stay_found", none)[1]
        contra = values.get("contra_indication", none)[1]
        sufficient = values.get("case_view", none)[1]
        necessary = values.get("presence_view", none)[1]
        dublin = claimed is not None and (released is None or claimed > released)
        stays = True if dublin else lawful

        terms = []
        months = self._three_months(indication) if indication else None
        if indication and months:
            terms.append(
                Term("three_months", indication, months, "running" if day <= months else "ended")
            )
        weeks = years = None
        if report:
            if _dublin_on(report, events):
                weeks = self._four_weeks(report)
                met = viewed if viewed is not None and viewed >= report else None
                if met:
                    state = "met" if met <= weeks else "met_late"
                else:
                    state = "running" if day <= weeks else "passed"
                terms.append(Term("four_weeks", report, weeks, state))
            years = self._three_years(report)
            terms.append(Term("three_years", report, years, "running" if day <= years else "ended"))

        if indication is None or months is None:
            shelter, reflection, exclusion = NO_SHELTER, NO_REFLECTION, NO_EXCLUSION
        else:
            shelter = Line(
                "shelter_and_care", HOLDS, indication, None, "there is an indication", "l417"
            )
            if stays:
                reflection = REFLECTION_LAWFUL
                exclusion = Line(
                    "no_reflection_period", HOLDS, indication, None, "she stays lawfully", "l450"
                )
            elif stays is None:
                reflection, exclusion = REFLECTION_OPEN, EXCLUSION_OPEN
            else:
                exclusion = NO_EXCLUSION
                if day <= months:
                    reflection = Line(
                        "reflection_period",
                        HOLDS,
                        indication,
                        months + DAY,
                        "the three months run",
                        "l419",
                    )
                else:
                    reflection = Line(
                        "reflection_period",
                        LAPSED,
                        indication,
                        months + DAY,
                        "the three months are over",
                        "l419",
                    )

        if report is None:
            permit, prosecute = PERMIT_NO_REPORT, PROSECUTE_NO_REPORT
        else:
            if stays:
                permit = PERMIT_LAWFUL
            elif stays is None:
                permit = PERMIT_STAY_OPEN
            elif months is not None and report > months:
                permit = PERMIT_LATE
            elif contra is None:
                permit = PERMIT_AWAITED
            elif contra:
                permit = PERMIT_CONTRA
            else:
                permit = Line("temporary_permit", HOLDS, report, None, CLEAR, "l423")
            if sufficient is None:
                prosecute = PROSECUTE_AWAITED
            elif sufficient:
                prosecute = Line(
                    "prosecute", HOLDS, report, None, "the indications suffice", "l426"
                )
            else:
                prosecute = PROSECUTE_NOT

        if prosecution:
            on_prosecution = Line(
                "permit_on_prosecution", HOLDS, prosecution, None, "there is a prosecution", "l428"
            )
        elif years and day > years:
            on_prosecution = Line(
                "permit_on_prosecution",
                HOLDS,
                report,
                None,
                "the investigation takes more than three years",
                "l428",
            )
        else:
            on_prosecution = NO_PROSECUTION
        if closed and not (prosecution and prosecution > closed):
            on_dismissal = Line(
                "permit_on_dismissal",
                HOLDS,
                closed,
                None,
                "the case ended without prosecution",
                "l433",
            )
        else:
            on_dismissal = NOT_DISMISSED

        if not dublin or report is None:
            review, after = NO_REVIEW, OUTSIDE_DUBLIN
        else:
            review = Line(
                "dublin_review",
                HOLDS,
                report,
                weeks + DAY if weeks else None,
                "the report must be assessed",
                "l450",
            )
            if necessary is None:
                after = NO_VIEW
            elif necessary:
                after = (
                    Line("permit_if_necessary", HOLDS, viewed, None, NEEDED, "l456"),
                    *NO_TRANSFER,
                )
            else:
                after = (
                    NO_PERMIT,
                    Line("transfer_continues", HOLDS, viewed, None, NOT_NEEDED, "l458"),
                    Line("information_abroad", HOLDS, viewed, None, NOT_NEEDED, "l460"),
                )
        lines = (
            shelter,
            reflection,
            exclusion,
            permit,
            prosecute,
            on_prosecution,
            on_dismissal,
            review,
            *after,
        )
        return Answer(lines, tuple(terms))


def _dublin_on(day: date, events: Sequence[Event]) -> bool:
    claims = [e.effective for e in events if e.type == "dublin_claim" and e.effective <= day]
    if not claims:
        return False
    ends = [e.effective for e in events if e.type == "dublin_ended" and e.effective <= day]
    return not ends or max(claims) > max(ends)
