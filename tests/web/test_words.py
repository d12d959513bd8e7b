"""The words of the interface."""

import re
from importlib import resources

import pytest

from legation.web.words import choose_language, languages, load_tongue

PLACE = re.compile(r"\{(\w+)\}")


def test_a_count_chooses_the_form() -> None:
    tongue = load_tongue("en")
    assert tongue("counts.documents", count=1) == "1 report"
    assert tongue("counts.documents", count=1200) == "1,200 reports"


def test_a_key_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_tongue("en")("no.such.key")


@pytest.mark.parametrize("code", languages())
def test_every_language_fills_in_what_english_does(code: str) -> None:
    tongue = load_tongue(code)
    for key, words in tongue.entries.items():
        if key in tongue.fallback:
            assert set(PLACE.findall(words)) <= set(PLACE.findall(tongue.fallback[key])) | {"count"}, key


def test_templates_ask_only_for_words_there_are() -> None:
    tongue = load_tongue("en")
    folder = resources.files("legation.web") / "templates"
    text = "".join(
        page.read_text(encoding="utf-8") for part in folder.iterdir() if part.is_dir() for page in part.iterdir()
    )
    asked = set(re.findall(r"""\bt\(["']([\w.]+)["']\s*[,)]""", text))
    assert asked
    missing = {key for key in asked if not tongue.has(key) and not tongue.has(f"{key}.other")}
    assert missing == set()


@pytest.mark.parametrize(
    ("wanted", "accepted", "chosen"),
    [(None, None, "en"), ("en", "ko", "en"), (None, "fr-FR,fr;q=0.9", "en"), ("xx", None, "en")],
)
def test_the_language_chosen_comes_first(wanted: str | None, accepted: str | None, chosen: str) -> None:
    assert choose_language(wanted, accepted) == chosen
