"""The command line: one file per stage, one workspace method per command."""
