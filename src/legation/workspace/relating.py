"""What a workspace tells of a relationship: views, intervals, silence, two reports compared, and measures of a dyad."""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from legation.record import view
from legation.record.session import Session
from legation.reporting.chronology import meets
from legation.workspace.parties import OneActorError, get_actor, same_actor_words

if TYPE_CHECKING:
    from legation.relations.dyad import Dyad, Options
    from legation.relations.series import Unit
    from legation.relations.silence import Silence
    from legation.relations.spacing import Kind
    from legation.reporting.views import View
    from legation.workspace.measuring import Alignment
    from legation.workspace.relations import Compared, Scope

Period = tuple[dt.date | None, dt.date | None]


class Relating(ABC):
    """The part of a workspace that looks at relationships; `looking` gives one consistent look at its record."""

    lexicon: Path | None
    clock: Callable[[], dt.datetime]
    moment: str | None

    @abstractmethod
    def looking(self, moment: str | None = None) -> AbstractContextManager[Session]:
        """Return one look at the record, as it is or as it was at a moment."""

    def view(self, name: str, actors: Sequence[str], period: Period = (None, None)) -> "View":
        """Return a view of one actor or of a dyad: contacts, transfers, commitments, statements or launches.

        `period` is a half-open interval of days that dated events must meet. Raises ValueError for another name.
        """
        from legation.workspace import relations

        if name not in relations.VIEWS:
            message = f"{name}: no view; there are {', '.join(relations.VIEWS)}"
            raise ValueError(message)
        with self.looking() as session:
            return relations.VIEWS[name](self.scope(session, actors, period))

    def intervals(
        self,
        actors: Sequence[str],
        kinds: "tuple[Kind, Kind]",
        after: Sequence[str] = (),
        within: int | None = None,
    ) -> "View":
        """Return events of a kind, each with the last event of another kind before it and the days between.

        `kinds` are what is measured and what it is measured from; `after` whose events the second are, if others'.
        """
        from legation.workspace import relations

        with self.looking() as session:
            scope = self.scope(session, actors)
            references = self.scope(session, after) if after else scope
            return relations.intervals(scope, references, kinds, within)

    def silence(self, actor: str, topic: str, since: dt.date | None = None) -> "Silence":
        """Return how long an actor has said nothing on a topic, and how the record covers that time."""
        from legation.workspace import relations

        with self.looking() as session:
            meant = get_actor(session, actor, self.lexicon)
            return relations.silence(session, meant, topic, since, self.clock().date())

    def compare(self, here: str, there: str) -> "Compared":
        """Return what two documents both tell, where they differ, and what each leaves out."""
        from legation.workspace import relations

        with self.looking() as session:
            documents = view.get_document(session, here), view.get_document(session, there)
            return relations.compare(session, *documents)

    def scope(self, session: Session, actors: Sequence[str], period: Period = (None, None)) -> "Scope":
        """Return whose events are meant by one or two names, with the events that meet a period."""
        from legation.workspace import relations

        found = tuple(get_actor(session, name, self.lexicon) for name in actors)
        if len({actor.id for actor in found}) != len(found):
            message = same_actor_words(actors, found[0])
            raise OneActorError(message)
        ids = [actor.id for actor in found]
        events = (
            view.dyad_events(session, ids[0], ids[1], period) if len(ids) == 2 else view.actor_events(session, ids[0])
        )
        kept = tuple(event for event in events if period == (None, None) or meets(event.time, period))
        return relations.Scope(found, kept, relations.cite_all(session, kept), self.lexicon)

    def dyad(
        self,
        one: str,
        other: str,
        period: Period = (None, None),
        unit: "Unit" = "month",
        options: "Options | None" = None,
    ) -> "Dyad":
        """Return two actors measured: .balance(), .intensity(), .breaks(), .series(), .families.

        `period` is a half-open interval of days, by default from the first event with a day to the last report of the
        record; `unit` is "month" or "week"; `options` are what the measures assume. Raises UnknownActorError.
        """
        from legation.relations.dyad import Options
        from legation.workspace import measuring

        today = dt.date.fromisoformat(self.moment[:10]) if self.moment else self.clock().date()
        wish = measuring.Wish(period, unit, options or Options(), today)
        with self.looking() as session:
            scope = self.scope(session, [one, other])
            return measuring.measure(session, scope, wish)

    def blocs(self, period: Period = (None, None), among: Sequence[str] = (), least: int = 2) -> "Alignment":
        """Return who aligns with whom in a half-open period: among some states, or all with `least` event-days or more.

        Raises UnknownActorError for a name that no state has.
        """
        from legation.workspace import measuring

        with self.looking() as session:
            chosen = [get_actor(session, name, self.lexicon) for name in among]
            return measuring.align(session, period, (chosen, least), self.lexicon)
