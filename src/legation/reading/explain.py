"""Explanations: a reading together with why it is so: the parse, the rules that fired and those that nearly did."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from legation.documents.document import Document
from legation.documents.span import Span
from legation.lexicon.status import StatusEntry, StatusKind
from legation.reading.attribution.arbiter import load_arbiter
from legation.reading.attribution.cues import describe_cue, find_candidates
from legation.reading.attribution.words import list_words
from legation.reading.claim import Attribution, Claim, Mention, Reading, Status
from legation.reading.claims.making import Context, Found, content_start
from legation.reading.claims.settling import base_status, inner_status
from legation.reading.claims.timing import locate_times
from legation.reading.encode import encode_reading
from legation.reading.frames.coding import Coding, find_codings
from legation.reading.frames.parties import locate
from legation.reading.frames.recipients import OWNERS, RECIPIENT_FALLBACK
from legation.reading.frames.roles import AGENT_FALLBACK, CASE_SLOT, TOGETHER, find_support
from legation.reading.grammar.clauses import copula_of
from legation.reading.grammar.slots import Place, fill, place_at
from legation.reading.near_misses import find_near_misses
from legation.reading.parse.passages import parse_passages
from legation.reading.parse.trees import VERB, Tree, grow_trees, repairs_of
from legation.reading.reader import Reader
from legation.reading.status.factuality import judge
from legation.reading.status.moods import is_negated, is_question, own_status
from legation.reading.status.statuswords import StatusWords

TOP_FEATURES = 3
AUXILIARY = ("aux", "auxpass", "neg")
# Kinds of status words that say something without a status of their own.
SPEAKING = frozenset({StatusKind.LIKELIHOOD, StatusKind.CONDITION, StatusKind.CONTRADICTION})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the parse; `head` is the index of the word it depends on, its own if none."""

    index: int
    span: Span
    text: str
    lemma: str
    tag: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A party of a claim and the slot of the frame that gave it, or "the text around"."""

    mention: str
    slot: str


@dataclass(frozen=True, slots=True)
class Fired:
    """The frame behind a claim: where it stands in the lexicon, what filled its slots, what made the status."""

    claim: str
    rule: str
    file: str
    source: str
    example: str
    agents: tuple[Filled, ...]
    recipients: tuple[Filled, ...]
    status: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cued:
    """The cue behind an attribution: its entry in the lexicon, if any, and what the trained weights made of it."""

    attribution: str
    cue: str
    entry: str | None
    probability: float | None
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """A frame that a word could have opened, and why it made no claim; `lacking` counts its unmet conditions."""

    word: str
    span: Span
    rule: str
    type: str
    file: str
    reason: str
    lacking: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """A reading and its reasons.

    `frameless` are verbs that no frame of the lexicon opens, `repairs` the names of what set the parse right, in order.
    """

    reading: Reading
    words: tuple[Word, ...]
    fired: tuple[Fired, ...]
    cued: tuple[Cued, ...]
    missed: tuple[Missed, ...]
    frameless: tuple[str, ...]
    repairs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listening(StatusWords):
    """The status lexicon that keeps which of its entries were found while a claim was judged."""

    heard: list[tuple[str, StatusEntry]] = field(default_factory=list)

    def get(self, kind: StatusKind, word: str) -> StatusEntry | None:
        """Return the entry of a word of that kind, and keep it."""
        entry = StatusWords.get(self, kind, word)
        if entry is not None and (word, entry) not in self.heard:
            self.heard.append((word, entry))
        return entry


def explain(document: Document, reader: Reader) -> Explanation:
    """Read a document and say of everything in the reading which words and rules made it."""
    passages = parse_passages(document, reader.nlp, reader.gazetteer.known_name)
    reading = reader.read_passages(document, passages)
    trees = grow_trees(passages, reader.lemmatizer)
    everything = [Explainer(tree, reading, reader) for tree in trees]
    words: list[Word] = []
    for tree in trees:
        words += words_of(tree, len(words))
    return Explanation(
        reading,
        tuple(words),
        tuple(fired for one in everything for fired in one.fired()),
        tuple(cued for one in everything for cued in one.cued()),
        tuple(missed for one in everything for missed in one.missed()),
        tuple(word for one in everything for word in one.frameless()),
        tuple(name for passage in passages for name in repairs_of(passage, reader.lemmatizer)),
    )


def encode_explanation(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation as one JSON object; spans are lists of two numbers."""
    parts = {name: getattr(explanation, name) for name in ("words", "fired", "cued", "missed")}
    rows = {name: [flatten(asdict(item)) for item in items] for name, items in parts.items()}
    names = {name: list(getattr(explanation, name)) for name in ("frameless", "repairs")}
    return {"reading": encode_reading(explanation.reading), **rows, **names}


