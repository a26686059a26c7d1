from __future__ import annotations

import tracemalloc
from itertools import pairwise
from typing import Any

import pytest

from decisionnlp.document import MarkKind
from decisionnlp.errors import InputError
from decisionnlp.flattening import flatten
from decisionnlp.reading import ocr, read
from tests.reading.build import HEIGHT, WIDTH, lines, pdf
from tests.reading.helpers import check_offsets, furniture, grid, marked, running

ADDRESS = [
    "Plan og Trafik",
    "Lindved Kommune",
    "Torvegade 4",
    "9999 Lindved",
    "Telefon: 12 34 56 78",
    "E-post: plan@lindved.invalid",
]


def test_lines_paragraphs_headings_and_hyphens() -> None:
    def page(canvas: Any) -> None:
        y = lines(canvas, 72, 760, ["Referat af møde i Teknisk Udvalg"], font="Helvetica-Bold", size=18)
        y = lines(canvas, 72, y - 16, ["Punkt 4: Stier ved åen"], font="Helvetica-Bold", size=14)
        y = lines(canvas, 72, y - 10, ["Sagsfremstilling"], font="Helvetica-Bold")
        lines(
            canvas,
            72,
            y,
            [
                "Udvalget fik en temadrøftel-",
                "sen at høre. Teknik-",
                "og Miljøforvaltningen var med.",
                "",
                "Næste afsnit er kort.",
            ],
        )

    source = read(pdf(page))
    check_offsets(source)
    assert "temadrøftel-\nsen" in source.text
    assert "\n\nNæste afsnit" in source.text
    assert running(source).endswith(
        "Udvalget fik en temadrøftelsen at høre. Teknik- og Miljøforvaltningen var med. Næste afsnit er kort."
    )
    assert marked(source, MarkKind.HEADING) == [
        "Referat af møde i Teknisk Udvalg",
        "Punkt 4: Stier ved åen",
        "Sagsfremstilling",
    ]
    assert [mark.level for mark in source.marks if mark.kind is MarkKind.HEADING] == [1, 2, 3]


def test_address_column_margin_stamps_and_running_lines_are_furniture() -> None:
    def page(number: int) -> Any:
        def draw(canvas: Any) -> None:
            lines(canvas, 20, HEIGHT - 15, ["Punkt 3, Bilag 2: Notat om stier"], size=8)
            lines(canvas, 72, HEIGHT - 30, ["Lindved Kommune · Teknisk Udvalg"], size=8)
            text = [f"Linje {index} på side {number} handler om den lange sti ved åen" for index in range(1, 20)]
            y = lines(
                canvas,
                72,
                HEIGHT - 90,
                [*text[:9], "og den deles midt i en sæt-"] if number == 1 else ["ning, der går over siden.", *text],
            )
            if number == 1:  # painted in the middle of the stream, as Word paints text boxes
                lines(canvas, 440, HEIGHT - 95, ADDRESS, size=8, lead=11)
            lines(canvas, 72, y, ["Her slutter siden i en sæt-"] if number == 1 else ["Godkendt."])
            canvas.saveState()
            canvas.translate(18, 200)
            canvas.rotate(90)
            canvas.drawString(0, 0, "Dokument 44-2023")
            canvas.restoreState()
            lines(canvas, WIDTH - 130, 25, [f"Side {number} af 2"], size=8)

        return draw

    source = read(pdf(page(1), page(2)))
    check_offsets(source)
    text = running(source)
    for words in ("Punkt 3, Bilag 2", "Lindved Kommune", "Dokument 44-2023", "Side 1 af 2", "9999 Lindved", "Telefon"):
        assert words in source.text
        assert words not in text
    assert "Her slutter siden i en sætning, der går over siden. Linje 1 på side 2" in text
    assert source.page_at(source.text.index("ning, der går")) == 2


def test_a_single_page_number_and_a_line_that_repeats_by_chance() -> None:
    source = read(
        pdf(lambda canvas: (lines(canvas, 72, 760, ["Punkt 12", "Godkendt."]), lines(canvas, 72, 30, ["Side 1 af 1"])))
    )
    assert running(source) == "Punkt 12 Godkendt."
    twice = read(pdf(*[lambda canvas: lines(canvas, 72, 780, ["Beslutning", "Godkendt."])] * 2))
    assert running(twice).count("Beslutning") == 2


