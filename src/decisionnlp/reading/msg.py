"""Outlook messages (.msg) by python-oxmsg; their attachments are read like an e-mail's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from oxmsg import Message as OutlookMessage

from decisionnlp.reading.draft import Draft, ReadOptions
from decisionnlp.reading.limits import UnreadableError
from decisionnlp.reading.mail import Attachment, Message, message_draft
from decisionnlp.reading.text import decode

_RTF_BODY = 0x1009
_HTML_BODY = 0x1013


def read_msg(data: bytes, options: ReadOptions) -> Draft:
    """The text of an Outlook message and of its attachments.

    Raises:
        UnreadableError: it is damaged, or over one of the limits in ``limits.py``.
    """
    try:
        message: Any = OutlookMessage.load(data)
        subject, plain = message.subject or "", message.body or ""
    except Exception as error:  # python-oxmsg raises whatever the broken structure leads it to
        raise UnreadableError(
            "the file is damaged (not a readable Outlook message): save it as .eml or .pdf"
        ) from error
    html = _html(message)
    draft = message_draft(Message(subject, plain, html, _attachments(message)), options)
    if not plain.strip() and not html.strip() and message.properties.binary_prop_value(_RTF_BODY):
        warning = "the message's body is kept as RTF only and was not read: save it as .eml or .pdf"
        return Draft(draft.text, draft.marks, draft.pages, (*draft.warnings, warning))
    return draft


def _html(message: Any) -> str:
    """The HTML body; where its stated code page is unknown or wrong, decoded as any text."""
    try:
        return message.html_body or ""
    except (LookupError, UnicodeDecodeError, ValueError, KeyError):
        raw = message.properties.binary_prop_value(_HTML_BODY)
        return decode(raw)[0] if raw else ""


def _attachments(message: Any) -> Iterator[Attachment]:
    for attachment in message.attachments:
        try:
            name, data = attachment.file_name or "", attachment.file_bytes
        except Exception:  # an embedded message or a linked file: nothing to read here
            name, data = "", b""
        if data:
            yield Attachment(name, data)
