from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisionnlp.document import MarkKind
from decisionnlp.errors import InputError
from decisionnlp.reading import read
from tests.reading.helpers import check_offsets, grid, marked

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Lindved</title><style>p{}</style></head><body>
<div id="cookie-consent"><p>Vi bruger cookies.</p></div>
<header><a href="/">Lindved Kommune</a></header>
<nav><ul><li>Forside</li></ul></nav>
<div class="breadcrumb">Forside / Møder</div>
<main>
 <h1>Referat fra
   <b>Teknisk</b> Udvalg</h1>
 <p>Tid: 3. maj 2023<br>kl.&nbsp;15</p>
 <h2><button aria-expanded="false">1. Sti ved åen</button></h2>
 <button>Udskriv</button>
 <p>Det indstilles,</p>
 <ol><li><p>at stien asfalteres</p></li><li>at skolen spørges<ul><li>og forældrene</li></ul></li></ol>
 <ol start="3" type="a"><li>at Bo svarer</li></ol>
 <table><thead><tr><th>Tid</th><th>Hvem</th></tr></thead>
  <tr><td rowspan="2">maj</td><td>Plan<br>og Trafik</td></tr><tr><td>UJU</td></tr></table>
 <table role="presentation"><tr><td><p>Placeret tekst</p></td><td>ved siden af</td></tr><tr><td>x</td><td>y</td></tr></table>
 <div>Første linje<div>anden linje</div>tredje</div>
 <script>document.write("SCRIPT")</script><template>SKABELON</template><!-- KOMMENTAR -->
 <h3>Beslutning</h3>Godkendt.
</main>
<footer>Rådhuset 1</footer></body></html>"""


def test_the_text_of_a_page() -> None:
    source = read(PAGE.encode(), name="referat.html")
    check_offsets(source)
    assert source.text == (
        "Referat fra Teknisk Udvalg\n\nTid: 3. maj 2023\nkl. 15\n\n1. Sti ved åen\n\nDet indstilles,\n\n"
        "1. at stien asfalteres\n\n2. at skolen spørges\n• og forældrene\n\nc. at Bo svarer\n\n"
        "Tid\nHvem\n\nmaj\nPlan\nog Trafik\n\nUJU\n\nPlaceret tekst\n\nved siden af\n\nx\ny\n\n"
        "Første linje\nanden linje\ntredje\n\nBeslutning\n\nGodkendt.\n"
    )


def test_structure_is_marked() -> None:
    source = read(PAGE.encode())
    assert marked(source, MarkKind.HEADING) == ["Referat fra Teknisk Udvalg", "1. Sti ved åen", "Beslutning"]
    assert marked(source, MarkKind.LIST_ITEM) == [
        "1. at stien asfalteres",
        "2. at skolen spørges",
        "• og forældrene",
        "c. at Bo svarer",
    ]
    assert grid(source) == {
        (0, 0, 0): "Tid",
        (0, 0, 1): "Hvem",
        (0, 1, 0): "maj",
        (0, 1, 1): "Plan og Trafik",
        (0, 2, 1): "UJU",
    }


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Én</p><p>To</p>", "Én\n\nTo\n"),
        ("<p>a <b> b</b> <i>c</i>d</p>", "a b cd\n"),
        ("<pre>a\n  b</pre>", "a\n  b\n"),
        ("<ol reversed><li>a<li>b</ol>", "2. a\n1. b\n"),
        ("<ol><li value=7>a<li>b</ol>", "7. a\n8. b\n"),
        ("<ol type=I><li>a<li>b</ol>", "I. a\nII. b\n"),
        ("<dl><dt>Formand<dd>Bo</dl>", "Formand\nBo\n"),
        ("<div class='menukort'>Fisk</div><div class='social-services'>Sociale forhold</div>", "Fisk\nSociale forhold\n"),
        ("<div class='main-menu'>Hele siden står i en menu med meget tekst</div>", "Hele siden står i en menu med meget tekst\n"),
        ("<article><header><h2>Referat</h2></header>Godkendt.</article>", "Referat\n\nGodkendt.\n"),
        ("<p>&lt;script&gt; &amp; &#229;</p>", "<script> & å\n"),
        ("<table><tr><td>Alene</td></tr></table>", "Alene\n"),
    ],
)  # fmt: skip
def test_pieces(page: str, text: str) -> None:
    assert read(f"<html><meta charset=utf-8><body>{page}".encode(), name="a.html").text == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"<html><meta charset='iso-8859-1'><p>R\xe5det \x96 nu", "Rådet – nu\n"),
        ("<html><meta charset='iso-8859-1'><p>Rådet".encode("utf-16"), "Rådet\n"),
        ("<html><p>Rådet".encode(), "Rådet\n"),
        ("<html><p>Rådet".encode("cp1252"), "Rådet\n"),
        ("<html><meta charset='nonsens'><p>Rådet".encode(), "Rådet\n"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert read(data, name="a.html").text == text


@given(st.lists(st.sampled_from(["<p>", "</p>", "<table>", "<tr>", "<td colspan=2>", "<td rowspan=9>", "<ol>", "<li>", "</ol>", "<h2>", "ord ", "\n", "<br>", "</table>", "<ul>", "<!--", "<a"]), max_size=40))  # fmt: skip
def test_any_soup_keeps_its_offsets(pieces: list[str]) -> None:
    try:
        check_offsets(read(("<html>" + "".join(pieces)).encode(), name="a.html"))
    except InputError as error:
        assert "\n" not in error.reason
