"""The registry finds actors by any name and the holders of an office on a day."""

import datetime as dt

import pytest

from legation.actors.names import SAME_NAME
from legation.actors.registry import Registry, load_registry
from legation.reading.claim import ActorType


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


@pytest.mark.parametrize(
    ("name", "actor_id"),
    [
        ("PRK", "PRK"),
        ("북한", "PRK"),
        ("КНДР", "PRK"),
        ("Северная Корея", "PRK"),
        ("한국", "KOR"),
        ("남한", "KOR"),
        ("США", "USA"),
        ("ОАЭ", "ARE"),
        ("朝鲜", "PRK"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("코소보", "XKX"),
        ("Германия", "DEU"),
        ("巴西", "BRA"),
        ("김정은", "kim-jong-un"),
        ("金正恩", "kim-jong-un"),
        ("Choi Son Hui", "choe-son-hui"),
        ("IAEA", "iaea"),
        ("유엔", "united-nations"),
        ("Zelensky", "volodymyr-zelenskyy"),
    ],
)
def test_find_actor(registry: Registry, name: str, actor_id: str) -> None:
    found = registry.find_actor(name)
    assert found is not None
    assert found.id == actor_id


def test_a_name_of_another_country_is_not_found(registry: Registry) -> None:
    assert registry.find_actor("Vladimir Putin", "FRA") is None
    assert registry.find_actor("Nobody Known") is None


def test_slips_are_found_among_similar_names(registry: Registry) -> None:
    found = registry.find_similar("Vladmir Putin", "RUS", ActorType.PERSON)
    assert [item.actor.id for item in found] == ["vladimir-putin"]
    assert found[0].score.reason == "same words in other spelling"
    assert registry.find_similar("Kim Jong") == []


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Kim Jong-un", "金正恩", True),
        ("Xi Jinping", "Си Цзиньпин", True),
        ("국가정보원", "국정원", True),
        ("KCNA", "조선중앙통신", True),
        ("Vladmir Putin", "普京", True),
        ("Kim Jong Un", "金正日", False),
        ("조선중앙통신", "조선중앙방송", False),
    ],
)
def test_compare_knows_the_register(registry: Registry, first: str, second: str, same: bool) -> None:
    score = registry.compare(first, second)
    assert (score.value >= SAME_NAME) == same, score


@pytest.mark.parametrize(
    ("title", "of", "day", "holder"),
    [
        ("leader", "PRK", "2024-06-19", "kim-jong-un"),
        ("leader", "PRK", "2010-06-19", "kim-jong-il"),
        ("leader", "DEU", "2024-06-19", "olaf-scholz"),
        ("leader", "IND", "2020-01-01", "narendra-modi"),
        ("secretary of state", "USA", "2024-08-01", "antony-blinken"),
        ("foreign secretary", "GBR", "2013-01-01", "william-hague"),
        ("president", "USA", "2025-01-20", "donald-trump"),
        ("president", "USA", "2025-01-19", "joe-biden"),
        ("defense minister", "RUS", "2024-06-01", "andrei-belousov"),
        ("secretary-general", "nato", "2025-01-01", "mark-rutte"),
    ],
)
def test_find_holders(registry: Registry, title: str, of: str, day: str, holder: str) -> None:
    assert [actor.id for actor in registry.find_holders(title, of, dt.date.fromisoformat(day))] == [holder]


def test_no_day_means_now_and_no_holder_means_none(registry: Registry) -> None:
    assert [actor.id for actor in registry.find_holders("supreme leader", "PRK")] == ["kim-jong-un"]
    assert registry.find_holders("emperor", "USA") == []


def test_most_states_have_names_in_three_more_languages(registry: Registry) -> None:
    states = [actor for actor in registry.actors.values() if actor.type is ActorType.STATE]
    with_hangul = [actor for actor in states if any("가" <= name[0] <= "힣" for name in actor.names)]
    assert len(with_hangul) >= 195
