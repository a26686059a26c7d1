"""Private persons under another name, the same one wherever they are named in a run."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from decisionnlp.document import Minutes, Span
from decisionnlp.privacy.editing import Edit, apply, cut_at_boundaries
from decisionnlp.privacy.numbers import find_cpr, find_emails, find_phones
from decisionnlp.privacy.persons import Person, find_persons

CPR_MASK, PHONE_MASK, EMAIL_MASK = "[CPR-nummer]", "[telefonnummer]", "[e-mail]"
_RUN_KEY = secrets.token_bytes(32)


def pseudonym(name: Sequence[str], key: bytes) -> str:
    """``Person-K7Q2MX``: six characters of an HMAC-SHA256 of the name under a secret key (RFC 2104).

    Names are few enough to be tried one by one, so without the key nothing may be computable: it is never written out.
    """
    digest = hmac.new(key, " ".join(name).lower().encode(), hashlib.sha256).digest()
    return f"Person-{base64.b32encode(digest).decode()[:6]}"


def pseudonymize(minutes: Minutes, *, key: bytes | str | None = None) -> Minutes:
    """``minutes`` over a text in which private persons, CPR numbers, telephone numbers and e-mail addresses are replaced.

    Spans move with the text: every ``text[start:end]`` still holds. Who has a title, a role or a party keeps the name (see
    ``persons``). ``source.sha256`` stays that of the original file.

    Args:
        key: the same key gives the same pseudonyms; by default a random one that lives as long as the process.
    """
    secret = key.encode() if isinstance(key, str) else key or _RUN_KEY
    persons = [person for person in find_persons(minutes) if not person.in_office]
    text = minutes.source.text
    edits = _edits(text, persons, secret)
    if not edits:
        return minutes
    words = _wording(text, persons, secret)
    changed = apply(minutes, cut_at_boundaries(edits, minutes), words=words)
    if words(minutes.source.path) != minutes.source.path:
        changed = replace(
            changed, warnings=(*changed.warnings, "the file's name holds a name that was replaced in the text")
        )
    return changed


def _edits(text: str, persons: Sequence[Person], key: bytes) -> list[Edit]:
    edits = [Edit(span.start, span.end, pseudonym(person.key, key)) for person in persons for span in person.spans]
    masked = [(find_emails(text), EMAIL_MASK), (find_cpr(text), CPR_MASK), (find_phones(text), PHONE_MASK)]
    numbers = [Edit(span.start, span.end, mask) for spans, mask in masked for span in spans]
    kept: list[Edit] = []
    for edit in sorted([*numbers, *edits], key=lambda one: (one.start, -one.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _wording(text: str, persons: Sequence[Person], key: bytes) -> Callable[[str], str]:
    """The same replacements in wording that is no slice of the text (titles, full names, warnings)."""
    forms: dict[str, str] = {}
    for person in persons:
        new = pseudonym(person.key, key)
        for span in person.spans:
            forms[" ".join(text[span.start : span.end].split())] = new
    pattern = None
    if forms:
        longest = sorted(forms, key=lambda form: (-len(form), form))
        pattern = re.compile(
            r"(?<![\w-])(?:" + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest) + r")(?=s?(?![\w]))"
        )

    def rewrite(wording: str) -> str:
        if pattern is not None:
            wording = pattern.sub(lambda match: forms[" ".join(match.group().split())], wording)
        for find, mask in ((find_emails, EMAIL_MASK), (find_cpr, CPR_MASK), (find_phones, PHONE_MASK)):
            for span in reversed(find(wording)):
                wording = wording[: span.start] + mask + wording[span.end :]
        return wording

    return rewrite


def flags(minutes: Minutes) -> tuple[str, ...]:
    """Warnings of CPR numbers and telephone numbers, one for each place, without the numbers themselves."""
    text = minutes.source.text
    found = [(span, "a CPR number") for span in find_cpr(text)] + [
        (span, "a telephone number") for span in find_phones(text)
    ]
    counts = Counter(f"{_place(minutes, span)}: reads like {what}" for span, what in sorted(found))
    return tuple(words if count == 1 else f"{words} ({count} times)" for words, count in counts.items())


def _place(minutes: Minutes, span: Span) -> str:
    item = next((item for item in minutes.items if item.start <= span.start < item.end), None)
    where = f"page {minutes.source.page_at(span.start)}"
    return f"{where}, item {item.number}" if item is not None and item.number else where
