"""Words that decide how real a claim is: modals, adverbs, adjectives, governors, support verbs, likelihoods."""

from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from legation.lexicon.frames import Words
from legation.lexicon.load import load_entries

StatusWord = Literal["happened", "ongoing", "planned", "possible", "conditional", "called_for", "denied"]


class StatusKind(StrEnum):
    """What a status word does.

    modal       an auxiliary over a verb ("may", "should")
    adverb      beside a verb ("allegedly", "never")
    adjective   before an event noun ("planned", "failed")
    governor    a verb, noun or adjective over a clause or an event noun ("hope", "possibility", "unable")
    occurrence  a verb whose subject or object is the event and whose own status is the event's ("take place", "hold")
    support     a verb that lends its subject to an event noun ("carry out an attack"; `role` says as what)
    condition   a conjunction that opens a condition ("if", "unless")
    replaced    a preposition whose gerund did not take place ("without", "instead of")
    trend       a verb of change, whose future is a prediction and no plan ("will grow")
    implicative a verb with an object whose infinitive took place if it did itself ("forced X to leave")
    aspectual   the same of a verb without an object ("went on to sign"): under any other it is still to come
    attempt     a noun or verb for trying ("attempt", "try")
    achievement a verb that says how an attempt came off ("succeed"), of the attempt before it if it names none itself
    telling     a noun for what is told ("report", "allegation")
    contradiction a verb, or an adjective, that says that what is told is not so ("deny", "baseless")
    likelihood  a word of likelihood with its range on the published scale
    """

    MODAL = "modal"
    ADVERB = "adverb"
    ADJECTIVE = "adjective"
    GOVERNOR = "governor"
    OCCURRENCE = "occurrence"
    SUPPORT = "support"
    CONDITION = "condition"
    REPLACED = "replaced"
    TREND = "trend"
    IMPLICATIVE = "implicative"
    ASPECTUAL = "aspectual"
    ATTEMPT = "attempt"
    ACHIEVEMENT = "achievement"
    TELLING = "telling"
    CONTRADICTION = "contradiction"
    LIKELIHOOD = "likelihood"


class StatusEntry(BaseModel):
    """One group of words that act alike.

    `low` and `high` (0 to 1) stand only with likelihoods, `outcome` with adjectives and achievements.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: StatusKind
    words: Words
    status: StatusWord | None = None
    outcome: Literal["success", "failure"] | None = None
    role: Literal["agent", "recipient"] | None = None
    low: float | None = Field(default=None, ge=0.0, le=1.0)
    high: float | None = Field(default=None, ge=0.0, le=1.0)
    source: str
    example: str

    @model_validator(mode="after")
    def check(self) -> "StatusEntry":
        """A likelihood has a range, and only a likelihood has one."""
        if (self.kind is StatusKind.LIKELIHOOD) != (self.low is not None and self.high is not None):
            raise ValueError("a likelihood needs low and high, and nothing else has them")
        return self


def load_status(extra: Path | None = None) -> list[StatusEntry]:
    """Return the status words of the lexicon."""
    return load_entries("status.yml", StatusEntry, extra)