def flatten(row: dict[str, Any]) -> dict[str, Any]:
    """Write the span of a row as the reading contract does."""
    span = row.get("span")
    return row | ({"span": [span["start"], span["end"]]} if span else {})


def words_of(tree: Tree, first: int) -> Iterator[Word]:
    """Yield the words of a passage; `first` is the index of its first word in the document."""
    for i, text in enumerate(tree.words):
        if not text.isspace():
            yield Word(
                first + i, tree.span(i, i + 1), text, tree.lemmas[i], tree.tags[i], first + tree.heads[i], tree.deps[i]
            )


class Explainer:
    """Explains what one passage gave to a reading."""

    def __init__(self, tree: Tree, reading: Reading, reader: Reader) -> None:
        """Code the passage once more, as the reader did."""
        found = Found(
            reading.document.text,
            reading.mentions,
            reading.times,
            reading.quantities,
            sorted(reading.attributions, key=content_start),
        ).within(tree.passage.extent)
        parties = locate(found.mentions, tree)
        codings = find_codings(tree, parties, reader.rules.book, reader.rules.status)
        self.tree = tree
        self.reader = reader
        self.context = Context(codings, parties, locate_times(found.times, tree, codings), found, reader.rules)
        self.claims = [claim for claim in reading.claims if tree.passage.extent.contains(claim.trigger)]
        self.mentions = {mention.id: mention for mention in reading.mentions}

    def token(self, claim: Claim) -> int:
        """Return the word that opened the claim."""
        return self.tree.tokens(claim.trigger)[0]

    def fired(self) -> Iterator[Fired]:
        """Yield the frame behind each claim of the passage."""
        for claim in self.claims:
            coding = self.context.codings.get(self.token(claim))
            if coding is None or not claim.rule.startswith(coding.frame.rule):
                yield Fired(claim.id, claim.rule, "", "", "the attempt spoken of before", (), (), ())
                continue
            entry = coding.frame.entry
            yield Fired(
                claim.id,
                claim.rule,
                f"frames/{entry.file}" if entry.file else "",
                entry.source,
                entry.example,
                self.fillers(coding, claim.agents, agent_slots(coding)),
                self.fillers(coding, claim.recipients, recipient_slots(coding)),
                tuple(self.reasons(coding)),
            )

    def fillers(self, coding: Coding, ids: Sequence[str], slots: Sequence[str]) -> tuple[Filled, ...]:
        """Return for each party of a claim the first slot in which it stands."""
        support, role = find_support(self.tree, coding.trigger, self.context.rules.status)
        place = place_at(self.tree, coding.trigger, coding.frame.word_class, support, role)
        return tuple(Filled(key, self.slot_of(self.mentions[key], place, slots)) for key in ids)

    def slot_of(self, mention: Mention, place: Place, slots: Sequence[str]) -> str:
        """Return the first slot that holds the mention; else whether it came from this passage or another."""
        for slot in slots:
            if any(found.id == mention.id for found in self.context.parties.at(self.tree, fill(place, slot))):
                return slot
        near = any(found.id == mention.id for found in self.context.found.mentions)
        return "the clause around" if near else "the text around"

    def reasons(self, coding: Coding) -> Iterator[str]:
        """Yield what set the status: the verb's own words, words of the status lexicon, governing frames, questions."""
        tree, words = self.tree, Listening(self.context.rules.status.by_kind)
        governors: list[tuple[int, Status]] = []

        def inner(at: int) -> Status | None:
            given = inner_status(tree, at, self.context.codings.get(at), words)
            if given is not None and (at, given) not in governors:
                governors.append((at, given))
            return given

        judge(tree, coding.trigger, words, inner, base_status(coding))
        verb = coding.trigger if tree.word_class(coding.trigger) == VERB else copula_of(tree, coding.trigger)
        if coding.frame.entry.status:
            yield f"the frame itself: {coding.frame.entry.status}"
        if verb is not None:
            yield f"“{verb_group(tree, verb)}”: {own_status(tree, verb, self.context.rules.status) or 'open'}"
        yield from (say_entry(word, entry) for word, entry in words.heard if is_telling(entry))
        for at, given in governors:
            yield f"governed by “{tree.words[at]}”: {given}"
        if is_question(tree, coding.trigger):
            yield "a question: possible"
        if coding.frame.entry.negated and verb is not None and is_negated(tree, verb):
            yield f"negated: {coding.frame.entry.negated} in place of {coding.frame.type}"

    def cued(self) -> Iterator[Cued]:
        """Yield the cue of each attribution of the passage, with what speaks for it."""
        words, arbiter = list_words(self.tree), load_arbiter()
        judge = arbiter.judge(words)
        entries = dict(find_candidates(words, self.reader.cues))
        for attribution in self.context.found.attributions:
            token = next((at for at in self.cue_tokens(attribution) if at in entries), None)
            text = " ".join(self.context.found.text[part.start : part.end] for part in attribution.cue)
            if token is None:
                yield Cued(attribution.id, text, None, None, ())
                continue
            entry = entries[token]
            features = describe_cue(words, token, entry, self.reader.cues)
            heaviest = sorted(features, key=lambda name: -abs(arbiter.cue.get(name, 0)))[:TOP_FEATURES]
            yield Cued(
                attribution.id,
                text,
                f"cues.yml: {entry.lemma} ({entry.pos}, {entry.kind})" if entry else None,
                round(judge.cue_score(token, features), 3),
                tuple(f"{name} {arbiter.cue.get(name, 0) / 100:+.2f}" for name in heaviest),
            )

    def cue_tokens(self, attribution: Attribution) -> Iterator[int]:
        """Yield the words of a cue that stand in the passage."""
        for part in attribution.cue:
            if self.tree.passage.extent.contains(part):
                yield from range(*self.tree.tokens(part))

    def missed(self) -> Iterator[Missed]:
        """Yield the frames that nearly made a claim."""
        claimed = frozenset(self.token(claim) for claim in self.claims)
        for miss in find_near_misses(self.tree, self.context, claimed):
            span, entry = self.tree.span(miss.token, miss.token + 1), miss.frame.entry
            word = self.tree.words[miss.token]
            file = f"frames/{entry.file}" if entry.file else ""
            yield Missed(word, span, miss.frame.rule, miss.frame.type, file, miss.reason, miss.lacking)

    def frameless(self) -> Iterator[str]:
        """Yield the main verbs that have no frame in the lexicon."""
        tree, book = self.tree, self.context.rules.book
        for i, lemma in enumerate(tree.lemmas):
            if tree.word_class(i) == VERB and tree.deps[i] not in AUXILIARY and not book.find(VERB, lemma.lower()):
                yield tree.words[i]


