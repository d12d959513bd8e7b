"""Offices and titles in the words of the lexicon, as texts put them."""

from legation.reading.mentions_found import Classes, Found
from legation.reading.mentions_words import JOINTS

# Nouns for whoever leads a state, whatever the office is called.
LEADER_NOUNS = frozenset({"leader", "ruler", "strongman", "dictator", "head of state", "autocrat"})
PAST = frozenset({"former", "ex", "late", "ousted", "deposed", "onetime", "then"})
OFFICE_WORDS = {
    "defense": "defence",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "chairwoman": "chairman",
    "premier": "prime minister",
    "spy": "intelligence",
    "advisor": "adviser",
}
OFFICES = {
    "secretary of state": "foreign minister",
    "foreign secretary": "foreign minister",
    "top diplomat": "foreign minister",
    "defence secretary": "defence minister",
    "secretary of defence": "defence minister",
    "defence chief": "defence minister",
    "military chief": "chief of the general staff",
}


def office_name(noun: str) -> str:
    """Return an office in the words of the lexicon: "defense secretary" → "defence minister"."""
    plain = " ".join(OFFICE_WORDS.get(word, word) for word in noun.split())
    return OFFICES.get(plain, plain)


def title_before(item: Found, classes: Classes) -> str:
    """Return the title that stands before a person's name, in the lexicon's words; "" if there is none."""
    line, at = item.line, item.start - 1
    words: list[str] = []
    while at >= 0 and (line.lows[at] in classes["title-word"] or line.texts[at] in JOINTS or line.lows[at] == "of"):
        words.insert(0, line.lows[at])
        at -= 1
    if line.low(at + 2) == "of" and line.low(at + 3) == "state":
        return office_name("secretary of state")
    if "state" in line.lows[max(at, 0) : at + 1] and words[:1] == ["of"]:
        return office_name("secretary of state")
    return office_name(" ".join(word for word in words if word not in JOINTS))
