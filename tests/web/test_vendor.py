"""Files made by others are as the list of them says: every file is listed, unchanged, and has its licence beside it."""

import hashlib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(str(resources.files("legation.web"))) / "static" / "vendor"
LIST: list[dict[str, Any]] = yaml.safe_load((FOLDER / "vendor.yml").read_text(encoding="utf-8"))
FREE = {"MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"}


def folder_of(item: dict[str, Any]) -> Path:
    return FOLDER / item.get("folder", item["name"])


@pytest.mark.parametrize("item", LIST, ids=lambda item: item["name"])
def test_files_are_as_they_came(item: dict[str, Any]) -> None:
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder_of(item).iterdir()}
    assert found == item["files"]
    assert "LICENSE" in found
    assert item["licence"].split(" OR ")[0] in FREE
    assert item["version"]
    assert item["use"]


def test_every_file_is_listed() -> None:
    folders = {folder_of(item) for item in LIST}
    assert {path for path in FOLDER.iterdir() if path.is_dir()} == folders
    assert [path.name for path in FOLDER.iterdir() if path.is_file()] == ["vendor.yml"]
