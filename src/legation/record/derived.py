"""The derived tables of the schema: what merging makes of the history (see tables.py)."""

from sqlalchemy import (
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
)

from legation.record.columns import big, day, metadata, number, of_document, of_reading, text

# Which reading of each document counts: the latest.
current_readings = Table(
    "current_readings",
    metadata,
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    of_reading(),
    Index(None, "reading_id"),
)

# Where the rulings apply in the readings that count: one row for each claim, mention or document that a decision is
# about. `item` is the id of the claim or mention found there (none for a whole document, or where nothing is found),
# `fate` says what has become of it.
ruled = Table(
    "ruled",
    metadata,
    text("uid"),
    text("side"),
    number("position"),
    of_document(),
    number("reading_id", null=True),
    text("item", null=True),
    text("fate"),
    PrimaryKeyConstraint("uid", "side", "position"),
    Index(None, "document_id"),
    Index(None, "reading_id"),
)

# Which rules made the derived tables: where they are not the code's own, everything derived is made anew.
derivation = Table(
    "derivation",
    metadata,
    Column("name", Text, primary_key=True),
    text("value"),
)

# Which document's words each document carries: `origin` is a document, the earliest of those that are copies of each
# other (itself, if it is nobody's copy), `reason` says why (documents/grounds.py). `issuer` is whose newsroom or office
# it comes from. `number` stands for the document in the bands.
document_prints = Table(
    "document_prints",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False),
    text("origin"),
    text("reason", null=True),
    text("issuer", null=True),
    UniqueConstraint("document_id"),
    Index(None, "origin"),
)

# Bands of the documents' MinHash signatures: documents that share one may be copies (documents/copies.py).
document_bands = Table(
    "document_bands",
    metadata,
    big("band"),
    number("number"),
    PrimaryKeyConstraint("band", "number"),
    sqlite_with_rowid=False,
)

# What merging looks at in each claim that counts (JSON, traits.py), and the component of claims it hangs together with.
claim_traits = Table(
    "claim_traits",
    metadata,
    number("reading_id"),
    text("claim_id"),
    text("component"),
    text("body"),
    PrimaryKeyConstraint("reading_id", "claim_id"),
    Index(None, "component"),
    sqlite_with_rowid=False,
)

# Hashes of the slots a claim stands in (family of types, parties, week): claims of one occurrence share one.
claim_slots = Table(
    "claim_slots",
    metadata,
    big("slot"),
    number("reading_id"),
    text("claim_id"),
    PrimaryKeyConstraint("slot", "reading_id", "claim_id"),
    sqlite_with_rowid=False,
)

# What listings sort and filter by. `component` is the neighbourhood merging looked at: claims of different components
# are never one event. `documents` and `origins` are how many tell of it, and how many of them independently.
events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    text("component"),
    text("type"),
    text("mode", null=True),
    text("status"),
    text("first_day", null=True),
    text("last_day", null=True),
    text("first_seen", null=True),
    text("last_seen", null=True),
    number("documents"),
    number("origins"),
    Index(None, "component"),
    Index(None, "origins"),
)

# Each claim of an event with the origin of its report, and with the claim it was joined by: how surely and why.
# `weight` is how pressing a look at it is (pressing.py).
event_claims = Table(
    "event_claims",
    metadata,
    Column("event_id", Text, ForeignKey("events.id"), nullable=False),
    number("reading_id"),
    text("claim_id"),
    text("origin", null=True),
    text("joined", null=True),
    Column("score", Float, nullable=True),
    text("reason", null=True),
    Column("weight", Float, nullable=True),
    PrimaryKeyConstraint("reading_id", "claim_id"),
    Index(None, "weight"),
    ForeignKeyConstraint(["reading_id", "claim_id"], ["claims.reading_id", "claims.id"]),
    Index(None, "event_id"),
)
Index(
    "ix_event_claims_joined",
    event_claims.c.event_id,
    event_claims.c.reading_id,
    sqlite_where=event_claims.c.joined.is_not(None),
    postgresql_where=event_claims.c.joined.is_not(None),
)

# What the tables of faces and of dyads hold of an event besides its first day and id: events are sifted, counted and
# drawn from these alone. `origins` is as in `events`.
HELD = ("status", "last_day", "type", "mode", "origins")

# An actor stands for itself and for its state: both are faces, and events are found by either, in order of days. The
# rows stand in this order on SQLite; PostgreSQL has all of them in the index.
event_parties = Table(
    "event_parties",
    metadata,
    text("face"),
    day("first_day"),
    Column("event_id", Text, ForeignKey("events.id"), nullable=False),
    text("status"),
    day("last_day", null=True),
    text("type"),
    text("mode", null=True),
    number("origins"),
    PrimaryKeyConstraint("face", "first_day", "event_id", postgresql_include=HELD),
    Index(None, "event_id"),
    sqlite_with_rowid=False,
)

# Two faces of different parties that act on or with each other, in alphabetical order.
event_dyads = Table(
    "event_dyads",
    metadata,
    text("one"),
    text("other"),
    day("first_day"),
    Column("event_id", Text, ForeignKey("events.id"), nullable=False),
    text("status"),
    day("last_day", null=True),
    text("type"),
    text("mode", null=True),
    number("origins"),
    PrimaryKeyConstraint("one", "other", "first_day", "event_id", postgresql_include=HELD),
    Index(None, "event_id"),
    sqlite_with_rowid=False,
)

# How many events of each type a dyad has in each month ("2026-03"; "" holds the undated), and how many are real.
dyad_months = Table(
    "dyad_months",
    metadata,
    text("one"),
    text("other"),
    text("month"),
    text("type"),
    number("events"),
    number("happened"),
    PrimaryKeyConstraint("one", "other", "month", "type"),
    Index(None, "other"),
)

# The same summed up: of each dyad over all months, of each month over all pairs of states. Most pages ask for these,
# and the counts by month and type of a large record are hundreds of thousands.
dyad_totals = Table(
    "dyad_totals",
    metadata,
    text("one"),
    text("other"),
    number("events"),
    number("happened"),
    PrimaryKeyConstraint("one", "other"),
    Index(None, "other"),
    Index(None, "events"),
)
month_totals = Table(
    "month_totals",
    metadata,
    text("month"),
    number("happened"),
    PrimaryKeyConstraint("month"),
)

# Words made ready for full-text search (search.py); `kind` is document, claim or actor.
search_entries = Table(
    "search_entries",
    metadata,
    Column("id", Integer, primary_key=True),
    text("kind"),
    text("ref"),
    number("reading_id", null=True),
    text("words"),
)
# Names of actors are few beside the claims that hold the same words.
NAMES: ColumnElement[bool] = literal_column("kind = 'actor'")
Index("ix_search_entries_actor", search_entries.c.id, sqlite_where=NAMES, postgresql_where=NAMES)
