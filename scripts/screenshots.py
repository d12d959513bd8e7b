"""Takes the pictures of a brief that the documentation shows, with Debian's chromium.

python scripts/screenshots.py BRIEF.html FOLDER
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SHOTS = (("brief", 1200, 860, "light"), ("brief-dark", 1200, 860, "dark"), ("brief-narrow", 390, 860, "light"))
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def main() -> None:
    """Open the page at each size and colour scheme and save what stands on the first screen."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    page_file, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    executable = shutil.which("chromium")
    if executable is None:
        sys.exit("chromium is not installed; on Debian: apt-get install chromium")
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for name, width, height, scheme in SHOTS:
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
            )
            page.goto(page_file.as_uri())
            page.screenshot(path=str(folder / f"{name}.png"))
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