def test_item_headings_at_the_same_height_stay_text() -> None:
    pages = [
        lambda canvas, number=number: lines(canvas, 72, 790, [f"Punkt {number}", f"Tekst {number * 7}"])
        for number in (1, 2, 3)
    ]
    assert running(read(pdf(*pages))) == "Punkt 1 Tekst 7 Punkt 2 Tekst 14 Punkt 3 Tekst 21"


def _ruled(canvas: Any, xs: list[float], ys: list[float]) -> None:
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])


def test_a_ruled_table_painted_line_by_line_keeps_its_cells_whole() -> None:
    xs, ys = [72.0, 180.0, 330.0, 480.0], [700.0, 680.0, 640.0, 620.0]

    def page(canvas: Any) -> None:
        lines(canvas, 72, 740, ["Tidsplanen er denne:"])
        for row in (
            [(0, 686, "Tidspunkt"), (1, 686, "Aktivitet"), (2, 686, "Ansvarlig")],
            [(0, 668, "Inden udgan-"), (1, 668, "Notat om stier for"), (2, 668, "Plan og")],
            [(0, 654, "gen af maj"), (1, 654, "gående"), (2, 654, "Trafik")],
            [(0, 626, "Juni"), (2, 626, "Vej og Park")],
        ):
            for column, y, text in row:
                canvas.drawString(xs[column] + 4, y, text)
        _ruled(canvas, xs, ys)
        lines(canvas, 72, 590, ["Herefter er der mere tekst."])

    source = read(pdf(page))
    check_offsets(source)
    assert grid(source) == {
        (0, 0, 0): "Tidspunkt", (0, 0, 1): "Aktivitet", (0, 0, 2): "Ansvarlig",
        (0, 1, 0): "Inden udgangen af maj", (0, 1, 1): "Notat om stier for gående", (0, 1, 2): "Plan og Trafik",
        (0, 2, 0): "Juni", (0, 2, 2): "Vej og Park",
    }  # fmt: skip
    assert source.text.startswith(
        "Tidsplanen er denne:\n\nTidspunkt\nAktivitet\nAnsvarlig\n\nInden udgan-\ngen af maj\nNotat"
    )
    assert source.text.rstrip().endswith("Vej og Park\n\nHerefter er der mere tekst.")


def test_a_table_goes_on_over_a_page_break() -> None:
    xs = [72.0, 200.0, 400.0]

    def page(number: int) -> Any:
        def draw(canvas: Any) -> None:
            ys = [700.0, 680.0, 660.0]
            _ruled(canvas, xs, ys)
            for row, y in enumerate((686, 666)):
                canvas.drawString(76, y, f"celle {number}.{row}")
                canvas.drawString(204, y, f"svar {number}.{row}")
            lines(canvas, 72, 30, [f"Side {number} af 2"])

        return draw

    source = read(pdf(page(1), page(2)))
    check_offsets(source)
    assert [key[:2] for key in grid(source)] == [(0, 0), (0, 0), (0, 1), (0, 1), (0, 2), (0, 2), (0, 3), (0, 3)]
    assert source.page_at(source.text.index("celle 2.0")) == 2


def test_merged_cells_rectangles_and_shading() -> None:
    def page(canvas: Any) -> None:
        canvas.setFillGray(0.9)
        canvas.rect(72, 680, 300, 20, fill=1, stroke=1)  # the head: one cell over both columns
        canvas.setFillGray(0)
        canvas.rect(72, 640, 100, 40)
        canvas.rect(172, 640, 200, 40)
        for x, y, text in (
            (76, 686, "Samlet overskrift"),
            (76, 666, "Venstre"),
            (176, 666, "Højre"),
            (176, 652, "linje to"),
        ):
            canvas.drawString(x, y, text)

    assert grid(read(pdf(page))) == {(0, 0, 0): "Samlet overskrift", (0, 1, 0): "Venstre", (0, 1, 1): "Højre linje to"}


