"""Parts of pages about cases.

word         a word chosen by a value             sign_chip    a sign: danger, minor, flag
due          a day as words and colour            safe_line    how to contact her, in one line
look         the sign in front of a norm          action       what is to be done next, in words
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from ...casework.models import NEVER
from ...casework.position import corpus
from ...casework.reasons import said
from ...casework.showing.details import Detail
from ...casework.showing.entries import Entry
from ...casework.showing.now import Deed
from ...telling.language import Reader, capital
from ...telling.looks import LOOKS, Tone
from ...telling.reading import term_text
from ..detail_words import detail_label, detail_words
from ..language import in_words, language_now
from ..words import WORDS
from .say import say
from .values import chip

register = template.Library()

SIGN_TONES = {
    "danger": "bad",
    "no_contact_plan": "bad",
    "escalated": "bad",
    "minor": "open",
    "flag": "open",
    "restricted": "open",
    "closed": "ended",
}
SOON = 7
TASK, TERM = "task.", "term."
LINE_OF_PLAN = ("channel", "number", "hours", "voicemail", "code_word", "never_tell")


@register.simple_tag
def word(prefix: str, name: object, otherwise: str = "") -> str:
    """Return the word of a value; a value that has none is shown as it is, or as said."""
    found = WORDS.get(f"{prefix}.{name}")
    return in_words(found) if found else otherwise or str(name)


@register.simple_tag
def sign_chip(name: str) -> SafeString:
    """Return a sign as a chip."""
    return chip(word("case.sign", name), SIGN_TONES.get(name, "open"))


@register.simple_tag
def weekday(on: date) -> SafeString:
    """Return a day with its day of the week: `Wednesday 18 September 2019`."""
    reader = Reader(language_now())
    words = f"{capital(reader.weekday(on))} {reader.day(on)}"
    return format_html('<time datetime="{}">{}</time>', on.isoformat(), words)


@register.simple_tag
def due(on: date | None, today: date) -> SafeString:
    """Return by when something is due: in words, with a colour that says no more than they do."""
    if on is None or on == NEVER:
        return format_html('<span class="kw-due">{}</span>', say("worklist.no_day"))
    days = (on - today).days
    tone = "late" if days < 0 else "soon" if days <= SOON else "later"
    return format_html(
        '<span class="kw-due kw-due--{}">{}</span> <time class="kw-quiet kw-small" '
        'datetime="{}">{}</time>',
        tone,
        _how_far(days),
        on.isoformat(),
        Reader(language_now()).short_day(on),
    )


def _how_far(days: int) -> SafeString:
    count = Reader(language_now()).days(abs(days))
    if days < 0:
        return say("worklist.days_late", days=count)
    if days == 0:
        return say("worklist.due_today")
    return say("worklist.in_days", days=count)


@register.simple_tag
def action(name: str) -> str:
    """Return what is due: the title of a duty, the words of a task, or that a term ends."""
    if not name:
        return say("worklist.nothing_due")
    if name.startswith(TERM):
        term = in_words(term_text(corpus(), name.removeprefix(TERM)))
        return say("desk.term", term=term)
    if name.startswith(TASK):
        return word("worklist.task", name.removeprefix(TASK))
    norm = corpus().norms.get(name)
    return capital(in_words(norm.title)) if norm else name


@register.simple_tag
def safe_line(plan: Mapping[str, object]) -> str:
    """Return how to contact her in one line, before any number is used."""
    return " · ".join(_safe_parts(plan))


def _safe_parts(plan: Mapping[str, object]) -> Iterator[str]:
    yield word("section.channel", plan.get("channel"))
    if plan.get("hours"):
        yield str(plan["hours"])
    if plan.get("channel") in ("telephone", "message"):
        voicemail = word("common", plan.get("voicemail") or "unknown")
        yield f"{say('section.voicemail_short')}: {voicemail}"
    if plan.get("never_tell"):
        yield f"{say('section.never_tell_short')}: {plan['never_tell']}"


@register.simple_tag
def look(tone: str) -> SafeString:
    """Return the sign in front of a norm; its words stand beside it."""
    found = LOOKS[Tone(tone)]
    return format_html(
        '<span class="kw-look kw-look--{}" aria-hidden="true">{}</span>', found.css, found.sign
    )


@register.filter
def css_of(tone: str) -> str:
    """Return the class of a tone."""
    return LOOKS[Tone(tone)].css


@register.simple_tag
def signs_of(signs: str) -> SafeString:
    """Return the signs of a line of the worklist as chips."""
    return format_html_join(" ", "{}", ((sign_chip(name),) for name in signs.split()))


@register.simple_tag
def consent_line(consents: Sequence[tuple[str, int]], *, is_owner: bool) -> str:
    """Return how it stands with her consent: in one word, or for how many each.

    Only the owner reads all her answers: who reads none is not told that she was never asked.
    """
    if not consents:
        return say("case.consent.not_asked" if is_owner else "case.consent.none_here")
    if len(consents) == 1 and consents[0][1] == 1:
        return word("case.consent", consents[0][0])
    return ", ".join(say(f"case.consent.{name}_for", count=count) for name, count in consents)


@register.simple_tag
def phase(name: str) -> str:
    """Return a phase in words."""
    found = next((p for p in corpus().phases if p.id == name), None)
    return capital(in_words(found.text)) if found else ""


@register.simple_tag
def record_url(number: str, deed: Deed) -> str:
    """Return where to record a deed, with the details that are clear beforehand."""
    url = reverse("record_type", args=(number, deed.type))
    return f"{url}?{urlencode(deed.attributes)}" if deed.attributes else url


@register.simple_tag
def correct_url(number: str, entry: Entry) -> str:
    """Return where to correct a statement of one's own."""
    return f"{reverse('record_type', args=(number, entry.type))}?supersedes={entry.number}"


@register.simple_tag
def told_detail(detail: Detail) -> SafeString:
    """Return what an entry says beside what happened, behind its label."""
    return format_html(
        '<span class="kw-quiet">{}:</span> {}', detail_label(detail), detail_words(detail)
    )


@register.simple_tag
def activity(name: str) -> str:
    """Return what somebody did with a case, in words; of what has none, that it was something."""
    return in_words(WORDS.get(f"activity.{name}", WORDS["activity.other"]))


@register.simple_tag
def reason(name: str) -> str:
    """Return the sentence of a reason for yes or no."""
    return in_words(said(name))


@register.simple_tag
def days(number: int | None) -> str:
    """Return a number of days in words, or a dash."""
    if number is None:
        return "–"
    return say("desk.time_day") if number == 1 else say("desk.time_days", n=number)
