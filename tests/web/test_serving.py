"""How a server is set up before it opens."""

import subprocess
import sys

# In a process of its own: these settings are the whole process's.
PROGRAM = """
import gc, sys
from legation.actors.registry import load_registry
from legation.web import serving
from legation.web.pages.places import countries
serving.settle(None)
before = load_registry.cache_info().misses
load_registry(None)
print(gc.get_freeze_count() > 100_000, gc.get_threshold()[0] > 700, load_registry.cache_info().misses == before,
      countries.cache_info().currsize == 2)
"""


def test_lexicons_are_loaded_and_left_alone_by_the_collector() -> None:
    """What every page needs is there before the first, and no pass of the collector goes through it again."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"] * 4
