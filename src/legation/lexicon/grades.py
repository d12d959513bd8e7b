"""What reports are worth by how they are graded. See grades.yml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from legation.lexicon.load import load_entries

CREDIBILITIES = "123456"
# What stands where nobody has graded a source, or what it says.
UNGRADED = ("F", "6")


class GradeEntry(BaseModel):
    """One row of the table: six figures for a reliability, one by credibility each; one for a party's own word."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["reliability", "own word"]
    grade: str
    reported: tuple[float, ...] = Field(min_length=1)
    mistaken: tuple[float, ...] = Field(min_length=1)
    source: str
    example: str

    @model_validator(mode="after")
    def check(self) -> "GradeEntry":
        """Hold the figures to their number, and to the open interval from 0 to 1."""
        wanted = len(CREDIBILITIES) if self.kind == "reliability" else 1
        for name, row in (("reported", self.reported), ("mistaken", self.mistaken)):
            if len(row) != wanted:
                raise ValueError(f"{name} has {len(row)} figures, not {wanted}")
            if not all(0 < value < 1 for value in row):
                raise ValueError(f"{name}: every figure lies between 0 and 1, both left out")
        return self


@dataclass(frozen=True, slots=True)
class Worth:
    """P(reported | it happened) and P(reported | it did not), each between 0 and 1."""

    reported: float
    mistaken: float

    @property
    def ratio(self) -> float:
        """How much likelier the report is if it happened than if it did not."""
        return self.reported / self.mistaken

    @property
    def denial_ratio(self) -> float:
        """The same of a denial: below 1 where a report would speak for it."""
        return (1 - self.reported) / (1 - self.mistaken)


@dataclass(frozen=True, slots=True)
class GradeTable:
    """The worth of a report by (reliability, credibility), and that of a party's own word by what it is."""

    graded: Mapping[tuple[str, str], Worth]
    own_words: Mapping[str, Worth]


@lru_cache(maxsize=4)
def load_grades(extra: Path | None = None) -> GradeTable:
    """Return the table, an analyst's own rows over the built-in ones."""
    graded: dict[tuple[str, str], Worth] = {}
    own: dict[str, Worth] = {}
    for entry in load_entries("grades.yml", GradeEntry, extra):
        worths = [Worth(*pair) for pair in zip(entry.reported, entry.mistaken, strict=True)]
        if entry.kind == "own word":
            own[entry.grade] = worths[0]
        else:
            graded |= {(entry.grade, digit): worth for digit, worth in zip(CREDIBILITIES, worths, strict=True)}
    return GradeTable(graded, own)
