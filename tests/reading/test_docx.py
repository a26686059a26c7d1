from __future__ import annotations

import io
import re
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from decisionnlp.document import MarkKind
from decisionnlp.reading import read
from tests.reading.build import W, archive, bare_docx
from tests.reading.helpers import check_offsets, grid, marked, running

BOX = (
    f'<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps"><mc:AlternateContent>'
    '<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>I en tekstboks</w:t></w:r></w:p></w:txbxContent>'
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>I en tekstboks</w:t></w:r></w:p>"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def minutes() -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Lindved Skole · Skolebestyrelsen"
    document.sections[0].footer.paragraphs[0].text = "Fortroligt"
    document.add_heading("Referat af møde", 0)
    document.add_paragraph("Dato: 3. maj 2023\tSted: Biblioteket")
    document.add_heading("Punkt 1: Dagsorden", 2)
    changed = document.add_paragraph("Dagsordenen blev godkendt")
    changed._p.append(
        parse_xml(f'<w:ins {W} w:id="1"><w:r><w:t xml:space="preserve"> med en ændring</w:t></w:r></w:ins>')
    )
    changed._p.append(parse_xml(f'<w:del {W} w:id="2"><w:r><w:delText> uden ændringer</w:delText></w:r></w:del>'))
    changed._p.append(parse_xml(f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>SKJULT</w:t></w:r>"))
    changed.add_run(".")
    document.add_paragraph("at stien asfalteres", style="List Number")
    document.add_paragraph("at skolen spørges", style="List Number")
    document.add_paragraph("brev til Bo", style="List Bullet")
    document.add_paragraph().add_run("Beslutning").bold = True
    document.add_paragraph("Godkendt.")
    table = document.add_table(2, 3)
    for row, texts in enumerate([("Tid", "Opgave", "Ansvarlig"), ("maj", "Notat\nom støj", "Bo Holm")]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    merged = table.add_row()
    merged.cells[0].merge(merged.cells[1]).text = "hele året"
    merged.cells[2].text = "alle"
    document.add_page_break()
    document.add_paragraph("Næste side: ")._p.append(parse_xml(BOX))
    control = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>I et felt</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(len(document.element.body) - 1, parse_xml(control))
    return saved(document)


def test_everything_a_reader_sees_and_nothing_else(minutes: bytes) -> None:
    source = read(minutes, name="referat.docx")
    check_offsets(source)
    assert "Dagsordenen blev godkendt med en ændring." in source.text
    assert "uden ændringer" not in source.text
    assert "SKJULT" not in source.text
    assert source.text.count("I en tekstboks") == 1
    assert "I et felt" in source.text
    assert "Dato: 3. maj 2023\tSted: Biblioteket" in source.text


def test_structure_is_marked(minutes: bytes) -> None:
    source = read(minutes)
    headings = [(source.text[m.start : m.end], m.level) for m in source.marks if m.kind is MarkKind.HEADING]
    assert headings == [("Referat af møde", 1), ("Punkt 1: Dagsorden", 2), ("Beslutning", 4)]
    assert marked(source, MarkKind.LIST_ITEM) == ["1. at stien asfalteres", "2. at skolen spørges", "• brev til Bo"]
    assert marked(source, MarkKind.FURNITURE) == ["Lindved Skole · Skolebestyrelsen", "Fortroligt"]
    assert grid(source) == {
        (0, 0, 0): "Tid", (0, 0, 1): "Opgave", (0, 0, 2): "Ansvarlig",
        (0, 1, 0): "maj", (0, 1, 1): "Notat om støj", (0, 1, 2): "Bo Holm",
        (0, 2, 0): "hele året", (0, 2, 2): "alle",
    }  # fmt: skip
    assert source.page_at(source.text.index("Næste side")) == 2


def test_it_gives_every_word_that_docx2python_gives(minutes: bytes) -> None:
    """A second reader as reference: no word it finds in the body may be missing."""
    docx2python = pytest.importorskip("docx2python")
    with docx2python.docx2python(io.BytesIO(minutes)) as other:
        words = set(re.findall(r"[^\W\d_]+", other.text.replace("SKJULT", "")))  # it shows hidden text too
    assert words - set(re.findall(r"[^\W\d_]+", read(minutes).text)) == set()


NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Punkt %1:"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def _numbered(*items: tuple[int, int, str]) -> bytes:
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for number, level, text in items
    )
    return archive(
        {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", "word/numbering.xml": NUMBERING}
    )


def test_numbers_are_what_word_prints() -> None:
    source = read(
        _numbered(
            (1, 0, "A"),
            (1, 1, "B"),
            (1, 1, "C"),
            (1, 2, "D"),
            (1, 0, "E"),
            (1, 1, "F"),
            (2, 0, "G"),
            (3, 0, "H"),
            (1, 0, "I"),
            (9, 0, "J"),
        )
    )
    assert source.text.split("\n")[:9] == [
        "Punkt 3: A",
        "a) B",
        "b) C",
        "3.b.I D",
        "Punkt 4: E",
        "a) F",
        "• G",
        "Punkt 1: H",
        "Punkt 5: I",
    ]
    assert source.text.endswith("J\n")


def test_rendered_pages_are_kept() -> None:
    body = "".join(
        f"<w:p><w:r>{'<w:lastRenderedPageBreak/>' if number else ''}<w:t>Side {number + 1} her</w:t></w:r></w:p>"
        for number in range(3)
    )
    source = read(bare_docx(body))
    check_offsets(source)
    assert [source.text[page.start : page.end].strip() for page in source.pages] == [
        "Side 1 her",
        "Side 2 her",
        "Side 3 her",
    ]


def test_a_deleted_paragraph_mark_joins_and_footnotes_stand_apart() -> None:
    body = (
        "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>Første halvdel </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>og anden</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t>.</w:t></w:r></w:p>"
    )
    data = archive(
        {
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "word/footnotes.xml": f"<w:footnotes {W}><w:footnote w:id='2'><w:p><w:r><w:t>En note.</w:t></w:r></w:p></w:footnote></w:footnotes>",
        }
    )
    source = read(data)
    assert running(source) == "Første halvdel og anden."
    assert marked(source, MarkKind.FURNITURE) == ["1 En note."]


def test_a_layout_table_is_text_and_an_embedded_page_is_read() -> None:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    body = (
        f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Alt i én celle.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        f"<w:altChunk xmlns:r='{relation}' r:id='r1'/>"
    )
    data = archive(
        {
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            "<Relationship Id='r1' Type='aFChunk' Target='afchunk.htm'/></Relationships>",
            "word/afchunk.htm": "<html><body><h2>Beslutning</h2><p>Godkendt.</p></body></html>",
        }
    )
    source = read(data)
    check_offsets(source)
    assert running(source) == "Alt i én celle. Beslutning Godkendt."
    assert grid(source) == {}
    assert marked(source, MarkKind.HEADING) == ["Beslutning"]


def test_figures_that_are_no_numbers_are_read_over() -> None:
    # "²" is a digit to str.isdigit, and int() refuses it: a file with it stopped the reader.
    body = (
        "<w:p><w:pPr><w:outlineLvl w:val='²'/><w:numPr><w:ilvl w:val='²'/></w:numPr></w:pPr><w:r><w:t>Takster</w:t></w:r></w:p>"
        "<w:tbl>"
        "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='²'/></w:tcPr><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:p><w:r><w:t>C</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>D</w:t></w:r></w:p></w:tc></w:tr>"
        "</w:tbl>"
    )
    assert running(read(bare_docx(body))).split() == ["Takster", "A", "B", "C", "D"]
