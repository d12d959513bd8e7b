"""Whether a capital stands for the place or for the government that sits in it."""

from legation.lexicon.wordlists import words_of
from legation.reading.names.found import Classes, lemma
from legation.reading.names.words import JOINTS, Line

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
COMPOUNDS = frozenset({"compound", "amod", "nmod", "npadvmod", "poss"})
# Longest chain "in Paris, Berlin and Rome" that is followed back to its preposition.
LONGEST_CHAIN = 8
LONGEST_DATELINE = 14


def is_place(line: Line, start: int, end: int, head: int, classes: Classes) -> bool:
    """Tell whether the city at words `start` to `end` is meant as a place."""
    if line.low(end) in JOINTS and line.low(end + 1) in classes["basing"]:
        return True
    if is_dateline(line, start, end) or line.low(start - 1) == "capital":
        return True
    if paired(line, start, end):
        return False
    head = first_of_chain(line, head)
    if line.deps[head] == "appos":
        return line.lows[line.heads[head]] in ("capital", "city", "port")
    return place_by_role(line, head, classes)


def first_of_chain(line: Line, head: int) -> int:
    """Return the first of the words that a word is joined to: "in Paris, Berlin and Rome"."""
    for _ in range(LONGEST_CHAIN):
        above = line.heads[head]
        named = line.deps[head] == "appos" and line.lows[above] in ("capital", "city", "port")
        if line.deps[head] not in ("conj", "appos") or above == head or named:
            return head
        head = above
    return head


def place_by_role(line: Line, head: int, classes: Classes) -> bool:
    """Decide by the grammatical function of the city and by the word it depends on."""
    dep, above = line.deps[head], line.heads[head]
    if dep == "pobj":
        return place_after_preposition(line, head, classes)
    if dep in COMPOUNDS:
        return place_before_noun(line, head, classes)
    if dep == "dobj":
        return lemma(line, above) in classes["go-to-verb"]
    if dep == "nsubjpass":
        return lemma(line, above) in words_of("hitting places")
    return dep not in SUBJECTS and line.low(head - 1) in ("in", "at", "near")


def is_dateline(line: Line, start: int, end: int) -> bool:
    """Tell whether the city opens the passage as a dateline: "SEOUL (AP) -", "TOKYO, June 3 —", "GOMA: "."""
    if start != 0:
        return False
    if line.texts[start].isupper() and line.texts[end : end + 1] == [":"]:
        return True
    opening = line.texts[end : end + LONGEST_DATELINE]
    dash = any(text in ("-", "--", "—", "–") and not line.joined(end + i) for i, text in enumerate(opening))
    return dash and (line.texts[start].isupper() or opening[:1] in (["("], [","], ["—"], ["--"]))


def paired(line: Line, start: int, end: int) -> bool:
    """Tell whether a joint ties the city to another name: "Moscow-Pyongyang ties"."""
    before = start >= 2 and line.texts[start - 1] in JOINTS and line.texts[start - 2][:1].isupper()
    after = end + 1 < len(line) and line.texts[end] in JOINTS and line.texts[end + 1][:1].isupper()
    return before or after


def place_after_preposition(line: Line, head: int, classes: Classes) -> bool:
    """Decide by the preposition before the city and by the word above that."""
    preposition = line.heads[head]
    word, above = line.lows[preposition], line.heads[preposition]
    while line.deps[preposition] == "prep" and line.tags[above] == "IN" and line.heads[above] != above:
        above = line.heads[above]  # "from across Moscow"
    governor = lemma(line, above)
    if word in ("from", "in", "at") and is_left_by_envoy(line, above):
        return False
    if word in classes["place-preposition"]:
        return governor not in words_of("stances") or word != "in"
    if word == "from" and taken_from(line, above) in words_of("taking away"):
        return True
    if word in classes["way-preposition"]:
        if governor in ("send", "dispatch", "deploy", "bring", "take"):
            goods = [lemma(line, kid) for kid in line.children[above] if line.deps[kid] in ("dobj", "nsubjpass")]
            return any(noun in words_of("sent to places") for noun in goods)
        return governor in (classes["motion-noun"] if line.tags[above][0] == "N" else classes["motion-verb"])
    if word == "of":
        return governor in classes["part-of-place"]
    if word in ("on", "over"):
        return governor in words_of("attacks") or (word == "over" and governor in ("fly", "airspace", "sky", "explode"))
    return False


def taken_from(line: Line, above: int) -> str:
    """Return the act of which "from" tells where it took somebody: "the abduction of Rossi from Lima"."""
    over = line.heads[above]
    if line.deps[above] == "pobj" and line.lows[over] == "of":
        above = line.heads[over]
    return lemma(line, above)


def place_before_noun(line: Line, head: int, classes: Classes) -> bool:
    """Decide by the noun that the city modifies or owns."""
    return lemma(line, line.heads[head]) in classes["place-noun"]


def is_left_by_envoy(line: Line, above: int) -> bool:
    """Tell whether what stands behind a word is whom an envoy is called home from: "recalled its envoy in Paris"."""
    noun = above if lemma(line, above) in words_of("envoys") else None
    verb = line.heads[above] if noun is not None else above
    if lemma(line, verb) not in words_of("recalling") or (noun is not None and line.deps[noun] != "dobj"):
        return False
    return noun is not None or any(
        line.deps[kid] == "dobj" and lemma(line, kid) in words_of("envoys") for kid in line.children[verb]
    )
