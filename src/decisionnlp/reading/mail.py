"""What e-mail and Outlook messages share: subject, body, and the attachments that are documents themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from decisionnlp.document import MarkKind
from decisionnlp.errors import DecisionnlpError, InputError
from decisionnlp.reading.draft import Draft, ReadOptions, TextBuilder
from decisionnlp.reading.html import html_draft
from decisionnlp.reading.limits import MAX_ATTACHMENTS, UnreadableError
from decisionnlp.reading.sniffing import extension

# Attachments that carry no minutes: signatures, pictures, calendar entries. They are left out without a word.
_SILENT = frozenset(
    {
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".bmp",
        ".svg",
        ".ics",
        ".vcf",
        ".p7s",
        ".p7m",
        ".asc",
        ".sig",
        ".dat",
        ".wmz",
        ".emz",
    }
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a mail carries."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """What a mail says: its text in one or two forms, and what it carries."""

    subject: str
    plain: str
    html: str
    attachments: Iterable[Attachment]


def message_draft(message: Message, options: ReadOptions) -> Draft:
    """The subject as a heading, the body, then each attachment that can be read, named in a warning."""
    builder = TextBuilder()
    builder.new_page()
    subject = " ".join(message.subject.split())
    if subject:
        with builder.mark(MarkKind.HEADING, level=1):
            builder.line(subject)
    body = _body(message)
    if body is not None:
        builder.append(body, pages=False)
        builder.gap()
    for number, attachment in enumerate(message.attachments):
        if number >= MAX_ATTACHMENTS:
            builder.warnings.append(f"only the first {MAX_ATTACHMENTS} attachments were looked at")
            break
        _append(builder, attachment, options)
    return builder.build()


def _body(message: Message) -> Draft | None:
    """HTML where it has structure that the plain text lacks (tables, lists, headings), else the plain text."""
    html = None
    if message.html.strip():
        try:
            html = html_draft(message.html)
        except UnreadableError:
            html = None
    plain = message.plain.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if html is not None and (html.marks or not plain.strip()):
        return html
    return Draft(plain) if plain.strip() else html


def _append(builder: TextBuilder, attachment: Attachment, options: ReadOptions) -> None:
    name = " ".join(attachment.name.split())[:120] or "unnamed"
    if not attachment.data or extension(name) in _SILENT or options.read_inner is None:
        return
    try:
        draft = options.read_inner(attachment.data, name)
    except UnreadableError as error:
        builder.warnings.append(f"attachment {name} was not read: {error.reason}")
        return
    except (InputError, DecisionnlpError) as error:
        builder.warnings.append(f"attachment {name} was not read: {error}")
        return
    builder.append(draft)
    builder.end_line()
    builder.warnings.append(f"attachment {name} was read and stands after the message")
