"""Attributions: who says or thinks what. Finds source, cue and content of reported words, views and wishes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legation.documents.span import Span
from legation.lexicon.cues import CueLexicon, CuePart
from legation.reading.claim import Attribution, Mention, Speech
from legation.reading.lemmas import Lemmatizer
from legation.reading.passages import Passage
from legation.reading.trees import Tree, grow_tree
from legation.reading.words import Words, list_words


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution by token ranges of one passage; `head` is the source's head token or -1."""

    words: Words
    head: int
    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


def find_attributions(
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    cues: CueLexicon,
    lemmatizer: Lemmatizer,
    *,
    nested: bool = True,
    trees: Sequence[Tree] | None = None,
) -> list[Attribution]:
    """Return the attributions of a document in text order, with ids a1 onward."""
    grown = (
        trees
        if trees is not None
        else [grow_tree(passage, lemmatizer) for passage in passages]
    )
    drafts = [draft for tree in grown for draft in find_drafts(list_words(tree), cues)]
    made = [finish(draft, mentions) for draft in drafts]
    made.sort(key=lambda a: a.cue[0].start if a.cue else a.content[0].start)
    made = [replace(a, id=f"a{number}") for number, a in enumerate(made, start=1)]
    return set_parents(made) if nested else made


def find_drafts(words: Words, cues: CueLexicon) -> Iterator[Draft]:
    """Yield the attributions of a passage."""
    for i, tag in enumerate(words.tags):
        if tag[0] == "V" and cues.get(words.lemmas[i], CuePart.VERB):
            content = words.kid_of(i, "ccomp")
            if content >= 0:
                yield draft_clause(words, i, content)


def draft_clause(words: Words, cue: int, content: int) -> Draft:
    """Return the attribution of a verb with a complement clause."""
    head = words.kid_of(cue, "nsubj")
    source = ((words.left(head), words.right(head) + 1),) if head >= 0 else ()
    return Draft(
        words,
        head,
        source,
        ((cue, cue + 1),),
        ((words.left(content), words.right(content) + 1),),
    )


def finish(draft: Draft, mentions: Sequence[Mention]) -> Attribution:
    """Turn token ranges into spans of the document."""
    words = draft.words
    source, cue, content = (
        tuple(words.span(low, high) for low, high in part)
        for part in (draft.source, draft.cue, draft.content)
    )
    head = words.span(draft.head, draft.head + 1) if draft.head >= 0 else None
    text = (
        " ".join(word for low, high in draft.source for word in words.texts[low:high])
        or None
    )
    return Attribution(
        "",
        source,
        cue,
        content,
        find_mention(head, mentions),
        text,
        kind_of(draft),
        None,
    )


def find_mention(head: Span | None, mentions: Sequence[Mention]) -> str | None:
    """Return the id of the shortest mention around the source's head."""
    around = [
        mention
        for mention in mentions
        if head is not None and mention.span.overlaps(head)
    ]
    return min(around, key=lambda mention: len(mention.span)).id if around else None


def kind_of(draft: Draft) -> Speech:
    """Return whether the content stands in quotation marks wholly, in part or not at all."""
    words = draft.words
    inside = {
        words.quote[i] >= 0
        for low, high in draft.content
        for i in range(low, high)
        if words.texts[i][0].isalnum()
    }
    return (
        Speech.MIXED
        if len(inside) > 1
        else Speech.DIRECT
        if True in inside
        else Speech.INDIRECT
    )


def set_parents(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Give each attribution whose cue stands in another's content the innermost such one as its parent."""
    made = []
    for inner in attributions:
        around = [
            outer
            for outer in attributions
            if outer is not inner
            and any(
                part.contains(cue) for part in outer.content for cue in inner.cue[:1]
            )
        ]
        parent = min(
            around, key=lambda outer: sum(map(len, outer.content)), default=None
        )
        made.append(replace(inner, parent=parent.id) if parent else inner)
    return made
