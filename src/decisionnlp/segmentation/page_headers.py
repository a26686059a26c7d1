"""Running headers that extraction glued into the text of each page: ``Havneudvalget den 3. maj 2001 Side 2 af 6 Sag nr. 22``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from decisionnlp.document import Span
from decisionnlp.segmentation.lines import Line

_HEADER = re.compile(r"(?P<head>[A-ZÆØÅ][^|]{2,100}? )[Ss]ide \d{1,3} af (?P<total>\d{1,3})(?=\s|$)")
_LEAST = 3  # pages that print it
_FORMS = 4  # different headers that are followed through the text


def page_headers(lines: Sequence[Line]) -> list[Span]:
    """The headers of pages whose numbers rise, each with the same words before the number; none where fewer than three are so."""
    forms: Counter[tuple[str, str]] = Counter()
    for line in lines:
        match = _HEADER.match(line.text) if line.text[0].isupper() and "ide " in line.text[:110] else None
        if match is not None:
            forms[match["head"], match["total"]] += 1
    found: list[Span] = []
    for (head, total), _ in forms.most_common(_FORMS):
        printed = re.compile(rf"{re.escape(head)}[Ss]ide (?P<page>\d{{1,3}}) af {total}(?=\s|$)")
        run: list[Span] = []
        page = 0
        for line in lines:
            for match in printed.finditer(line.text) if head in line.text else ():
                if int(match["page"]) > page:
                    page = int(match["page"])
                    run.append(Span(line.start + match.start(), line.start + match.end()))
        if len(run) >= _LEAST:
            found += run
    return found
