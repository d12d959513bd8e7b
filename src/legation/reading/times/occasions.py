"""Finds where a document dates an event: mentions of the same occasion with a time of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Span as Slice
from spacy.tokens import Token

from legation.documents.document import Document
from legation.documents.span import Span
from legation.lexicon.occasions import load_occasions
from legation.lexicon.overlay import kept_by_folder
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Time, TimeType
from legation.reading.parse.passages import Passage
from legation.reading.times.anchored import Phrase
from legation.reading.times.distances import measure
from legation.reading.times.measures import Shape

NO_NAMES: frozenset[str] = frozenset()
# How far up the tree a word may stand from the word its time hangs on.
CLIMB = 5
NEAR = 7
# A likeness below this is one of kind alone.
KIN = 3.0
STOPS = frozenset(".!?:")
COUNTED_ON = frozenset({Shape.NTH, Shape.ANNIVERSARY})
BETWEEN_TAGS = frozenset({"IN", "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "POS", "CC"})
NAME_TAGS = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class DatedMention:
    """A noun or verb with the time that dates it; `tie` is 0 for a time of its own, more the looser the tie.

    `above` tells that the time hangs below the word, so that it cannot be the time of something beside it; `act` is the
    verb with which a noun is dated.
    """

    word: str
    verb: bool
    classes: frozenset[str]
    names: frozenset[str]
    time: Time
    span: Span
    tie: int
    last: bool
    above: bool
    act: str = ""


@kept_by_folder
def occasion_index(folder: Path | None) -> dict[str, frozenset[str]]:
    """Return the classes each noun or verb form of the lexicon may belong to."""
    index: dict[str, frozenset[str]] = {}
    for entry in load_occasions(folder):
        for word in (*entry.nouns, *entry.verbs):
            index[word] = index.get(word, frozenset()) | {entry.name}
    return index


def classes_of(word: str) -> frozenset[str]:
    """Return the occasion classes of a word; a plural counts as its singular."""
    index = occasion_index()
    return index.get(word) or index.get(word.removesuffix("s")) or frozenset()


def date_mentions(passages: Sequence[Passage], times: Sequence[Time]) -> Iterator[DatedMention]:
    """Yield the nouns and verbs of the passages that a date hangs on, directly or through the verb above them."""
    dated = [time for time in times if time.type in {TimeType.DATE, TimeType.TIME} and time.from_ and time.to]
    for passage in passages:
        extent = passage.extent
        for time in dated:
            tokens = passage.slice(time.span) if extent.contains(time.span) else None
            if tokens is not None:
                yield from mentions_of(passage, tokens.root, time)
                yield from told_then(passage, tokens, time)
                yield from beside(passage, tokens[0], time)
                opens = tokens[0].i == 0 or tokens[0].nbor(-1).text in STOPS
                if opens and time.type is TimeType.TIME:
                    yield from stamped(passage, tokens[-1], time)


def mentions_of(passage: Passage, root: Token, time: Time) -> Iterator[DatedMention]:
    """Yield the words that a date dates: those above it, and the subject and objects of the verb it reaches."""
    token, tie = root, 0
    for _ in range(CLIMB):
        if token.head is token:
            break
        token = token.head
        if token.dep_ in {"prep", "pobj"} and not token.tag_.startswith(("NN", "VB")):
            continue
        yield mention(passage, token, time, tie, above=True)
        tie += 1
        if token.tag_.startswith("VB") or token.dep_ == "ROOT":
            yield from arguments(passage, token, time, tie)
            tie += 2
        if token.dep_ in {"ccomp", "ROOT"}:
            break


def told_then(passage: Passage, tokens: Slice, time: Time) -> Iterator[DatedMention]:
    """Yield the verb of the clause that says what happened then: "in April 2024, when police stormed the embassy"."""
    for token in tokens:
        for child in token.children:
            told = {grand.dep_ if grand.lower_ != "when" else "when" for grand in child.children}
            if child.dep_ == "relcl" and "when" in told and "auxpass" not in told:
                yield mention(passage, child, time, 0, above=True)
                yield from arguments(passage, child, time, 1)


def beside(passage: Passage, first: Token, time: Time) -> Iterator[DatedMention]:
    """Yield the occasions right before a date, which the parse may hang higher ("talks in Oslo on Friday")."""
    for place in range(first.i - 1, max(first.i - 1 - NEAR, first.sent.start - 1), -1):
        token = first.doc[place]
        if token.tag_ not in BETWEEN_TAGS:
            return
        if token.tag_ in {"NN", "NNS"} and classes_of(token.lower_):
            yield mention(passage, token, time, 1)


def stamped(passage: Passage, last: Token, time: Time) -> Iterator[DatedMention]:
    """Yield the verbs of a sentence that opens with a time of day: an entry of a live report."""
    end = next((token.i for token in last.doc[last.i + 1 :] if token.text in {".", "!", "?"}), len(last.doc))
    for token in last.doc[last.i + 1 : end]:
        if token.tag_.startswith("VB") and token.dep_ != "aux":
            yield mention(passage, token, time, 1)


def arguments(passage: Passage, verb: Token, time: Time, tie: int) -> Iterator[DatedMention]:
    """Yield the nouns that stand with a dated verb."""
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "acomp"}:
            yield replace(mention(passage, child, time, tie), act=verb.lower_)
        if child.dep_ in {"prep", "agent"}:
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.tag_.startswith("NN"):
                    yield mention(passage, inner, time, tie + 1)
        if child.dep_ in {"xcomp", "conj", "advcl"}:
            yield mention(passage, child, time, tie + 1)
            yield from (mention(passage, inner, time, tie + 2) for inner in child.children if inner.dep_ == "dobj")


def mention(passage: Passage, token: Token, time: Time, tie: int, *, above: bool = False) -> DatedMention:
    """Return a dated word with the names around it."""
    around = token.subtree if token.tag_.startswith("NN") else (t for child in token.children for t in child.subtree)
    words = list(around)
    names = frozenset(word.lower_ for word in words if word.tag_ in NAME_TAGS) or frozenset(
        word.lower_ for word in token.sent if word.tag_ in NAME_TAGS
    )
    last = any(word.lower_ in {"last", "previous"} for word in words)
    verb = token.tag_.startswith("VB")
    return DatedMention(
        token.lower_, verb, classes_of(token.lower_), names, time, passage.span(token), tie, last, above
    )


def find_base(phrase: Phrase, mentions: Sequence[DatedMention], document: Document) -> list[DatedMention]:
    """Return the dated mentions that may be of the phrase's event, best first."""
    wanted = classes_of(phrase.head)
    scored = [
        (score, -abs(mention.span.start - phrase.span.start), place)
        for place, mention in enumerate(mentions)
        if not phrase.span.overlaps(mention.time.span)
        and (mention.above or not phrase.span.overlaps(mention.span))
        and (score := likeness(phrase, wanted, mention, document)) > 0
    ]
    return [mentions[place] for _, _, place in sorted(scored, reverse=True)]


