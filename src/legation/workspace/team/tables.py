"""The schema of the accounts database, which is apart from every record. Secrets are kept as hashes only.

Moments are ISO 8601 text in UTC, as in the record. The log only grows: triggers refuse to change or delete its rows.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text

metadata = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s"})

# One row: the version of this schema.
team_schema = Table("team_schema", metadata, Column("version", Integer, primary_key=True))

# `name` is what one logs in with (folded: lower case, one form of each letter), `title` what others see.
accounts = Table(
    "accounts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("is_admin", Boolean, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("closed_at", Text, nullable=True),
)

# A record that people work on together; `place` is its path or URL.
projects = Table(
    "projects",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("closed_at", Text, nullable=True),
)

memberships = Table(
    "memberships",
    metadata,
    Column("project_id", Text, ForeignKey("projects.id"), nullable=False),
    Column("account_id", Text, ForeignKey("accounts.id"), nullable=False),
    Column("role", Text, nullable=False),
    PrimaryKeyConstraint("project_id", "account_id"),
)

# `token` is the SHA-256 of the secret in the invitation's address; it opens one account, once, before it expires.
invitations = Table(
    "invitations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("token", Text, nullable=False, unique=True),
    Column("note", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("project_id", Text, ForeignKey("projects.id"), nullable=True),
    Column("made_by", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("used_at", Text, nullable=True),
    Column("used_by", Text, nullable=True),
    Column("withdrawn_at", Text, nullable=True),
)

# `token` is the SHA-256 of the secret in the cookie.
sessions = Table(
    "sessions",
    metadata,
    Column("token", Text, primary_key=True),
    Column("account_id", Text, ForeignKey("accounts.id"), nullable=False),
    Column("made_at", Text, nullable=False),
    Column("seen_at", Text, nullable=False),
    Column("address", Text, nullable=False),
    Index(None, "account_id"),
)

# Who did what to what, from where. Names as they were then: an account that is renamed later changes nothing here.
audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("project", Text, nullable=True),
    Column("address", Text, nullable=False),
    Index(None, "at"),
)
