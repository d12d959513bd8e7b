"""Compares names: spelling, order, initials, titles of ships, scripts; and keeps Koreans of one family apart.

A Korean name is three syllables of few kinds: "Kim Jong Un" and "Kim Jong Il" differ in two letters. Such names are the
same only if every syllable sounds the same; other names may differ by a slip of the pen.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from legation.actors.scripts import (
    Script,
    find_script,
    romanize_hangul,
    romanize_korean_cyrillic,
    romanize_russian,
    southern,
)
from legation.lexicon.folding import fold_name

# Names of which this much agrees are taken for one: on 60 development pairs none of 20 different names reaches it.
SAME_NAME = 0.85
# A pair of words counts as one word misspelt from this similarity on (0 to 1).
SLIP = 0.86
SHORTEST_SLIP = 6
# Letters from which the same sound in two scripts is no chance; below it an acronym sounds like any other.
SHORTEST_SOUND = 5
# A Hangul name of at least this many syllables writes a foreign name by its sound; Korean names are shorter.
FOREIGN_SYLLABLES = 5

# Korean surnames by the spellings in use; each group is one name.
SURNAMES = {
    spelling: group.split()[0]
    for group in (
        "kim gim", "lee ri i yi rhee li rhi", "pak park bak", "choe choi tsoi tsoy chwe choy", "jong chung jeong jung",
        "kang gang", "cho jo joh", "yun yoon youn", "jang chang", "im rim lim", "han", "o oh", "sin shin so",
        "so seo suh", "kwon gwon", "hwang", "an ahn", "song", "ryu yu yoo yoon ryoo", "hong", "ko go koh", "mun moon",
        "no roh noh ro", "paek baek paik", "ho heo huh hur", "nam", "sim shim", "ha", "kwak gwak", "song sung seong",
        "cha", "ju joo chu", "u woo wu", "ku koo gu goo", "min", "na ra", "chon jeon chun jun", "kye gye", "hyon hyun",
        "tae thae", "ban pan", "wi", "ki gi", "pyon byun", "ma", "to do", "suk seok sok", "tong", "yang ryang",
    )
    for spelling in group.split()
}  # fmt: skip
# Forms of one given name in neighbouring languages, and short forms.
GIVEN_NAMES = {
    form: group.split()[0]
    for group in (
        "vladimir volodymyr uladzimir wladimir", "nikolai mykola nikolay", "alexander aleksandr oleksandr alyaksandr",
        "sergei sergey serhii serhiy sergiy siarhei", "andrei andriy andrii andrey andrzej",
        "dmitry dmytro dmitri dzmitry",
        "alexei oleksii oleksiy alexey aleksei", "mikhail mykhailo mykhaylo", "yevgeny evgeny yevhen evgeniy",
        "pavel pavlo", "peter petro pyotr petr", "viktor victor", "yulia yuliya iuliia", "olga olha", "michael mike",
        "joseph joe josef", "william bill", "robert bob rob", "james jim", "anthony antony tony", "richard rick dick",
        "donald don", "thomas tom", "edward ed", "mohammed muhammad mohammad mohamed mohamad muhammed mehmet",
        "ahmed ahmad ahmet", "yusuf yousef youssef yousuf", "hussein hossein husayn hussain", "hassan hasan",
        "abdullah abdallah abdulla", "khalid khaled", "said saeed saied", "ali aly", "omar umar", "mahmoud mahmud",
    )
    for form in group.split()
}  # fmt: skip
# Nouns of bodies: there a word more is another body ("Workers' Party", "Social Democratic Workers' Party").
BODIES = frozenset(
    "party bank ministry council committee commission agency army force forces court union front movement group "
    "organization organisation assembly league office bureau service university institute news company corporation "
    "department republic state province region islands sea command guard police".split()
)
# What stands before a name without being part of it.
BEFORE = frozenset("the mr mrs ms dr sir dame lord sheikh general gen col maj lt sgt president mv ms ss mt".split())
SHIP = re.compile(r"^(?:m/?[vt]|s/?s)\s+", re.IGNORECASE)
AFTER = frozenset("jr sr ii iii".split())
# Small words that tell no two names apart.
SMALL = frozenset("of the and for in on de da do du des la le el al bin ibn ben van von der abu".split())

KOREAN_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ng", "N"), ("ck|kk|gg|kh|g|k|q", "K"), ("jj|ch|tch|j|zh|c", "J"), ("tt|dd|th|d|t", "T"),
        ("pp|bb|ph|b|p|f|v", "P"),
        ("ss|sh|s|x", "S"), ("ll|rr|l|r", "L"), ("nn|n", "N"), ("mm|m", "M"), ("wae|we|oe|wo?i(?=$)|yae|ye(?!o)", "E"),
        ("hui|hee|hi", "HI"), ("ui|ee|eui|yi|wi|i", "I"), ("ae|ai|ay|e(?![ou])", "E"), ("wa|ua", "WA"),
        ("yeo|you|yoo|yo|yu|iu", "YO"), ("ya|ia", "YA"), ("eo|eu|oo|ou|wo|o|u", "O"), ("a", "A"), ("h", "H"),
    )
]  # fmt: skip
SKELETON = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("tszy?|dzh|zh|tsch|ch|jj?|ts|tz", "J"), ("sh|ss?|x|z", "S"), ("kh|ck|[kgqch]", "K"), ("ph|[bpfvw]", "P"),
        ("th|[td]", "T"),
        ("[lr]+", "L"), ("n+g?", "N"), ("m+", "M"), ("[aeiouy' ]", ""),
    )
]  # fmt: skip
SPELLINGS = [
    (re.compile(pattern), plain)
    for pattern, plain in (
        ("iyi$|yy$|iy$|ij$|ii$|yi$|y$", "i"), ("y", "i"), ("ei", "e"), ("ie", "e"), ("kh", "h"), ("sch", "sh"),
        ("tch", "ch"), ("ph", "f"), ("w", "v"), ("ks", "x"), ("ou", "u"), ("oe", "o"), ("ue", "u"), ("q", "k"),
        (r"(.)\1", r"\1"),
    )
]  # fmt: skip
SPELT = {Script.HANGUL: romanize_hangul, Script.CYRILLIC: romanize_russian}


@dataclass(frozen=True, slots=True)
class Score:
    """How alike, from 0.0 (other) to 1.0 (the same), with the reason an analyst sees."""

    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name made ready: its words folded and in Latin letters, and what Korean and numbers ask for.

    `sounds` is (surname, sound of the rest) if it can be a Korean person's name; `numbers` its words with a figure;
    `plain` all of it in Latin letters, Hangul and Cyrillic as Korean would be written.
    """

    text: str
    script: Script
    words: tuple[str, ...]
    sounds: tuple[str, str] | None
    numbers: frozenset[str]
    plain: str


