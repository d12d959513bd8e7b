"""Finds the mentions of a document and says whom each names: names, metonyms, descriptions, pronouns."""

from collections.abc import Sequence

from legation.documents.document import Document
from legation.reading.attribution.interviews import find_turns
from legation.reading.claim import ActorRef, Mention
from legation.reading.names.descriptions import find_descriptions
from legation.reading.names.found import Classes, Found, Sort, word_classes
from legation.reading.names.gazetteer import Gazetteer
from legation.reading.names.known import find_known
from legation.reading.names.renamed import rename
from legation.reading.names.unknown import find_again, find_surnames, find_unknown
from legation.reading.names.words import Line, read_line
from legation.reading.parse.trees import Tree
from legation.reading.reference.epithets import is_epithet
from legation.reading.reference.pronouns import find_pronouns, find_rivals
from legation.reading.reference.resolver import key_of, resolve


def find_mentions(trees: Sequence[Tree], gazetteer: Gazetteer, document: Document) -> list[Mention]:
    """Return every mention in text order, ids m1, m2 …; one that names several actors stands once for each of them.

    Spans may nest ("Russian" in "Russian troops") but a name never holds its bearer's title. `actor` is None where the
    reference is not clear enough to be told.
    """
    classes = word_classes()
    lines = read_lines(trees)
    names = rename([find_names(line, gazetteer, classes) for line in lines])
    surnames = find_surnames(item for items in names for item in items)
    found = [find_in_line(line, items, surnames, classes) for line, items in zip(lines, names, strict=True)]
    answers = resolve(lines, found, gazetteer, document, classes)
    mentions: list[Mention] = []
    for items in found:
        for item in items:
            common = item.sort == Sort.SURNAME and item.line.tags[item.head] in ("NN", "NNS")
            common = common or (item.sort == Sort.COUNTRY and is_epithet(item))
            if item.sort != Sort.RIVAL and (answers[key_of(item)] or not common):
                mentions += make_mentions(item, answers[key_of(item)], document, len(mentions) + 1)
    return mentions


def read_lines(trees: Sequence[Tree]) -> list[Line]:
    """Return the passages as lines of words that know who asks and who is asked."""
    labels = [False, *(tree.passage.label for tree in trees)]
    turns = find_turns([tree.passage for tree in trees])
    return [
        read_line(tree, number, spoken=labels[number] or number in turns.told, asked=number in turns.asked)
        for number, tree in enumerate(trees)
    ]


def make_mentions(item: Found, actors: Sequence[ActorRef], document: Document, number: int) -> list[Mention]:
    """Return the mention once for each actor it names, once without an actor if there is none."""
    span = item.line.span(item.start, item.end)
    return [
        Mention(f"m{number + i}", span, document.quote(span), item.form, actor)
        for i, actor in enumerate(actors or (None,))
    ]


def find_names(line: Line, gazetteer: Gazetteer, classes: Classes) -> list[Found]:
    """Return the names in a line, in text order, longer before shorter."""
    known = find_known(line, gazetteer, classes)
    unknown = find_unknown(line, known, classes)
    inside = {i for item in unknown for i in range(item.start, item.end)}
    return in_order([item for item in known if item.sort != Sort.SURNAME or item.start not in inside] + unknown)


def find_in_line(line: Line, names: Sequence[Found], surnames: frozenset[str], classes: Classes) -> list[Found]:
    """Return what a line may name, in text order, longer before shorter; `surnames`: of people named in full."""
    names = in_order([*names, *find_again(line, names, surnames)])
    described = find_descriptions(line, names, classes)
    heads = {item.head for item in described}
    kept = [item for item in names if item.sort != Sort.SHORT or item.head not in heads]
    found = [*kept, *described, *find_pronouns(line)]
    return in_order([*found, *find_rivals(line, found)])


def in_order(found: Sequence[Found]) -> list[Found]:
    """Return mentions in text order, longer before shorter."""
    return sorted(found, key=lambda item: (item.start, -item.end))
