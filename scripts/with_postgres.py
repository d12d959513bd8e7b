"""Runs a command with a PostgreSQL server of its own.

    python scripts/with_postgres.py COMMAND …

The server lives in a temporary folder, listens on a local socket only and is gone afterwards. The command finds its
address in LEGATION_TEST_POSTGRES. Run as root, the server runs as the user `postgres`, since it refuses root.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

DATABASE = "legation_test"


def programs() -> Path:
    """Return the folder of the newest installed PostgreSQL's programs; exit with a line on what to install."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        sys.exit("no PostgreSQL server is installed; on Debian: apt-get install postgresql")
    return found[-1].parent


def as_server(arguments: Sequence[str]) -> list[str]:
    """Return the command as it must be called to run under a user that is not root."""
    if os.geteuid() != 0:
        return list(arguments)
    return ["runuser", "-u", "postgres", "--", *arguments]


def main() -> int:
    """Start the server, run the command, stop the server; return the command's exit status."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    bin_folder = programs()
    folder = Path(tempfile.mkdtemp(prefix="legation-postgres-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    options = f"-k {folder} -c listen_addresses= -c fsync=off"
    control = [str(bin_folder / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log")]
    initialise = [str(bin_folder / "initdb"), "-D", str(data), "-A", "trust", "-U", "legation", "-E", "UTF8"]
    try:
        subprocess.run(as_server([*initialise, "--no-sync"]), check=True, stdout=subprocess.DEVNULL, cwd="/")
        subprocess.run(as_server([*control, "-o", options, "start"]), check=True, stdout=subprocess.DEVNULL, cwd="/")
        create = [str(bin_folder / "createdb"), "-h", str(folder), "-U", "legation", DATABASE]
        subprocess.run(as_server(create), check=True, cwd="/")
        address = f"postgresql+psycopg://legation@/{DATABASE}?host={folder}"
        done = subprocess.run(sys.argv[1:], env={**os.environ, "LEGATION_TEST_POSTGRES": address}, check=False)
        return done.returncode
    finally:
        stop = as_server([*control, "-m", "immediate", "stop"])
        subprocess.run(stop, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
