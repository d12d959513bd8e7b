"""Messages (.eml) and saved pages (.mhtml) → the message's text or the page, and what is attached."""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses

from legation.documents.dates import iso
from legation.documents.guard import guarded
from legation.documents.options import Source
from legation.errors import UnreadableDocument

ATTACHED = frozenset({"application/pdf", "text/html", "text/plain", "message/rfc822", "application/zip"})


Part = EmailMessage | MIMEPart


@dataclass(frozen=True, slots=True)
class Letter:
    """One message. Exactly one of `plain` and `html` is the text; `saved_page` tells an archived web page from mail."""

    subject: str | None
    senders: tuple[str, ...]
    sent: str | None
    plain: str | None
    html: bytes | None
    charset: str | None
    location: str | None
    saved_page: bool
    attachments: tuple[Source, ...]


def read_letter(source: Source) -> Letter:
    """Return the parts of a message. Raises UnreadableDocument if it is broken or has no text at all."""
    with guarded(source.name, "message"):
        message = email.message_from_bytes(source.data, policy=email.policy.default)
        if not isinstance(message, EmailMessage):
            raise UnreadableDocument(f"{source.name}: no message")
        return letter_of(message, source)


def letter_of(message: EmailMessage, source: Source) -> Letter:
    """Return the letter a parsed message stands for."""
    location = header(message, "Snapshot-Content-Location")
    saved = location is not None or (message.get_content_type() == "multipart/related" and not message["Message-ID"])
    body = message.get_body(preferencelist=("html", "plain") if saved else ("plain", "html"))
    attachments = tuple(find_attachments(message, source)) if not saved else ()
    page = body is not None and body.get_content_type() == "text/html"
    plain = None if body is None or page else text_of(body)
    if body is None or (not page and not (plain or "").strip()):
        if not attachments:
            raise UnreadableDocument(f"{source.name}: a message without text")
        page, plain = False, None
    return Letter(
        subject=header(message, "Subject"),
        senders=tuple(name for name, _ in getaddresses([header(message, "From") or ""]) if name),
        sent=iso(header(message, "Date")),
        plain=plain,
        html=payload(body) if page and body is not None else None,
        charset=body.get_content_charset() if body is not None else None,
        location=location or (header(body, "Content-Location") if saved and body is not None else None),
        saved_page=saved,
        attachments=attachments,
    )


def header(message: Part, name: str) -> str | None:
    """Return a header on one line."""
    value = message.get(name)
    return " ".join(str(value).split()) or None if value is not None else None


def text_of(part: Part) -> str:
    """Return the text of a plain part, whatever charset it claims."""
    data = payload(part)
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return data.decode("utf-8", "replace")


def payload(part: Part) -> bytes:
    """Return the decoded bytes of a part."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def find_attachments(message: EmailMessage, source: Source) -> Iterator[Source]:
    """Yield the attached documents."""
    for place, part in enumerate(message.iter_attachments(), start=1):
        kind = part.get_content_type()
        if kind not in ATTACHED and not (part.get_filename() or "").lower().endswith((".pdf", ".txt", ".html", ".zip")):
            continue
        name = part.get_filename() or f"attachment-{place}"
        inner = part.get_content() if kind == "message/rfc822" else None
        data = inner.as_bytes() if isinstance(inner, EmailMessage) else payload(part)
        yield Source(data, f"{source.name}/{name}", media_type=kind, depth=source.depth + 1)
