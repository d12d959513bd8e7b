"""`python -m legation`: the command line."""

from legation.cli.main import main

main()
