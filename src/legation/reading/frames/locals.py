"""Locals: whose people those are whom a sentence names by no state, and whom an act without a recipient is done to.

The record leaves both open. A coder of events writes them down, and takes them from the words around:

- "Gunmen killed nine villagers in the hills of Chiapas": they and their victims are of where it happened.
- "Rebels shelled the barracks, the Chadian army said": of the only state that the sentence knows.
- "Chad massed troops on its border with Niger": against whom the words of the act name.
- "Thousands rallied to demand that the president of Togo resign": against whom the same crowd turns.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from legation.reading.claim import ActorType, Claim, Form, Mention
from legation.reading.frames.parties import Parties
from legation.reading.parse.trees import Tree

# What the code of a body stands for that belongs to no state.
STATELESS = frozenset({"IGO", "NGO"})
LANDS = frozenset({"country", "nation", "state", "republic", "kingdom", "island", "territory"})
# Acts that are done to whoever lives where they are done.
FORCED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID"})
AT_HOME = frozenset({"ASSAULT", "COERCE"})
BESIDE = frozenset("despite after amid amidst following during before since under until pending".split())
HALVES = frozenset({"the north", "the south", "the west", "the east"})
OWNERS = frozenset("his her its their".split())
# Acts of speech, which those do whose words they are.
SPOKEN = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# What shows against whom an act turns: "rallied to denounce the premier".
TURNED = frozenset({"REQUEST", "ACCUSE", "THREATEN", "PROTEST"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage with its parties and what tells the code of a mention, None if it has none."""

    tree: Tree
    parties: Parties
    code: Callable[[Mention], str | None]

    def token(self, claim: Claim) -> int:
        """Return the word that tells a claim."""
        return self.tree.tokens(claim.trigger)[0]

    def heads(self, low: int, high: int) -> Iterator[tuple[int, Mention]]:
        """Yield the mentions headed between two words, in text order, with their heads."""
        for head in range(low, high):
            for mention in self.parties.by_head.get(head, ()):
                yield head, mention

    def home(self, mention: Mention, claim: Claim) -> str | None:
        """Return the code of a party: its own, that of its phrase, of where the act is set, of the only state."""
        own = self.sender(mention) or self.code(mention)
        if own is not None or mention.form is Form.PRONOUN or mention.text.lower() in HALVES:
            return own
        head = next((at for at, group in self.parties.by_head.items() if mention in group), None)
        if head is None:
            return None
        stated = [self.code(one) for one in self.parties.within(self.tree, head)]
        return next(filter(None, stated), None) or self.setting(self.token(claim)) or self.only_state(self.token(claim))

    def sender(self, mention: Mention) -> str | None:
        """Return the code of the body whose title a person bears: "UN envoy Ana Ruiz" speaks for no state."""
        head = next((at for at, group in self.parties.by_head.items() if mention in group), None)
        if head is None or mention.form is not Form.NAME:
            return None
        low, _ = self.tree.subtree(head)
        titles = [
            one for at, one in self.heads(low, head) if self.tree.deps[at] in ("compound", "nmod", "amod", "poss")
        ]
        codes = [self.code(one) for one in titles if one.span.end < mention.span.start]
        return next((code for code in codes if code in STATELESS), None)

    def setting(self, token: int) -> str | None:
        """Return the state of the first place named under a word, else of the only one whose places are named."""
        low, high = self.tree.subtree(token)
        places = [self.code(one) for _, one in self.heads(low, high) if is_setting(one)]
        everywhere = [self.code(one) for _, one in self.heads(*self.tree.sentence[token]) if is_setting(one)]
        return first(places) or only(everywhere)

    def only_state(self, token: int) -> str | None:
        """Return the one state that the sentence of a word names or belongs to."""
        return only(self.code(one) for _, one in self.heads(*self.tree.sentence[token]))

    def against(self, claim: Claim, claims: Sequence[Claim]) -> list[Mention]:
        """Return whom an act without a recipient is done to, as the words around it tell; empty if they do not."""
        token = self.token(claim)
        low, high = self.tree.subtree(token)
        below = [(head, one) for head, one in self.heads(low, high) if is_somebody(one) or is_setting(one)]
        own = {self.home(one, claim) for _, one in below if one.id in claim.agents}
        named = {one.id: one for _, one in below if not is_setting(one)}
        for other in self.below(claim, claims):
            told = [named[key] for key in turned_against(other, claim) if key in named and not is_own(named[key])]
            if told:
                return told
        others = [one for head, one in below if head > token and one.id not in claim.agents and not is_own(one)]
        during = self.occasions(low, high)
        aside = {one.id for head, one in below if any(self.tree.under(head, at) for at in during)}
        foreign = [one for one in others if self.code(one) not in (None, *own) and one.id not in aside]
        party = [one for one in others if is_party(one)]
        return foreign[:1] or self.addressed(claim, claims) or party[:1] or self.scene(claim, own)

    def occasions(self, low: int, high: int) -> list[int]:
        """Return the words that open what an act is only set beside: "despite the ultimatum", "after NATO's raid"."""
        return [at for at in range(low, high) if self.tree.words[at].lower() in BESIDE and self.tree.deps[at] == "prep"]

    def scene(self, claim: Claim, own: Collection[str | None]) -> list[Mention]:
        """Return where an act of force is set: the only foreign place that the sentence names, else one at home."""
        if claim.type not in FORCED:
            return []
        places = [one for _, one in self.heads(*self.tree.sentence[self.token(claim)]) if is_setting(one)]
        foreign = [one for one in places if self.code(one) not in (None, *own)]
        if foreign:
            return foreign[:1] if only(map(self.code, foreign)) else []
        return [one for one in places if self.code(one) is not None][:1] if claim.type in AT_HOME else []

    def doers(self, claim: Claim, claims: Sequence[Claim]) -> list[Mention]:
        """Return who does an act that names nobody who does it: who does the like under it, or whose words it is."""
        everyone = {one.id: one for _, one in self.heads(*self.tree.sentence[self.token(claim)])}
        for other in claims:
            if other is claim or not any(self.is_under(other, top) for top in self.tops(claim)):
                continue
            if other.type == claim.type and other.agents and not set(other.agents) & set(claim.recipients):
                return [everyone[key] for key in other.agents if key in everyone]
        if claim.type not in SPOKEN:
            return []
        speakers = [key for other in self.above(claim, claims) for key in other.agents if key in everyone]
        return [everyone[key] for key in speakers if key not in claim.recipients][:1]

    def addressed(self, claim: Claim, claims: Sequence[Claim]) -> list[Mention]:
        """Return to whom the words are spoken that an act of speech stands in: "he would retaliate, he told Chad"."""
        if claim.type not in SPOKEN:
            return []
        everyone = {one.id: one for _, one in self.heads(*self.tree.sentence[self.token(claim)])}
        return [everyone[key] for other in self.above(claim, claims) for key in other.recipients if key in everyone]

    def below(self, claim: Claim, claims: Sequence[Claim]) -> Iterator[Claim]:
        """Yield the other claims told under the word of a claim."""
        return (other for other in claims if other is not claim and self.governs(claim, other))

    def above(self, claim: Claim, claims: Sequence[Claim]) -> Iterator[Claim]:
        """Yield the statements that a claim stands in."""
        return (other for other in claims if other.type == "STATEMENT" and self.governs(other, claim))

    def governs(self, upper: Claim, lower: Claim) -> bool:
        """Tell whether a claim of this passage is told under the word of another."""
        inside = self.tree.passage.extent.contains(upper.trigger)
        return inside and upper is not lower and self.is_under(lower, self.token(upper))

    def is_under(self, claim: Claim, token: int) -> bool:
        """Tell whether a claim is told under a word of this passage."""
        inside = self.tree.passage.extent.contains(claim.trigger)
        return inside and self.token(claim) != token and self.tree.under(self.token(claim), token)

    def tops(self, claim: Claim) -> list[int]:
        """Return the word of a claim, and the verb whose outcome it tells: "a bomb exploded, wounding nine"."""
        token = self.token(claim)
        outcome = self.tree.deps[token] == "advcl" and self.tree.tags[token] == "VBG"
        return [token, self.tree.heads[token]] if outcome else [token]


