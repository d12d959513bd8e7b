"""Takes the pictures that the documentation shows, with Debian's chromium: of a brief and of the reading room.

python scripts/screenshots.py BRIEF.html RECORD.db FOLDER

The record is copied first, and the copy has a dyad followed and a ruling on it, so that no page is without its matter.
"""

import datetime as dt
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import uvicorn
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from legation.web.app import make_app
from legation.web.shelf import Holding
from legation.workspace.following import Followed, follow, follow_actors, mark_read
from legation.workspace.workspace import Workspace

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
Scheme = Literal["light", "dark"]
SHOTS: tuple[tuple[str, int, int, Scheme], ...] = (
    ("", 1280, 900, "light"),
    ("-dark", 1280, 900, "dark"),
    ("-narrow", 390, 844, "light"),
)
# Pages by name; "report:words" and "event:words" are found by the words of their link.
PAGES = {
    "front": "/",
    "report": "report:spy satellite",
    "chronology": "/chronology?a=RUS&b=PRK",
    "chart": "/chronology/chart?a=RUS&b=PRK&from=2023&to=2025",
    "event": "event:Signature",
    "search": "/search?q=troops",
    "sources": "/sources",
    "compare": "/compare",
    "add": "/add",
    "dossier-actor": "/dossier?actor=RUS",
    "dossier-dyad": "/dossier?actor=RUS&actor=PRK",
    "network": "/network?actor=RUS&actor=PRK",
    "map": "/map?actor=RUS",
    "review": "/review",
    "notes": "/notes",
    "question": "/questions/expedience-or-alliance",
    "scenario": "/scenarios/russia-north-korea?given=war=settled",
    "blocs": "/blocs",
    "past": "/chronology?a=RUS&b=PRK&as_of=TODAY",
}
AUTHOR = "ana"


def main() -> None:
    """Open each page at each size and colour scheme and save what stands on the first screen."""
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    brief, record, folder = (Path(argument).resolve() for argument in sys.argv[1:])
    executable = shutil.which("chromium")
    if executable is None:
        sys.exit("chromium is not installed; on Debian: apt-get install chromium")
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        shoot(browser, "", {"brief": brief.as_uri()}, folder)
        with serving(prepare(record, Path(scratch) / "record.db")) as site:
            shoot(browser, site, PAGES, folder)
        browser.close()


def prepare(record: Path, copy: Path) -> Path:
    """Return a copy of a record in which somebody has read, followed, ruled and noted."""
    shutil.copy(record, copy)
    with Workspace(str(copy), create=False) as workspace:
        follow(workspace, AUTHOR, follow_actors(["RUS", "PRK"]))
        follow(workspace, AUTHOR, follow_actors(["IND", "CHN"]))
        follow(workspace, AUTHOR, Followed(question="expedience-or-alliance"))
        mark_read(workspace, AUTHOR)
        event = workspace.chronology("RUS", "PRK").dated[0].event
        workspace.decide("unsure", event.id, author=AUTHOR, reason="a single sentence, in passing")
        workspace.decide("note", event.id, author=AUTHOR, reason="Ask for the agency's own report of the visit.")
        outlets = [source for source in workspace.sources() if source.outlet.id != "outlet:"]
        for source, grade in zip(outlets, "BCA", strict=False):
            workspace.decide("grade", source.outlet.id, author=AUTHOR, changes={"grade": grade})
    return copy


@contextmanager
def serving(record: Path) -> Iterator[str]:
    """Serve a record on a free port of this machine; yield the address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    app = make_app(Holding(str(record), author=AUTHOR))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            sys.exit("the reading room did not start")
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


def shoot(browser: Browser, site: str, pages: dict[str, str], folder: Path) -> None:
    """Save each page at each size."""
    for suffix, width, height, scheme in SHOTS:
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        for name, path in pages.items():
            open_page(page, site, path)
            file = folder / f"{name}{suffix}.png"
            page.screenshot(path=str(file))
            shrink(file)
        page.close()


def shrink(file: Path) -> None:
    """Make a picture a third of its size: 128 colours are enough for a page."""
    with Image.open(file) as picture:
        small = picture.convert("RGB").quantize(128, dither=Image.Dither.NONE)
    small.save(file, optimize=True)


def open_page(page: Page, site: str, path: str) -> None:
    """Open a page by its path, or the report or event whose link has certain words."""
    path = path.replace("TODAY", dt.datetime.now(dt.UTC).date().isoformat())
    kind, _, words = path.partition(":")
    listing = {"report": "/reports", "event": "/chronology?a=RUS&b=PRK"}.get(kind)
    if listing is None:
        page.goto(f"{site}{path}", wait_until="networkidle")
        return
    page.goto(f"{site}{listing}")
    page.goto(f"{site}{page.get_by_role('link', name=words).first.get_attribute('href')}", wait_until="networkidle")


if __name__ == "__main__":
    main()
