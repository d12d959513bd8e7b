"""Legation reads open reporting about relations between states and keeps a record that leads back to its words.

The stages, in order: documents → reading → actors → record → reporting → workspace → cli.
"""
