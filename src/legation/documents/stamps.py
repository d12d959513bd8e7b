"""Lines that say when: "Published: 17 Aug. 2025, 19:03", "Tuesday, 18 June 2024", "10:45 GMT", "date 2025-08-17 …"."""

import re

from legation.documents.dates import Written, find_dates
from legation.documents.document import ZoneKind
from legation.documents.facts import DayOnly, Fact, Mark

LABEL = re.compile(
    r"\b(?P<updated>(?:last |date |article )?(?:updated|modified|revised|edited|corrected|update)(?: (?:on|at))?)"
    r"|\b(?P<published>(?:first |date |article |originally |web |online )?"
    r"(?:published|posted|issued|released|created|dated|filed|uploaded|date|input|registered|publication date|"
    r"release date|publish date|issue date|sent|written|appeared)(?: (?:on|at|online|in))?)",
    re.IGNORECASE,
)
# What may stand beside the dates without saying more than when.
FILLER = re.compile(
    r"(?:\d+ ?min(?:ute)?s? read|(?:mon|tues|wednes|thurs|fri|satur|sun)day|local time|\blive(?: updates?| blog)?\b"
    r"|\b(?:GMT|UTC|KST|JST|MSK"
    r"|BST|IST|"
    r"CET|CEST|EE?ST|EDT|EST|ET|PT|HKT|SGT)(?:[+-]\d{1,2})?\b|\bat\b|\bon\b|\bago\b|\b\d+ (?:hours?|minutes?|days?)\b|"
    r"[0-2]?\d[:.][0-5]\d(?::[0-5]\d)?(?: ?[ap]\.?m\.?)?|\b[01]?\d ?[ap]\.?m\.?|[\s|,;:·•/()\[\]<>–—.-]+)",
    re.IGNORECASE,
)
CLOCK_ONLY = re.compile(
    r"\[?\(?(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d(?::[0-5]\d)?)? ?(?:[ap]\.?m\.?)?"
    r"(?: ?\(?(?:GMT|UTC|KST|JST|MSK|BST|IST|CET|CEST|EDT|EST|ET|PT|local time)\)?(?:[+-]\d{1,2})?)?\)?\]?:?",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"[|•·/]| [-–—] |,")
ENDS_APART = re.compile(r"(?:[|•·/]| [-–—]|,|:) ?$")
STARTS_APART = re.compile(r" ?(?:[|•·/]|[-–—] |,)")
SOURCE = re.compile(r"source ?: ?(?P<name>[A-Z].{1,40})", re.IGNORECASE)
SAYING = r"(?:(?i:source|editor|desk|author|updated|published) ?: ?|(?i:translated|translation) from )?"
PART = re.compile(SAYING + r"[\w'’.&]+(?: (?:of|and|the|[A-Z][\w'’.&]*)){0,4}")
HEADLINE = re.compile(r"(?:date:?\s+)?(?P<date>(?:19|20)\d\d-[01]\d-[0-3]\d)(?:T\S+)?[\s|:–—-]+(?=\S)", re.IGNORECASE)

TITLE_LABEL = re.compile(r"(?:title|headline|제목|заголовок|标题|見出し)\s*[:：]\s*(?=\S)", re.IGNORECASE)


def read_headline_stamp(plain: str) -> Mark | None:
    """Read a first line that begins with an ISO date and goes on with the headline ("date 2025-08-17 Talks open")."""
    match = HEADLINE.match(plain)
    if match is None or match.end() >= len(plain):
        return None
    value = next((found.value for found in find_dates(match["date"])), None)
    if value is None:
        return None
    return Mark(ZoneKind.BYLINE, (Fact("published", value, "first line of the text"),), split=match.end(), titled=True)


def read_title_label(plain: str) -> Mark | None:
    """Read a line that names the title by a label, as notes of one's own do ("Title: Talks open")."""
    match = TITLE_LABEL.match(plain)
    return Mark(ZoneKind.BYLINE, split=match.end(), titled=True) if match else None


def read_stamp(plain: str, *, in_head: bool) -> Mark | None:
    """Read a line that says when and nothing else; None for any other line.

    A date without a label counts only above the body: below, it may head the events of that day. A clock time alone
    (live blogs) is a stamp anywhere.
    """
    if in_head and LABEL.fullmatch(plain.rstrip(":")):
        return Mark(ZoneKind.BYLINE)
    if len(plain) > 200 or not any(letter.isdigit() for letter in plain):
        return None
    if CLOCK_ONLY.fullmatch(plain) and re.search(r"[:.h]\d|[ap]\.?m|[A-Z]{2}", plain, re.IGNORECASE):
        return Mark(ZoneKind.BYLINE)
    dates = list(find_dates(plain))
    labels = list(LABEL.finditer(plain))
    if in_head and (mark := read_shared_stamp(plain, dates)):
        return mark
    if not dates or rest_of(plain, dates, labels):
        return None
    timed = any(found.value and "T" in found.value for found in dates)
    if not labels and not in_head:
        return Mark(ZoneKind.BYLINE) if timed else None
    return Mark(ZoneKind.BYLINE, tuple(told(dates, labels)))


def read_shared_stamp(plain: str, dates: list[Written]) -> Mark | None:
    """Read a line that gives the date beside the place, section, source or desk ("Wire News - Mar 3, 2026 | World")."""
    full = [found for found in dates if found.value and len(found.value) >= 10]
    if len(full) != 1 or plain.endswith((".", "?", "!")):
        return None
    around = [plain[: full[0].start], plain[full[0].end :]]
    parts = [part.strip() for side in around for part in SEPARATOR.split(side) if part.strip(" ,")]
    joined = (not around[0] or ENDS_APART.search(around[0])) and (not around[1] or STARTS_APART.match(around[1]))
    if not joined or not parts or not all(PART.fullmatch(part.strip(" ,")) for part in parts):
        return None
    facts = told(full, list(LABEL.finditer(plain)))
    sources = [SOURCE.fullmatch(part) for part in parts]
    facts.extend(Fact("outlet", match["name"], "line “source …”") for match in sources if match)
    return Mark(ZoneKind.BYLINE, tuple(facts))


def rest_of(plain: str, dates: list[Written], labels: list[re.Match[str]]) -> str:
    """Return what a line says beside its dates, their labels and fillers."""
    kept = list(plain)
    for start, end in [(found.start, found.end) for found in dates] + [match.span() for match in labels]:
        kept[start:end] = " " * (end - start)
    return FILLER.sub("", "".join(kept))


def told(dates: list[Written], labels: list[re.Match[str]]) -> list[Fact | DayOnly]:
    """Return the facts of a date line: each date has the label last named before it, or else is of publication."""
    facts: list[Fact | DayOnly] = []
    for found in dates:
        before = [match for match in labels if match.start() < found.start]
        field = "updated" if before and before[-1]["updated"] else "published"
        where = f"line “{before[-1].group().strip()}”" if before else "date line above the body"
        if found.zone:
            where += f", {found.zone} time"
        known = {fact.field for fact in facts if isinstance(fact, Fact)}
        if found.value and field not in known:
            facts.append(Fact(field, found.value, where))
        elif found.month_day and field == "published":
            facts.append(DayOnly(*found.month_day, where))
    return facts
