"""What pages are asked for: actors by name, and a period."""

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from legation.documents.document import days_of
from legation.lexicon.saying import say
from legation.reporting.words import TYPES

Period = tuple[dt.date | None, dt.date | None]


def check_type(name: str) -> str:
    """Return a type of events by its code; ValueError if there is none."""
    if name.upper() not in TYPES:
        there_are = ", ".join(TYPES)
        raise ValueError(say("{words}: no type of events; there are {types}", words=name[:50], types=there_are))
    return name.upper()


# Types of events as an address names them.
Types = list[Annotated[str, AfterValidator(check_type)]]


class Named(BaseModel):
    """A page about one actor, or about two; fields left empty name nobody."""

    model_config = ConfigDict(populate_by_name=True)

    actor: list[str] = Field(default_factory=list, max_length=2)

    @field_validator("actor")
    @classmethod
    def check_names(cls, names: list[str]) -> list[str]:
        """Refuse what is far too long to be a name."""
        if any(len(name) > 200 for name in names):
            raise ValueError("a name has 200 characters at most")
        return names

    @property
    def actors(self) -> tuple[str, ...]:
        """The names that are given, each once."""
        return tuple(dict.fromkeys(name.strip() for name in self.actor if name.strip()))


class Dated(Named):
    """A page about actors and a period: days, months or years, both ends included; empty where an end is open."""

    first: str | None = Field(None, alias="from", max_length=10)
    last: str | None = Field(None, alias="to", max_length=10)

    @field_validator("first", "last")
    @classmethod
    def check_day(cls, value: str | None) -> str | None:
        """Refuse what is no day, month or year; an empty field is an open end."""
        if not value or not value.strip():
            return None
        try:
            days_of(value.strip())
        except ValueError as error:
            raise ValueError("give a day (2025-08-17), a month or a year") from error
        return value.strip()

    @property
    def period(self) -> Period:
        """The half-open interval of days that is meant."""
        first = days_of(self.first)[0] if self.first else None
        return first, days_of(self.last)[1] if self.last else None
