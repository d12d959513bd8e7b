"""Whose report a document is: by the name it gives, by the host it came from."""

from pathlib import Path

import pytest

from legation.actors.outlets import OutletBook, fold_outlet, load_outlets
from legation.lexicon.outlets import OutletEntry, OutletKind, load_outlet_entries

ENTRIES = load_outlet_entries()


@pytest.fixture(scope="module")
def book() -> OutletBook:
    return load_outlets()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_the_example_is_the_outlets(book: OutletBook, entry: OutletEntry) -> None:
    is_url = "://" in entry.example
    found = book.find(None if is_url else entry.example, entry.example if is_url else None)
    assert found is not None
    assert found.id == entry.id


def test_there_are_outlets_of_every_kind_and_of_many_countries(book: OutletBook) -> None:
    assert len(book.outlets) >= 250
    assert {outlet.kind for outlet in book.outlets.values()} == set(OutletKind)
    assert len({outlet.country for outlet in book.outlets.values()}) >= 60


def test_no_host_and_no_name_of_an_outlet_is_anothers(book: OutletBook) -> None:
    hosts = [host for outlet in book.outlets.values() for host in outlet.hosts]
    assert len(hosts) == len(set(hosts))
    assert all(book.by_name[fold_outlet(outlet.name)] == outlet.id for outlet in book.outlets.values())


@pytest.mark.parametrize(
    ("name", "url", "expected"),
    [
        ("KCNA", None, "kcna"),
        ("조선중앙통신", None, "kcna"),
        ("ТАСС", None, "tass"),
        ("The Yonhap", None, "yonhap"),
        ("新华社", None, "xinhua"),
        ("Reuters", "https://news.portal.example/reuters/1", "reuters"),
        (None, "https://en.yna.co.kr/view/AEN1", "yonhap"),
        (None, "https://WWW.State.gov/briefings/", "state-department"),
        ("Web team", "https://www.mfa.gov.ua/en/news", "mfa-ukr"),
        (None, "http://[broken", None),
        (None, "not-a-reuters.com/x", "outlet:not a reuterscom"),
        ("Harbour Wire", None, "outlet:harbour wire"),
        (None, None, None),
        ("  ", None, None),
    ],
)
def test_find(book: OutletBook, name: str | None, url: str | None, expected: str | None) -> None:
    found = book.find(name, url)
    assert (found and found.id) == expected


def test_outlets_of_ones_own_go_over_the_built_in_ones(tmp_path: Path) -> None:
    (tmp_path / "outlets.yml").write_text(
        "- {id: harbour-wire, name: Harbour Wire, kind: agency, country: FJI, hosts: [harbour.example],"
        ' source: desk, example: "https://harbour.example/1"}\n'
        "- {id: kcna, kind: other, source: desk, example: KCNA}\n",
        encoding="utf-8",
    )
    own = load_outlets(tmp_path)
    found = own.find("harbour wire", None)
    assert found is not None
    assert (found.kind, found.country) == (OutletKind.AGENCY, "FJI")
    assert own.outlets["kcna"].kind is OutletKind.OTHER
    assert own.outlets["kcna"].name == "Korean Central News Agency"
