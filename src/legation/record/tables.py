"""The schema of the record: the one place that says which tables there are. Migrations are tested against it.

Two kinds of tables. **History** only grows: triggers refuse to change or delete its rows. **Derived** tables (current
readings, copies, events and their indexes: derived.py) are what merging makes of the history; they may be rebuilt at
any time and hold nothing of their own.

Days and moments are ISO 8601 text (moments in UTC), which sorts and compares alike on SQLite and PostgreSQL; lists
are JSON text; a span is two columns of character offsets into `documents.text`.
"""

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from legation.record.assessed import admissions, forecasts, judgements, resolutions
from legation.record.columns import metadata, number, of_document, of_reading, text
from legation.record.derived import (
    claim_slots,
    claim_traits,
    current_readings,
    derivation,
    document_bands,
    document_prints,
    dyad_months,
    dyad_totals,
    event_claims,
    event_dyads,
    event_parties,
    events,
    month_totals,
    ruled,
    search_entries,
)

__all__ = [
    "DERIVED",
    "HISTORY",
    "REVISION",
    "actors",
    "admissions",
    "arrivals",
    "attributions",
    "bookmarks",
    "claim_slots",
    "claim_traits",
    "claims",
    "current_readings",
    "decisions",
    "derivation",
    "document_bands",
    "document_prints",
    "documents",
    "dyad_months",
    "dyad_totals",
    "event_claims",
    "event_dyads",
    "event_parties",
    "events",
    "forecasts",
    "judgements",
    "mentions",
    "metadata",
    "month_totals",
    "originals",
    "problems",
    "quantities",
    "readings",
    "resolutions",
    "ruled",
    "search_entries",
    "times",
]

# The revision of the newest migration: a record of this revision needs no migration, so Alembic is not even loaded.
REVISION = "0008"

# --- history ---------------------------------------------------------------------------------------------------------

# One row per text. `added_at` is when the record first had it.
documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    text("text"),
    text("path", null=True),
    text("url", null=True),
    text("title", null=True),
    text("outlet", null=True),
    text("authors"),
    text("published", null=True),
    text("published_source", null=True),
    text("updated", null=True),
    text("language", null=True),
    text("original_language", null=True),
    text("translation", null=True),
    text("licence", null=True),
    text("topics"),
    text("zones"),
    text("provenance"),
    text("added_at"),
    Index(None, "added_at", "id"),
    Index(None, "published"),
    Index(None, "outlet", "url", "id"),
)

# The bytes a document was made from, compressed (zlib); the document's id is the hash of the bytes as they came.
originals = Table(
    "originals",
    metadata,
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    number("size"),
    Column("data", LargeBinary, nullable=False),
)

# Where a document came from, and when: one row for each place it was found in.
arrivals = Table(
    "arrivals",
    metadata,
    Column("id", Integer, primary_key=True),
    of_document(),
    text("source"),
    text("at"),
    UniqueConstraint("document_id", "source"),
)

# What could not be read, and why.
problems = Table(
    "problems",
    metadata,
    Column("id", Integer, primary_key=True),
    text("source"),
    text("reason"),
    text("at"),
    UniqueConstraint("source", "reason"),
)

# One reading of one document by one version of the reader.
readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    of_document(),
    text("version"),
    text("at"),
    UniqueConstraint("document_id", "version"),
    Index(None, "at"),
)

# Every form in which readings name an actor; `key` is the hash of the other columns.
actors = Table(
    "actors",
    metadata,
    Column("key", Text, primary_key=True),
    text("id"),
    text("name"),
    text("type"),
    text("country", null=True),
    Index(None, "id"),
)

mentions = Table(
    "mentions",
    metadata,
    of_reading(),
    number("position"),
    text("id"),
    number("start"),
    number("stop"),
    text("text"),
    text("form"),
    Column("actor", Text, ForeignKey("actors.key"), nullable=True),
    PrimaryKeyConstraint("reading_id", "position"),
    Index(None, "actor"),
)

times = Table(
    "times",
    metadata,
    of_reading(),
    number("position"),
    text("id"),
    number("start"),
    number("stop"),
    text("text"),
    text("value", null=True),
    text("from_day", null=True),
    text("to_day", null=True),
    text("granularity", null=True),
    text("type"),
    text("anchor", null=True),
    PrimaryKeyConstraint("reading_id", "position"),
)

quantities = Table(
    "quantities",
    metadata,
    of_reading(),
    number("position"),
    text("id"),
    number("start"),
    number("stop"),
    text("text"),
    Column("low", Float, nullable=True),
    Column("high", Float, nullable=True),
    text("unit", null=True),
    text("counted", null=True),
    text("modifier"),
    PrimaryKeyConstraint("reading_id", "position"),
)

attributions = Table(
    "attributions",
    metadata,
    of_reading(),
    number("position"),
    text("id"),
    text("source"),
    text("cue"),
    text("content"),
    text("source_mention", null=True),
    text("source_text", null=True),
    text("kind"),
    text("parent", null=True),
    PrimaryKeyConstraint("reading_id", "position"),
)

# Parties, time, quantity, place and attribution are ids within the same reading.
claims = Table(
    "claims",
    metadata,
    of_reading(),
    number("position"),
    text("id"),
    text("type"),
    text("mode", null=True),
    text("agents"),
    text("recipients"),
    number("theme_start", null=True),
    number("theme_stop", null=True),
    text("theme_text", null=True),
    text("theme_item", null=True),
    text("quantity", null=True),
    text("time", null=True),
    text("place", null=True),
    text("status"),
    text("outcome", null=True),
    text("likelihood", null=True),
    number("condition_start", null=True),
    number("condition_stop", null=True),
    text("attribution", null=True),
    number("trigger_start"),
    number("trigger_stop"),
    number("evidence_start"),
    number("evidence_stop"),
    text("rule"),
    Column("score", Float, nullable=False),
    PrimaryKeyConstraint("reading_id", "position"),
    UniqueConstraint("reading_id", "id"),
)

# An analyst's rulings. `subject` and `object` are anchors (JSON): what is ruled on, named by document and span, so
# that a ruling outlives the reading it was made on. `uid` is the hash of the row's content: one ruling in two records
# is one.
decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    text("uid"),
    text("at"),
    text("author"),
    text("ruling"),
    text("kind"),
    text("subject"),
    text("document_id", null=True),
    text("object", null=True),
    text("amendment", null=True),
    text("reason", null=True),
    text("undoes", null=True),
    UniqueConstraint("uid"),
    Index(None, "document_id"),
    Index(None, "undoes"),
    Index(None, "at"),
)

# What an analyst keeps at hand: saved searches, dyads and questions followed. The newest row of a name counts; a row
# without a body takes the name away.
bookmarks = Table(
    "bookmarks",
    metadata,
    Column("id", Integer, primary_key=True),
    text("uid"),
    text("at"),
    text("author"),
    text("kind"),
    text("name"),
    text("body", null=True),
    UniqueConstraint("uid"),
)

HISTORY = (
    documents,
    originals,
    arrivals,
    problems,
    readings,
    actors,
    mentions,
    times,
    quantities,
    attributions,
    claims,
    decisions,
    bookmarks,
    judgements,
    admissions,
    forecasts,
    resolutions,
)

# What is made anew when the rules it was made by have changed; rows that name others come first. `ruled` is not among
# them: adopting a reading renews its rows.
DERIVED = (
    event_dyads,
    event_parties,
    event_claims,
    events,
    dyad_months,
    dyad_totals,
    month_totals,
    claim_slots,
    claim_traits,
    document_bands,
    document_prints,
    current_readings,
)
