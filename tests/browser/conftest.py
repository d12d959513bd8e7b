"""A real browser and a reading room that runs beside the tests."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from legation.web.app import make_app
from legation.web.house import House
from legation.web.shelf import Holding
from tests.web.conftest import sample_record

__all__ = ["sample_record"]

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Debian's chromium, without a window."""
    executable = shutil.which("chromium")
    assert executable, "Debian's chromium is not installed: apt-get install chromium"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def site(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a reading room on a copy of the sample record."""
    path = tmp_path_factory.mktemp("site") / "record.db"
    shutil.copy(sample_record, path)
    yield from serve(Holding(str(path), author="ana"))


def serve(holding: Holding, house: House | None = None) -> Iterator[str]:
    """Serve a reading room beside the tests and yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(make_app(holding, house), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """Return a page of the reading room; a script that fails or a breach of the policy fails the test."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield opened
    context.close()
    assert faults == []
