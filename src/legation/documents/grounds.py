"""Grounds: why words are of an origin, as a code with values; a record keeps these, and whoever shows them has words.

Records made before there were codes keep English words in their place, which are shown as they are.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Ground(StrEnum):
    """What makes words those of another: the first five of a copy, the others of words that are quoted or handed on."""

    SAME = "same"
    SHARED = "shared"
    SIGNED = "signed"
    SHORTENED = "shortened"
    CHAINED = "chained"
    QUOTED = "quoted"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Because:
    """A ground with its values.

    Of copies `share` (percent of common words), `agency` (that signs both), and `source` (the outlet, or agency, whose
    report it is) or `document` (its short id, where neither is known); else `name`, whose words they are.
    """

    ground: Ground
    values: Mapping[str, str | int] = field(default_factory=dict)

    def kept(self) -> str:
        """Return the form in which a record keeps it; equal grounds have equal forms."""
        return json.dumps({"ground": self.ground.value, **self.values}, ensure_ascii=False, sort_keys=True)


def read_ground(kept: str) -> Because | None:
    """Return what a record keeps as a ground; None for the words of a record made before there were codes."""
    if not kept.startswith("{"):
        return None
    values = json.loads(kept)
    return Because(Ground(values.pop("ground")), values)
