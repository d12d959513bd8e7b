"""Attributions: who says or thinks what. Finds source, cue and content of reported words, views and wishes."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from legation.lexicon.cues import CueEntry, CueLexicon, CuePart
from legation.reading.attribution.arbiter import Arbiter, Judge, load_arbiter
from legation.reading.attribution.asides import draft_aside
from legation.reading.attribution.carried import carry_over
from legation.reading.attribution.constructions import (
    draft_cited,
    draft_firm,
    draft_view,
    is_firm,
)
from legation.reading.attribution.cues import describe_cue, find_candidates
from legation.reading.attribution.introduced import introduce
from legation.reading.attribution.orphans import find_orphans
from legation.reading.attribution.rivals import Draft, describe_rivalry, drop_nested, top_of
from legation.reading.attribution.transcripts import attribute_answers, attribute_speech
from legation.reading.attribution.units import Label, label_units, runs
from legation.reading.attribution.voices import complete_source, drop_voiceless, is_nobodys
from legation.reading.attribution.words import Words, list_words
from legation.reading.attribution.writings import find_mention, find_writer
from legation.reading.claim import ActorType, Attribution, Mention, Speech
from legation.reading.parse.lemmas import Lemmatizer
from legation.reading.parse.nearby import within
from legation.reading.parse.passages import Passage
from legation.reading.parse.trees import Tree, grow_trees

# The least probability of a cue where attributions nest; where they do not, candidates above POSSIBLE compete and the
# winners need CHOSEN: the mean of S+C F1 over parts of the training articles is best there, near half that F1, where
# probabilities that are right would have it (Lipton et al. 2014). benchmarks.train_attributions says how to measure.
LIKELY = 0.42
POSSIBLE = 0.12
CHOSEN = 0.36
Candidates = Sequence[tuple[int, CueEntry | None]]


def find_attributions(
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    cues: CueLexicon,
    lemmatizer: Lemmatizer,
    *,
    nested: bool = True,
    trees: Sequence[Tree] | None = None,
) -> list[Attribution]:
    """Return the attributions of a document in text order, with ids a1 onward.

    `nested=False` keeps none whose cue stands in the content of another. `trees` are the passages' trees if they
    have been grown already.
    """
    grown = trees if trees is not None else grow_trees(passages, lemmatizer)
    finder = Finder(cues, load_arbiter())
    drafts = [finder.find(list_words(tree), nested=nested) for tree in grown]
    made = []
    for tree, found in zip(grown, drafts, strict=True):
        near = within(mentions, tree.passage.extent)
        made += [one for one in (finish(draft, tree, near) for draft in found) if not is_dateline(one, tree, near)]
    if not nested:
        return number(made)
    made += [*attribute_speech(passages, mentions), *attribute_answers(passages, mentions)]
    told = list(introduce(grown, mentions))
    carried = [*told, *carry_over(passages, [*made, *told])]
    made = [own for own in made if own.cue or not any(is_inside(own, other) for other in carried)]
    nesting = set_parents(number([*made, *carried]), [passage.start for passage in passages])
    return renumber(drop_voiceless(nesting))


def is_dateline(made: Attribution, tree: Tree, mentions: Sequence[Mention]) -> bool:
    """Tell whether a place and a colon only say where a report comes from: "GOMA: Rebels took the town"."""
    places = {mention.span for mention in mentions if mention.actor and mention.actor.type is ActorType.PLACE}
    if not places.issuperset(made.source) or not made.source:
        return False
    base, text = tree.passage.start, tree.passage.text
    return all(text[cue.start - base : cue.end - base] == ":" for cue in made.cue)


def is_inside(own: Attribution, other: Attribution) -> bool:
    """Tell whether the content of one attribution stands in the content of another."""
    return all(any(around.contains(part) for around in other.content) for part in own.content)


def number(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Put attributions in the order of their cues, or contents where there is none, and give them their ids."""
    ordered = sorted(attributions, key=lambda made: (made.cue or made.content)[0])
    return [replace(made, id=f"a{i}") for i, made in enumerate(ordered, start=1)]


