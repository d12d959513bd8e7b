"""Finds the mentions of a document and says whom each names: known and unknown names, metonyms, descriptions, pronouns."""

from collections.abc import Sequence

from legation.documents.document import Document
from legation.reading.claim import Mention
from legation.reading.gazetteer import Gazetteer
from legation.reading.mentions_found import Classes, Found, Sort, word_classes
from legation.reading.mentions_names import find_known, find_unknown
from legation.reading.mentions_words import Line, read_line
from legation.reading.passages import Passage
from legation.reading.reference import resolve


def find_mentions(passages: Sequence[Passage], gazetteer: Gazetteer, document: Document) -> list[Mention]:
    """Return every mention in text order, ids m1, m2 …; one that names several actors stands once for each of them.

    Spans may nest ("Russian" in "Russian troops") but a name never holds its bearer's title. `actor` is None where the
    reference is not clear enough to be told.
    """
    classes = word_classes()
    found: list[Found] = []
    for number, passage in enumerate(passages):
        found += find_in_line(read_line(passage, number), gazetteer, classes)
    mentions: list[Mention] = []
    for item, actors in zip(found, resolve(found, gazetteer, document), strict=True):
        span = item.line.span(item.start, item.end)
        for actor in actors or (None,):
            mentions.append(Mention(f"m{len(mentions) + 1}", span, document.quote(span), item.form, actor))
    return mentions


def find_in_line(line: Line, gazetteer: Gazetteer, classes: Classes) -> list[Found]:
    """Return what a line may name, in text order, longer before shorter."""
    known = find_known(line, gazetteer, classes)
    unknown = find_unknown(line, known, classes)
    inside = {i for item in unknown for i in range(item.start, item.end)}
    kept = [item for item in known if item.sort != Sort.SURNAME or item.start not in inside]
    return sorted([*kept, *unknown], key=lambda item: (item.start, -item.end))
