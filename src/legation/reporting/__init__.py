"""Chronologies, briefs and exports: every line with the words it rests on."""
