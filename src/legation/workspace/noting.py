"""Notes on any item: rulings that change nothing, gathered for whoever reads about the item."""

from dataclasses import dataclass

from legation.record.decision import Anchor, Decision, Kind, Ruling, order
from legation.record.decisions import named_decisions, undone_decisions
from legation.record.noted import newest_notes
from legation.workspace.bench import Bench
from legation.workspace.deciding import find_subject
from legation.workspace.workspace import Workspace

# Characters up to which a note is shown whole in a list; a longer one is a page of its own.
SHORT = 250


@dataclass(frozen=True, slots=True)
class Note:
    """A note that stands: its words, who wrote it and when, and what it is on.

    `uid` takes it back (`undo`), `kind` and `subject` name the item, `about` are the item's own words.
    """

    uid: str
    at: str
    author: str
    kind: Kind
    subject: str
    about: str | None
    words: str

    @property
    def is_short(self) -> bool:
        """Whether a list shows it whole."""
        return len(self.words) <= SHORT


def add_note(workspace: Workspace, subject: str, words: str, author: str) -> Note:
    """Keep a note on an item, which is named as in `find_subject`.

    Raises NotInRecordError for an item that is not there, ValueError for a note without words or longer than a page.
    """
    return make_note(workspace.decide("note", subject, author=author, reason=words.strip()))


def list_notes(workspace: Workspace, subject: str | Anchor | None = None, limit: int | None = None) -> list[Note]:
    """Return the notes that stand, the newest first: all, or those on one item and on what stands in it.

    The item is named as in `find_subject`, or by an anchor where it is known already that there is such an item.
    """
    with workspace.looking() as session:
        if subject is None:
            return [make_note(decision) for decision in newest_notes(session, limit)]
        bench = Bench(session, workspace.clock(), workspace.lexicon)
        anchor = find_subject(bench, subject) if isinstance(subject, str) else subject
        undone = undone_decisions(session)
        named = sorted(named_decisions(session, anchor), key=order, reverse=True)
    found = [make_note(one) for one in named if one.ruling is Ruling.NOTE and one.uid not in undone]
    return found if limit is None else found[:limit]


def notes_by_item(workspace: Workspace, kind: Kind) -> dict[str, list[Note]]:
    """Return the notes that stand on items of a kind, by the item's name, the newest first."""
    found: dict[str, list[Note]] = {}
    with workspace.looking() as session:
        for decision in newest_notes(session, kind=kind):
            found.setdefault(decision.subject.name, []).append(make_note(decision))
    return found


def make_note(decision: Decision) -> Note:
    """Return a ruling's note."""
    return Note(
        uid=decision.uid,
        at=decision.at,
        author=decision.author,
        kind=decision.subject.kind,
        subject=decision.subject.name,
        about=decision.subject.words,
        words=decision.reason or "",
    )
