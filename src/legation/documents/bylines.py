"""Lines that say who: bylines, credits, outlets, and the dateline before the first sentence of agency copy."""

import re

from legation.documents.dates import find_dates
from legation.documents.document import ZoneKind
from legation.documents.facts import DayOnly, Fact, Mark

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
    rf"|in|on|de|&) )*{NAME}){{0,6}})\.?",
    re.IGNORECASE,
)
RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)(?: ?©| ?\(c\))?(?: ?(?:19|20)\d\d(?: ?[-–] ?(?:19"
    r"|20)?\d\d)?)?,? (?:by )?(?P<name>(?:the )?[A-Z][\w&.' -]{1,60}?)"
    r"(?:[.,|]| ?-| all rights|$)",
    re.IGNORECASE,
)
AGENCIES = (
    r"AP|AFP|Reuters|REUTERS|UPI|TASS|Tass|Itar-Tass|ITAR-TASS|Interfax|RIA Novosti|Xinhua|Yonhap|YONHAP|Kyodo"
    r"|Jiji|KCNA|IRNA|"
    r"Anadolu|AA|ANSA|dpa|DPA|EFE|PTI|ANI|Bernama|Antara|Ukrinform|Bloomberg|MENA|SANA|WAM|SPA|PAP|CTK|ANTARA|VOA"
    r"|RFA|RFE/RL|IANS|APP|CNA"
)
PLACE = r"[A-Z][A-Z'’.-]+(?:[ /-][A-Z][A-Z'’.-]*)*(?:, (?:[A-Z][\w.'’-]+ ?){1,3})?"
MIXED = r"[A-Z][\w.'’-]+(?:[ /-][A-Z][\w.'’-]+){0,3}(?:, (?:[A-Z][\w.'’-]+ ?){1,3}?)?"
DATED = r"(?:[,/ ]+(?P<date>(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?))"
AGENCY = r"(?P<agency>[A-Za-z][\w ./-]{1,40})"
RULE = r"\s?(?:—|–|―|--+|_+|-(?=\s)|:(?=\s))\s*"
DATELINES = tuple(
    re.compile(form)
    for form in (
        rf"\(?{PLACE}{DATED}?(?:,? \(?{AGENCY}\)|,? \({AGENCY}\))?{RULE}".replace("(?P<agency>", "(?P<agency0>", 1),
        rf"{MIXED}{DATED},? \({AGENCY}\){RULE}",
        rf"{MIXED}{DATED}{RULE}",
        rf"(?:{MIXED} )?\((?P<agency>{AGENCIES})\){RULE}",
    )
)


def read_byline(plain: str) -> Mark | None:
    """Read a line that names the authors after "by" or "author:", and nothing else."""
    if len(plain) > 200 or (match := BY.match(plain)) is None:
        return None
    rest = ADDRESS.sub(" ", plain[match.end() :])
    for found in reversed(list(find_dates(rest))):
        rest = rest[: found.start] + rest[found.end :]
    rest = re.sub(r"[\[\]()<>]", " ", rest)
    rest = re.sub(r"\s+", " ", rest).strip(" ,;|•·–—-")
    names = ADDITION.sub("", ROLE.sub("", rest)).strip(" ,;|•·–—-")
    if not names or PEOPLE.fullmatch(names.replace(" AND ", " and ")) is None:
        return None
    return Mark(ZoneKind.BYLINE, tuple(Fact("authors", name, "byline") for name in split_names(names)))


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


CONNECTIVES = frozenset({"of", "and", "for", "the", "in", "on", "de"})


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
    for form in DATELINES:
        match = form.match(head)
        if match is None or not any(letter.isupper() for letter in match.group()[:3]):
            continue
        parts = match.groupdict()
        agency = parts.get("agency") or parts.get("agency0")
        if not is_dateline(match.group(), parts.get("date"), agency):
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


def is_dateline(words: str, date: str | None, agency: str | None) -> bool:
    """Tell a dateline from a label ("UPDATE: …") and from capitals that begin a sentence ("US-led …")."""
    if date or agency:
        return True
    place = words.rstrip(" —–―-_:\t")
    return (
        not words.rstrip().endswith(":")
        and len(place) >= 3
        and place.split(",")[0].isupper()
        and " " in words.strip(place)
    )
