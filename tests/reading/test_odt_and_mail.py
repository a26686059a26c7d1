from __future__ import annotations

from email.message import EmailMessage

import pytest

from decisionnlp.document import MarkKind
from decisionnlp.reading import read
from tests.reading.build import bare_docx, lines, msg, odt, pdf
from tests.reading.helpers import check_offsets, grid, marked, running

STYLES = """<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/></text:list-style>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>"""
CONTENT = """<text:tracked-changes><text:changed-region><text:deletion><text:p>SLETTET</text:p></text:deletion></text:changed-region>
</text:tracked-changes>
<text:h text:outline-level="1">Referat</text:h>
<text:p>En<text:s text:c="2"/>linje<text:line-break/>to<text:note><text:note-citation>1</text:note-citation><text:note-body>
<text:p>En note.</text:p></text:note-body></text:note>.<office:annotation><text:p>KOMMENTAR</text:p></office:annotation></text:p>
<text:list text:style-name="L1"><text:list-item><text:p>at A</text:p><text:list><text:list-item><text:p>under</text:p></text:list-item>
</text:list></text:list-item><text:list-item><text:p>at B</text:p></text:list-item></text:list>
<text:list text:style-name="L2"><text:list-item><text:p>punkt</text:p></text:list-item></text:list>
<text:p><text:span text:style-name="B">Beslutning</text:span></text:p>
<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Samlet</text:p>
</table:table-cell><table:covered-table-cell/><table:table-cell><text:p>Hvem</text:p></table:table-cell></table:table-row>
</table:table-header-rows><table:table-row><table:table-cell><text:p>maj</text:p></table:table-cell><table:table-cell
 table:number-columns-repeated="1"/><table:table-cell><text:p>Bo</text:p><text:p>og Ida</text:p></table:table-cell></table:table-row></table:table>
<text:p text:style-name="P">Godkendt.</text:p>"""


def test_an_odt() -> None:
    source = read(odt(CONTENT, styles=STYLES), name="referat.odt")
    check_offsets(source)
    assert source.text == (
        "Referat\n\nEn  linje\nto.\n\n1. at A\na) under\n2. at B\n\n• punkt\n\nBeslutning\n\nSamlet\nHvem\n\nmaj\nBo\nog Ida\n\nGodkendt.\n\n1 En note.\n"
    )
    assert marked(source, MarkKind.HEADING) == ["Referat", "Beslutning"]
    assert marked(source, MarkKind.LIST_ITEM) == ["1. at A", "a) under", "2. at B", "• punkt"]
    assert marked(source, MarkKind.FURNITURE) == ["1 En note."]
    assert grid(source) == {(0, 0, 0): "Samlet", (0, 0, 2): "Hvem", (0, 1, 0): "maj", (0, 1, 2): "Bo og Ida"}
    assert source.page_at(source.text.index("Godkendt.")) == 2


def mail(subject: str = "Referat fra møde 3. maj") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "bo@lindved.invalid", "alle@lindved.invalid", subject
    return message


def test_a_plain_mail_with_attachments() -> None:
    message = mail()
    message.set_content("Punkt 1\n\nGodkendt på mødet.\n")
    message.add_attachment(
        pdf(lambda canvas: lines(canvas, 72, 700, ["Bilag i PDF", "Side ét"])),
        maintype="application",
        subtype="pdf",
        filename="bilag.pdf",
    )
    message.add_attachment(b"\x00\x01\x02" * 99, maintype="application", subtype="octet-stream", filename="ukendt.bin")
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="logo.png")
    source = read(bytes(message), name="referat.eml")
    check_offsets(source)
    assert source.text == "Referat fra møde 3. maj\n\nPunkt 1\n\nGodkendt på mødet.\n\nBilag i PDF\nSide ét\n"
    assert [source.page_at(source.text.index(word)) for word in ("Punkt", "Bilag")] == [1, 2]
    assert [warning.split(":")[0] for warning in source.warnings] == [
        "attachment bilag.pdf was read and stands after the message",
        "attachment ukendt.bin was not read",
    ]


@pytest.mark.parametrize(
    ("plain", "html", "body"),
    [
        ("Godkendt.", "<p>Godkendt.</p>", "Godkendt."),
        ("Godkendt.", "<h2>Beslutning</h2><p>Godkendt.</p>", "Beslutning Godkendt."),
        ("", "<p>Kun HTML</p>", "Kun HTML"),
    ],
)
def test_html_is_taken_where_it_knows_more(plain: str, html: str, body: str) -> None:
    message = mail()
    message.set_content(plain)
    message.add_alternative(html, subtype="html")
    assert running(read(bytes(message))) == f"Referat fra møde 3. maj {body}"


def test_flowed_lines_and_odd_charsets() -> None:
    raw = b"MIME-Version: 1.0\r\nSubject: =?utf-8?q?M=C3=B8de?=\r\nContent-Type: text/plain; charset=x-ukendt; format=flowed\r\n\r\nEn lang \r\nlinje.\r\nNy R\xe5d.\r\n"
    assert read(raw).text == "Møde\n\nEn lang linje.\nNy Råd.\n"


def test_mails_in_mails_are_read_to_a_depth() -> None:
    message = mail("Inderst")
    message.set_content("Allerinderst")
    for level in range(6):
        outer = mail(f"Niveau {level}")
        outer.set_content(f"Brev {level}")
        outer.add_attachment(message)
        message = outer
    source = read(bytes(message))
    check_offsets(source)
    assert "Brev 3" in source.text
    assert "Allerinderst" not in source.text
    assert any("nested too deep" in warning for warning in source.warnings)


def test_an_outlook_message() -> None:
    attached = bare_docx(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>"
        * 2
        + "</w:tbl>" * 2
    )
    source = read(
        msg("Referat fra møde", "Punkt 1\r\nGodkendt på rådhuset.\r\n", attachments=[("bilag.docx", attached)]),
        name="a.msg",
    )
    check_offsets(source)
    assert source.text.startswith("Referat fra møde\n\nPunkt 1\nGodkendt på rådhuset.\n")
    assert source.reader == "msg"
    assert any("bilag.docx" in warning for warning in source.warnings)
    html = read(msg("Emne", html="<h2>Beslutning</h2><p>Godkendt på rådhuset.</p>".encode()))
    assert html.text == "Emne\n\nBeslutning\n\nGodkendt på rådhuset.\n"
