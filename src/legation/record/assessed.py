"""The tables of judgement in the history: judgements locked, evidence admitted, forecasts and what came of them."""

from sqlalchemy import Column, Float, Index, Integer, Table, UniqueConstraint

from legation.record.columns import metadata, number, text

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

# A probability given on a day for an event that comes, or does not, on the days after `opened` up to `closes`. It is
# never edited: `supersedes` names the forecast a newer one takes the place of. `reference` is the dyad's climatology
# at that time, `condition` (JSON) what else must happen, or must not, for the forecast to count.
forecasts = Table(
    "forecasts",
    metadata,
    Column("id", Integer, primary_key=True),
    text("uid"),
    text("at"),
    text("author"),
    text("text"),
    text("source"),
    text("target"),
    number("directed"),
    text("type"),
    text("mode", null=True),
    text("min_status"),
    text("opened"),
    text("closes"),
    text("resolves_by"),
    text("rule"),
    Column("p", Float, nullable=False),
    text("model"),
    text("evidence_cutoff"),
    Column("reference", Float, nullable=True),
    text("supersedes", null=True),
    text("condition", null=True),
    UniqueConstraint("uid"),
    Index(None, "source", "target"),
)

# What came of a forecast, with the events it rests on (JSON) and why; the newest row of a forecast counts.
resolutions = Table(
    "resolutions",
    metadata,
    Column("id", Integer, primary_key=True),
    text("uid"),
    text("at"),
    text("author"),
    text("forecast"),
    text("outcome"),
    text("events"),
    text("reason"),
    UniqueConstraint("uid"),
    Index(None, "forecast"),
)
