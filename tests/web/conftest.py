"""A record of the sample reports, read once for all tests of the web; each test gets a copy of it to change."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from legation.reading.reader import Reader
from legation.record.session import make_engine
from legation.web.app import make_app
from legation.web.security import TOKEN_COOKIE
from legation.web.shelf import Holding
from legation.workspace.workspace import Workspace
from tests.record.conftest import KINDS, clear, server
from tests.web.houses import Estate, make_team, open_estate

__all__ = ["server"]

# A name the application answers to.
HERE = "http://127.0.0.1"
SAMPLES = Path(__file__).parents[2] / "src" / "legation" / "samples"


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    """Return a record of the sample reports; nobody may change it."""
    path = tmp_path_factory.mktemp("web") / "samples.db"
    with Workspace(str(path), reader=reader) as workspace:
        assert all(added.problem is None for added in workspace.add([str(SAMPLES)]))
    return path


@pytest.fixture(scope="session")
def reading_client(sample_record: Path) -> Iterator[TestClient]:
    """Return a browser in process on the shared record, for tests that only look."""
    with TestClient(
        make_app(Holding(str(sample_record), author="ana")), base_url=HERE, raise_server_exceptions=True
    ) as client:
        yield client


@pytest.fixture
def client(sample_record: Path, tmp_path: Path) -> Iterator[TestClient]:
    """Return a browser in process on a record of its own, for tests that change something."""
    path = tmp_path / "record.db"
    shutil.copy(sample_record, path)
    with TestClient(make_app(Holding(str(path), author="ana")), base_url=HERE) as client:
        yield client


@pytest.fixture(scope="module", params=KINDS)
def either_client(
    request: pytest.FixtureRequest, sample_record: Path, reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    """Return a browser in process on a module's own record of the sample reports, on each engine."""
    place = str(tmp_path_factory.mktemp("either") / "record.db")
    if request.param == "sqlite":
        shutil.copy(sample_record, place)
    else:
        place = request.getfixturevalue("server")
        bare = make_engine(place)
        clear(bare)
        bare.dispose()
        with Workspace(place, reader=reader) as workspace:
            assert all(added.problem is None for added in workspace.add([str(SAMPLES)]))
    with TestClient(make_app(Holding(place, author="ana")), base_url=HERE) as client:
        yield client


@pytest.fixture
def empty_client(tmp_path: Path) -> Iterator[TestClient]:
    """Return a browser in process on an empty record."""
    with TestClient(make_app(Holding(str(tmp_path / "empty.db"), author="ana")), base_url=HERE) as client:
        yield client


@pytest.fixture(scope="session")
def template(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a team's accounts and the record of its project; nobody may change them."""
    folder = tmp_path_factory.mktemp("template")
    (folder / "gulf.db").write_bytes(sample_record.read_bytes())
    make_team(str(folder / "team.db"), folder / "gulf.db")
    return folder


@pytest.fixture(scope="module")
def estate(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Estate]:
    """Return a team's house for the tests of one module."""
    with open_estate(template, tmp_path_factory.mktemp("house")) as estate:
        yield estate


def token_for(client: TestClient) -> str:
    """Return the token a form of ours carries."""
    if TOKEN_COOKIE not in client.cookies:
        client.get("/")
    return str(client.cookies[TOKEN_COOKIE])


def links_of(page: str) -> list[str]:
    """Return the addresses a page links to on its own site."""
    return [link.replace("&amp;", "&") for link in re.findall(r'href="(/[^"]*)"', page)]
