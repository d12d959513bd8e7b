"""Sentences that can be said again in another language: English text that remembers what it was made from."""

import re
import string
from collections.abc import Iterable, Mapping

# Values that are names which files give to their parts.
ID = re.compile(r"id\d?")
# How a description names whose somebody is.
WHOSE = "{who} of {whom}"


class Said(str):
    """English words made from a template and values, each of which may be words that were made so.

    A string like any other; `template` and `values` are what a translation needs. What is cut from it or replaced in it
    is a plain string again, but what is added to it is remembered.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(cls, text: str, template: str, values: Mapping[str, object]) -> "Said":
        """Return words with what they are made from."""
        said = super().__new__(cls, text)
        said.template, said.values = template, values
        return said

    def __add__(self, other: str) -> str:
        """Return these words and others behind them."""
        return say("{first}{then}", first=self, then=other)

    def __radd__(self, other: str) -> str:
        """Return these words behind others."""
        return say("{first}{then}", first=other, then=self)


def say(template: str, /, **values: object) -> str:
    """Return a template with its `{names}` filled in, as `str.format` does: a `Said`, shown as a string."""
    return Said(template.format(**values) if values else template, template, values)


def lower_first(words: str) -> str:
    """Return words for the middle of a sentence."""
    lowered = words[:1].lower() + words[1:]
    return Said(lowered, words.template, words.values) if isinstance(words, Said) else lowered


def join(separator: str, parts: Iterable[str]) -> str:
    """Return parts in a row, as `str.join` does."""
    given = {f"part{place}": part for place, part in enumerate(parts)}
    return say(separator.replace("{", "{{").replace("}", "}}").join(f"{{{name}}}" for name in given), **given)


def words_of(error: Exception) -> str:
    """Return what an error says, so that it can be said again: `str` of it would forget."""
    words = error.args[0] if error.args else None
    return words if isinstance(words, Said) else str(error)


def say_again(words: str, phrases: Mapping[str, str]) -> str:
    """Return words in the language of `phrases`: templates by the English ones, and whole words by English words.

    What has no translation stays as it is, and so do names that files give to their parts (values called "id", "id2").
    """
    if not isinstance(words, Said):
        return phrases.get(words) or say_whose(words, phrases)
    template = phrases.get(words.template, words.template)
    if not words.values:
        return template
    again = {
        name: say_again(value, phrases) if isinstance(value, str) and not ID.fullmatch(name) else value
        for name, value in words.values.items()
    }
    return Again().format(template, **again)


def say_whose(words: str, phrases: Mapping[str, str]) -> str:
    """Return "officials of Peru" in another language; what has no translation as it is."""
    who, _, whom = words.rpartition(" of ")
    if WHOSE not in phrases or not who or whom not in phrases:
        return words
    return phrases[WHOSE].format(who=phrases.get(who, who), whom=phrases[whom])


class Again(string.Formatter):
    """Fills in a translated template. A number that has become words needs no sign of how it is written."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Return a value as a template asks for it; words as they are."""
        return value if isinstance(value, str) else str(super().format_field(value, format_spec))
