"""Mentions become actors: the lexicon's as they are, unknown names joined only where nothing speaks against it."""

import pytest

from legation.actors.registry import Registry, load_registry
from legation.actors.resolve import resolve_actors
from legation.reading.claim import ActorRef, ActorType, Reading
from tests.builders import PERU, ReadingBuilder, make_document


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def person(name: str, country: str | None = "PER", kind: ActorType = ActorType.PERSON) -> ActorRef:
    return ActorRef(f"name:{name.lower()}", name, kind, country)


def reading_of(*refs: ActorRef) -> Reading:
    builder = ReadingBuilder(make_document(". ".join(ref.name for ref in refs)))
    for ref in refs:
        builder.mention(ref.name, ref)
    return builder.build()


def ids(registry: Registry, *refs: ActorRef) -> list[str]:
    found = resolve_actors([reading_of(ref) for ref in refs], registry)
    return [found[ref].actor.id for ref in refs]


def test_actors_of_the_lexicon_stay(registry: Registry) -> None:
    found = resolve_actors([reading_of(PERU)], registry)
    assert found[PERU].actor is registry.actors["PER"]


def test_a_slip_of_the_pen_is_the_known_person(registry: Registry) -> None:
    assert ids(registry, person("Vladmir Putin", "RUS")) == ["vladimir-putin"]


def test_spellings_of_one_unknown_name_are_one(registry: Registry) -> None:
    first, second = ids(registry, person("Eom Gu-ho", "KOR"), person("Eom Gu Ho", None))
    assert first == second


def test_names_of_two_states_are_two(registry: Registry) -> None:
    first, second, third = ids(registry, person("Ana Osorio"), person("Ana Osorio", "CHL"), person("Ana Osorio", None))
    assert len({first, second, third}) == 3


def test_other_kinds_and_single_words_stay_apart(registry: Registry) -> None:
    assert len(set(ids(registry, person("Ana Osorio"), person("Ana Osorio", "PER", ActorType.GROUP)))) == 2
    assert len(set(ids(registry, person("Osorioska"), person("Osorioski")))) == 2


def test_descriptions_keep_their_id(registry: Registry) -> None:
    ref = ActorRef("PER/army", "army of Peru", ActorType.ORGAN, "PER")
    assert ids(registry, ref) == ["PER/army"]


def test_order_makes_no_difference(registry: Registry) -> None:
    refs = [person("Ana Osorio"), person("Ana Maria Osorio", None), person("Ane Quispe"), person("Osorio, Ana", None)]
    readings = [reading_of(ref) for ref in refs]
    forward, backward = resolve_actors(readings, registry), resolve_actors(readings[::-1], registry)
    assert {ref: one.actor for ref, one in forward.items()} == {ref: one.actor for ref, one in backward.items()}
