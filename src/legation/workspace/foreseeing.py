"""What a workspace tells of what may come: scenarios, and forecasts kept and scored."""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from legation.record.session import Session

if TYPE_CHECKING:
    from legation.judgement.foresight import Assessment
    from legation.workspace.forecasting import Standing
    from legation.workspace.scenarios import Scenario


class Foreseeing(ABC):
    """The part of a workspace that looks ahead; `looking` gives one consistent look at its record, `ruling` writes."""

    lexicon: Path | None
    clock: Callable[[], dt.datetime]
    moment: str | None

    @abstractmethod
    def looking(self, moment: str | None = None) -> AbstractContextManager[Session]:
        """Return one look at the record, as it is or as it was at a moment."""

    @abstractmethod
    def ruling(self) -> AbstractContextManager[Session]:
        """Return one unit of work."""

    def scenario(self, file: str | Path, *, from_question: bool = False) -> "Scenario":
        """Return the influence model of a file (or of a name that the lexicons have), ready to be asked.

        `from_question` takes in the evidence of the questions the model names, as likelihoods. Raises BadFile for a
        model that breaks a rule or cites an event that the record does not have.
        """
        from legation.workspace.scenarios import check_events, open_scenario, take_evidence

        found = open_scenario(file, self.lexicon)
        with self.looking() as session:
            check_events(session, found)
        return take_evidence(self, found) if from_question else found

    def forecasts(self) -> "list[Standing]":
        """Return the ledger of forecasts, the first made first, with what has come of each so far."""
        from legation.workspace.forecasting import list_forecasts

        return list_forecasts(self)

    def base_rates(self, one: str, other: str, horizon: int, opened: dt.date | None = None) -> "list[Assessment]":
        """Return how likely each type of event of one towards another is in the `horizon` days after `opened` (today).

        Types without a base rate have none and say why. Raises NoBaseRateError where the record ends long before.
        """
        from legation.workspace.forecasting import assess_dyad

        return assess_dyad(self, (one, other), horizon, opened)