def is_telling(entry: StatusEntry) -> bool:
    """Tell whether an entry sets a status, an outcome or a likelihood; others only lead from word to word."""
    return bool(entry.status or entry.outcome) or entry.kind in SPEAKING


def say_entry(word: str, entry: StatusEntry) -> str:
    """Return what an entry of the status lexicon says, in words."""
    if entry.kind is StatusKind.CONDITION:
        return f"a condition opens with “{word}”: conditional"
    if entry.kind is StatusKind.CONTRADICTION:
        return f"what is told is contradicted by “{word}”"
    return f"{entry.kind} “{word}”: {entry.status or entry.outcome or f'{entry.low:.2f} to {entry.high:.2f}'}"


def verb_group(tree: Tree, verb: int) -> str:
    """Return a verb with its auxiliaries and negation, as the text has them."""
    return " ".join(tree.words[at] for at in sorted((verb, *tree.children(verb, *AUXILIARY))))


def agent_slots(coding: Coding) -> list[str]:
    """Return every slot in which the reader looks for agents of a frame, in its order."""
    return [*coding.frame.by, *AGENT_FALLBACK, *TOGETHER, CASE_SLOT]


def recipient_slots(coding: Coding) -> list[str]:
    """Return every slot in which the reader looks for recipients of a frame, in its order."""
    slots = coding.frame.to
    return [*slots, *RECIPIENT_FALLBACK, *(f"{slot}.{part}" for slot in slots if "." not in slot for part in OWNERS)]