def compare_names(first: str, second: str) -> Score:
    """Return how likely two names are of one party, by their letters alone; `SAME_NAME` is the line for "same".

    Names in Han characters can only be equal or not: without a register their sound is not known.
    """
    one, two = read_name(first), read_name(second)
    if one.text == two.text:
        return Score(1.0, "same spelling")
    if one.numbers != two.numbers:
        return Score(0.0, "other number")
    if Script.HAN in (one.script, two.script):
        return Score(0.0, "other characters") if one.script == two.script else Score(0.0, "sound of characters unknown")
    if one.script == two.script == Script.HANGUL:
        return compare_hangul(one, two)
    if one.sounds and two.sounds:
        return compare_korean(one.sounds, two.sounds)
    long_enough = min(len(one.plain), len(two.plain)) >= SHORTEST_SOUND
    if one.script != two.script and long_enough and korean_sound(one.plain) == korean_sound(two.plain):
        return Score(0.9, "same sound")
    return compare_sound(one, two) if Script.HANGUL in (one.script, two.script) else compare_words(one, two)


@lru_cache(maxsize=65_536)
def read_name(name: str) -> Name:
    """Return a name made ready for comparison."""
    plain = fold_name(SHIP.sub("", name.strip()))
    script = find_script(plain)
    words = [word for word in plain.split() if word not in AFTER]
    while len(words) > 1 and words[0] in BEFORE:
        words = words[1:]
    text = " ".join(words)
    numbers = frozenset(re.sub(r"\D+$", "", word) for word in words if any(mark.isdigit() for mark in word))
    if script is Script.HANGUL:
        text = re.sub(r"(?<=\d)형", "", text)
    spelt = SPELT.get(script, str)(text)
    plain = romanize_korean_cyrillic(text) if script is Script.CYRILLIC else spelt
    sounds = find_sounds(text, script)
    if script is Script.HANGUL:
        text = " ".join(southern(word) for word in text.split())
    return Name(text, script, tuple(spelt.split()), sounds, numbers, re.sub(r"\W", "", plain))


