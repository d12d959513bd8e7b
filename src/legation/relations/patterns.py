"""Patterns over events: what an indicator looks for, and why an event fits it.

    lens = make_lens(lexicon)
    pattern = make_pattern(PatternEntry.model_validate({"types": ["AID"], "from": "Peru"}), lens)
    match = pattern.matches(event)                      # None, or the claims that fit, with reasons in words
    pattern.between("PER", "CHL").matches(event)        # only where the two take part

lexicon/patterns.py says what each field asks for.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path

from legation.actors.registry import Registry, load_registry
from legation.lexicon.frames import load_classes
from legation.lexicon.patterns import ContextEntry, PatternEntry, load_contexts
from legation.lexicon.relations import RelationBook, load_relations
from legation.reading.claim import ActorType
from legation.record.event import Account, Event, Party
from legation.record.likeness import MUTUAL
from legation.record.origin import unite
from legation.relations.commitments import find_name, find_stage
from legation.relations.contacts import rank_of
from legation.relations.wording import search_words

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


@dataclass(frozen=True, slots=True)
class Match:
    """An event that fits a pattern: the claims that do, why in words, from whom to whom (states), and origins.

    Of an act that both do together, all states are `senders`. `origins` is how many independent origins tell of it in
    the way the pattern asks.
    """

    event: Event
    claims: tuple[str, ...]
    reasons: tuple[str, ...]
    senders: tuple[str, ...]
    receivers: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is looked for. `agents`, `recipients` and `parties` are actor ids, `pair` the dyad it is bound to."""

    entry: PatternEntry
    agents: frozenset[str]
    recipients: frozenset[str]
    parties: frozenset[str]
    lens: Lens = field(repr=False, compare=False)
    pair: Pair | None = None

    def between(self, one: str, other: str) -> "Pattern":
        """Return the same pattern for acts in which these two take part."""
        return replace(self, pair=(one, other))

    def matches(self, event: Event) -> Match | None:
        """Return the claims of an event that fit, with the reasons of the first; None if none does."""
        if not self.holds_window(event):
            return None
        found = [(account, reasons) for account in event.accounts if (reasons := self.fits(account, event))]
        if not found:
            return None
        origins = len(unite([account.origin for account, _ in found]))
        if origins < self.entry.origins:
            return None
        accounts = [account for account, _ in found]
        senders, receivers = (states_of(side) for side in sides_of(accounts))
        claims = tuple(account.key for account in accounts)
        return Match(event, claims, tuple(found[0][1]), senders, receivers, origins)

    def holds_window(self, event: Event) -> bool:
        """Tell whether the event's days lie in the window; an undated event lies in none."""
        since, until = self.entry.since, self.entry.until
        if since is None and until is None:
            return True
        first, last = event.first_day, event.last_day or event.first_day
        if first is None or last is None:
            return False
        return (since is None or first >= since) and (until is None or last < until)

    def fits(self, account: Account, event: Event) -> list[str] | None:
        """Return why a claim fits, in words; None if it does not."""
        # The cheapest checks first: most claims fail the first of them, which makes no words.
        entry, claim = self.entry, account.claim
        if entry.types and claim.type not in entry.types:
            return None
        if entry.statuses and claim.status not in entry.statuses:
            return None
        reasons: list[str] = []
        for reason in chain(self.check_kind(account), self.check_parties(account), self.check_words(account, event)):
            if reason is None:
                return None
            reasons.append(reason)
        return reasons

    def check_kind(self, account: Account) -> Iterator[str | None]:
        """Yield for type, mode, status, outcome and quantity asked for a reason, or None where the claim lacks it."""
        entry, claim = self.entry, account.claim
        outcome = claim.outcome.value if claim.outcome else None
        goods = claim.theme.item if claim.theme else None
        asked: tuple[tuple[Sequence[str], str | None, str], ...] = (
            (entry.types, claim.type, "type"),
            (entry.modes, claim.mode, "mode"),
            (entry.statuses, claim.status.value, "status"),
            (entry.outcomes, outcome, "outcome"),
            (entry.goods, goods, "goods"),
        )
        for wanted, value, name in asked:
            if wanted:
                yield f"{name} {value}" if value in wanted else None
        if entry.at_least is not None:
            low = account.quantity.low if account.quantity else None
            yield f"at least {low:g}" if low is not None and low >= entry.at_least else None

    def check_words(self, account: Account, event: Event) -> Iterator[str | None]:
        """Yield a reason, or None where it is missing, for contexts, words, level and stage."""
        entry, quote = self.entry, account.evidence.quote
        if entry.contexts:
            found = (find_context(self.lens.contexts[name], account, self.lens) for name in entry.contexts)
            yield next(filter(None, found), None)
        if entry.theme:
            yield find_word(entry.theme, topic_of(account))
        if entry.words:
            yield find_word(entry.words, quote)
        if entry.without and find_word(entry.without, quote):
            yield None
        if entry.levels:
            level = rank_of(event, self.lens.titles_of, self.lens.book) if account.claim.type == "CONSULT" else None
            yield f"level {level}" if level in entry.levels else None
        if entry.stages:
            stage = find_stage(account, self.lens.book) if find_name(account, self.lens.book) else None
            yield f"stage {stage}" if stage in entry.stages else None

    def check_parties(self, account: Account) -> Iterator[str | None]:
        """Yield a reason, or None where it is missing, for who does it to whom."""
        entry = self.entry
        if self.agents:
            yield name_party("from", self.agents, account.agents)
        if self.recipients:
            yield name_party("to", self.recipients, others_than(self.agents, account))
        if self.parties:
            yield name_party("with", self.parties, account.parties)
        if self.pair:
            yield None if stand_of(self.pair, account) is None else "between the two"
        if entry.sides:
            yield entry.sides if has_sides(entry.sides, self.pair, account) else None
        if entry.third:
            yield next((f"done to {party.name}" for party in account.recipients if is_third(party, self)), None)


