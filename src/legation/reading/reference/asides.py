"""Asides: who is named in passing, between commas behind who acts: "Peru, which attacked Chile, recalled its envoy"."""

from legation.reading.names.found import Found, subjects_of
from legation.reading.names.words import Line


def is_in_passing(other: Found, verb: int) -> bool:
    """Tell whether a name stands in an aside between the verb and its subject."""
    line = other.line
    return any(
        subject < other.head < verb and "," in line.lows[subject : other.head] and "," in line.lows[other.head : verb]
        for subject in subjects_of(line, verb)
        if line.tags[subject][:2] == "NN" and not is_joined(line, other.head, subject)
    )


def is_joined(line: Line, word: int, subject: int) -> bool:
    """Tell whether a word is one of several subjects: "Peru, Chile and Bolivia recalled …"."""
    while line.deps[word] == "conj" and line.heads[word] != word:
        word = line.heads[word]
    return word == subject
