"""Patterns over events: what an indicator looks for, and why an event fits it.

    lens = make_lens(lexicon)
    pattern = make_pattern(PatternEntry.model_validate({"types": ["AID"], "from": "Peru"}), lens)
    match = pattern.matches(event)                      # None, or the claims that fit, with reasons in words
    pattern.between("PER", "CHL").matches(event)        # only where the two take part

lexicon/patterns.py says what each field asks for.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from legation.lexicon.patterns import PatternEntry
from legation.record.event import Account, Event, Party
from legation.record.likeness import MUTUAL
from legation.record.origin import unite
from legation.relations.looks import Lens, Look, Pair, find_word, goods_token, look_at, mode_token
from legation.relations.wording import first_words


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
    """What is looked for. `agents`, `recipients` and `parties` are actor ids, `pair` the dyad it is bound to.

    Of `tokens` (see `tokens_of`) a claim that fits has at least one; None where the pattern asks for no words.
    """

    entry: PatternEntry
    agents: frozenset[str]
    recipients: frozenset[str]
    parties: frozenset[str]
    lens: Lens = field(repr=False, compare=False)
    pair: Pair | None = None
    tokens: frozenset[str] | None = field(default=None, repr=False, compare=False)

    def between(self, one: str, other: str) -> "Pattern":
        """Return the same pattern for acts in which these two take part."""
        return replace(self, pair=(one, other))

    def matches(self, event: Event) -> Match | None:
        """Return the claims of an event that fit, with the reasons of the first; None if none does."""
        return self.matches_looks(event, look_at(event, self.lens))

    def matches_looks(self, event: Event, looks: Sequence[Look]) -> Match | None:
        """Return the same, given the looks at the event's claims: made once where many patterns are held against it."""
        if not self.holds_window(event):
            return None
        found = [(look.account, reasons) for look in looks if (reasons := self.fits(look))]
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

    def fits(self, look: Look) -> list[str] | None:
        """Return why a claim fits, in words; None if it does not."""
        if not self.may_fit(look):
            return None
        # Words first: it is there that nearly all claims fail that have come so far.
        words = every(self.check_words(look))
        kinds = None if words is None else every(chain(self.check_kind(look.account), self.check_parties(look)))
        return None if words is None or kinds is None else kinds + words

    def may_fit(self, look: Look) -> bool:
        """Tell whether a claim passes the cheapest checks: most fail the first of them, and no words are made."""
        entry, claim = self.entry, look.account.claim
        return (
            (not entry.types or claim.type in entry.types)
            and (not entry.statuses or claim.status in entry.statuses)
            and (not entry.modes or claim.mode in entry.modes)
            and (self.pair is None or look.stand(self.pair) is not None)
        )

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

    def check_words(self, look: Look) -> Iterator[str | None]:
        """Yield a reason, or None where it is missing, for contexts, words, level and stage."""
        entry, quote = self.entry, look.account.evidence.quote
        if entry.contexts:
            yield next(filter(None, map(look.context, entry.contexts)), None)
        if entry.theme:
            yield find_word(entry.theme, look.topic)
        if entry.words:
            yield find_word(entry.words, quote)
        if entry.without and find_word(entry.without, quote):
            yield None
        if entry.levels:
            yield f"level {look.level}" if look.level in entry.levels else None
        if entry.stages:
            yield f"stage {look.stage}" if look.stage in entry.stages else None

    def check_parties(self, look: Look) -> Iterator[str | None]:
        """Yield a reason, or None where it is missing, for who does it to whom."""
        entry, account = self.entry, look.account
        if self.agents:
            yield name_party("from", self.agents, account.agents)
        if self.recipients:
            yield name_party("to", self.recipients, others_than(self.agents, account))
        if self.parties:
            yield name_party("with", self.parties, account.parties)
        if self.pair:
            yield None if look.stand(self.pair) is None else "between the two"
        if entry.sides:
            yield entry.sides if has_sides(entry.sides, self.pair, look) else None
        if entry.third:
            yield next((f"done to {party.name}" for party in account.recipients if is_third(party, self)), None)


def every(reasons: Iterable[str | None]) -> list[str] | None:
    """Return reasons if none of them is missing; else None."""
    found: list[str] = []
    for reason in reasons:
        if reason is None:
            return None
        found.append(reason)
    return found


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
    return Pattern(entry, agents, recipients, parties, lens, tokens=tokens_for(entry, lens))


def tokens_for(entry: PatternEntry, lens: Lens) -> frozenset[str] | None:
    """Return tokens (see `looks.tokens_of`) of which every claim that fits has one; None if no words are asked for."""
    for words in (entry.theme, entry.words):
        if words:
            return first_words(words)
    contexts = [lens.contexts[name] for name in entry.contexts]
    if not contexts:
        return None
    return frozenset(
        chain.from_iterable(
            (*first_words(one.words), *map(mode_token, one.modes), *map(goods_token, one.goods)) for one in contexts
        )
    )


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


# --- who takes part --------------------------------------------------------------------------------------------------


def name_party(role: str, wanted: frozenset[str], parties: Iterable[Party]) -> str | None:
    """Return who of the parties is wanted, as a reason; None if nobody is."""
    return next((f"{role} {party.name}" for party in parties if wanted & {*party.faces}), None)


def others_than(agents: frozenset[str], account: Account) -> Sequence[Party]:
    """Return whom an act is done to: its recipients; of mutual acts all but those wanted as agents."""
    if account.claim.type not in MUTUAL:
        return account.recipients
    return [party for party in account.parties if not agents & {*party.faces}] or account.recipients


def has_sides(sides: str, pair: Pair | None, look: Look) -> bool:
    """Tell whether the pair, or any two states if there is none, stand to each other as asked."""
    if pair is not None:
        return look.stand(pair) == sides
    agents, recipients = (states_of(side) for side in sides_of([look.account]))
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
