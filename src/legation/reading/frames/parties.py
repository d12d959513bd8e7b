"""Parties: the mentions of a passage by the word that heads them, looking through partitives and appositions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from legation.reading.claim import Mention
from legation.reading.grammar import clauses
from legation.reading.parse.trees import Tree

# "The Front for the Liberation of Lima": the parser may hang "for" on the verb, but it heads no name.
NO_HEADS = frozenset({"POS", ",", ".", "IN", "TO", "CC", "DT"})


@dataclass(frozen=True, slots=True)
class Parties:
    """The mentions of one passage by the token that heads them."""

    by_head: Mapping[int, tuple[Mention, ...]]

    def at(self, tree: Tree, tokens: Iterable[int]) -> list[Mention]:
        """Return the mentions headed by these tokens, looking through partitives."""
        found: dict[str, Mention] = {}
        for token in tokens:
            # "One of them, the veteran Rossi, refused": Rossi did.
            number = tree.tags[token] == "CD"
            named = {one.id: one for one in self.apposed(tree, token)} if number else {}
            if number and not named:
                found.update((one.id, one) for one in self.counted(tree, token))
            for inner in clauses.inside_of(tree, token) if not named else (token,):
                for mention in self.named(tree, inner):
                    found.setdefault(mention.id, mention)
        return list(found.values())

    def named(self, tree: Tree, token: int) -> Sequence[Mention]:
        """Return the mentions a noun heads; if they are nobody known, those in apposition, if there are any."""
        own = self.by_head.get(token, ())
        if any(mention.actor is not None for mention in own):
            return own
        found = tuple(self.apposed(tree, token)) or own
        bears = tree.deps[token] == "appos" and tree.tags[token] == "NN" and tree.tags[tree.heads[token]] == "NNP"
        if not found and bears:
            # "Rossi, the poet whom Chad jailed, has left".
            return self.by_head.get(tree.heads[token], ())
        return found

    def counted(self, tree: Tree, number: int) -> Iterator[Mention]:
        """Yield those of whom a bare number are some more: "two soldiers were killed and six wounded"."""
        verb = tree.heads[number]
        if tree.deps[number] == "nsubjpass" and tree.deps[verb] == "conj":
            for noun in tree.children(tree.heads[verb], "nsubjpass"):
                for inner in (noun, *tree.children(noun, "amod", "nmod", "compound")):
                    yield from self.by_head.get(inner, ())

    def apposed(self, tree: Tree, token: int) -> Iterator[Mention]:
        """Yield the mentions in apposition to a noun: "a close ally, Belarus", "the two neighbours, Chad and Sudan"."""
        for kid in tree.children(token, "appos"):
            for one in tree.coordinated(kid):
                yield from self.by_head.get(one, ())

    def within(self, tree: Tree, token: int) -> list[Mention]:
        """Return every mention in the phrase under a token, clauses left out."""
        found: list[Mention] = []
        stack = [token]
        while stack:
            at = stack.pop()
            found += self.by_head.get(at, ())
            stack += [kid for kid in tree.kids[at] if tree.deps[kid] not in ("relcl", "acl", "advcl", "ccomp")]
        return sorted(found, key=lambda mention: mention.span)


def locate(mentions: Sequence[Mention], tree: Tree) -> Parties:
    """Find the head token of each mention of the passage."""
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(head_of(tree, *tree.tokens(mention.span)), []).append(mention)
    return Parties({head: tuple(group) for head, group in found.items()})


def head_of(tree: Tree, low: int, high: int) -> int:
    """Return the token of a stretch whose head lies outside it; the last one, if several."""
    for token in range(high - 1, low - 1, -1):
        top = not low <= tree.heads[token] < high or tree.heads[token] == token
        if top and (tree.tags[token] not in NO_HEADS or high - low == 1):
            return token
    return high - 1
