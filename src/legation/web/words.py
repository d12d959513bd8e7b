"""The words of the interface: one YAML file a language, looked up by dotted keys."""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml
from babel import Locale

from legation.actors.registry import load_registry
from legation.actors.scripts import Script, find_script
from legation.lexicon.saying import Said, say_again
from legation.reading.claim import Status
from legation.reporting.words import STATUSES, TYPES, type_words

# The language every key is in.
FIRST = "en"
# What names of actors are written in, in the languages that have their own.
SCRIPTS = {"ko": Script.HANGUL}


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: `entries` are its own, `fallback` those of the first language."""

    code: str
    entries: Mapping[str, str]
    fallback: Mapping[str, str]
    phrases: Mapping[str, str] = field(default_factory=dict)

    def tell(self, words: str) -> str:
        """Return words of a report in this language (see `lexicon.saying`); whole words by their English ones."""
        return say_again(words, self.phrases) if self.phrases else words

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of a key with `{names}` filled in; `count` chooses between `key.one` and `key.other`.

        KeyError for a key that the first language does not have.
        """
        if "count" in values:
            form = "one" if values["count"] == 1 else "other"
            key = next((name for name in (f"{key}.{form}", f"{key}.other") if name in self.fallback), key)
        words = self.entries.get(key) or self.fallback[key]
        shown = {name: self.show(value) for name, value in values.items()}
        return words.format(**shown) if values else words

    def show(self, value: object) -> object:
        """Return a value as it stands in words: numbers in groups of digits, words of reports in this language."""
        return f"{value:,}" if isinstance(value, int) else self.tell(value) if isinstance(value, Said) else value

    def has(self, key: str) -> bool:
        """Tell whether there are words for a key."""
        return key in self.fallback

    def status(self, status: Status | str) -> str:
        """Return a status in words."""
        return self.tell(STATUSES[Status(status)])

    def kind(self, kind: str, mode: str | None = None) -> str:
        """Return what kind of event a type and mode are."""
        return self.tell(type_words(kind, mode))


# The language of the page that is being made, set by whoever makes it.
TONGUE: ContextVar[Tongue | None] = ContextVar("TONGUE", default=None)


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the codes of the languages there are, the first one first."""
    folder = resources.files("legation.web") / "words"
    codes = sorted(file.name.removesuffix(".yml") for file in folder.iterdir() if file.name.endswith(".yml"))
    return tuple(sorted(codes, key=lambda code: code != FIRST))


@lru_cache(maxsize=8)
def load_tongue(code: str) -> Tongue:
    """Return a language; ValueError if there is none of this code."""
    if code not in languages():
        message = f"{code}: no language of the interface; there are {', '.join(languages())}"
        raise ValueError(message)
    return Tongue(code, load_entries(code), load_entries(FIRST), load_phrases(code))


def load_phrases(code: str) -> dict[str, str]:
    """Return what reports say in English, as templates and whole words, with the same in a language."""
    if code == FIRST:
        return {}
    file = resources.files("legation.web") / "words" / "phrases" / f"{code}.yml"
    told = {str(english): str(words) for english, words in yaml.safe_load(file.read_text(encoding="utf-8")).items()}
    own = load_entries(code)
    kinds = {words: own[f"types.{kind}"] for kind, words in TYPES.items()}
    statuses = {words: own[f"statuses.{status.value}"] for status, words in STATUSES.items()}
    return {**name_cities(code), **name_actors(SCRIPTS[code]), **kinds, **statuses, **told}


def name_cities(code: str) -> dict[str, str]:
    """Return the names of cities that time zones are called after, by their English ones (CLDR)."""
    own, english = (Locale(language).time_zones for language in (code, FIRST))
    named = {zone: words["city"] for zone, words in own.items() if words.get("city") and "/" in zone}
    return {english.get(zone, {}).get("city") or city_of(zone): city for zone, city in named.items()}


def city_of(zone: str) -> str:
    """Return the city in the name of a time zone: "Asia/Ho_Chi_Minh" is called after Ho Chi Minh."""
    return zone.rpartition("/")[2].replace("_", " ")


def name_actors(script: Script) -> dict[str, str]:
    """Return the names of actors of the lexicon by their English ones, where they have one in a script."""
    found = {}
    for actor in load_registry(None).actors.values():
        own = next((name for name in actor.names if find_script(name) is script), None)
        if own and find_script(actor.name) is not script:
            found[actor.name] = own
    return found


def load_entries(code: str) -> dict[str, str]:
    """Return the words of a language by dotted key."""
    text = (resources.files("legation.web") / "words" / f"{code}.yml").read_text(encoding="utf-8")
    return dict(flatten(yaml.safe_load(text)))


def flatten(tree: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    """Return the leaves of nested mappings with their keys joined by dots."""
    found: list[tuple[str, str]] = []
    for name, value in tree.items():
        key = f"{prefix}{name}"
        found += flatten(value, f"{key}.") if isinstance(value, Mapping) else [(key, str(value))]
    return found


def choose_language(wanted: str | None, accepted: str | None) -> str:
    """Return the language to speak: the one chosen, else the first accepted (an Accept-Language header), else English.

    Weights of the header are not looked at: browsers send the languages in order.
    """
    known = languages()
    heard = [part.split(";")[0].strip().lower().split("-")[0] for part in (accepted or "").split(",")]
    return next((code for code in [wanted or "", *heard] if code in known), FIRST)
