"""The analyst's own lexicon folder, for finders that ask for words deep inside a text.

Most lexicons are loaded once and handed down. Word lists are asked for in hundreds of small functions, and to hand the
folder to each of them would bury what they do. So whoever reads a document names the folder for as long as the reading
lasts, and what is loaded is kept by folder: two readers with different folders do not meet, in threads or tasks either.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar, TypeVarTuple

Ts = TypeVarTuple("Ts")
T = TypeVar("T")
# The folder in use in this thread or task; None: only what ships with the project.
FOLDER: ContextVar[Path | None] = ContextVar("lexicon folder", default=None)


@contextmanager
def laid_over(folder: Path | None) -> Iterator[None]:
    """Lay a folder over the built-in lexicons while the block runs."""
    token = FOLDER.set(folder)
    try:
        yield
    finally:
        FOLDER.reset(token)


def kept_by_folder(load: Callable[[Path | None, *Ts], T]) -> Callable[[*Ts], T]:
    """Call a loader with the folder in use as its first argument, and keep what it returns for each folder."""
    kept = lru_cache(maxsize=40_000)(load)

    @wraps(load)
    def asked(*args: *Ts) -> T:
        return kept(FOLDER.get(), *args)

    return asked
