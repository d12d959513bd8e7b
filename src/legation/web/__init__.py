"""The reading room: a local web application on a record."""
