"""Captions: lines below a picture, told by their credit, by being said twice, or by a date in parentheses."""

import re

from legation.documents.dates import find_dates
from legation.documents.lines import Line, fold

HOUSES = (
    r"AP|AFP|Reuters|EPA(?:-EFE)?|Getty(?: Images)?|Yonhap|Kyodo|Xinhua|TASS|Sputnik|KCNA|KNS|Anadolu|AA"
    r"|Bloomberg|Shutterstock|"
    r"iStock|Alamy|Magnum|NurPhoto|SIPA|Zuma|Pool|Handout|Newsis|News1|Jiji|PTI|ANI|dpa|Ritzau|TT|NTB"
    r"|Wikimedia(?: Commons)?|"
    r"Flickr|Unsplash|Planet Labs|Maxar(?: Technologies)?|EyePress|Joint Press Corps|Bettmann|Corbis"
    r"|Hulton(?: Archive)?"
)
CREDIT = re.compile(
    rf"(?:[\[(](?:{HOUSES}|(?:AP |File |Handout |Courtesy |Pool )?photos?\b|(?:file|image|picture|photo|credit"
    rf"|source|courtesy|"
    rf"provided by|screen(?:shot| ?capture|grab))\b)[^\])]{{0,90}}[\])]"
    rf"|(?:^|[\s.])(?:photo(?:graph)?|image|credit|picture|pic)s?(?: credit| by"
    rf"| courtesy(?: of)?)? ?: ?[^.!?]{{2,80}}"
    rf"|\bphoto(?:graph)? by [A-Z][^.!?]{{2,80}}"
    rf"|[/|] ?(?:{HOUSES})\b[^.!?]{{0,40}}|(?:{HOUSES}) ?/ ?[A-Z][^.!?]{{1,50}}"
    rf"|[.!?][\"']? (?:{HOUSES})(?: (?:photo|file photo|via .{{2,30}}))?)[\s.)\]]*$",
    re.IGNORECASE,
)
DATED = re.compile(r"\((?P<date>[^()]{6,40})\)\.?$")
LONGEST = 90


def has_credit(line: Line) -> bool:
    """Tell whether a line ends with a picture credit ("… on Monday. [AGENCY]", "… / Agency", "Photo: Name")."""
    return line.words <= LONGEST and CREDIT.search(line.plain[-140:]) is not None


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