def find_sounds(text: str, script: Script) -> tuple[str, str] | None:
    """Return the surname and the sound of the given name, if this can be a Korean's name; the surname comes first."""
    words = text.split()
    if script is Script.HANGUL:
        if len(words) == 1 and 2 <= len(text) <= 4 and text.isalpha():
            words = [romanize_hangul(text[0]), romanize_hangul(text[1:])]
        else:
            return None
    elif script is Script.CYRILLIC:
        words = romanize_korean_cyrillic(text).split()
    if len(words) not in (2, 3) or not all(word.isalpha() for word in words):
        return None
    if words[0] not in SURNAMES and words[-1] in SURNAMES and len(words) == 3:
        words = [words[-1], *words[:-1]]
    surname = SURNAMES.get(words[0])
    return (surname, korean_sound("".join(words[1:]))) if surname else None


@lru_cache(maxsize=16_384)
def korean_sound(word: str) -> str:
    """Return a Latin spelling of Korean syllables reduced to what all systems keep: jongun, jeongeun → JONON."""
    for pattern, sound in KOREAN_SOUNDS:
        word = pattern.sub(sound, word)
    return word


def compare_hangul(one: Name, two: Name) -> Score:
    """Compare two names in Hangul, letter by letter: one other syllable is another name."""
    if one.text.replace(" ", "") == two.text.replace(" ", ""):
        return Score(0.98, "same syllables")
    alike = DamerauLevenshtein.normalized_similarity(one.text, two.text)
    return Score(round(min(alike, 1.0) * 0.6, 2), "other syllables")


def compare_korean(one: tuple[str, str], two: tuple[str, str]) -> Score:
    """Compare what can be two Koreans' names: the same surname and the same sound of every syllable."""
    if one == two:
        return Score(0.95, "same surname, same sound of the given name")
    if one[0] != two[0]:
        return Score(0.4 if one[1] == two[1] else 0.1, "other surname")
    return Score(0.3, "same surname, other given name")


def compare_sound(one: Name, two: Name) -> Score:
    """Compare a name in Hangul with one in another script, by the order of its consonants."""
    left, right = "".join(one.words), "".join(two.words)
    syllables = len((one if one.script is Script.HANGUL else two).text.replace(" ", ""))
    if syllables >= FOREIGN_SYLLABLES and consonants(left) == consonants(right):
        return Score(0.88, "same consonants in the same order")
    return Score(0.2, "other sound")


@lru_cache(maxsize=16_384)
def consonants(word: str) -> str:
    """Return the classes of consonants in a word: vladimir and beulladimireu → PLTML."""
    word = re.sub(r"\W", "", word)
    for pattern, sound in SKELETON:
        word = pattern.sub(sound, word)
    return word


def compare_words(one: Name, two: Name) -> Score:
    """Compare names in alphabets word by word: order, initials, spellings, slips, words more or less."""
    if sorted(one.words) == sorted(two.words):
        return Score(0.97, "same words")
    if "".join(one.words) == "".join(two.words):
        return Score(0.96, "same letters, other spaces")
    if is_acronym(one.words, two.words) or is_acronym(two.words, one.words):
        return Score(0.86, "initials of the other")
    short, long = sorted((content(one.words), content(two.words)), key=len)
    pairs, rest = pair_words(short, long)
    if not short or len(pairs) < len(short):
        return Score(round(0.6 * sum(pairs) / max(len(long), 1), 2), "other words")
    return score_more(short, long, pairs) if rest else score_pairs(short, long, pairs)