def make_pattern(entry: PatternEntry, lens: Lens) -> Pattern:
    """Return the pattern of an entry. Raises ValueError for a context, class of goods or actor that is not known."""
    for name in entry.contexts:
        if name not in lens.contexts:
            message = f"{name} is no context; there are {', '.join(lens.contexts)}"
            raise ValueError(message)
    for name in entry.goods:
        if name not in lens.goods:
            message = f"{name} is no class of goods; there are {', '.join(sorted(lens.goods))}"
            raise ValueError(message)
    agents, recipients, parties = (
        frozenset(find_id(name, lens) for name in side) for side in (entry.from_, entry.to, entry.with_)
    )
    return Pattern(entry, agents, recipients, parties, lens)


def find_id(name: str, lens: Lens) -> str:
    """Return the id of an actor by id or name; a name that readings alone know is given as "name:…"."""
    actor = lens.registry.find_actor(name)
    if actor is not None:
        return actor.id
    if name.startswith("name:"):
        return name
    similar = [found.actor.name for found in lens.registry.find_similar(name)][:3]
    hint = f"; did you mean {' or '.join(similar)}?" if similar else "; give a name or id of the lexicon, or name:…"
    message = f"{name} is no known actor{hint}"
    raise ValueError(message)


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


def find_context(context: ContextEntry, account: Account, lens: Lens) -> str | None:
    """Return why a claim stands in a context; None if it does not."""
    claim = account.claim
    if claim.mode and claim.mode in context.modes:
        return f"{context.name}, by its mode"
    if claim.theme and claim.theme.item in context.goods:
        return f"{context.name}, by its goods ({claim.theme.item})"
    found = find_word(context.words, topic_of(account)) or find_word(context.words, "\n".join(offices(account, lens)))
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


def name_party(role: str, wanted: frozenset[str], parties: Iterable[Party]) -> str | None:
    """Return who of the parties is wanted, as a reason; None if nobody is."""
    return next((f"{role} {party.name}" for party in parties if wanted & {*party.faces}), None)


def others_than(agents: frozenset[str], account: Account) -> Sequence[Party]:
    """Return whom an act is done to: its recipients; of mutual acts all but those wanted as agents."""
    if account.claim.type not in MUTUAL:
        return account.recipients
    return [party for party in account.parties if not agents & {*party.faces}] or account.recipients


def stand_of(pair: Pair, account: Account) -> str | None:
    """Return "across" where one of a pair acts on the other, "together" where both act, else None."""
    # Asked of every claim for every indicator: without sets.
    one, other = pair
    acts, acts_too = takes_part(one, account.agents), takes_part(other, account.agents)
    if (acts and takes_part(other, account.recipients)) or (acts_too and takes_part(one, account.recipients)):
        return "across"
    return "together" if acts and acts_too else None


def takes_part(face: str, parties: Sequence[Party]) -> bool:
    """Tell whether somebody is one of these parties, or stands behind one."""
    return any(face in party.faces for party in parties)


def has_sides(sides: str, pair: Pair | None, account: Account) -> bool:
    """Tell whether the pair, or any two states if there is none, stand to each other as asked."""
    if pair is not None:
        return stand_of(pair, account) == sides
    agents, recipients = (states_of(side) for side in sides_of([account]))
    if sides == "together":
        return len(agents) > 1
    return any(one != other for one in agents for other in recipients)


def is_third(party: Party, pattern: Pattern) -> bool:
    """Tell whether a party is none of those the pattern names or is bound to."""
    named = {*(pattern.pair or ()), *pattern.agents}
    return party.actor is not None and not named & {*party.faces}


def sides_of(accounts: Iterable[Account]) -> tuple[list[Party], list[Party]]:
    """Return all agents and all recipients of claims."""
    known = list(accounts)
    return [p for account in known for p in account.agents], [p for account in known for p in account.recipients]


def states_of(parties: Iterable[Party]) -> tuple[str, ...]:
    """Return the states of parties (or what else stands for one that has none), each once, in order."""
    return tuple(dict.fromkeys(party.state for party in parties if party.state))
