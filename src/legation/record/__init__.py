"""The SQL database that only grows: documents, readings, claims, events, decisions."""
