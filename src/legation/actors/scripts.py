"""Scripts: which one a name is written in, and names of Cyrillic and Hangul in Latin letters, by small tables.

Hangul follows the Revised Romanization without its sound changes, Russian a plain newsroom transcription, Korean names
in Cyrillic the Kontsevich system read backwards. All three are only stepping stones for a comparison by sound.
"""

from enum import StrEnum
from functools import lru_cache

HANGUL_FIRST, HANGUL_LAST = 0xAC00, 0xD7A3
INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".split()
VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
FINALS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()
# The South drops or changes an r or n that the North keeps at the head of a word: 리 = 이, 로 = 노, 녀 = 여.
HEAD_RIEUL, HEAD_NIEUN, HEAD_IEUNG = 5, 2, 11
BEFORE_I = frozenset({2, 3, 6, 7, 12, 17, 20})

RUSSIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "і": "i",
    "ї": "i", "є": "e", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
    "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ё": "e",
}  # fmt: skip
KOREAN_CYRILLIC = {
    "чж": "j", "дж": "j", "чх": "ch", "кх": "k", "тх": "t", "пх": "p", "хв": "hw", "кв": "kw", "ч": "j", "ц": "ch",
    "х": "h", "е": "eo", "э": "e", "ё": "yeo", "ы": "eu", "у": "u", "о": "o", "а": "a", "и": "i", "ю": "yu",
    "я": "ya", "в": "w", "ь": "", "ъ": "",
}  # fmt: skip


class Script(StrEnum):
    """The writing a name is in."""

    LATIN = "latin"
    HANGUL = "hangul"
    CYRILLIC = "cyrillic"
    HAN = "han"
    OTHER = "other"


@lru_cache(maxsize=65_536)
def find_script(name: str) -> Script:
    """Return the script of the name's first letter that is not ASCII; of plain ASCII it is Latin."""
    if name.isascii():
        return Script.LATIN
    for letter in name:
        code = ord(letter)
        if HANGUL_FIRST <= code <= HANGUL_LAST:
            return Script.HANGUL
        if 0x0400 <= code <= 0x052F:
            return Script.CYRILLIC
        if 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF:
            return Script.HAN
    return Script.LATIN if any(letter.isalpha() and ord(letter) < 0x250 for letter in name) else Script.OTHER


def take_apart(syllable: str) -> tuple[int, int, int]:
    """Return the numbers of a Hangul syllable's initial, vowel and final."""
    code = ord(syllable) - HANGUL_FIRST
    return code // 588, code % 588 // 28, code % 28


def southern(word: str) -> str:
    """Return a Hangul word with its first letter as the South writes it: 리병철 → 이병철, 로동 → 노동."""
    if not word or find_script(word[0]) is not Script.HANGUL:
        return word
    initial, vowel, final = take_apart(word[0])
    if initial in (HEAD_RIEUL, HEAD_NIEUN) and vowel in BEFORE_I:
        initial = HEAD_IEUNG
    elif initial == HEAD_RIEUL:
        initial = HEAD_NIEUN
    return chr(HANGUL_FIRST + initial * 588 + vowel * 28 + final) + word[1:]


def romanize_hangul(text: str) -> str:
    """Return Hangul syllables in Latin letters, other letters as they are: 김정은 → gimjeongeun."""
    parts: list[str] = []
    for letter in text:
        if not HANGUL_FIRST <= ord(letter) <= HANGUL_LAST:
            parts.append(letter)
            continue
        initial, vowel, final = take_apart(letter)
        parts.append(f"{INITIALS[initial]}{VOWELS[vowel]}{FINALS[final]}".replace("-", ""))
    return "".join(parts)


def romanize_russian(text: str) -> str:
    """Return lower-case Cyrillic in Latin letters: сергей шойгу → sergey shoygu."""
    return "".join(RUSSIAN.get(letter, letter) for letter in text)


def romanize_korean_cyrillic(text: str) -> str:
    """Return a Korean name in lower-case Cyrillic as Latin letters: ким чен ын → kim jeon eun."""
    for cyrillic, latin in KOREAN_CYRILLIC.items():
        text = text.replace(cyrillic, latin)
    return romanize_russian(text)
