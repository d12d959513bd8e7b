"""The first record: history that only grows, and the tables derived from it."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

HISTORY = (
    "documents",
    "originals",
    "arrivals",
    "problems",
    "readings",
    "actors",
    "mentions",
    "times",
    "quantities",
    "attributions",
    "claims",
    "decisions",
)


def upgrade() -> None:
    """Create every table, then what the dialect adds."""
    create_actors()
    create_decisions()
    create_documents()
    create_events()
    create_problems()
    create_search_entries()
    create_arrivals()
    create_event_dyads()
    create_event_parties()
    create_originals()
    create_readings()
    create_attributions()
    create_claims()
    create_current_readings()
    create_mentions()
    create_quantities()
    create_times()
    create_event_claims()
    statements = sqlite_statements() if op.get_context().dialect.name == "sqlite" else postgresql_statements()
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)


def create_actors() -> None:
    """Create `actors`."""
    op.create_table(
        "actors",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_actors"),
    )
    op.create_index("ix_actors_id", "actors", ["id"])


def create_decisions() -> None:
    """Create `decisions`."""
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("ruling", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("object", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
    )


def create_documents() -> None:
    """Create `documents`."""
    op.create_table(
        "documents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("authors", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_source", sa.Text(), nullable=True),
        sa.Column("updated", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("original_language", sa.Text(), nullable=True),
        sa.Column("translation", sa.Text(), nullable=True),
        sa.Column("licence", sa.Text(), nullable=True),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("zones", sa.Text(), nullable=False),
        sa.Column("provenance", sa.Text(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
    )


def create_events() -> None:
    """Create `events`."""
    op.create_table(
        "events",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    op.create_index("ix_events_block", "events", ["block"])


def create_problems() -> None:
    """Create `problems`."""
    op.create_table(
        "problems",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_problems"),
        sa.UniqueConstraint("source", "reason", name="uq_problems_source_reason"),
    )


def create_search_entries() -> None:
    """Create `search_entries`."""
    op.create_table(
        "search_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_search_entries"),
    )


def create_arrivals() -> None:
    """Create `arrivals`."""
    op.create_table(
        "arrivals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_arrivals_document_id"),
        sa.PrimaryKeyConstraint("id", name="pk_arrivals"),
        sa.UniqueConstraint("document_id", "source", name="uq_arrivals_document_id_source"),
    )


def create_event_dyads() -> None:
    """Create `event_dyads`."""
    op.create_table(
        "event_dyads",
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_event_dyads_event_id"),
        sa.PrimaryKeyConstraint("one", "other", "event_id", name="pk_event_dyads"),
    )
    op.create_index("ix_event_dyads_event_id", "event_dyads", ["event_id"])


def create_event_parties() -> None:
    """Create `event_parties`."""
    op.create_table(
        "event_parties",
        sa.Column("face", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_event_parties_event_id"),
        sa.PrimaryKeyConstraint("face", "event_id", name="pk_event_parties"),
    )
    op.create_index("ix_event_parties_event_id", "event_parties", ["event_id"])


def create_originals() -> None:
    """Create `originals`."""
    op.create_table(
        "originals",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_originals_document_id"),
        sa.PrimaryKeyConstraint("document_id", name="pk_originals"),
    )


def create_readings() -> None:
    """Create `readings`."""
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_readings_document_id"),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.UniqueConstraint("document_id", "version", name="uq_readings_document_id_version"),
    )


def create_attributions() -> None:
    """Create `attributions`."""
    op.create_table(
        "attributions",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("source_mention", sa.Text(), nullable=True),
        sa.Column("source_text", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_attributions_reading_id"),
        sa.PrimaryKeyConstraint("reading_id", "position", name="pk_attributions"),
    )


def create_claims() -> None:
    """Create `claims`."""
    op.create_table(
        "claims",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("agents", sa.Text(), nullable=False),
        sa.Column("recipients", sa.Text(), nullable=False),
        sa.Column("theme_start", sa.Integer(), nullable=True),
        sa.Column("theme_stop", sa.Integer(), nullable=True),
        sa.Column("theme_text", sa.Text(), nullable=True),
        sa.Column("theme_item", sa.Text(), nullable=True),
        sa.Column("quantity", sa.Text(), nullable=True),
        sa.Column("time", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("likelihood", sa.Text(), nullable=True),
        sa.Column("condition_start", sa.Integer(), nullable=True),
        sa.Column("condition_stop", sa.Integer(), nullable=True),
        sa.Column("attribution", sa.Text(), nullable=True),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_stop", sa.Integer(), nullable=False),
        sa.Column("evidence_start", sa.Integer(), nullable=False),
        sa.Column("evidence_stop", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_claims_reading_id"),
        sa.PrimaryKeyConstraint("reading_id", "position", name="pk_claims"),
        sa.UniqueConstraint("reading_id", "id", name="uq_claims_reading_id_id"),
    )


def create_current_readings() -> None:
    """Create `current_readings`."""
    op.create_table(
        "current_readings",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_current_readings_document_id"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_current_readings_reading_id"),
        sa.PrimaryKeyConstraint("document_id", name="pk_current_readings"),
    )


def create_mentions() -> None:
    """Create `mentions`."""
    op.create_table(
        "mentions",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["actor"], ["actors.key"], name="fk_mentions_actor"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_mentions_reading_id"),
        sa.PrimaryKeyConstraint("reading_id", "position", name="pk_mentions"),
    )
    op.create_index("ix_mentions_actor", "mentions", ["actor"])


def create_quantities() -> None:
    """Create `quantities`."""
    op.create_table(
        "quantities",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("low", sa.Float(), nullable=True),
        sa.Column("high", sa.Float(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("counted", sa.Text(), nullable=True),
        sa.Column("modifier", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_quantities_reading_id"),
        sa.PrimaryKeyConstraint("reading_id", "position", name="pk_quantities"),
    )


def create_times() -> None:
    """Create `times`."""
    op.create_table(
        "times",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("from_day", sa.Text(), nullable=True),
        sa.Column("to_day", sa.Text(), nullable=True),
        sa.Column("granularity", sa.Text(), nullable=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_times_reading_id"),
        sa.PrimaryKeyConstraint("reading_id", "position", name="pk_times"),
    )


def create_event_claims() -> None:
    """Create `event_claims`."""
    op.create_table(
        "event_claims",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_event_claims_event_id"),
        sa.ForeignKeyConstraint(
            ["reading_id", "claim_id"], ["claims.reading_id", "claims.id"], name="fk_event_claims_reading_id_claim_id"
        ),
        sa.PrimaryKeyConstraint("reading_id", "claim_id", name="pk_event_claims"),
    )
    op.create_index("ix_event_claims_event_id", "event_claims", ["event_id"])


def sqlite_statements() -> list[str]:
    """Return the statements for SQLite: an FTS5 index beside the entries, triggers."""
    return [
        "CREATE VIRTUAL TABLE search_index USING fts5(words, content='search_entries', content_rowid='id', "
        'tokenize="unicode61 remove_diacritics 0")',
        "CREATE TRIGGER search_entries_added AFTER INSERT ON search_entries BEGIN "
        "INSERT INTO search_index(rowid, words) VALUES (new.id, new.words); END",
        *(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'the record only grows'); END"
            for table in HISTORY
            for act in ("UPDATE", "DELETE")
        ),
    ]


def postgresql_statements() -> list[str]:
    """Return the statements for PostgreSQL: a stored vector (an expression index would be slow), triggers."""
    return [
        "ALTER TABLE search_entries ADD COLUMN vector tsvector "
        "GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED",
        "CREATE INDEX search_entries_vector ON search_entries USING gin (vector)",
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the record only grows'; END $$",
        *(
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
            for table in HISTORY
        ),
    ]
