"""Many people on one server: accounts, invitations, sessions, projects and the log of who did what."""
