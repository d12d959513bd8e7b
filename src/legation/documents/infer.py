"""The date of publication worked out from the text's own dates: only what they entail, never a guess."""

from legation.documents.metadata import Sourced
from legation.documents.zones import Survey


def infer_published(text: str, found: Survey) -> Sourced | None:
    """Return the most precise date of publication that the text entails, or None."""
    return None
