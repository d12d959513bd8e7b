"""Looks: claims as patterns look at them, through the lexicons; what many patterns ask of one is worked out once."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from legation.actors.registry import Registry, load_registry
from legation.lexicon.frames import load_classes
from legation.lexicon.patterns import ContextEntry, load_contexts
from legation.lexicon.relations import RelationBook, load_relations
from legation.reading.claim import ActorType
from legation.record.event import Account, Event, Party
from legation.relations.commitments import find_name, find_stage
from legation.relations.contacts import rank_of
from legation.relations.wording import search_words, words_in

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Lens:
    """The lexicons through which patterns look at events: contexts, words of relations, actors, item classes."""

    contexts: Mapping[str, ContextEntry]
    book: RelationBook
    registry: Registry
    goods: frozenset[str]

    def titles_of(self, person: str, day: dt.date) -> Sequence[str]:
        """Return the titles a person held on a day, the one taken up last first; none for who is not known."""
        actor = self.registry.actors.get(person)
        return [office.title for office in actor.role_on(day)] if actor else []


@lru_cache(maxsize=4)
def make_lens(lexicon: Path | None = None) -> Lens:
    """Return the lens of the built-in lexicons with an analyst's own laid over them."""
    items = frozenset(entry.name for entry in load_classes(lexicon) if entry.item)
    return Lens(load_contexts(lexicon), load_relations(lexicon), load_registry(lexicon), items)


# Without slots, for what follows from the claim is worked out at most once.
@dataclass(frozen=True)
class Look:
    """One claim of an event, seen through a lens."""

    account: Account
    event: Event
    lens: Lens

    def stand(self, pair: Pair) -> str | None:
        """Return how a pair stands in the act: "across", "together", or None where it is not between the two."""
        if pair not in self.stands:
            self.stands[pair] = stand_of(pair, self.account)
        return self.stands[pair]

    @cached_property
    def stands(self) -> dict[Pair, str | None]:
        """How this pair or that stands in the act, as far as asked for."""
        return {}

    def context(self, name: str) -> str | None:
        """Return why the claim stands in a context; None if it does not."""
        if name not in self.contexts:
            self.contexts[name] = find_context(self.lens.contexts[name], self)
        return self.contexts[name]

    @cached_property
    def contexts(self) -> dict[str, str | None]:
        """Why it stands in this context or that, as far as asked for."""
        return {}

    @cached_property
    def topic(self) -> str:
        """The words that the act is about."""
        return topic_of(self.account)

    @cached_property
    def offices(self) -> str:
        """The words that name the parties and the offices they hold."""
        return "\n".join(offices(self.account, self.lens))

    @cached_property
    def tokens(self) -> frozenset[str]:
        """What `Pattern.tokens` are held against: the words of topic, offices and sentence, the mode, the goods."""
        return tokens_of(self)

    @cached_property
    def level(self) -> str | None:
        """The rank of the lower side of a contact; None for what is none."""
        if self.account.claim.type != "CONSULT":
            return None
        return rank_of(self.event, self.lens.titles_of, self.lens.book)

    @cached_property
    def stage(self) -> str | None:
        """How far an instrument has come by this claim; None if it is about none."""
        return find_stage(self.account, self.lens.book) if find_name(self.account, self.lens.book) else None


def look_at(event: Event, lens: Lens) -> list[Look]:
    """Return the claims of an event, to be held against patterns."""
    return [Look(account, event, lens) for account in event.accounts]


# --- what a claim is about -------------------------------------------------------------------------------------------


# The trigger with up to two words before it, read backwards: what kind of talks, drills or aid it is ("trade talks").
BEFORE = re.compile(r"(?: [\w'’-]+){0,2}")


def topic_of(account: Account) -> str:
    """Return the words of a claim's theme, and its trigger with the words before it."""
    claim, quote, start = account.claim, account.evidence.quote, account.evidence.span.start
    first, end = claim.trigger.start - start, claim.trigger.end - start
    before = BEFORE.match(quote[:first][::-1])
    trigger = quote[first - (before.end() if before else 0) : end]
    return f"{claim.theme.text}\n{trigger}" if claim.theme else trigger


def tokens_of(look: Look) -> frozenset[str]:
    """Return every token of a claim: the words that lists of words are searched in, its mode and its class of goods.

    A pattern that asks for words, none of whose first words is among them, need not be held against the claim.
    """
    claim = look.account.claim
    marks = [mode_token(claim.mode)] if claim.mode else []
    if claim.theme and claim.theme.item:
        marks.append(goods_token(claim.theme.item))
    return words_in(look.topic).union(words_in(look.offices), words_in(look.account.evidence.quote), marks)


def mode_token(mode: str) -> str:
    """Return the token of a mode: no word of a text, for it has a space."""
    return f"mode {mode}"


def goods_token(item: str) -> str:
    """Return the token of a class of goods."""
    return f"goods {item}"


def find_context(context: ContextEntry, look: Look) -> str | None:
    """Return why a claim stands in a context; None if it does not."""
    claim = look.account.claim
    if claim.mode and claim.mode in context.modes:
        return f"{context.name}, by its mode"
    if claim.theme and claim.theme.item in context.goods:
        return f"{context.name}, by its goods ({claim.theme.item})"
    found = find_word(context.words, look.topic) or find_word(context.words, look.offices)
    return f"{context.name}, by its {found}" if found else None


def offices(account: Account, lens: Lens) -> Iterator[str]:
    """Yield the words that name the parties of a claim, and the offices that persons among them held on the day."""
    day = account.days[0] if account.days else dt.date.max
    for party in account.parties:
        yield party.text
        if party.actor is not None and party.actor.type is not ActorType.STATE:
            yield party.actor.name
            yield from lens.titles_of(party.actor.id, day)


def find_word(words: Iterable[str], text: str) -> str | None:
    """Return the first of these words in a text, as a reason; None if none is there."""
    found = search_words(words, text)
    return f"words “{found[0]}”" if found else None


# --- who takes part --------------------------------------------------------------------------------------------------


def stand_of(pair: Pair, account: Account) -> str | None:
    """Return "across" where one of a pair acts on the other, "together" where both act, else None."""
    one, other = pair
    agents, recipients = faces_of(account.agents), faces_of(account.recipients)
    if (one in agents and other in recipients) or (other in agents and one in recipients):
        return "across"
    return "together" if one in agents and other in agents else None


def faces_of(parties: Iterable[Party]) -> list[str]:
    """Return who takes part, or stands behind one who does."""
    return [face for party in parties for face in party.faces]
