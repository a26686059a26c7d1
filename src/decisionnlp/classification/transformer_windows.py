"""What a transformer reads of a sentence: its context as marked text, in windows that together hold every token of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from decisionnlp.classification.context import SentenceContext


@dataclass(frozen=True, slots=True)
class Window:
    """Token ids of one window, and which of them belong to the sentence itself."""

    ids: tuple[int, ...]
    own: tuple[bool, ...]


def marked_parts(context: SentenceContext) -> tuple[str, str, str]:
    """What stands before the sentence, the sentence, what stands after: place first, then the neighbours."""
    place = f"[{context.zone.value}] {context.heading or ''} | {context.item_title} |"
    lead = f" {context.lead} ›" if context.lead else ""
    before = f"{place} {context.previous or ''} |{lead}"
    return before, context.text, f"| {context.next or ''}"


def windows(context: SentenceContext, tokenizer: Any, *, length: int, stride: int, prefix: str = "") -> list[Window]:
    """The windows of ``length`` tokens of a context; the sentence is never cut: where it is longer than a window, several
    overlapping ones (by ``stride`` tokens) hold it, and its surroundings are shortened first. Each window begins with ``prefix``.

    Raises:
        ValueError: ``length`` leaves no room for a sentence beside the special tokens.
    """
    before, text, after = (tokenizer(part, add_special_tokens=False)["input_ids"] for part in marked_parts(context))
    opening, closing = special_tokens(tokenizer)
    if prefix:
        opening = [*opening, *tokenizer(prefix, add_special_tokens=False)["input_ids"]]
    room = length - len(opening) - len(closing)
    if room < 8 or not 0 <= stride < room:
        raise ValueError(f"windows of {length} tokens with a stride of {stride} hold no sentence")
    text = list(text) or [tokenizer.unk_token_id or 0]
    spare = max(room - min(len(text), room), 0)
    left = before[len(before) - min(len(before), max(spare - len(after), spare // 2)) :] if spare else []
    right = after[: spare - len(left)]
    step = room - stride
    pieces = [text[start : start + room] for start in range(0, max(len(text) - stride, 1), step)]
    found = []
    for piece in pieces:
        inner = [*left, *piece, *right] if len(pieces) == 1 else list(piece)
        own = (
            [False] * len(left) + [True] * len(piece) + [False] * len(right)
            if len(pieces) == 1
            else [True] * len(piece)
        )
        ids = [*opening, *inner, *closing]
        mask = [False] * len(opening) + own + [False] * len(closing)
        found.append(Window(tuple(ids), tuple(mask)))
    return found


def special_tokens(tokenizer: Any) -> tuple[list[int], list[int]]:
    """The ids that the tokenizer puts before and after a text of its own accord.

    Raises:
        ValueError: the tokenizer does not keep a text's tokens together.
    """
    bare = list(tokenizer("og", add_special_tokens=False)["input_ids"])
    full = list(tokenizer("og")["input_ids"])
    for start in range(len(full) - len(bare) + 1):
        if full[start : start + len(bare)] == bare:
            return full[:start], full[start + len(bare) :]
    raise ValueError("the tokenizer does not keep the tokens of a text together")
