"""Anchors: what a decision is about, named by its words, and found again in whatever reading counts now."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from legation.documents.document import Document
from legation.documents.span import Span
from legation.reading.claim import Mention
from legation.record.decision import Anchor, Kind
from legation.record.event import Account, Event, Party, short_id

# Types that readers take for each other when they code one act.
KINDRED = (
    frozenset({"CONCEDE", "RETREAT"}),
    frozenset({"AID", "COOPERATE"}),
    frozenset({"AGREE", "SUPPORT", "COOPERATE"}),
    frozenset({"STATEMENT", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT"}),
    frozenset({"COERCE", "ASSAULT", "MOBILIZE"}),
)
# What must overlap for two places to be one: half of the shorter.
HALF = 0.5


class Fate(StrEnum):
    """What has become of the subject of a ruling in the reading that counts now."""

    FOUND = "found"
    STATUS = "status"  # found, and a status is read there that the ruling did not know
    TYPE = "type"  # something of a quite different type stands there: the ruling is not applied to it
    VANISHED = "vanished"  # nothing stands there any more


def anchor_claim(account: Account) -> Anchor:
    """Return the anchor of a claim as the reader read it."""
    claim = account.claim
    return Anchor(
        kind=Kind.CLAIM,
        name=account.key,
        document_id=account.document_id,
        spans=(claim.trigger, claim.evidence),
        type=claim.type,
        status=claim.status.value,
        parties=party_names(account),
        words=account.evidence.quote,
    )


def anchor_event(event: Event, raw: Mapping[str, Account]) -> Anchor:
    """Return the anchor of an event: its claims, each as the reader read it (`raw`, by key)."""
    claims = tuple(anchor_claim(raw[account.key]) for account in event.accounts)
    return Anchor(Kind.EVENT, event.id, type=event.type, claims=claims)


def anchor_mention(document_id: str, mention: Mention) -> Anchor:
    """Return the anchor of a mention as the reader read it."""
    return Anchor(
        kind=Kind.MENTION,
        name=f"{short_id(document_id)}.{mention.id}",
        document_id=document_id,
        spans=(mention.span,),
        type=mention.form.value,
        parties=(mention.actor.id,) if mention.actor else (),
        words=mention.text,
    )


def anchor_document(document: Document) -> Anchor:
    """Return the anchor of a document."""
    return Anchor(Kind.DOCUMENT, document.id, document.id, words=document.title)


def party_names(account: Account) -> tuple[str, ...]:
    """Return who takes part: ids, or words where nobody is known by them."""
    return tuple(party.actor.id if party.actor else party.text for party in account.parties)


def find_claim(anchor: Anchor, accounts: Iterable[Account], amended: str | None = None) -> tuple[str | None, Fate]:
    """Return the id of the claim of a reading that an anchor means, and what has become of it.

    Of the claims that tell of the same words the one that overlaps best; `amended` is a type the ruling itself gives,
    which then counts as the anchor's own. `accounts` are those of one document, as the reader read them.
    """
    near = [(overlap(anchor, account), account) for account in accounts]
    near = [(score, account) for score, account in near if score > 0]
    fit = [(score, account) for score, account in near if is_kindred(anchor.type, account.claim.type, amended)]
    if not fit:
        return None, Fate.TYPE if near else Fate.VANISHED
    account = max(fit, key=lambda pair: (pair[0], -int(pair[1].claim.id[1:])))[1]
    same = account.claim.status.value == anchor.status
    return account.claim.id, Fate.FOUND if same else Fate.STATUS


def overlap(anchor: Anchor, account: Account) -> float:
    """Return how well a claim fits an anchor, 0 (another place of the text) to 4 (the same in everything)."""
    trigger, evidence = anchor.spans
    triggers = share(trigger, account.claim.trigger)
    sentences = share(evidence, account.claim.evidence)
    if triggers < HALF and not (sentences > HALF and set(anchor.parties) & set(party_names(account))):
        return 0.0
    mine, yours = set(anchor.parties), set(party_names(account))
    parties = len(mine & yours) / len(mine | yours) if mine | yours else 1.0
    return triggers + sentences + parties + (anchor.type == account.claim.type)


def share(one: Span, other: Span) -> float:
    """Return the share of the longer of two spans that they have in common."""
    common = min(one.end, other.end) - max(one.start, other.start)
    longest = max(one.end - one.start, other.end - other.start)
    return max(common, 0) / longest if longest else float(one == other)


def is_kindred(one: str | None, other: str, amended: str | None) -> bool:
    """Tell whether two types may be readings of one act."""
    return other in (one, amended) or any(one in some and other in some for some in KINDRED)


def find_mention(anchor: Anchor, mentions: Iterable[Mention]) -> tuple[str | None, Fate]:
    """Return the id of the mention of a reading that an anchor means, and what has become of it."""
    (span,) = anchor.spans
    best = max(mentions, key=lambda mention: share(span, mention.span), default=None)
    if best is None or share(span, best.span) < HALF:
        return None, Fate.VANISHED
    return best.id, Fate.FOUND


def party_words(party: Party) -> str:
    """Return a party in words: the actor's name with its id, or the words of the text."""
    return f"{party.actor.name} ({party.actor.id})" if party.actor else party.text
