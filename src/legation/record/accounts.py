"""Loads accounts: claims of the record together with the parties, times, quantities and attributions they name."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import Select, Table, select

from legation.documents.document import Citation
from legation.reading.claim import ActorRef, Attribution, Claim, Mention, Quantity, Reading, Time
from legation.record import tables
from legation.record.chunks import MOST, among, chunks, is_given, is_one_of, one_of_given, pairs_given
from legation.record.decision import Ruling
from legation.record.decisions import load_applied
from legation.record.event import Account, Evidence, Party, claim_key, short_id
from legation.record.judged import Applied, is_rejected, judge_account, judge_mentions
from legation.record.origins import Carrier, Voice, find_origin
from legation.record.rows import (
    DATE_SOURCES,
    Values,
    make_actor,
    row_actor,
    row_attribution,
    row_claim,
    row_mention,
    row_quantity,
    row_time,
)
from legation.record.session import Session
from legation.record.traits import Sketch, wording_of

# A claim of the record: the number of its reading and its id within it.
Handle = tuple[int, str]
# The place of the id in a row of what a reading holds; the number of the reading comes first.
IDENTITY = 2
# The columns of a mention: what stands behind them is its actor's.
OWN = len(tables.mentions.columns)
# How the versions of readings begin that were made of others' event data (actors/imported.py).
IMPORTED = "import/"


@dataclass(frozen=True, slots=True)
class Stored:
    """What one reading of the record holds, by id, with what its evidence needs of the document."""

    number: int
    document_id: str
    version: str
    published: str | None
    text: str
    carrier: Carrier
    mentions: Mapping[str, Mention]
    times: Mapping[str, Time]
    quantities: Mapping[str, Quantity]
    attributions: Mapping[str, Attribution]
    claims: Mapping[str, Claim]
    citation: Citation | None = None


def load_accounts(session: Session, handles: Iterable[Handle]) -> list[Account]:
    """Return the accounts of these claims, in the order given, as the decisions on them let them count."""
    wanted = list(dict.fromkeys(handles))
    numbers = list(dict.fromkeys(number for number, _ in wanted))
    applied = load_applied(session, numbers)
    # A ruling may be about anything its reading holds.
    stored = {item.number: item for item in load_readings(session, [n for n in numbers if n in applied])}
    stored |= {item.number: item for item in load_claims(session, [one for one in wanted if one[0] not in applied])}
    return [make_judged(stored[number], claim_id, applied.get(number, ())) for number, claim_id in wanted]


def reading_accounts(session: Session, numbers: Sequence[int]) -> Iterator[Account]:
    """Yield every account of these readings that counts: as the decisions have it, rejected ones left out."""
    applied = load_applied(session, numbers)
    for stored in load_readings(session, numbers):
        accounts = (make_judged(stored, claim_id, applied.get(stored.number, ())) for claim_id in stored.claims)
        yield from (account for account in accounts if not is_rejected(account))


def rejected_claims(session: Session) -> set[Handle]:
    """Return the claims that count for nothing because an analyst has rejected them."""
    ruled, decisions = tables.ruled.c, tables.decisions.c
    query = (
        select(ruled.reading_id)
        .join(tables.decisions, decisions.uid == ruled.uid)
        .where(decisions.ruling == Ruling.REJECT.value, ruled.reading_id.is_not(None))
        .distinct()
    )
    numbers = list(session.scalars(query))
    kept = {(account.reading_id, account.claim.id) for account in reading_accounts(session, numbers)}
    return {(stored.number, name) for stored in load_readings(session, numbers) for name in stored.claims} - kept


def make_judged(stored: Stored, claim_id: str, applied: Sequence[Applied]) -> Account:
    """Return one claim with all it names, as decisions have it."""
    if not applied:
        return make_account(stored, claim_id)
    amended = replace(stored, mentions=judge_mentions(stored.mentions, applied))
    return judge_account(make_account(amended, claim_id), applied, stored.mentions)


def load_readings(session: Session, numbers: Sequence[int]) -> Iterator[Stored]:
    """Yield what these readings hold."""
    for some in chunks(numbers, MOST):
        with_actors = partial(row_mention_of, load_actors(session, some))
        mentions = group(session, tables.mentions, some, with_actors)
        times = group(session, tables.times, some, row_time)
        quantities = group(session, tables.quantities, some, row_quantity)
        attributions = group(session, tables.attributions, some, row_attribution)
        claims = group(session, tables.claims, some, row_claim)
        yield from store(session, some, (mentions, times, quantities, attributions, claims))


def load_claims(session: Session, handles: Sequence[Handle]) -> Iterator[Stored]:
    """Yield these readings with no more than these claims and what they name: a fraction of what the readings hold."""
    for numbers in chunks(sorted({number for number, _ in handles}), MOST):
        here = set(numbers)
        claims = pick(session, tables.claims, {one for one in handles if one[0] in here}, row_claim)
        found = [(number, claim) for number, held in claims.items() for claim in held.values()]
        # An attribution may stand in others: of readings with any, all are taken.
        voiced = sorted({number for number, claim in found if claim.attribution})
        attributions = group(session, tables.attributions, voiced, row_attribution)
        times = pick(session, tables.times, {(n, c.time) for n, c in found if c.time}, row_time)
        quantities = pick(session, tables.quantities, {(n, c.quantity) for n, c in found if c.quantity}, row_quantity)
        named = {(number, name) for number, claim in found for name in (*claim.agents, *claim.recipients, claim.place)}
        named |= {(number, item.source_mention) for number, held in attributions.items() for item in held.values()}
        mentions = pick_mentions(session, {(number, name) for number, name in named if name})
        yield from store(session, numbers, (mentions, times, quantities, attributions, claims))


def store_reading(reading: Reading, version: str, printed: Sequence[str | None]) -> Stored:
    """Return what a reading holds that is at hand, as `load_readings` would have it; `printed` as for `carrier_of`.

    It has no number yet.
    """
    document = reading.document
    return Stored(
        number=0,
        document_id=document.id,
        version=version,
        published=document.published,
        text=document.text,
        carrier=carrier_of(document.id, version, document.outlet, printed),
        mentions={mention.id: mention for mention in reading.mentions},
        times={time.id: time for time in reading.times},
        quantities={quantity.id: quantity for quantity in reading.quantities},
        attributions={attribution.id: attribution for attribution in reading.attributions},
        claims={claim.id: claim for claim in reading.claims},
        citation=Citation(
            document.id,
            document.path,
            document.title,
            document.outlet,
            document.published,
            document.published_source,
        ),
    )


def store(session: Session, numbers: Sequence[int], kinds: Sequence[Mapping[int, Any]]) -> Iterator[Stored]:
    """Yield what these readings hold, given the lists of each kind by reading, with their documents."""
    dialect = session.dialect.name
    rows = session.execute(documents_of(dialect), one_of_given(dialect, numbers)).all()
    for number, version, words, name, path, title, outlet, published, source, *printed in rows:
        carrier = carrier_of(name, version, outlet, printed)
        citation = Citation(name, path, title, outlet, published, DATE_SOURCES[source] if source else None)
        mentions, times, quantities, attributions, claims = (kind.get(number, {}) for kind in kinds)
        yield Stored(
            number,
            name,
            version,
            published,
            words,
            carrier,
            mentions,
            times,
            quantities,
            attributions,
            claims,
            citation,
        )


@lru_cache(maxsize=2)
def documents_of(dialect: str) -> Select[Any]:
    """Return the query for what accounts need of the documents of some readings."""
    documents, readings, prints = tables.documents.c, tables.readings.c, tables.document_prints.c
    return (
        select(readings.id, readings.version, documents.text)
        .add_columns(documents.id, documents.path, documents.title, documents.outlet)
        .add_columns(documents.published, documents.published_source)
        .add_columns(prints.origin, prints.reason, prints.issuer)
        .join_from(tables.readings, tables.documents, readings.document_id == documents.id)
        .outerjoin(tables.document_prints, prints.document_id == documents.id)
        .where(is_one_of(dialect, readings.id))
        .order_by(readings.id)
    )


def carrier_of(document_id: str, version: str, outlet: str | None, printed: Sequence[str | None]) -> Carrier:
    """Return a document as the carrier of its claims; one that is not compared yet carries its own words.

    `printed` is its origin with the reason, and its issuer. Rows of others' event data are one origin by the name of
    their set, however many documents hold them.
    """
    origin, reason, issuer = printed
    if version.startswith(IMPORTED):
        return Carrier(short_id(document_id), f"data:{str(outlet).casefold()}", None, None)
    return Carrier(short_id(document_id), short_id(origin or document_id), reason, issuer)


def load_actors(session: Session, numbers: Sequence[int]) -> dict[str, ActorRef]:
    """Return the actors these readings name, by key."""
    keys = select(tables.mentions.c.actor).where(tables.mentions.c.reading_id.in_(numbers))
    rows = session.execute(select(tables.actors).where(tables.actors.c.key.in_(keys))).mappings()
    return {row["key"]: row_actor(row) for row in rows}


def group(
    session: Session, table: Table, numbers: Sequence[int], make: Callable[[Values], Any]
) -> dict[int, dict[str, Any]]:
    """Return the rows of these readings as values, by reading and id, in text order."""
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    if not numbers:
        return found
    here = among(session, table.c.reading_id, numbers)
    for row in session.execute(select(table).where(here).order_by(table.c.reading_id, table.c.position)).all():
        found[row[0]][row[IDENTITY]] = make(row)
    return found


def pick(
    session: Session, table: Table, wanted: Collection[Handle], make: Callable[[Values], Any]
) -> dict[int, dict[str, Any]]:
    """Return the rows of these readings and ids as values, by reading and id."""
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    if wanted:
        for row in ask(session, table, wanted):
            found[row[0]][row[IDENTITY]] = make(row)
    return found


def pick_mentions(session: Session, wanted: Collection[Handle]) -> dict[int, dict[str, Mention]]:
    """Return these mentions with the actors they name, by reading and id."""
    found: dict[int, dict[str, Mention]] = defaultdict(dict)
    if wanted:
        for row in ask(session, tables.mentions, wanted):
            actor = make_actor(*row[OWN:]) if row[OWN] else None
            found[row[0]][row[IDENTITY]] = row_mention(row[:OWN], actor)
    return found


def ask(session: Session, table: Table, wanted: Collection[Handle]) -> Sequence[Sequence[Any]]:
    """Return the rows of these readings and ids."""
    dialect = session.dialect.name
    return session.execute(rows_of(dialect, table), pairs_given(dialect, wanted)).all()


# Made once: to write out hundreds of values anew takes longer than to look for them.
@lru_cache(maxsize=8)
def rows_of(dialect: str, table: Table) -> Select[Any]:
    """Return the query for rows by readings and ids; mentions come with the actors they name."""
    actors = tables.actors.c
    query = select(table)
    if table is tables.mentions:
        query = select(table, actors.id.label("face"), actors.name, actors.type, actors.country)
        query = query.outerjoin(tables.actors, actors.key == table.c.actor)
    return query.where(is_given(dialect, table.c.reading_id, table.c.id))


def row_mention_of(actors: Mapping[str, ActorRef], row: Values) -> Mention:
    """Return the mention of a row, its actor looked up by key."""
    return row_mention(row, actors.get(row[-1]))


def sketch_claim(stored: Stored, claim: Claim) -> Sketch:
    """Return what the traits of one claim are made of."""
    mentions, quote = stored.mentions, claim.evidence.of(stored.text)
    voices = [voice_of(stored, attribution) for attribution in follow(stored.attributions, claim.attribution)]
    return Sketch(
        claim_key(stored.document_id, claim.id),
        stored.document_id,
        claim,
        [mentions[name] for name in claim.agents if name in mentions],
        [mentions[name] for name in claim.recipients if name in mentions],
        mentions.get(claim.place or ""),
        stored.times.get(claim.time or ""),
        stored.quantities.get(claim.quantity or ""),
        stored.published,
        quote,
        find_origin(stored.carrier, voices, quote, wording_of(quote)),
    )


def make_account(stored: Stored, claim_id: str) -> Account:
    """Return one claim with all it names."""
    claim = stored.claims[claim_id]
    chain = tuple(follow(stored.attributions, claim.attribution))
    voices = tuple(voice_of(stored, attribution) for attribution in chain)
    quote = claim.evidence.of(stored.text)
    return Account(
        key=claim_key(stored.document_id, claim.id),
        reading_id=stored.number,
        claim=claim,
        agents=parties(stored, claim.agents),
        recipients=parties(stored, claim.recipients),
        place=next(iter(parties(stored, filter(None, [claim.place]))), None),
        time=stored.times.get(claim.time or ""),
        quantity=stored.quantities.get(claim.quantity or ""),
        attributions=chain,
        speakers=tuple(voice.name for voice in voices),
        published=stored.published,
        evidence=Evidence(stored.document_id, claim.evidence, quote, stored.version),
        origin=find_origin(stored.carrier, voices, quote, wording_of(quote)),
        voices=tuple(voice.actor for voice in voices),
        citation=stored.citation,
    )


def follow(attributions: Mapping[str, Attribution], first: str | None) -> Iterator[Attribution]:
    """Yield an attribution and those it stands in; a circle, which a faulty reading could hold, ends the chain."""
    seen: set[str] = set()
    while first in attributions and first not in seen:
        seen.add(str(first))
        yield attributions[str(first)]
        first = attributions[str(first)].parent


def parties(stored: Stored, ids: Iterable[str]) -> tuple[Party, ...]:
    """Return the parties these mentions name."""
    mentions = (stored.mentions[item] for item in ids if item in stored.mentions)
    return tuple(Party(mention.text, mention.actor) for mention in mentions)


def voice_of(stored: Stored, attribution: Attribution) -> Voice:
    """Return whose word it is: the actor's name, the words of the text, or that it is not said."""
    mention = stored.mentions.get(attribution.source_mention or "")
    if mention and mention.actor:
        return Voice(attribution, mention.actor, mention.actor.name)
    return Voice(attribution, None, attribution.source_text or (mention.text if mention else "a source not named"))
