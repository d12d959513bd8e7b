"""The tables of judgement in the history: judgements locked before the evidence is seen, and evidence admitted."""

from sqlalchemy import Column, Index, Integer, Table, UniqueConstraint

from legation.record.columns import metadata, text

# A question file as somebody fixed it: `digest` is the hash of what is judged in it, `body` the file itself. The newest
# row of an author is that author's judgement; older ones stay.
judgements = Table(
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True),
    text("uid"),
    text("at"),
    text("author"),
    text("question"),
    text("digest"),
    text("body"),
    UniqueConstraint("uid"),
    Index(None, "question"),
)

# An event accepted or rejected as evidence for an indicator; `subject` is its anchor (JSON). The newest row counts.
admissions = Table(
    "admissions",
    metadata,
    Column("id", Integer, primary_key=True),
    text("uid"),
    text("at"),
    text("author"),
    text("question"),
    text("indicator"),
    text("ruling"),
    text("subject"),
    text("reason", null=True),
    UniqueConstraint("uid"),
    Index(None, "question"),
)
