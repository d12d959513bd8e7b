"""Captions: lines below a picture, told by their credit, by being said twice, or by a date in parentheses."""

import re
from functools import cache

from legation.documents.dates import find_dates
from legation.documents.lines import Line, fold
from legation.lexicon.newsrooms import picture_names

# What may stand beside the name of a picture service: names and the words of credits, no verb of a sentence.
BESIDE = r"(?:[ ,/|–-]{1,3}(?:[A-Z][\w.'’-]*|(?i:photo|file|via|images|handout|pool|by|the|of)))*"
DATED = re.compile(r"\((?P<date>[^()]{6,40})\)\.?$")
LONGEST = 90


def has_credit(line: Line) -> bool:
    """Tell whether a line ends with a picture credit ("… on Monday. [AGENCY]", "… / Agency", "Photo: Name")."""
    return line.words <= LONGEST and credit().search(line.plain[-140:]) is not None


@cache
def credit() -> re.Pattern[str]:
    """Return the pattern of a credit at the end of a line, with the picture services of the lexicon."""
    names = dict.fromkeys([*picture_names(), *(name.upper() for name in picture_names())])
    house = f"(?:{'|'.join(map(re.escape, names))})"
    forms = (
        rf"[\[(](?:{house}{BESIDE}|(?i:(?:AP |file |handout |courtesy |pool )?photos?\b[^\])]{{0,90}}))[\])]",
        r"[\[(](?i:(?:file|image|picture|photo|credit|courtesy|provided by|screen(?:shot|grab))\b[^\])]{0,90})[\])]",
        r"(?:^|(?<=[\s.]))(?i:(?:photo(?:graph)?|image|credit|picture)s?(?: credit| by| courtesy)? ?:) ?[^.!?]{2,80}",
        r"\b(?i:photo(?:graph)? by) [A-Z][^.!?]{2,80}",
        rf"[/|] ?{house}{BESIDE}",
        rf"\b{house} ?/ ?[A-Z][\w'’-]*{BESIDE}",
        rf"[.!?][\"']? {house}(?: (?:photo|file photo|via .{{2,30}}))?",
    )
    return re.compile(rf"(?:{'|'.join(forms)})[\s.)\]]*$")


def is_dated(line: Line) -> bool:
    """Tell whether a single short sentence ends with a full date in parentheses, as archive pictures have it."""
    match = DATED.search(line.plain)
    if match is None or line.words > 40 or len(re.findall(r"[.!?] (?=[A-Z])", line.plain[: match.start()])) > 1:
        return False
    dates = list(find_dates(match["date"]))
    return len(dates) == 1 and dates[0].value is not None and dates[0].end - dates[0].start >= len(match["date"]) - 1


def repeats(line: Line, earlier: Line) -> bool:
    """Tell whether a line says the line before again, perhaps with a credit after it."""
    first, again = fold(earlier.plain), fold(line.plain)
    return len(first) >= 20 and again.startswith(first) and line.words - earlier.words <= 15
