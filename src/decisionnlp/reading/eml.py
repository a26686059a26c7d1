"""E-mail files (.eml, and web pages saved as .mht) by the standard library's parser."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, Message
from typing import Any

from decisionnlp.reading.draft import Draft, ReadOptions
from decisionnlp.reading.limits import MAX_TEXT_BYTES, UnreadableError, check_size
from decisionnlp.reading.mail import Attachment, message_draft
from decisionnlp.reading.mail import Message as Mail
from decisionnlp.reading.text import decode

_MOST_PARTS = 2000


def read_eml(data: bytes, options: ReadOptions) -> Draft:
    """The text of a mail and of its attachments.

    Raises:
        UnreadableError: it is over one of the limits in ``limits.py``.
    """
    check_size(len(data), 2 * MAX_TEXT_BYTES)
    message = email.message_from_bytes(data.lstrip(b"\r\n"), policy=email.policy.default)
    plain: list[str] = []
    html: list[str] = []
    attachments: list[Attachment] = []
    for number, part in enumerate(_leaves(message, 0)):
        if number > _MOST_PARTS:
            raise UnreadableError(f"the message has more than {_MOST_PARTS} parts")
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], Message):
                attachments.append(Attachment(_name(part) or "message.eml", inner[0].as_bytes()))
        elif kind == "text/plain" and not _is_attached(part):
            plain.append(_text(part))
        elif kind == "text/html" and not _is_attached(part):
            html.append(_text(part))
        else:
            attachments.append(Attachment(_name(part), _payload(part)))
    subject = _header(message, "subject")
    return message_draft(Mail(subject, "\n\n".join(plain), "\n".join(html), attachments), options)


def _leaves(part: Message[Any, Any], depth: int) -> Iterator[Message[Any, Any]]:
    if part.get_content_type() == "message/rfc822" or not part.is_multipart():
        yield part
        return
    if depth > 30:
        raise UnreadableError("the message is nested too deep")
    payload = part.get_payload()
    for inner in payload if isinstance(payload, list) else []:
        if isinstance(inner, EmailMessage | Message):
            yield from _leaves(inner, depth + 1)


def _is_attached(part: Message[Any, Any]) -> bool:
    return part.get_content_disposition() == "attachment"


def _header(message: Message[Any, Any], name: str) -> str:
    try:
        return str(message.get(name) or "")
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):  # hostile encoded words
        return ""


def _name(part: Message[Any, Any]) -> str:
    try:
        return part.get_filename() or ""
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return ""


def _payload(part: Message[Any, Any]) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: Message[Any, Any]) -> str:
    """By the part's charset where its bytes keep it, else as any text; soft-wrapped (format=flowed) lines are joined."""
    raw = _payload(part)
    charset = part.get_content_charset() or ""
    try:
        text = raw.decode(charset) if charset else decode(raw)[0]
    except (LookupError, UnicodeDecodeError, ValueError):
        text = decode(raw)[0]
    if str(part.get_param("format") or "").lower() == "flowed":
        text = text.replace("\r\n", "\n").replace("\n-- \n", "\n--\n").replace(" \n", " ")
    return text
