"""The record as it stood on a day: looked at where an address says `as_of`, and changed nowhere."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

from fastapi import Query, Request

from legation.errors import LegationError
from legation.lexicon.saying import say
from legation.record.shadow import parse_moment
from legation.web.access import shelf_of
from legation.web.frame import BASE
from legation.web.links import Base
from legation.web.security import SAFE

# Where a request keeps the workspace of the day it asks for.
PAST = "past"


AsOf = Annotated[str, Query(max_length=40, description="A day (or moment): what the record knew then.")]


class PastError(LegationError):
    """A day that is none, or a change of what is past."""


def describe_past(as_of: AsOf = "") -> None:
    """Tell the reference of the API that every route takes a day; `enter_past` has taken it already."""
    del as_of


def enter_past(request: Request) -> Iterator[None]:
    """Have the pages of a request show the record of the day it asks for (a dependency of every route)."""
    base: Base = request.scope.get(BASE, Base())
    shelf = shelf_of(request) if base.as_of else None
    if shelf is None:
        yield
        return
    if request.method not in SAFE:
        raise PastError(
            say("{day}: the record as it stood on a day cannot be changed; go back to the present one", day=base.as_of)
        )
    try:
        parse_moment(base.as_of)
    except ValueError as error:
        # The page that says so leads to the present record, not to this day again.
        request.scope[BASE] = replace(base, as_of="")
        raise PastError(say("{words}: give a day (2024-06-18), a month or a year", words=base.as_of)) from error
    with shelf.workspace.staying(base.as_of) as past:
        setattr(request.state, PAST, past)
        yield
