"""Builders of cases for weighing: hypotheses, items and likelihoods by hand."""

from collections.abc import Sequence
from typing import Any

from legation.judgement.weighing import Case, Item


def item(name: str, likelihood: Sequence[float], **fields: Any) -> Item:
    """Return an item with these middle values; its reports are as good as certain unless `ratio` says otherwise."""
    fields.setdefault("ratio", None if "coverage" in fields else 1e12)
    width = fields.pop("width", 0.05)
    bounds = tuple((max(mid - width, 0.001), mid, min(mid + width, 0.999)) for mid in likelihood)
    return Item(name, bounds, **fields)


def case(*items: Item, prior: Sequence[float] = (0.5, 0.5), **fields: Any) -> Case:
    """Return a case of these items; κ is 0 unless given."""
    rho = fields.pop("rho", None)
    if rho is not None:
        drivers = {one.driver for one in items if one.driver}
        fields["rhos"] = tuple((driver, (rho, rho, rho)) for driver in sorted(drivers))
    return Case(tuple(prior), items, **fields)
