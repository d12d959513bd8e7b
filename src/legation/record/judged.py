"""What decisions make of claims: amended, accepted, rejected, ruled together or apart.

`judge_reading` turns the accounts of one reading into those that count. The latest ruling on a matter counts, whoever
made it; the others stay visible beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from legation.reading.claim import Mention
from legation.record.amend import amend_account, describe, describe_value, make_actor
from legation.record.decision import JOINS, REMARKS, Decision, Kind, Mark, Ruling, order
from legation.record.event import Account
from legation.record.rulings import Pair, pair_of


@dataclass(frozen=True, slots=True)
class Applied:
    """A standing decision with where it applies: ids of claims or mentions of one reading; None: the whole document."""

    decision: Decision
    item: str | None


def judge_mentions(mentions: Mapping[str, Mention], applied: Iterable[Applied]) -> dict[str, Mention]:
    """Return the mentions of a reading, those ruled on naming whom the rulings say."""
    changed = dict(mentions)
    for some in sort_applied(applied):
        decision, mention = some.decision, changed.get(some.item or "")
        if decision.subject.kind is not Kind.MENTION or mention is None:
            continue
        if decision.ruling is Ruling.AMEND:
            value = (decision.changes or {})["actor"]
            changed[mention.id] = replace(mention, actor=make_actor(value) if value else None)
        elif decision.ruling is Ruling.REJECT:
            changed[mention.id] = replace(mention, actor=None)
        elif decision.ruling is Ruling.ACCEPT:
            changed[mention.id] = mentions[mention.id]
    return changed


def judge_account(account: Account, applied: Sequence[Applied], mentions: Mapping[str, Mention]) -> Account:
    """Return an account with the decisions on its claim, its document and the mentions it names.

    `mentions` are those of its reading as the reader read them: the words that an amended mention replaces.
    """
    sources = (attribution.source_mention for attribution in account.attributions)
    named = {*account.claim.agents, *account.claim.recipients, account.claim.place, *sources}
    mine = [
        some
        for some in sort_applied(applied)
        if some.item in (None, account.claim.id) or (some.item in named and some.item in mentions)
    ]
    marks = [mark for some in mine for mark in make_marks(account, some, mentions)]
    latest = {slot(mark): place for place, mark in enumerate(marks) if mark.ruling not in REMARKS}
    shown = [
        mark if mark.ruling in REMARKS or latest[slot(mark)] == place else replace(mark, counts=False)
        for place, mark in enumerate(marks)
    ]
    for some in mine:
        if some.decision.ruling is Ruling.AMEND and some.item == account.claim.id:
            # The type first: another type takes its mode away, unless the same ruling gives one.
            for name in sorted(some.decision.changes or {}, key=lambda field: (field != "type", field)):
                account = amend_account(account, name, (some.decision.changes or {})[name])
    return replace(account, marks=tuple(shown))


def sort_applied(applied: Iterable[Applied]) -> list[Applied]:
    """Return decisions in the order in which they were made."""
    return sorted(applied, key=lambda some: order(some.decision))


def slot(mark: Mark) -> tuple[str, str | None]:
    """Return the matter a mark is about: of several on one matter the latest counts."""
    return ("join", mark.value) if mark.ruling in JOINS else ("value", mark.field)


def make_marks(account: Account, some: Applied, mentions: Mapping[str, Mention]) -> list[Mark]:
    """Return how a decision shows on an account: one mark for each field it sets, else one."""
    decision = some.decision
    base = Mark(decision.uid, decision.at, decision.author, decision.ruling, decision.reason)
    if decision.subject.kind is Kind.MENTION:
        return [mention_mark(base, decision, mentions[some.item or ""])]
    if decision.ruling is Ruling.AMEND:
        return [
            replace(base, field=name, original=describe(account, name), value=describe_value(value))
            for name, value in (decision.changes or {}).items()
        ]
    if decision.ruling is Ruling.GRADE:
        return [replace(base, field="credibility", value=str((decision.changes or {})["grade"]))]
    if decision.ruling in JOINS and decision.other is not None:
        is_subject = account.key in {place.name for place in decision.subject.places}
        return [replace(base, value=decision.other.name if is_subject else decision.subject.name)]
    return [base]


def mention_mark(base: Mark, decision: Decision, mention: Mention) -> Mark:
    """Return how a ruling on a mention shows on a claim that names it."""
    original = f"{mention.actor.name} ({mention.actor.id})" if mention.actor else mention.text
    field = f"“{mention.text}”"
    if decision.ruling is Ruling.AMEND:
        return replace(base, field=field, original=original, value=describe_value((decision.changes or {})["actor"]))
    # An accepted or rejected mention is no verdict on the claim: the field tells the two apart.
    return replace(base, field=field, original=original, value=None if decision.ruling is Ruling.REJECT else original)


def is_rejected(account: Account) -> bool:
    """Tell whether the ruling that counts rejects the claim, or its document."""
    return any(mark.counts and mark.field is None and mark.ruling is Ruling.REJECT for mark in account.marks)


def choose_joins(pairs: Iterable[tuple[Decision, str, str]]) -> tuple[set[Pair], set[Pair]]:
    """Return the pairs of claims that count as ruled together and as ruled apart, each pair in order.

    Rulings can contradict each other, also by way of a third claim. The latest counts: a pair is left out where
    later rulings say the opposite.
    """
    together: set[Pair] = set()
    apart: set[Pair] = set()
    groups = Groups()
    for decision, one, other in sorted(pairs, key=lambda pair: (*order(pair[0]), pair[1], pair[2]), reverse=True):
        pair = pair_of(one, other)
        if decision.ruling is Ruling.DIFFERENT and groups.part(*pair):
            apart.add(pair)
        elif decision.ruling is Ruling.SAME and groups.join(*pair):
            together.add(pair)
    return together, apart


class Groups:
    """Claims joined and parted by rulings, taken in one by one; what contradicts an earlier one is not taken."""

    def __init__(self) -> None:
        """Start with every claim on its own."""
        self.leaders: dict[str, str] = {}
        self.barred: dict[str, set[str]] = defaultdict(set)

    def leader(self, claim: str) -> str:
        """Return the claim that stands for the group of this one."""
        path = []
        while (above := self.leaders.get(claim, claim)) != claim:
            path.append(claim)
            claim = above
        self.leaders.update(dict.fromkeys(path, claim))
        return claim

    def part(self, one: str, other: str) -> bool:
        """Keep two claims apart; return False if they are joined."""
        here, there = self.leader(one), self.leader(other)
        if here == there:
            return False
        self.barred[here].add(other)
        self.barred[there].add(one)
        return True

    def join(self, one: str, other: str) -> bool:
        """Join two claims and all joined to them; return False if some of them are kept apart."""
        here, there = self.leader(one), self.leader(other)
        if here == there:
            return one != other
        if any(self.leader(claim) == there for claim in self.barred[here]):
            return False
        self.leaders[there] = here
        self.barred[here] |= self.barred.pop(there, set())
        return True