def turned_against(other: Claim, claim: Claim) -> tuple[str, ...]:
    """Return against whom what is told under an act shows that act to turn: whom it addresses, or who protests."""
    if other.type == "PROTEST" and other.agents and not set(other.agents) & set(claim.agents):
        return other.agents
    same = not other.agents or set(other.agents) == set(claim.agents)
    return other.recipients if same and other.type in TURNED else ()


def is_somebody(mention: Mention) -> bool:
    """Tell whether a mention may be people or a body of somewhere: no place and no pronoun."""
    placed = mention.actor is not None and mention.actor.type is ActorType.PLACE
    return not placed and mention.form is not Form.PRONOUN


def is_party(mention: Mention) -> bool:
    """Tell whether a mention is people or a body known or described, more than the name of a state."""
    if mention.form is Form.DESCRIPTION:
        return mention.text.rpartition(" ")[2].lower() not in LANDS
    return is_somebody(mention) and mention.actor is not None and mention.actor.type is not ActorType.STATE


def is_own(mention: Mention) -> bool:
    """Tell whether a mention is somebody's own people: "put his army on alert"."""
    return mention.text.partition(" ")[0].lower() in OWNERS


def is_setting(mention: Mention) -> bool:
    """Tell whether a mention names a place."""
    return mention.actor is not None and mention.actor.type is ActorType.PLACE


def first(found: Iterable[str | None]) -> str | None:
    """Return the first code of a state."""
    return next((one for one in found if one is not None and one not in STATELESS), None)


def only(found: Iterable[str | None]) -> str | None:
    """Return the one state among codes, None if there is none or more than one."""
    states = {one for one in found if one is not None} - STATELESS
    return next(iter(states)) if len(states) == 1 else None