def score_pairs(one: tuple[str, ...], two: tuple[str, ...], pairs: list[float]) -> Score:
    """Score names whose words all have a partner."""
    least = min(pairs)
    if least < SLIP:
        return Score(round(least, 2), "an initial for a name")
    if min(map(len, one)) <= 3 and not respelt(one, two):
        return Score(0.5, "too short a name for a slip")
    return Score(round(0.4 * least + 0.6 * sum(pairs) / len(pairs), 2), "same words in other spelling")


def score_more(short: tuple[str, ...], long: tuple[str, ...], pairs: list[float]) -> Score:
    """Score names of which one has words more: a middle name is no difference, a word of a body's name is."""
    mean, share = sum(pairs) / len(pairs), len(short) / len(long)
    if len(short) == 1:
        return Score(0.5, "one has more words")
    outer = short[0][0] == long[0][0] and similarity(short[-1], long[-1]) >= SLIP
    if outer and not BODIES & {*short, *long}:
        return Score(round(0.92 * mean, 2), "one has words between the first and the last")
    return Score(round(0.7 * mean * share + 0.2, 2), "one has more words")


def respelt(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Tell whether the words differ in spelling only, in any order, no slip among them."""
    return {GIVEN_NAMES.get(word, respell(word)) for word in one} == {
        GIVEN_NAMES.get(word, respell(word)) for word in two
    }


def content(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that tell names apart."""
    return tuple(word for word in words if word not in SMALL) or words


def is_acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether one name is the initials of the other ("IAEA"), its small words counted or not."""
    if len(short) != 1 or len(long) < 3 or not 3 <= len(short[0]) <= 8:
        return False
    return short[0] in ("".join(word[0] for word in long), "".join(word[0] for word in content(long)))


def pair_words(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[list[float], list[str]]:
    """Return the likeness of each word of `short` that has a partner in `long`, and the words left over there."""
    left, found = list(long), []
    for word in short:
        best = max(left, key=lambda other: similarity(word, other), default="")
        alike = similarity(word, best)
        if best and alike >= 0.8:
            left.remove(best)
            found.append(alike)
    return found, left


@lru_cache(maxsize=65_536)
def similarity(one: str, two: str) -> float:
    """Return how alike two words are, 0.0 to 1.0: the same, another spelling, an initial, a slip of the pen."""
    if one == two:
        return 1.0
    if min(len(one), len(two)) == 1:
        return 0.8 if one[0] == two[0] else 0.0
    if any(mark.isdigit() for mark in one + two):
        return 0.0
    if respell(one) == respell(two) or GIVEN_NAMES.get(one, one) == GIVEN_NAMES.get(two, two):
        return 0.95
    if min(len(one), len(two)) < SHORTEST_SLIP or one[0] != two[0]:
        return 0.0
    edits = DamerauLevenshtein.distance(respell(one), respell(two))
    longest = max(len(one), len(two))
    return max(JaroWinkler.similarity(one, two) - 0.03, 0.0) if edits <= (1 if longest < 9 else 2) else 0.0


@lru_cache(maxsize=16_384)
def respell(word: str) -> str:
    """Return a word in a plain spelling, the same for the usual transcriptions: sergei, sergey, serguei → serge."""
    for pattern, plain in SPELLINGS:
        word = pattern.sub(plain, word)
    return word


def keys_of(name: str) -> frozenset[str]:
    """Return what a name shares at least one of with any it could be the same as; for finding candidates."""
    ready = read_name(name)
    keys = {consonants(word)[:3] for word in ready.words if word not in SMALL}
    keys.add(consonants(ready.plain)[:6])
    if ready.sounds:
        keys.add("".join(ready.sounds))
    return frozenset(filter(None, keys))
