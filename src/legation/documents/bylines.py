"""Lines that say who: bylines, credits, outlets, and the dateline before the first sentence of agency copy."""

import re
from dataclasses import replace
from functools import cache

from legation.documents.dates import find_dates
from legation.documents.document import ZoneKind
from legation.documents.facts import DayOnly, Fact, Mark
from legation.lexicon.newsrooms import agency_names

PARTICLE = r"(?:(?:[Dd]e|[Dd]i|[Dd]u|[Dd]a|[Vv]an|[Vv]on|der|den|[Ll]a|[Ll]e|[Aa]l|el|bin|ibn|dos|ter)[ -]){0,2}"
NAME = PARTICLE + r"[A-Z\u00c0-\u00de][\w.'’-]*"
PERSON = rf"{NAME}(?: {NAME}){{0,4}}"
PEOPLE = re.compile(rf"{PERSON}(?:(?:,? (?:and|with) |, | & |/| [|•·–—-] ){PERSON})*")
BY = re.compile(
    r"(?:(?:written|words|text|story|report(?:ed|ing)?|analysis|commentary|opinion|article|post(?:ed)?|published) by"
    r"|by|authors?|reporters?|writers?|correspondents?)(?: ?: ?| )(?=\S)",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"[\[(<]?\s*(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|e-?mail[\s\u00a0]?protected)\s*[\])>]*|@\w{2,30}", re.IGNORECASE
)
# What a byline may add to the names: place, desk or outlet. It begins lower case or after a bar.
ADDITION = re.compile(r"(?:,? (?:in|for|at|of|from) (?=[A-Z])| ?[|•·] ?).{2,60}$")
ROLE = re.compile(
    r"(?:,? (?:and )?(?:(?:senior|staff|chief|special|foreign|diplomatic|defen[cs]e|political|contributing"
    r"|national|world|"
    r"security|deputy|managing|associate) )*(?:staff|writers?|reporters?|correspondents?|editors?|columnists?"
    r"|analysts?|"
    r"contributors?|bureau chief|ap|reuters|afp|bbc news|associated press|the associated press|cnn|upi|tass"
    r"|xinhua|news agency))+"
    r"\.?$",
    re.IGNORECASE,
)
COLLECTIVE = re.compile(
    r"\b(?:staff|agenc(?:y|ies)|desk|newsroom|correspondents?|editors?|reporters?|news|wire|team|editorial board)$",
    re.IGNORECASE,
)
ROLE_LINE = re.compile(
    r"(?:(?:the )?[\w'&-]+ ){0,5}(?:correspondent|reporter|staff writer|editor|columnist|bureau chief|analyst)s?"
    r"(?:(?:,| in| at| for| reporting from) ?[\w .'&-]{2,50})?|reporting (?:from|in) [\w ,.'-]{2,60}",
    re.IGNORECASE,
)
# A name where a byline may stand without "by": "Ana Osorio in Lima".
NAME_IN_PLACE = re.compile(rf"(?P<names>{PEOPLE.pattern}) in [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}}")
CONTRIBUTED = re.compile(
    r"\(?(?:-+ ?|– ?|— ?|\* ?)?(?:the )?(?:(?:[\w./ ]{2,40} )?(?:writers?|reporters?|correspondents?|producers?"
    r"|staff)? ?)?"
    rf"(?P<names>(?:the )?{PEOPLE.pattern}(?: (?:in"
    rf"|from) [\w ,.]+)?) (?:also )?contributed(?: (?:additional )?reporting| writing| research)?"
    r"(?: (?:to|for|from|in) .{2,120})?\.?\)?"
)
REPORTING = re.compile(
    r"\(?(?:-+ ?|– ?|— ?|\* ?)?(?:(?:additional|with|further) )?(?:reporting|writing|editing|compiled|written"
    r"|edited|produced|research)"
    r"(?: and (?:writing|editing|reporting))?(?: assistance)?(?: by|:| from) (?P<names>.{2,300}?)\.?\)?",
    re.IGNORECASE,
)
INITIALS = re.compile(r"\(?[a-z]{2,4}(?:/[a-z]{2,4}){1,4}\)?|\(?[A-Z]{2,5}/[A-Z]{2,5}(?:/[A-Z]{2,5})*\)?")
OUTLET = re.compile(
    rf"(?P<label>from|with|via|source:|sources:|courtesy of|published by|in partnership with|in association with"
    rf"|originally from|"
    rf"credit:|publisher:|publication:|outlet:|[-–—]{{1,2}})\s?(?P<name>(?:[Tt]he )?{NAME}(?: (?:(?:of|and|for|the"
    rf"|in|on|de|&) )*{NAME}){{0,6}}(?: and (?:news )?agencies)?)\.?",
    re.IGNORECASE,
)
RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)(?: ?©| ?\(c\))?(?: ?(?:19|20)\d\d(?: ?[-–] ?(?:19"
    r"|20)?\d\d)?)?,? (?:by )?(?P<name>(?:the )?[A-Z][\w&.' -]{1,60}?)"
    r"(?:[.,|]| ?-| all rights|$)",
    re.IGNORECASE,
)
# Whoever wrote it is not named: "By our correspondent", "By staff reporters".
NAMELESS = re.compile(
    r"by (?:(?:our|a|an|the) )?(?:(?:own|special|foreign|diplomatic|political|regional|world|staff|news|desk"
    r"|(?-i:[A-Z])[\w'’-]+) ){0,2}"
    r"(?:correspondents?|reporters?|writers?|staff|editors?|desk|newsroom)(?: in [A-Z][\w.' ’-]{1,40})?\.?",
    re.IGNORECASE,
)
# Possessive where tokens and separators could share characters: a heading in capitals must not take exponential time.
REGION = r"(?:, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})?"
PLACE = r"[A-Z][A-Z'’.]++(?:[ /-][A-Z][A-Z'’.]*+(?![a-z]))*+" + REGION
MIXED = r"[A-Z][\w.'’]++(?:[ /-][A-Za-z][\w.'’]*+){0,5}?" + REGION
DATED = r"(?:[,/ ]+(?P<date>(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?))"
AGENCY = r"(?P<agency>[A-Za-z][\w ./-]{1,40})"
RULE = r"\s?\.?(?:—|–|―|--+|_+|-(?=\s)|:(?=\s))\s*"


@cache
def datelines() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of datelines, with the agencies of the lexicon; groups `date` and `agency` where given."""
    agencies = "|".join(re.escape(name) for name in dict.fromkeys([*agency_names(), *map(str.upper, agency_names())]))
    forms = (
        rf"\(?{PLACE}{DATED}?(?:,? \(?{AGENCY}\))?{RULE}",
        rf"{MIXED}{DATED},? \({AGENCY}\){RULE}",
        rf"{MIXED}{DATED}{RULE}",
        rf"(?:{MIXED} )?\((?P<agency>{agencies})\){RULE}",
        rf"(?:{MIXED}{DATED}?\.? )?/(?P<agency>[A-Z][\w -]{{1,25}})/[.,]?(?:{RULE}|\s+)",
        rf"(?:{MIXED} )?(?P<agency>CNN) ?[—–]\s*",
    )
    return tuple(re.compile(form) for form in forms)


def read_byline(plain: str) -> Mark | None:
    """Read a line that names the authors after "by" or "author:", and behind a bar the outlet, and nothing else."""
    head, _, tail = (part.strip() for part in plain.partition("|"))
    if tail and (outlet := read_outlet(f"from {tail}")) is not None and (named := read_byline(head)) is not None:
        return Mark(ZoneKind.BYLINE, (*named.facts, *(replace(fact, where="byline") for fact in outlet.facts)))
    if NAMELESS.fullmatch(head):
        return nameless(tail)
    if len(plain) > 200 or (match := BY.match(plain)) is None:
        return None
    rest = ADDRESS.sub(" ", plain[match.end() :])
    dates = list(find_dates(rest))
    for found in reversed(dates):
        rest = rest[: found.start] + rest[found.end :]
    rest = re.sub(r"[\[\]()<>]", " ", rest)
    rest = re.sub(r"\s+", " ", rest).strip(" ,;|•·–—-")
    names = ADDITION.sub("", ROLE.sub("", rest)).strip(" ,;|•·–—-")
    if not names or PEOPLE.fullmatch(names.replace(" AND ", " and ")) is None:
        return None
    people = [name for name in split_names(names) if not COLLECTIVE.search(name)]
    stated = next((found.value for found in dates if found.value), None)
    dated = (Fact("published", stated, "byline"),) if stated else ()
    return Mark(ZoneKind.BYLINE, (*(Fact("authors", name, "byline") for name in people), *dated))


def nameless(tail: str) -> Mark | None:
    """Return the mark of a byline that names nobody; behind its bar there may stand the day, and nothing else."""
    dates = list(find_dates(tail))
    if not tail or (len(dates) == 1 and not (tail[: dates[0].start] + tail[dates[0].end :]).strip(" ,|·•()")):
        return Mark(ZoneKind.BYLINE, tuple(Fact("published", each.value, "byline") for each in dates if each.value))
    return None


def read_signature(plain: str, following: str) -> Mark | None:
    """Read a line beside a date or byline that names the author ("Ana Osorio in Lima"), a role, an office or a place.

    A bare name is an author only if the line after it says the role; other short lines of names are left unread.
    """
    if len(plain) > 100 or plain.endswith((".", "?", "!", ":", ",")):
        return None
    match = NAME_IN_PLACE.fullmatch(plain) or (PEOPLE.fullmatch(plain) if ROLE_LINE.fullmatch(following) else None)
    if match is not None:
        names = split_names(match.groupdict().get("names") or plain)
        facts = tuple(Fact("authors", name, "name above the body") for name in names if " " in name)
        return Mark(ZoneKind.BYLINE, facts)
    words = [word for word in re.findall(r"[\w'’-]+", plain) if word.lower() not in CONNECTIVES]
    proper = 0 < len(words) <= 5 and all(word[0].isupper() for word in words)
    return Mark(ZoneKind.BYLINE) if proper or ROLE_LINE.fullmatch(plain) else None


def split_names(names: str) -> list[str]:
    """Return the single names of a list of them."""
    parts = re.split(r",? (?:and|AND|with) |, | & |/| [|•·–—-] |; ", names)
    return [part for part in (part.strip(" .,;") for part in parts) if part]


def read_credit(plain: str) -> Mark | None:
    """Read a line of credits below the body: "Reporting by …; editing by …", "… contributed to this report"."""
    if len(plain) > 400:
        return None
    if CONTRIBUTED.fullmatch(plain) or INITIALS.fullmatch(plain):
        return Mark(ZoneKind.BYLINE)
    match = REPORTING.fullmatch(plain)
    if match is None or not match["names"][:1].isupper():
        return None
    first = re.split(r";|\. |\bediting\b|\bwriting\b", match["names"], maxsplit=1, flags=re.IGNORECASE)[0].strip(" .,")
    first = re.sub(r" (?:in|from) [A-Z].*", "", first)
    reports = plain.lower().lstrip("(-—– *").startswith(("reporting", "written", "writing"))
    names = split_names(first) if reports and PEOPLE.fullmatch(first) else []
    return Mark(ZoneKind.BYLINE, tuple(Fact("authors", name, "credit line below the text") for name in names))


def read_outlet(plain: str) -> Mark | None:
    """Read a line that names where the text appeared: "from Outlet Name", "Source: Agency", "— Agency"."""
    if len(plain) > 90 or (match := OUTLET.fullmatch(plain)) is None or not match["name"].lstrip("the ")[:1].isupper():
        return None
    words = [word for word in re.findall(r"[\w'’-]+", match["name"]) if word.lower() not in CONNECTIVES]
    if not all(word[0].isupper() or word[0].isdigit() for word in words):
        return None
    label = match["label"].strip(" :").lower()
    where = f"line “{label} …”" if label[0].isalpha() else "line below the text"
    name = re.sub(r"^the (?=[A-Z])", "", match["name"])
    return Mark(ZoneKind.BYLINE, (Fact("outlet", name.rstrip("."), where),))


CONNECTIVES = frozenset({"news", "agencies", "of", "and", "for", "the", "in", "on", "de"})


def read_rights(plain: str) -> tuple[Fact, ...]:
    """Return the outlet that a copyright line names."""
    match = RIGHTS.search(plain)
    if match is None:
        return ()
    name = match["name"].strip(" .")
    return (Fact("outlet", name, "copyright line"),) if name and name.lower() not in {"all", "all rights"} else ()


def read_dateline(plain: str) -> Mark | None:
    """Read the dateline a first paragraph begins with ("SEOUL, March 3 (Agency) — "); `split` is where it ends."""
    head = plain[:120]
    for form in datelines():
        match = form.match(head)
        if match is None or not any(letter.isupper() for letter in match.group()[:3]):
            continue
        parts = match.groupdict()
        agency = parts.get("agency")
        if not is_dateline(match.group(), plain[match.end() :], parts.get("date"), agency):
            continue
        facts: list[Fact | DayOnly] = []
        if agency and re.fullmatch(r"[A-Z][\w ./-]*|dpa", agency):
            facts.append(Fact("outlet", agency.strip(), "agency in the dateline"))
        for found in find_dates(parts.get("date") or ""):
            if found.value:
                facts.append(Fact("published", found.value, "dateline"))
            elif found.month_day:
                facts.append(DayOnly(*found.month_day, "dateline"))
        return Mark(ZoneKind.BYLINE, tuple(facts), split=match.end())
    return None


def is_dateline(words: str, rest: str, date: str | None, agency: str | None) -> bool:
    """Tell a dateline from a label ("UPDATE: …") and from capitals that begin a sentence ("NATO - the alliance …")."""
    if date or agency:
        return True
    place = words.rstrip(" —–―-_\t")
    if words.rstrip().endswith(":") or len(place) < 3 or not place.split(",")[0].isupper():
        return False
    return not rest or rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"'"
