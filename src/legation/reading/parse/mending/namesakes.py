"""Namesakes: words that begin a title or a name and look like another word, which a small parser takes them for.

- "said Under Secretary John Hurley": nobody said it under a secretary.
- "assured To Lam that": To is what he is called.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import Parse

SHORTEST = 4
# How such a word is tagged that is taken for another.
LOOKS = frozenset({"IN", "TO", "UH", "RB"})


def call_by_name(parse: Parse) -> None:
    """Make each such word a part of the name behind it, which takes the word's place."""
    for i, tag in enumerate(parse.tags[:-1]):
        word = parse.words[i]
        if tag not in LOOKS or not word[0].isupper() or not is_within(parse, i):
            continue
        if (word == "Under" and parse.words[i + 1] == "Secretary") or (
            parse.lows[i] in words_of("names like words") and parse.tags[i + 1] == "NNP"
        ):
            take_place(parse, i)


def is_within(parse: Parse, i: int) -> bool:
    """Tell whether a word stands inside a sentence that is not written in capitals, as titles are."""
    before = [word for word in parse.words[max(i - SHORTEST, 0) : i] if word.isalpha()]
    return bool(before) and parse.words[i - 1][-1] not in ".!?:" and any(word.islower() for word in before)


def take_place(parse: Parse, word: int) -> None:
    """Put the name behind a word in the word's place, as the object or subject that it would be."""
    name = next((kid for kid in parse.kids[word] if kid > word and parse.tags[kid] == "NNP"), None)
    above, dep = parse.heads[word], parse.deps[word]
    parse.tags[word] = "NNP"
    if name is None:
        return
    others = [kid for kid in parse.kids[word] if kid != name]
    parse.move(name, above, part_of(parse, above, name, dep))
    parse.move(word, name, "compound")
    parse.hand(others, above)


def part_of(parse: Parse, verb: int, name: int, dep: str) -> str:
    """Return what a name is to the verb before it: who said so behind a quotation, else its object."""
    if parse.tags[verb][0] != "V":
        return dep
    subject = parse.has(verb, "nsubj", "nsubjpass")
    return "dobj" if subject or verb > name or parse.deps[verb] in ("conj", "xcomp") else "nsubj"
