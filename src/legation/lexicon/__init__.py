"""Words, codes, actors and scales as validated data files."""
