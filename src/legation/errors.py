"""What can go wrong with material, as opposed to with code.

A caller's mistake is a `ValueError`. Bad material is a `LegationError`: it belongs to one document or one lexicon
file, is reported in one line that names it, and never stops a batch.
"""


class LegationError(Exception):
    """Something outside the code is not as it must be; the message says what, which and what next."""


class UnreadableDocument(LegationError):
    """A file, page or archive member that gives no text to read."""


class BadLexicon(LegationError):
    """A lexicon file that does not hold what its schema asks for."""


class BadRecord(LegationError):
    """A database that is not a record, or is one of another version."""


class BusyRecord(LegationError):
    """A record that another process has been writing to for too long."""


class BadFile(LegationError):
    """A question, model or other file of an analyst's own that does not hold what it must; it names file and line."""
