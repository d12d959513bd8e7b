"""The licence gate: what of a report's words may leave the record."""

from collections.abc import Sequence
from dataclasses import dataclass

from legation.documents.document import Document
from legation.lexicon.licences import Licence
from legation.record.event import Account

# Characters of a quote where a licence allows short quotes only: a long sentence is cut around its telling word.
SHORT_QUOTE = 250
CUT = "…"


@dataclass(frozen=True, slots=True)
class Gate:
    """Decides by a report's licence; `licences` are tried in order, and no licence lets only quotes out."""

    licences: Sequence[Licence]

    def allows_text(self, document: Document) -> bool:
        """Tell whether a licence lets the whole text of a report leave the record; without one it stays."""
        found = self.find_licence(document)
        return found is not None and found.allows == "text"

    def forbids_text(self, document: Document) -> bool:
        """Tell whether a licence says that the text may not be passed on whole."""
        found = self.find_licence(document)
        return found is not None and found.allows == "quotes"

    def find_licence(self, document: Document) -> Licence | None:
        """Return the entry whose words stand in a report's licence, the first of several."""
        stated = (document.licence or "").casefold()
        return next((entry for entry in self.licences if any(word in stated for word in entry.words)), None)

    def quote(self, account: Account, document: Document | None) -> str:
        """Return the words a claim rests on, cut to a short quote where more may not leave."""
        words = account.evidence.quote
        if len(words) <= SHORT_QUOTE or (document is not None and self.allows_text(document)):
            return words
        trigger = account.claim.trigger.start - account.evidence.span.start
        start = max(0, min(trigger - SHORT_QUOTE // 2, len(words) - SHORT_QUOTE))
        end = start + SHORT_QUOTE
        start = words.find(" ", start) + 1 if start else 0
        end = words.rfind(" ", start, end) if end < len(words) else len(words)
        return f"{CUT if start else ''}{words[start:end]}{CUT if end < len(words) else ''}"
