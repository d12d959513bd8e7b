"""What SQLAlchemy has no words for: the full-text index, and the triggers that refuse changes to history."""

from legation.record.tables import HISTORY

REFUSAL = "the record only grows"
# The kinds of entries that are searched by their words; names of actors are looked through.
SEARCHED = ("claim", "document")


def native_ddl(dialect: str) -> list[str]:
    """Return the statements that follow `metadata.create_all`: full-text index, refusal of changes to history."""
    return sqlite_ddl() if dialect == "sqlite" else postgresql_ddl()


def sqlite_ddl() -> list[str]:
    """Return the statements for SQLite: an FTS5 index beside the entries, triggers."""
    return [
        "CREATE VIRTUAL TABLE search_index USING fts5(words, content='search_entries', content_rowid='id', "
        'tokenize="unicode61 remove_diacritics 0")',
        "CREATE TRIGGER search_entries_added AFTER INSERT ON search_entries BEGIN "
        "INSERT INTO search_index(rowid, words) VALUES (new.id, new.words); END",
        *(
            f"CREATE TRIGGER {table.name}_no_{act.lower()} BEFORE {act} ON {table.name} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            for table in HISTORY
            for act in ("UPDATE", "DELETE")
        ),
    ]


def postgresql_ddl() -> list[str]:
    """Return the statements for PostgreSQL: a stored vector (an expression index would be slow), triggers.

    Each kind that is searched by words has indexes of its own: the words of a claim stand in its document too, and a
    search for the one would read the entries of the other.
    """
    return [
        "ALTER TABLE search_entries ADD COLUMN vector tsvector "
        "GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED",
        *(
            statement
            for kind in SEARCHED
            for statement in (
                f"CREATE INDEX search_{kind}s_vector ON search_entries USING gin (vector) WHERE kind = '{kind}'",
                f"CREATE INDEX search_{kind}s_id ON search_entries (id) WHERE kind = '{kind}'",
            )
        ),
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
        *(
            f"CREATE TRIGGER {table.name}_no_change BEFORE UPDATE OR DELETE ON {table.name} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
            for table in HISTORY
        ),
    ]
