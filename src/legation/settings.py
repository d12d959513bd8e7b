"""Settings: what the environment says. Only the edge reads it, and passes plain arguments down."""

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PREFIX = "LEGATION_"
DEFAULT_RECORD = "./legation.db"
DEFAULT_ACCOUNTS = "./legation-accounts.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """Defaults that a command's options override.

    record    LEGATION_RECORD: path or URL of the record
    lexicon   LEGATION_LEXICON: folder of an analyst's own lexicon files, laid over the built-in ones
    author    LEGATION_AUTHOR: who decides; the login name unless it is set
    accounts  LEGATION_ACCOUNTS: path or URL of a team's accounts
    """

    record: str = DEFAULT_RECORD
    lexicon: Path | None = None
    author: str = ""
    accounts: str = DEFAULT_ACCOUNTS

    @classmethod
    def read(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Return the settings of an environment (the process's own unless one is given)."""
        given = os.environ if environment is None else environment
        lexicon = given.get(f"{PREFIX}LEXICON")
        return cls(
            record=given.get(f"{PREFIX}RECORD") or DEFAULT_RECORD,
            lexicon=Path(lexicon) if lexicon else None,
            author=given.get(f"{PREFIX}AUTHOR") or login_name(),
            accounts=given.get(f"{PREFIX}ACCOUNTS") or DEFAULT_ACCOUNTS,
        )


def login_name() -> str:
    """Return the name of the user who runs the process; empty where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user without an entry: until Python 3.12 a KeyError
        return ""
