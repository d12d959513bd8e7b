"""The words of the interface."""

import ast
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from legation.reading.claim import Status
from legation.record import likeness
from legation.reporting.words import MODES, TYPES, list_words, name_id
from legation.web.words import FIRST, choose_language, languages, load_phrases, load_tongue
from tests.web.conftest import token_for

TEMPLATES = sorted(Path(str(resources.files("legation.web") / "templates")).rglob("*.html"))
# Names that are the same in every language.
NAMES = {"openapi", "json", "SVG", "PNG", "CSV", "UTC"}
PLACE = re.compile(r"\{(\w+)(?::[^}]*)?\}")


def test_a_count_chooses_the_form() -> None:
    tongue = load_tongue("en")
    assert tongue("counts.documents", count=1) == "1 report"
    assert tongue("counts.documents", count=1200) == "1,200 reports"


def test_a_key_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_tongue("en")("no.such.key")


# What English has in the code itself (`reporting.words`).
IN_CODE = ("statuses.", "types.")


@pytest.mark.parametrize("code", [code for code in languages() if code != FIRST])
def test_every_language_has_every_word(code: str) -> None:
    tongue = load_tongue(code)
    own = {key for key in tongue.entries if not key.startswith(IN_CODE)}
    assert own == set(tongue.fallback)
    assert {key.removeprefix("statuses.") for key in tongue.entries if key.startswith("statuses.")} == set(Status)
    assert {key.removeprefix("types.") for key in tongue.entries if key.startswith("types.")} == set(TYPES)


@pytest.mark.parametrize("code", languages())
def test_every_language_fills_in_what_english_does(code: str) -> None:
    tongue = load_tongue(code)
    for key, words in tongue.fallback.items():
        assert set(PLACE.findall(tongue.entries[key])) == set(PLACE.findall(words)), key


def test_korean_is_korean() -> None:
    # Names, signs and file formats are the same in both.
    same = {key for key, words in load_tongue("ko").entries.items() if not re.search("[가-힣]", words)}
    assert same <= NO_KOREAN


NO_KOREAN = {"app.name", "language.en", "nav.api", "api.title", "report.to", "chronology.and", "chronology.from_to"} | {
    "report.likelihood", "network.dossier"
}  # fmt: skip


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda page: page.name)
def test_no_template_holds_words_of_its_own(page: Path) -> None:
    markup = r"{#.*?#}|{% block page_class %}.*?{% endblock %}|{% set \w+ %}.*?{% endset %}|{%.*?%}|{{.*?}}"
    text = re.sub(markup, "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    shown = re.sub(
        r"<!doctype html>|<kbd>.*?</kbd>|<code>.*?</code>|<[^>]*>|(?:/|&amp;)[\w?=]+", " ", text, flags=re.DOTALL
    )
    words = set(re.findall(r"[A-Za-z]{2,}", re.sub(r"&\w+;", " ", shown)))
    # Attributes of HTML whose values are shown or read out.
    told = re.findall(r'\s(?:title|aria-label|alt|placeholder)="([^"]*)"', text)
    assert words - NAMES == set(), "put them into words/*.yml"
    assert [words for words in told if re.search("[A-Za-z]{2,}", words) and words != "https://"] == []


@pytest.mark.model
def test_a_page_speaks_the_chosen_language(client: TestClient) -> None:
    data = {"language": "ko", "back": "/", "token": token_for(client)}
    page = client.post("/preferences", data=data).text
    assert '<html lang="ko"' in page
    assert "알려진 것과 새로 들어온 것" in page
    assert "Search the record" not in page
    assert client.get("/", headers={"Accept-Language": "en"}).text.count('lang="ko"') >= 1


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


# --- what reports say ------------------------------------------------------------------------------------------------

SPOKEN = ("reporting", "judgement", "web")
# Said on the command line alone, or made of names and numbers only.
UNSEEN = re.compile(r"^[^A-Za-z]*$")


def templates_of(tree: ast.AST) -> Iterator[str]:
    """Yield the templates of `say` and those of `plural` in a module."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        words = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if node.func.id == "say" and words:
            yield words[0]
        elif node.func.id == "plural" and words:
            yield from (f"{{number:,}} {words[0]}", f"{{number:,}} {words[0]}s")


def said_in_code() -> set[str]:
    """Return every template in the stages whose words pages show."""
    root = Path(str(resources.files("legation")))
    files = [path for stage in SPOKEN for path in sorted((root / stage).rglob("*.py"))]
    return {found for path in files for found in templates_of(ast.parse(path.read_text(encoding="utf-8")))}


def test_whatever_is_said_is_said_in_korean() -> None:
    phrases = load_tongue("ko").phrases
    spoken = {said for said in said_in_code() if not UNSEEN.match(re.sub(r"\{[^}]*\}", "", said))}
    assert sorted(said for said in spoken if said not in phrases) == []
    assert len(spoken) > 200


def test_every_mode_that_has_a_name_has_a_korean_one() -> None:
    phrases = load_phrases("ko")
    assert [name for name in MODES.values() if name not in phrases] == []


def test_every_reason_for_joining_is_said_in_korean() -> None:
    phrases = load_phrases("ko")
    # A reason stands behind its weight; what speaks against begins with "although" where it comes first.
    code = Path(likeness.__file__).read_text(encoding="utf-8")
    told = re.findall(r'[(]([-.\d]+[^"\n]*), "([a-z][a-z ]+)"', code) + re.findall(r'(-)[.\d]+, "([a-z][a-z ]+)"', code)
    assert len(told) > 20
    assert [words for _, words in told if words not in phrases] == []
    assert [words for sign, words in told if "-" in sign and f"although {words}" not in phrases] == []


def test_a_phrase_fills_in_what_its_english_has() -> None:
    phrases = load_phrases("ko")
    loose = {said for said, words in phrases.items() if set(PLACE.findall(words)) - set(PLACE.findall(said))}
    assert loose == set()
    lost = {said for said, words in phrases.items() if set(PLACE.findall(said)) - set(PLACE.findall(words)) - {"s"}}
    assert lost == set()


def test_actors_have_their_names() -> None:
    assert load_tongue("ko").tell("North Korea") == "북한"
    assert load_tongue("en").tell("North Korea") == "North Korea"


def test_names_that_files_give_to_their_parts_are_words_of_no_language() -> None:
    tongue = load_tongue("ko")
    assert tongue.tell("treaty") != "treaty"
    assert tongue.tell(list_words([name_id("treaty"), name_id("troops")])).split(", ") == ["treaty", "troops"]


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        # From the lexicon, from CLDR, and where neither has it.
        ("Red Sea", "홍해"),
        ("Caracas", "카라카스"),
        ("Ho Chi Minh City", "호찌민"),
        ("Beijing", "베이징"),
        # CLDR has an older name.
        ("Kyiv", "키이우"),
    ],
)
def test_places_have_korean_names(english: str, korean: str) -> None:
    assert load_tongue("ko").tell(english) == korean
