"""What ruling and noting need at hand: the record, the moment, and an analyst's lexicon."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from legation.reading.claim import ActorRef
from legation.record import view
from legation.record.accounts import load_readings, make_account
from legation.record.anchors import anchor_event
from legation.record.decision import Anchor
from legation.record.session import Session
from legation.workspace.parties import UnknownActorError, get_actor


@dataclass(frozen=True, slots=True)
class Bench:
    """What ruling needs: the record, the moment, and an analyst's lexicon."""

    session: Session
    now: dt.datetime
    lexicon: Path | None = None

    def find(self, name: str) -> ActorRef | None:
        """Return who is meant by a name; None if nobody is known by it."""
        try:
            return get_actor(self.session, name, self.lexicon)
        except UnknownActorError:
            return None


def find_event(bench: Bench, name: str) -> Anchor:
    """Return the anchor of an event: that of its claims, as the reader read them."""
    event = view.get_event(bench.session, name)
    numbers = list(dict.fromkeys(account.reading_id for account in event.accounts))
    stored = {item.number: item for item in load_readings(bench.session, numbers)}
    raw = {account.key: make_account(stored[account.reading_id], account.claim.id) for account in event.accounts}
    return anchor_event(event, raw)