def renumber(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Give attributions the ids a1 onward again, their parents too."""
    names = {made.id: f"a{place}" for place, made in enumerate(attributions, start=1)}
    return [replace(made, id=names[made.id], parent=made.parent and names[made.parent]) for made in attributions]


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the attributions of one passage."""

    cues: CueLexicon
    arbiter: Arbiter

    def find(self, words: Words, *, nested: bool) -> list[Draft]:
        """Return the attributions of a passage, in text order."""
        possible = list(find_candidates(words, self.cues))
        if nested:
            return self.complete(words, self.drafts(words, possible, LIKELY), possible)
        drafts = self.drafts(words, possible, POSSIBLE, outside=True)
        scores = [self.arbiter.rival_score(describe_rivalry(draft, drafts)) for draft in drafts]
        likely = [(draft, score) for draft, score in zip(drafts, scores, strict=True) if score >= CHOSEN]
        return drop_nested([draft for draft, _ in likely], [score for _, score in likely])

    def complete(self, words: Words, drafts: Sequence[Draft], possible: Candidates) -> list[Draft]:
        """Add what the annotated corpus has no examples of, and drop what is nobody's word."""
        whole = [complete_source(draft, self.cues) for draft in drafts if not is_nobodys(draft)]
        made = [draft for draft in whole if draft.content]
        for i, entry in possible:
            view = draft_view(words, i, entry) if words.tags[i] == "IN" else draft_aside(words, i, entry)
            if view is not None:
                made = [*(draft for draft in made if draft.head != i), view]
            cited = draft_cited(words, i, entry, made)
            if cited is not None:
                inner, outer = cited
                made = [outer if draft.head == outer.head else draft for draft in made if draft.head != i] + [inner]
        return [*made, *find_orphans(words, made)]

    def drafts(self, words: Words, possible: Candidates, least: float, *, outside: bool = False) -> list[Draft]:
        """Return the attributions of the candidates that are at least that likely; `outside` leaves quoted cues out."""
        found: list[Draft] = []
        if not possible:
            return found
        judge = self.arbiter.judge(words)
        for i, entry in possible:
            if words.quote[i] >= 0 if outside else is_idle(words, i, entry):
                continue
            score = judge.cue_score(i, describe_cue(words, i, entry, self.cues))
            firm = not outside and is_firm(words, i, entry)
            if score >= least or firm:
                draft = make_draft(judge, i, entry, score)
                if firm:
                    draft = hold_firm(replace(draft, score=max(score, least)))
                if draft.content:
                    found.append(draft)
        return found


def is_idle(words: Words, i: int, entry: CueEntry | None) -> bool:
    """Tell whether a verb that is no word of the lexicon has neither a clause nor a quotation near: no cue then."""
    return (
        entry is None
        and not words.quotes
        and words.texts[i] != ":"
        and words.kid_of(i, "ccomp", "xcomp", "parataxis") < 0
    )


def hold_firm(draft: Draft) -> Draft:
    """Return the attribution that the construction gives, where the labels have missed the clause it turns on."""
    firm = draft_firm(draft.words, draft.head, draft.entry, draft.score)
    if firm is None:
        return draft
    low, high = firm.content[0]
    top = top_of(draft.words, low, high)
    missed = not any(a <= top < b for a, b in draft.content)
    names = draft.words.tags[draft.head][:2] == "NN" and bool(firm.source) and not draft.source
    return firm if missed or names else draft


def make_draft(judge: Judge, cue: int, entry: CueEntry | None, score: float) -> Draft:
    """Return the attribution at a cue."""
    words = judge.words
    view = label_units(words, cue, entry, judge.decide)
    found = runs(words, view.labels)
    source, cues, content = (tuple(found[label]) for label in (Label.SOURCE, Label.CUE, Label.CONTENT))
    if entry is not None and entry.pos is CuePart.PREPOSITION and len(source) > 1:
        # "Rossi is expected in May, according to the radio": it is the radio's word alone.
        source = tuple(part for part in source if part[0] >= cue) or source
    return Draft(words, cue, entry, score, source, cues or ((cue, cue + 1),), content, view.margin)


def finish(draft: Draft, tree: Tree, mentions: Sequence[Mention]) -> Attribution:
    """Turn token ranges into spans of the document."""
    words = draft.words
    source, cue, content = (
        tuple(words.span(low, high) for low, high in part) for part in (draft.source, draft.cue, draft.content)
    )
    base, plain = tree.passage.start, tree.passage.text
    text = " ".join(plain[span.start - base : span.end - base] for span in source) or None
    head = source_head(draft)
    mention = find_mention(words.span(head, head + 1), mentions) if head >= 0 else None
    if mention is None and head >= 0:
        mention = find_writer(words, head, mentions)
    return Attribution("", source, cue, content, mention, text, kind_of(draft), None)


def source_head(draft: Draft) -> int:
    """Return the head token of the source, of a relative pronoun the noun it stands for; -1 if there is no source."""
    words = draft.words
    inside = [i for low, high in draft.source for i in range(low, high)]
    top = next((i for i in inside if words.heads[i] not in inside), -1)
    if top < 0 or words.tags[top] not in ("WP", "WDT"):
        return top
    above = top
    while words.deps[above] != "relcl" and words.heads[above] != above:
        above = words.heads[above]
    return words.heads[above] if words.deps[above] == "relcl" else top


def kind_of(draft: Draft) -> Speech:
    """Return whether the content stands in quotation marks wholly, in part or not at all."""
    words = draft.words
    inside = {
        words.quote[i] >= 0 for low, high in draft.content for i in range(low, high) if words.texts[i][0].isalnum()
    }
    return Speech.MIXED if len(inside) > 1 else Speech.DIRECT if True in inside else Speech.INDIRECT


def set_parents(attributions: Sequence[Attribution], starts: Sequence[int]) -> list[Attribution]:
    """Give each attribution whose cue stands in another's content the innermost such one as its parent.

    `starts` are where the passages begin: what stands around a cue stands in its passage.
    """
    by_passage: dict[int, list[Attribution]] = {}
    for outer in attributions:
        by_passage.setdefault(bisect_right(starts, outer.content[0].start), []).append(outer)
    parents: dict[str, str] = {}
    for inner in attributions:
        around = [
            outer
            for cue in inner.cue[:1]
            for outer in by_passage.get(bisect_right(starts, cue.start), ())
            if outer is not inner and any(part.contains(cue) for part in outer.content)
        ]
        around = [outer for outer in around if not hangs_on(outer.id, inner.id, parents)]
        parent = min(around, key=lambda outer: sum(map(len, outer.content)), default=None)
        if parent is not None:
            parents[inner.id] = parent.id
    return [replace(made, parent=parents.get(made.id)) for made in attributions]


def hangs_on(one: str, other: str, parents: Mapping[str, str]) -> bool:
    """Tell whether an attribution stands in another, at any remove: two that hold each other's cue are one inside."""
    at: str | None = one
    while at is not None:
        if at == other:
            return True
        at = parents.get(at)
    return False
