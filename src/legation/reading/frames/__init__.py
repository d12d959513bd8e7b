"""Frames: which type of act a word opens and who fills its roles (`coding`), with parties left unsaid."""