def test_a_box_around_text_and_an_underline_are_no_table() -> None:
    def page(canvas: Any) -> None:
        lines(canvas, 72, 740, ["Overskrift med streg under", "", "Det indstilles,", "at planen godkendes."])
        canvas.line(72, 736, 300, 736)
        canvas.rect(60, 690, 400, 30)

    source = read(pdf(page))
    assert grid(source) == {}
    assert running(source) == "Overskrift med streg under Det indstilles, at planen godkendes."


def test_bullets_painted_after_their_items_and_private_use_bullets() -> None:
    def page(canvas: Any) -> None:
        lines(canvas, 72, 760, ["Udvalget besluttede:"])
        lines(canvas, 90, 746, ["at stien asfalteres, når der er", "fundet penge til det", "at skolen spørges"])
        canvas.setFont("Symbol", 11)
        canvas.drawString(76, 746, "\u2022")
        canvas.drawString(76, 718, "\u2022")

    source = read(pdf(page))
    assert marked(source, MarkKind.LIST_ITEM) == [
        "• at stien asfalteres, når der er\nfundet penge til det",
        "• at skolen spørges",
    ]


def test_two_columns_painted_line_by_line_are_read_one_after_the_other() -> None:
    left = [f"Venstre spalte linje {index} fortæller videre" for index in range(8)]
    right = [f"Højre spalte linje {index} svarer på det" for index in range(8)]

    def page(canvas: Any) -> None:
        lines(canvas, 72, 770, ["En linje på tværs af begge spalter, som er bred nok til at krydse midten"])
        for index, (first, second) in enumerate(zip(left, right, strict=True)):
            canvas.drawString(72, 750 - 14 * index, first)
            canvas.drawString(320, 750 - 14 * index, second)

    text = running(read(pdf(page)))
    assert text.endswith(" ".join([*left, *right]))


def test_a_form_of_labels_and_values_is_read_row_by_row() -> None:
    rows = [
        ("Mødedato:", "3. maj 2023"),
        ("Mødested:", "Rådhuset"),
        ("Starttid:", "15.00"),
        ("Formand:", "Bo Holm"),
        ("Afbud:", "Ida Krog"),
        ("Referent:", "Per Dam"),
    ]

    def page(canvas: Any) -> None:
        for index, (label, value) in enumerate(rows):
            canvas.drawString(72, 750 - 16 * index, label)
            canvas.drawString(320, 750 - 16 * index, value)

    assert running(read(pdf(page))) == " ".join(f"{label} {value}" for label, value in rows)


def test_text_painted_late_is_read_where_it_stands() -> None:
    def page(canvas: Any) -> None:
        lines(canvas, 72, 700, ["Sagen handler om stien.", "Den er lang."])
        lines(canvas, 72, 760, ["Overskriften står øverst"])

    assert running(read(pdf(page))) == "Overskriften står øverst Sagen handler om stien. Den er lang."


def test_sideways_pages_are_turned() -> None:
    def page(canvas: Any) -> None:
        canvas.translate(WIDTH, 0)
        canvas.rotate(90)
        lines(canvas, 72, 500, ["En bred tabel står på langs.", "Den læses som alle andre."])
        _ruled(canvas, [72.0, 200.0, 400.0], [400.0, 380.0, 360.0])
        for row, y in enumerate((386, 366)):
            canvas.drawString(76, y, f"a{row}")
            canvas.drawString(204, y, f"b{row}")

    source = read(pdf(page))
    assert running(source) == "En bred tabel står på langs. Den læses som alle andre. a0 b0 a1 b1"
    assert grid(source) == {(0, 0, 0): "a0", (0, 0, 1): "b0", (0, 1, 0): "a1", (0, 1, 1): "b1"}


def test_encrypted_files_open_with_their_password_only() -> None:
    data = pdf(lambda canvas: lines(canvas, 72, 700, ["Fortroligt referat af mødet"]), encrypt="løsen")
    with pytest.raises(InputError, match="give its password"):
        read(data, name="a.pdf")
    with pytest.raises(InputError, match="password is wrong"):
        read(data, name="a.pdf", password="forkert")
    assert running(read(data, name="a.pdf", password="løsen")) == "Fortroligt referat af mødet"


