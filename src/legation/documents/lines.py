"""The lines of a text, as zones are told from them."""

import re
from dataclasses import dataclass

from legation.documents.span import Span

# Ends of lines as `reading.passages` knows them; a carriage return is white space at the end of its line.
BREAKS = re.compile(r"[^\n\x0b\x0c\x85\u2028\u2029]+")
# One character for one, so that places in a line's plain words are places in the text.
STRAIGHT = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "\t": " ", "\u202f": " ", "\u2009": " ", "\u200b": " "}
)
WORD = re.compile(r"\w[\w'’.-]*")
END = re.compile(r"[.!?…。][\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: where its words stand, and the words with straight quotation marks and plain spaces.

    `words` is their number; `ends` tells whether the line ends as a sentence does.
    """

    index: int
    span: Span
    plain: str
    words: int
    ends: bool

    @property
    def is_prose(self) -> bool:
        """Whether it reads as a paragraph of a report: a sentence of some length, or a long line."""
        return self.words >= 25 or (self.words >= 12 and self.ends)


def split_lines(text: str) -> list[Line]:
    """Return the lines of a text that are not blank, in order, without the white space around them."""
    lines: list[Line] = []
    for match in BREAKS.finditer(text):
        raw = match.group()
        words = raw.strip()
        if not words:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        plain = words.translate(STRAIGHT)
        span = Span(start, start + len(words))
        lines.append(Line(len(lines), span, plain, len(WORD.findall(plain)), END.search(plain[-8:]) is not None))
    return lines


def fold(words: str) -> str:
    """Return words for comparison: letters and digits only, lower case."""
    return " ".join(re.findall(r"\w+", words.lower()))


def capitalised_share(words: str) -> float:
    """Return the share of longer words, after the first, that begin with a capital letter or digit; 0.0 without any."""
    rest = [word for word in WORD.findall(words)[1:] if len(word) >= 4]
    return sum(word[0].isupper() or word[0].isdigit() for word in rest) / len(rest) if rest else 0.0
