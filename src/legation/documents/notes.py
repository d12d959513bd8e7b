"""Notes that say how a text came about or what may be done with it: translation, licence."""

import re
from functools import cache

from babel import Locale

from legation.documents.document import Translation, ZoneKind
from legation.documents.facts import Fact, Mark

ABOUT = re.compile(
    r"\(?\[?\*?(?:editor's note: ?|note: ?)?(?:(?:this|the|original)\b.{0,60}\b"
    r"(?:article|story|report|text|interview|piece|post|page|translation|version|column|essay|document|transcript)|"
    r"translat|originally|english (?:translation|version)|machine[- ]translat|automatic(?:ally)? translat|unofficial)",
    re.IGNORECASE,
)
TRANSLATED = re.compile(r"\btranslat(?:ed|ion|or)s?\b", re.IGNORECASE)
ORIGINAL = re.compile(
    r"(?:[Oo]riginally|[Ff]irst) (?:written|published|appeared|posted|produced|released|reported"
    r"|issued)(?: [\w']+){0,6}? in"
    r" (?P<language>[A-Z][a-z]+)|[Tt]ranslat(?:ed"
    r"|ion)(?: \w+){0,3}? from(?: the)?(?: original)? (?P<source>[A-Z][a-z]+)"
    r"|[Oo]riginal(?: text| version| article)?(?: is| was)? (?:in|language:?) (?P<plain>[A-Z][a-z]+)"
    r"|from the (?P<noun>[A-Z][a-z]+)(?: original|-language)",
)
MACHINE = re.compile(
    r"\b(?:machine[- ]translat\w+|automatic(?:ally)?[- ]translat\w+|(?:generative |artificial )?(?:ai|intelligence)\b|"
    r"ai[- ](?:assisted|powered|generated)|google translate|deepl|chatgpt|machine translation)",
    re.IGNORECASE,
)
HELP = re.compile(r"\b(?:help|aid|assist\w*|support) (?:of|from|by)\b|assist|using|tools?\b", re.IGNORECASE)
PERSON = re.compile(
    r"\b[Tt]ranslat(?:ed|ion|or):?(?: (?:from|into|for) (?:the )?[A-Z]\w+)*(?: by|:)? (?:an? )?(?!AI\b|Google"
    r"|DeepL|ChatGPT|"
    r"[Mm]achine|[Aa]rtificial|[Gg]enerative)(?:[A-Z][\w.'-]+ [A-Z]|bilingual|human|staff|professional|reporter"
    r"|editor)",
)
REVIEWED = re.compile(
    r"\b(?:(?:reviewed|edited|checked|refined|verified|proofread|revised)\b(?: and \w+)? by\b|human review)",
    re.IGNORECASE,
)
UNREVIEWED = re.compile(r"\b(?:not|without)\b(?: been)?(?: \w+)? (?:review|check|edit|verif)", re.IGNORECASE)

CREATIVE = re.compile(
    r"\bCC[ -]?(?P<code>BY(?:[ -](?:NC|ND|SA)){0,2}|0)(?:[ -]?(?P<number>\d\.\d))?(?: (?P<port>IGO))?", re.IGNORECASE
)
WORDED = re.compile(
    r"Attribution(?P<parts>(?:[ -–]*(?:Non-?Commercial|No-?Deriv(?:ative)?s?(?: Works)?|Share-?Alike))*)"
    r"(?:[ ,]*(?:version |v)?(?P<number>\d\.\d))?(?: International| Unported| Generic)*(?P<port> IGO)?",
    re.IGNORECASE,
)
OTHERS = (
    (re.compile(r"open government licen[cs]e(?:,? (?:version |v\.?)?(?P<number>\d(?:\.\d)?))?", re.IGNORECASE), "OGL"),
    (re.compile(r"creative commons zero|\bCC0\b", re.IGNORECASE), "CC0"),
    (re.compile(r"\bpublic domain\b", re.IGNORECASE), "public domain"),
)


def read_translation_note(plain: str) -> Mark | None:
    """Read a paragraph that says the text is a translation: from which language, by whom or what, whether reviewed."""
    if len(plain) > 700 or not TRANSLATED.search(plain) or not ABOUT.match(plain):
        return None
    facts: list[Fact] = []
    original = ORIGINAL.search(plain)
    language = next((code for word in original.groups() if (code := language_code(word))), None) if original else None
    if language:
        facts.append(Fact("original_language", language, "translation note"))
    method, reviewed = method_of(plain), reviewed_of(plain)
    if not language and method is None:
        return None
    facts.append(Fact("translation", Translation(method, reviewed), "translation note"))
    return Mark(ZoneKind.BOILERPLATE, tuple(facts))


def method_of(plain: str) -> str | None:
    """Return "human", "machine" or "machine-assisted"; None where the note does not say."""
    person = PERSON.search(plain) is not None
    if not MACHINE.search(plain):
        return "human" if person else None
    return "machine-assisted" if person or HELP.search(plain) else "machine"


def reviewed_of(plain: str) -> bool | None:
    """Tell whether the translation was reviewed; None where the note does not say."""
    if UNREVIEWED.search(plain):
        return False
    return True if REVIEWED.search(plain) else None


@cache
def languages() -> dict[str, str]:
    """Return ISO 639 codes by English name, lower case."""
    return {name.lower(): code for code, name in Locale("en").languages.items() if code.isalpha()}


def language_code(word: str | None) -> str | None:
    """Return the code of a language named in English; None if it is no language."""
    return languages().get(word.lower()) if word else None


def licence_of(plain: str) -> str | None:
    """Return the licence words name, in short: "CC BY-NC-ND 4.0", "CC0 1.0", "OGL 3.0", "public domain"; else None."""
    if match := CREATIVE.search(plain):
        code = re.sub(r"[ -]", "-", match["code"].upper())
        return short("CC0" if code == "0" else f"CC {code}", match["number"], match["port"])
    if "creative commons" in plain.lower() and (match := WORDED.search(plain)):
        parts = match["parts"].lower()
        marks = (("NC", "commercial"), ("SA", "alike"), ("ND", "deriv"))
        code = "-".join(["CC BY", *(code for code, word in marks if word in parts)])
        return short(code, match["number"], match["port"])
    for pattern, name in OTHERS:
        if match := pattern.search(plain):
            return short(name, match.groupdict().get("number"))
    return None


def short(name: str, number: str | None, port: str | None = None) -> str:
    """Return a licence's name with its version."""
    return " ".join(part for part in (name, number, port.strip() if port else None) if part)
