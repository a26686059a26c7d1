"""Pages that a document viewer prints as one paragraph each: their numbers and headers are no text."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

TOP = "Referat af mødet 14. november 2007\n\nStørrelse: px\nStarte visningen fra side:\n\nTranskript\n\n"


@pytest.mark.parametrize(
    ("pages", "tails"),
    [
        (
            [
                "1 Referat af møde i Seniorrådet torsdag den 14. november 2007 1",
                "2 1. Dagsorden Godkendt. 2. Økonomi Der er 4.000 kr. på kontoen. Ib indhenter tilbud inden jul. 2",
                "3 3. Takster Rådet drøftede taksterne. 4. Eventuelt Intet. Side 3 af 3",
            ],
            ["1", "2", "Side 3 af 3"],
        ),
        (  # a page that ends in another number, and one alone with its own
            [
                "1 Referat af møde i Seniorrådet torsdag den 14. november 2007",
                "2 1. Dagsorden Godkendt. 2. Økonomi Rådet valgte tilbud 2",
                "3 3. Takster Rådet drøftede taksterne. 4. Eventuelt Vi ses i lokale 17",
            ],
            [],
        ),
    ],
)
def test_a_page_number_at_the_end_of_its_page(pages: list[str], tails: list[str]) -> None:
    text = TOP + "\n\n".join(pages) + "\n"
    found = segment(Source(text, "referat.txt"))
    ends = [text.index(page) + len(page) for page in pages]
    covered = [text[span.start : end] for end in ends for span in found.furniture if span.start < end <= span.end]
    assert covered == tails


def test_the_word_before_a_number_is_no_header() -> None:
    text = TOP + (
        "1 Beslutninger Havneudvalget mandag den 4. januar 2010 Møde nr. 1\n\n"
        "2 Den 4. januar 2010 HAVNEUDVALGET SAG NR. 1 MØDEPLAN FOR 2010 INDSTILLING at planen godkendes. BESLUTNING Godkendt.\n\n"
        "3 Den 4. januar 2010 HAVNEUDVALGET SAG NR. 2 TAKSTER FOR BÅDE INDSTILLING at taksten hæves. BESLUTNING Udsat.\n"
    )
    found = segment(Source(text, "referat.txt"))
    assert "HAVNEUDVALGET" in text[found.furniture[-1].start : found.furniture[-1].end]
    (meeting,) = found.meetings
    assert [text[item.start : item.start + 9] for item in meeting.items] == ["SAG NR. 1", "SAG NR. 2"]


@pytest.mark.parametrize("before", ["", "\n", "Størrelse: px\n\n"])
def test_a_page_of_a_viewer_may_begin_with_its_label(before: str) -> None:
    text = (
        before
        + "Transkript\n\n1 Referat af møde i Seniorrådet torsdag den 14. november 2007\n\n2 1. Dagsorden Godkendt. 2. Økonomi Der er 4.000 kr. på kontoen. Ib indhenter tilbud inden jul. 2"
        + "\n\n3 3. Takster Rådet drøftede taksterne. Side 3 af 3\n"
    )
    found = segment(Source(text))
    assert [item.number for meeting in found.meetings for item in meeting.items] == ["1", "2", "3"]
