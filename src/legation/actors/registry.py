"""The registry: every actor of the lexicon by id and by name in any script, and who held an office on a day.

States have their CLDR names in English, Korean, Russian and Chinese beside those of the lexicon.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from babel import Locale
from babel.core import get_global

from legation.actors.actor import Actor, Office, make_actor
from legation.actors.names import SAME_NAME, Score, compare_names, keys_of
from legation.lexicon.actors import ActorEntry, load_actors
from legation.lexicon.folding import fold_name
from legation.lexicon.titles import TitleBook, build_title_book, load_titles
from legation.reading.claim import ActorType

LANGUAGES = ("en", "ko", "ru", "zh")
# CLDR has no alias from the user-assigned alpha-3 code of Kosovo to its alpha-2 code.
ALPHA_2 = {"XKX": "XK"}
# States that are no more: CLDR sends their codes on to a successor, whose names are not theirs.
FORMER = frozenset({"CSK", "DDR", "SUN", "YUG"})
# Of actors that share a name, the one meant when nothing else decides.
RANKS = {
    kind: rank for rank, kind in enumerate(("state", "person", "organ", "organisation", "group", "media", "place"))
}


@dataclass(frozen=True, slots=True)
class Found:
    """An actor that a name may mean, with how well it fits."""

    actor: Actor
    score: Score


@dataclass(frozen=True)
class Registry:
    """Known actors. `by_name` maps folded names to ids in order of rank, `held` states and bodies to their offices."""

    actors: Mapping[str, Actor]
    by_name: Mapping[str, tuple[str, ...]]
    held: Mapping[str, Sequence[tuple[Office, str]]]
    titles: TitleBook

    @cached_property
    def by_key(self) -> Mapping[str, Sequence[str]]:
        """The ids of actors by the keys of their names; made when first asked for, since most uses never ask."""
        found: dict[str, list[str]] = {}
        for actor in self.actors.values():
            for key in {key for name in actor.names for key in keys_of(name)}:
                found.setdefault(key, []).append(actor.id)
        return found

    def get_actor(self, actor_id: str) -> Actor:
        """Return the actor with this id. Raises KeyError if there is none."""
        return self.actors[actor_id]

    def find_actor(self, name: str, country: str | None = None) -> Actor | None:
        """Return the actor with exactly this name in any script, or this id; of several one of that country first.

        None if no actor, or only actors of other countries, have it. Adjectives and surnames are no names here.
        """
        if name in self.actors:
            return self.actors[name]
        found = [self.actors[actor_id] for actor_id in self.by_name.get(fold_name(name), ())]
        if country is not None:
            found = [actor for actor in found if actor.country in (country, None) or actor.id == country]
        return found[0] if found else None

    def find_similar(self, name: str, country: str | None = None, kind: ActorType | None = None) -> list[Found]:
        """Return actors with a name that scores `SAME_NAME` or more against this one, the best first."""
        exact = self.find_actor(name, country)
        if exact is not None and kind in (None, exact.type):
            return [Found(exact, Score(1.0, "a name of this actor"))]
        ids = {actor_id for key in keys_of(name) for actor_id in self.by_key.get(key, ())}
        actors = (self.actors[actor_id] for actor_id in sorted(ids))
        fit = (a for a in actors if kind in (None, a.type) and (country is None or a.country in (country, None)))
        scored = (Found(actor, best_score(name, actor)) for actor in fit)
        return sorted(
            (found for found in scored if found.score.value >= SAME_NAME),
            key=lambda found: (-found.score.value, found.actor.id),
        )

    def compare(self, first: str, second: str) -> Score:
        """Return how likely two names are of one party, by the register first and by their letters else."""
        one, two = self.by_name.get(fold_name(first), ()), self.by_name.get(fold_name(second), ())
        shared = [actor_id for actor_id in one if actor_id in two]
        if shared:
            return Score(1.0, f"both are names of {self.actors[shared[0]].name}")
        if one and two:
            return Score(0.0, f"names of {self.actors[one[0]].name} and of {self.actors[two[0]].name}")
        for known, other in ((one, second), (two, first)):
            scores = [best_score(other, self.actors[actor_id]) for actor_id in known]
            if scores:
                return max(scores, key=lambda score: score.value)
        return compare_names(first, second)

    def find_holders(self, title: str, of: str, day: dt.date | None = None) -> list[Actor]:
        """Return who held an office of a state or body on that day (still holds it, without a day), last in first.

        `title` is what a text says ("secretary of state", "leader"); of several offices it may mean, the first that
        anyone is known to have held decides.
        """
        for wanted in self.titles.find_titles(title, of) or (title,):
            holders = [
                (office.start or dt.date.min, person)
                for office, person in self.held.get(of, ())
                if office.title == wanted and (office.held_on(day) if day else office.end is None)
            ]
            if holders:
                ordered = sorted(holders, key=lambda item: (-item[0].toordinal(), item[1]))
                return [self.actors[person] for _, person in ordered]
        return []


@lru_cache(maxsize=2)
def load_registry(extra: Path | None = None) -> Registry:
    """Return the registry of the lexicon, an analyst's own entries over the built-in ones."""
    return build_registry(load_actors(extra), build_title_book(load_titles(extra)))


def build_registry(entries: Iterable[ActorEntry], titles: TitleBook) -> Registry:
    """Compile actor entries into a registry."""
    actors = {entry.id: make_actor(entry, state_names(entry.id)) for entry in entries}
    by_name: dict[str, list[str]] = {}
    held: dict[str, list[tuple[Office, str]]] = {}
    for actor in sorted(actors.values(), key=lambda actor: (RANKS[actor.type], actor.id)):
        for folded in dict.fromkeys(map(fold_name, actor.names)):
            by_name.setdefault(folded, []).append(actor.id)
        for office in actor.offices:
            held.setdefault(office.of, []).append((office, actor.id))
    return Registry(actors, {name: tuple(ids) for name, ids in by_name.items()}, held, titles)


def best_score(name: str, actor: Actor) -> Score:
    """Return the score of the actor's name that is most like this one."""
    return max((compare_names(name, own) for own in actor.names), key=lambda score: score.value)


def state_names(actor_id: str) -> tuple[str, ...]:
    """Return the names CLDR gives a territory by its alpha-3 code; none if the code is of no territory there."""
    if len(actor_id) != 3 or not actor_id.isupper() or actor_id in FORMER:
        return ()
    codes = [ALPHA_2[actor_id]] if actor_id in ALPHA_2 else get_global("territory_aliases").get(actor_id, [])
    if len(codes) != 1:
        return ()
    found = (territories(language).get(codes[0]) for language in LANGUAGES)
    return tuple(name for name in found if name)


@lru_cache(maxsize=8)
def territories(language: str) -> Mapping[str, str]:
    """Return CLDR's names of territories in a language, by alpha-2 code."""
    return dict(Locale.parse(language).territories)
