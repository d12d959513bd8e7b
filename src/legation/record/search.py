"""Words made ready for full-text search: lower-cased, and in pairs of characters where a script has no spaces.

No stock tokenizer finds a two-syllable Korean word inside a longer one; pairs of characters do, as a phrase.
"""

import re
import unicodedata
from collections.abc import Iterator

from legation.documents.document import Document, ZoneKind
from legation.documents.words import make_table, split_ascii

# Kana, CJK ideographs and Hangul syllables: written without spaces, or with endings grown onto the word.
CJK = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
TOKEN = re.compile(rf"[{CJK}]+|[^\W_{CJK}]+")
# The same for ASCII text.
TABLE = make_table("")
IDEOGRAPHS = re.compile(rf"[{CJK}]")
# Characters of text in one entry: short enough for a database's limit on one vector, long enough for a phrase.
ENTRY = 20_000
UNSEARCHED = frozenset({ZoneKind.BOILERPLATE, ZoneKind.LICENCE})


def find_words(text: str) -> list[str]:
    """Return the words of a text as they are searched for; a run of CJK characters gives its pairs."""
    if text.isascii():
        return split_ascii(text.casefold(), TABLE)
    folded = unicodedata.normalize("NFKC", text).casefold()
    words: list[str] = TOKEN.findall(folded)
    if IDEOGRAPHS.search(folded) is None:
        return words
    return [part for word in words for part in split_word(word)]


def split_word(word: str) -> list[str]:
    """Return the pairs of characters of a run of CJK characters; another word is its own."""
    if IDEOGRAPHS.match(word) and len(word) > 1:
        return [word[place : place + 2] for place in range(len(word) - 1)]
    return [word]


def index_words(text: str) -> str:
    """Return the words of a text as one searchable line."""
    return " ".join(find_words(text))


def find_entries(document: Document) -> Iterator[str]:
    """Yield the text of a document that can be searched, in stretches of at most `ENTRY` characters."""
    yield " ".join(filter(None, (document.title, document.outlet, *document.authors, *document.topics)))
    for zone in document.zones:
        if zone.kind not in UNSEARCHED:
            for start in range(zone.span.start, zone.span.end, ENTRY):
                yield document.text[start : min(start + ENTRY, zone.span.end)]