def likeness(phrase: Phrase, wanted: frozenset[str], mention: DatedMention, document: Document) -> float:
    """Return how likely a dated mention is of the phrase's event, from 0.0; nothing below 1 is its event."""
    if phrase.head == mention.word or (mention.verb and akin(phrase.head, mention.word)):
        score = 4.0
    elif same_word(phrase.head, mention.word):
        score = 3.0
    elif wanted & mention.classes and not (phrase.act and mention.verb):
        score = 2.5
    else:
        return 0.0
    shared = phrase.names & mention.names
    if phrase.act and score < KIN and phrase.names and not shared:
        # "After Chad shot at them" names who acted: an attack told without Chad is another.
        return 0.0
    score += 1.5 * len(shared)
    if phrase.names and mention.names and not shared:
        score -= 1.0
    score -= 0.5 * mention.tie
    score += 1.0 if phrase.last and mention.last else 0.0
    if mention.act in words_of("endings") and (phrase.measure.into or phrase.measure.shape in COUNTED_ON):
        return 0.0
    if misfits(phrase, mention, document):
        score -= 3.0
    return max(score, 0.0)


def same_word(one: str, other: str) -> bool:
    """Tell whether two forms are the same noun or verb."""
    return one.removesuffix("s") == other.removesuffix("s")


def akin(noun: str, verb: str) -> bool:
    """Tell whether a noun and a verb seem to be of one stem ("recognition", "recognised")."""
    shared = next((n for n, (a, b) in enumerate(zip(noun, verb, strict=False)) if a != b), min(len(noun), len(verb)))
    return shared >= max(4, 0.55 * max(len(noun), len(verb)))


def misfits(phrase: Phrase, mention: DatedMention, document: Document) -> bool:
    """Tell whether the date would put the phrase past publication, though its event is "the last" one."""
    found = measure(phrase.measure, mention.time)
    published = document.published_days
    if found is None or published is None or found[1][0] is None:
        return False
    return phrase.last and found[1][0] >= published[1]