def _scan(text: list[str], *, more: Any = None) -> bytes:
    """A page that is only a picture of text."""
    import pypdfium2
    from reportlab.lib.utils import ImageReader

    with pypdfium2.PdfDocument(pdf(lambda canvas: lines(canvas, 72, 700, text, size=14, lead=20))) as document:
        picture = document[0].render(scale=200 / 72).to_pil()
    return pdf(lambda canvas: canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT), *([more] if more else []))


def test_a_scan_says_how_to_get_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _scan(["Referat af møde"])
    monkeypatch.setattr(ocr, "_command", lambda: None)
    with pytest.raises(InputError, match=r"scan without a text layer.*decisionnlp\[ocr\]"):
        read(data, name="scan.pdf")
    with pytest.raises(InputError, match=r"decisionnlp\[ocr\]"):
        read(data, name="scan.pdf", ocr=True)
    monkeypatch.setattr(ocr, "_command", lambda: ["ocrmypdf"])
    monkeypatch.setattr(ocr, "_languages", lambda: frozenset({"eng"}))
    with pytest.raises(InputError, match="tesseract-ocr-dan"):
        read(data, name="scan.pdf")


def test_a_scanned_page_among_others_is_warned_of() -> None:
    source = read(_scan(["Bilag"], more=lambda canvas: lines(canvas, 72, 700, ["Her er tekst på side to."])))
    assert any(warning.startswith("page 1: scanned") for warning in source.warnings)
    assert source.page_at(source.text.index("Her er")) == 2


@pytest.mark.skipif(ocr.missing() is not None, reason=f"OCR is not ready here: {ocr.missing()}")
def test_a_scan_is_read_by_ocr() -> None:
    source = read(_scan(["Punkt 1: Cykelsti ved skolen", "Godkendt uden bemærkninger."]), ocr=True)
    assert "Godkendt uden bemærkninger." in flatten(source.text).text
    assert any("OCR" in warning for warning in source.warnings)


def test_a_page_without_text_or_picture() -> None:
    with pytest.raises(InputError, match="empty"):
        read(pdf(lambda canvas: canvas.rect(72, 600, 200, 100)), name="a.pdf")


def test_two_hundred_pages_stay_within_bounds() -> None:
    text = [f"Linje {index} om stien ved åen og de mange planer for den" for index in range(45)]
    data = pdf(*[lambda canvas: lines(canvas, 72, 780, text)] * 200)
    tracemalloc.start()
    source = read(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(source.pages) == 200
    assert peak < 40 * 1024 * 1024 + 20 * len(source.text)


def test_damaged_files_never_break_the_reader() -> None:
    data = bytearray(pdf(lambda canvas: lines(canvas, 72, 700, ["Referat af møde", "Godkendt."]), pageCompression=0))
    for place in range(40, len(data), 97):
        broken = bytearray(data)
        broken[place : place + 8] = b"\xff<</[(0\n"
        try:
            check_offsets(read(bytes(broken), name="a.pdf"))
        except InputError as error:
            assert "\n" not in error.reason


def test_furniture_spans_are_disjoint() -> None:
    spans = furniture(
        read(pdf(*[lambda canvas: (lines(canvas, 72, 810, ["Hoved"]), lines(canvas, 72, 700, ["Tekst her."]))] * 3))
    )
    assert len(spans) == 3
    assert all(before.end <= after.start for before, after in pairwise(spans))


def test_the_document_is_closed_when_reading_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2

    closed: list[bool] = []
    original = pypdfium2.PdfDocument.close
    monkeypatch.setattr(pypdfium2.PdfDocument, "close", lambda self: (closed.append(True), original(self)))
    monkeypatch.setattr("decisionnlp.reading.pdf.reader.page_words", lambda page: 1 / 0)
    with pytest.raises(InputError, match="damaged"):
        read(pdf(lambda canvas: lines(canvas, 72, 700, ["Tekst"])), name="a.pdf")
    assert closed
