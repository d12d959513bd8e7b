"""Line habits: how pages say, in a line of their own, that the line is no reporting (or a correction, a caption).

A habit is a regular expression that must match the whole line, white space at its ends removed, case ignored and
quotation marks made straight. One entry of lines.yml:

    - name: share-buttons
      zone: boilerplate         # title, deck, byline, caption, body, correction, licence, boilerplate
      where: any                # head (before the body begins), foot (after the body's last paragraph), any
      pattern: "share (this )?(article|story)"
      opens: topics             # optional: the short lines that follow belong to it, as a list of topics or of links
      source: habit of news pages in English
      example: Share this article
"""

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, field_validator

from legation.lexicon.load import load_entries


def joined(value: object) -> object:
    """Let a pattern be written as a list of alternatives."""
    return "|".join(str(part) for part in value) if isinstance(value, list) else value


class LineHabit(BaseModel):
    """One entry of lines.yml; the module's docstring says what each field means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    zone: Literal["title", "deck", "byline", "caption", "body", "correction", "licence", "boilerplate"]
    where: Literal["any", "head", "foot"] = "any"
    pattern: Annotated[str, BeforeValidator(joined)]
    opens: Literal["topics", "links"] | None = None
    source: str
    example: str

    @field_validator("pattern")
    @classmethod
    def compiles(cls, value: str) -> str:
        """Refuse what is no regular expression."""
        try:
            re.compile(value)
        except re.error as error:
            message = f"{value!r} is no regular expression: {error}"
            raise ValueError(message) from error
        return value

    def matches(self, line: str) -> bool:
        """Tell whether the whole line follows the habit."""
        return compiled(self.pattern).fullmatch(line) is not None


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern, ready to match whole lines."""
    return re.compile(f"(?:{pattern})", re.IGNORECASE)


def load_line_habits(extra: Path | None = None) -> list[LineHabit]:
    """Return every line habit of the lexicon, an analyst's own folder last."""
    return load_entries("lines.yml", LineHabit, extra)
