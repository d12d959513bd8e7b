"""Pairs: what a sentence offers on what a source does to a target, as features that a person can read.

The frames say most of it: which of them hold, and how they bind the two. Words and paths around the pair tell the rest.
The two parties themselves are masked, so that nobody is known by what they did elsewhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from legation.documents.span import Span
from legation.reading.claim import ActorRef, ActorType, Claim, Form, Mention
from legation.reading.claims.making import Found, Rules, find_claims
from legation.reading.conventions import UNCODED, converted_root, folded
from legation.reading.frames.coding import Coding, find_codings
from legation.reading.frames.parties import Parties, locate
from legation.reading.parse.nearby import within
from legation.reading.parse.trees import VERB, Tree
from legation.reading.status.moods import is_negated, own_status

SOURCE, TARGET = "s", "t"
DEEPEST = 4
# The feature of every pair: it carries how common each type is.
ALWAYS = "always"
# Phrases: how long they are, and what stands for edges of a sentence, names and numbers in them.
SIZES = (1, 2, 3)
EDGE = "|"
NAME = "N"
SIGNS = {"NNP": NAME, "NNPS": NAME, "CD": "#"}
OBJECTS = ("dobj", "attr", "oprd", "acomp", "prt")


@dataclass(frozen=True, slots=True)
class PairView:
    """A text seen from a pair: claims with only the two as parties, best first, and every coding of each sentence."""

    pair: Mapping[str, Span]
    trees: Sequence[Tree]
    claims: Sequence[Claim]
    fallback: str | None
    codings: Sequence[Mapping[int, Coding]]
    parties: Sequence[Parties]

    @property
    def framed(self) -> str | None:
        """The root type by frames alone: of the claim that binds the pair best, else of the topmost event word."""
        return converted_root(self.claims[0]) if self.claims else self.fallback


def view_pair(text: str, pair: Mapping[str, Span], trees: Sequence[Tree], rules: Rules) -> PairView:
    """Read a text as if only source ("s") and target ("t", may be missing) were parties in it."""
    mentions = [
        Mention(role, span, span.of(text), Form.NAME, ActorRef(role, span.of(text), ActorType.GROUP, None))
        for role, span in pair.items()
    ]
    claims = [c for c in find_claims(trees, Found(text, mentions, [], [], []), rules) if c.type not in UNCODED]
    claims.sort(key=fit, reverse=True)
    parties = [locate(within(mentions, tree.passage.extent), tree) for tree in trees]
    codings = [find_codings(tree, known, rules.book, rules.status) for tree, known in zip(trees, parties, strict=True)]
    fallback = None if claims else topmost(trees, rules)
    return PairView(pair, trees, claims, fallback, codings, parties)


def topmost(trees: Sequence[Tree], rules: Rules) -> str | None:
    """Return the root type of the event word nearest to the top of its sentence, none if no word opens a frame."""
    words = [
        (depth(tree, token), -coding.frame.entry.weight, coding.frame.type)
        for tree in trees
        for token, coding in find_codings(tree, Parties({}), rules.book, rules.status).items()
        if not coding.frame.entry.silent and coding.frame.type not in UNCODED
    ]
    return folded(min(words)[2]) if words else None


def fit(claim: Claim) -> tuple[int, float, int]:
    """Rank a claim: both parties in their roles, then one, then the pair the wrong way round, then the surest word."""
    right = 2 * (SOURCE in claim.agents) + 2 * (TARGET in claim.recipients)
    turned = (TARGET in claim.agents and SOURCE in claim.agents) - (
        TARGET in claim.agents and SOURCE not in claim.agents
    )
    return right + turned, claim.score, -claim.trigger.start


def describe_pair(view: PairView, rules: Rules) -> list[str]:
    """Return the features of a pair in its sentence, each once, sorted."""
    found = {ALWAYS, *describe_claims(view)}
    roots = {claim.trigger.start: converted_root(claim) for claim in view.claims}
    for tree, codings, parties in zip(view.trees, view.codings, view.parties, strict=True):
        heads = {m.id: head for head, group in parties.by_head.items() for m in group}
        path = path_between(tree, heads.get(SOURCE), heads.get(TARGET))
        found.update(describe_ends(tree, heads))
        found.update(describe_path(tree, path))
        found.update(describe_frames(tree, codings, path, roots))
        found.update(describe_words(tree, view.pair, path, rules))
        found.update(describe_top(tree, rules))
    return sorted(found)


def list_phrases(view: PairView) -> list[str]:
    """Return the runs of one to three words of the text, as lemmas, each once, sorted.

    Parties are "s" and "t"; a name or a number is one sign, whatever it is; edges of sentences count as words.
    """
    found: set[str] = set()
    for tree in view.trees:
        line = [EDGE, *closed_up(word for word, _ in masked(tree, view.pair)), EDGE]
        found.update(" ".join(line[at : at + size]) for size in SIZES for at in range(len(line) - size + 1))
    return sorted(found)


def closed_up(words: Iterable[str]) -> Iterator[str]:
    """Yield words, several names or numbers that stand together as one."""
    last = ""
    for word in words:
        if word != last or word not in SIGNS.values():
            yield word
        last = word


def describe_claims(view: PairView) -> Iterator[str]:
    """Yield what the frames decide, how it binds the pair, and what else they found."""
    kind = view.framed
    yield f"framed={kind}"
    if not view.claims:
        yield "no claim"
        return
    best = view.claims[0]
    bound = fit(best)[0]
    yield f"bound={bound}"
    yield f"framed={kind} bound={bound}"
    yield f"framed={kind} {best.status}"
    yield f"type={best.type} {best.status}"
    yield f"mode={best.type} {best.mode}"
    yield f"rule={best.rule}"
    for claim in view.claims[1:]:
        other = converted_root(claim)
        if other != kind:
            yield f"also={other}"
            yield f"also={other} bound={fit(claim)[0] >= 2}"
            yield f"framed={kind} also={other}"


def path_between(tree: Tree, source: int | None, target: int | None) -> list[int]:
    """Return the words on the way from source to target through the parse, the two left out; the topmost is first."""
    if source is None or target is None:
        return []
    up, down = [source, *tree.ancestors(source)], [target, *tree.ancestors(target)]
    top = next((word for word in up if word in down), None)
    if top is None:
        return []
    way = [top, *up[1 : up.index(top)], *down[1 : down.index(top)]]
    return [word for word in way if word not in (source, target)]


def describe_ends(tree: Tree, heads: Mapping[str, int]) -> Iterator[str]:
    """Yield where each party hangs: its function and what governs it."""
    for role, head in heads.items():
        above = tree.heads[head]
        yield f"{role}:{tree.deps[head]}"
        yield f"{role} under {word_of(tree, above)}"
        yield f"{role}:{tree.deps[head]} under {word_of(tree, above)}"
        if tree.deps[head] == "pobj":
            yield f"{role} under {word_of(tree, tree.heads[above])} {word_of(tree, above)}"
            yield f"{role} under {word_of(tree, tree.heads[above])}"


def describe_path(tree: Tree, path: Sequence[int]) -> Iterator[str]:
    """Yield the words on the path and its shape."""
    if path:
        yield f"top of path={word_of(tree, path[0])}"
        yield "shape=" + " ".join(tree.deps[word] for word in path[1:])
    for word in path:
        yield f"path={word_of(tree, word)}"


def describe_frames(
    tree: Tree, codings: Mapping[int, Coding], path: Sequence[int], roots: Mapping[int, str]
) -> Iterator[str]:
    """Yield each word read as a frame: how it binds the pair, how deep it stands, what frame governs it.

    `roots` are the types of claims by where their trigger begins: unlike a frame's own they tell help from its promise.
    """
    kinds = {
        token: roots.get(tree.passage.start + tree.starts[token], folded(coding.frame.type))
        for token, coding in codings.items()
    }
    for token, coding in codings.items():
        kind = kinds[token]
        agents, recipients = ({m.id for m in side} for side in (coding.agents, coding.recipients))
        yield f"frame={kind} {roles(agents)}>{roles(recipients)}"
        yield f"frame={kind} depth={min(depth(tree, token), DEEPEST)}"
        yield f"frame={kind} mode={coding.frame.mode}"
        if token in path:
            yield f"frame={kind} on path"
        if path and token == path[0]:
            yield f"frame={kind} top of path"
        if coding.frame.entry.silent:
            yield f"silent={coding.frame.lemma} {coding.frame.entry.inner}"
        above = next((at for at in tree.ancestors(token) if at in codings), None)
        if above is not None:
            yield f"frames={kinds[above]}>{kind}"


def roles(ids: set[str]) -> str:
    """Return which of the pair fill a side of a frame, "-" if neither does."""
    return "".join(sorted(ids)) or "-"


def describe_words(tree: Tree, pair: Mapping[str, Span], path: Sequence[int], rules: Rules) -> Iterator[str]:
    """Yield the words around the pair with their neighbours, and the types that the lexicon knows them to open."""
    sequence = masked(tree, pair)
    said = {token: word for word, token in sequence}
    ends = [spot for spot, (word, _) in enumerate(sequence) if word in (SOURCE, TARGET)]
    low, high = (min(ends), max(ends)) if len(ends) > 1 else (ends[0] if ends else -1, len(sequence))
    for spot, (word, token) in enumerate(sequence):
        if word in (SOURCE, TARGET) or not tells(tree.tags[token]):
            continue
        between = low < spot < high
        yield f"word={word}"
        if between:
            yield f"between={word}"
        if spot:
            yield f"words={sequence[spot - 1][0]} {word}"
        if spot + 1 < len(sequence):
            yield f"words={word} {sequence[spot + 1][0]}"
        yield from describe_sense(tree, token, path, (between, rules))
        if tree.word_class(token) == VERB:
            yield from (f"verb={word} {said[kid]}" for kid in tree.children(token, *OBJECTS) if kid in said)


def describe_sense(tree: Tree, token: int, path: Sequence[int], where: tuple[bool, Rules]) -> Iterator[str]:
    """Yield the types a word can open, whether or not its frames hold here."""
    between, rules = where
    word_class = tree.word_class(token)
    if word_class is None:
        return
    for kind in sorted({folded(frame.type) for frame in rules.book.find(word_class, tree.lemmas[token].lower())}):
        yield f"sense={kind} {'between' if between else 'outside'}"
        if token in path:
            yield f"sense={kind} on path"
        if tree.heads[token] == token:
            yield f"sense={kind} at root"


def tells(tag: str) -> bool:
    """Tell whether words of a tag say something of an event: no names, numbers, articles or punctuation."""
    return (tag[0] in "VJR" or tag in ("NN", "NNS", "MD", "IN", "TO")) and tag != "RBR"


def masked(tree: Tree, pair: Mapping[str, Span]) -> list[tuple[str, int]]:
    """Return the words of a sentence as features name them, with their tokens; a party is one word, "s" or "t"."""
    owner: dict[int, str] = {}
    for role, span in pair.items():
        if tree.passage.extent.start <= span.start < tree.passage.extent.end:
            owner |= dict.fromkeys(range(*tree.tokens(span)), role)
    found: list[tuple[str, int]] = []
    for token in range(len(tree.lemmas)):
        word = owner.get(token) or word_of(tree, token)
        if not (token in owner and found and found[-1][0] == word):
            found.append((word, token))
    return found


def word_of(tree: Tree, token: int) -> str:
    """Return a word as features name it: its lemma, or a sign for a name or a number.

    An adjective with a capital is made from a name ("Syrian"), and a noun with one inside a sentence is most often one.
    """
    tag, opens = tree.tags[token], tree.sentence[token][0] == token
    if tree.words[token][0].isupper() and (tag == "JJ" or (tag in ("NN", "NNS") and not opens)):
        return NAME
    return SIGNS.get(tag) or tree.lemmas[token].lower()


def describe_top(tree: Tree, rules: Rules) -> Iterator[str]:
    """Yield what stands at the top of the sentence: its word, how real, whether negated."""
    for token, head in enumerate(tree.heads):
        if token == head:
            yield f"root={word_of(tree, token)}"
            yield f"root is {own_status(tree, token, rules.status)}"
            if is_negated(tree, token):
                yield "root negated"


def depth(tree: Tree, token: int) -> int:
    """Return how many words stand above a word."""
    return sum(1 for _ in tree.ancestors(token))
