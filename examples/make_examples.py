"""Builds the binary examples (the PDF and the DOCX) anew: ``python examples/make_examples.py [FOLDER]``.

All bodies, places and persons are invented. The layouts are those that Danish minutes come in: a municipal committee's PDF
with running lines, an address column and a ruled plan table; a school board's Word document with a grid. The other two
examples, an HTML page and a text, are kept as they are. Needs reportlab and python-docx (the ``test`` extra).
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
from docx.shared import Pt
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 72.0, 430.0, HEIGHT - 95, 85.0
SHY = "\u00ad"  # where a long word may be broken

PDF_TITLE = "Referat · Klima- og Trafikudvalget · 14. november 2023"
ADDRESS = [
    "Egelund Kommune", "Politik og Ledelse", "Møllegade 7", "9998 Egelund", "",
    "Telefon: 12 34 56 00", "E-post: politik@egelund.invalid", "", "Sagsbehandler: Grethe Rask", "Sagsnr. 05.01.08-P20-3-23",
]  # fmt: skip
PLAN = [
    ("Tidspunkt", "Aktivitet", "Ansvarlig"),
    ("Inden udgangen af januar 2024", "Støjmåling ved Skovvej og Bakkesvinget i myldretiden", "Vej og Park"),
    ("1. marts 2024", "Borgermøde på Egelund Skole", "Kommunikation"),
    ("2. kvartal 2024", "Samlet oplæg forelægges udvalget", "Klima- og Trafikforvaltningen"),
]
# (style, text): title, item, zone, text, at (a point of the recommendation), plan.
PDF_CONTENT = [
    ("title", "Referat"),
    ("text", "Klima- og Trafikudvalget"),
    ("text", "Tirsdag den 14. november 2023 kl. 15.00, Rådhuset, lokale 2"),
    ("text", "Til stede: Ane Vibe (A), Bent Lykke (V), Clara Munk (F), Dan Østrup (C)"),
    ("text", "Afbud: Ebbe Toft (B)"),
    ("item", "Punkt 1: Godkendelse af dagsorden"),
    ("zone", "Beslutning"),
    ("text", "Godkendt, idet punkt 5 behandles før punkt 4."),
    ("item", "Punkt 2: Hastighed og støj på Skovvej"),
    ("zone", "Indstilling"),
    ("text", "Forvaltningen indstiller,"),
    ("at", "1. at udvalget drøfter resultatet af trafiktællingen"),
    ("at", "2. at der afsættes 240.000 kr. til to vejbump"),
    ("at", "3. at tidsplanen nedenfor godkendes"),
    ("zone", "Sagsfremstilling"),
    ("text", "Beboerne på Skovvej har siden foråret henvendt sig om støj og høj hastighed. Tællingen i uge 38 viser, at hver "
             "fjerde bilist kører for stærkt. Forvaltningen vurderer, at to vejbump og en tydelig skiltning kan sænke "
             f"gennem{SHY}snits{SHY}hastig{SHY}heden til omkring 40 km/t. Byrådet besluttede den 12. juni 2023, at sagen skulle belyses "
             "nærmere, før der tages stilling til anlægget."),
    ("plan", ""),
    ("zone", "Beslutning"),
    ("text", "At 1: Drøftet."),
    ("text", "At 2: Sagen sendes tilbage til Klima- og Trafikforvaltningen med henblik på et billigere forslag."),
    ("text", f"At 3: Godkendt med den ændring, at borgermødet holdes senest den 15. februar 2024. Vej og Park under{SHY}søger "
             f"mulig{SHY}heden for en midler{SHY}tidig fart{SHY}måler og giver udvalget besked på næste møde."),
    ("text", "Dan Østrup (C) stemte imod at 3."),
    ("item", "Punkt 3: Cykelsti mellem Egelund og Hovby"),
    ("zone", "Indstilling"),
    ("text", "Forvaltningen indstiller, at udvalget anbefaler byrådet at give en anlægsbevilling på 3,6 mio. kr."),
    ("zone", "Beslutning"),
    ("text", "Anbefales. Udvalget ønsker, at Kommunikation udarbejder en plan for inddragelse af lodsejerne inden jul."),
    ("item", "Punkt 4: Evaluering af vintertjenesten"),
    ("zone", "Beslutning"),
    ("text", "Udsat til mødet i december."),
    ("item", "Punkt 5: Orientering fra forvaltningen"),
    ("zone", "Beslutning"),
    ("text", "Taget til efterretning. Centerchef Inge Brandt fremlægger fremover en status hvert kvartal."),
]  # fmt: skip
STYLES = {"title": ("Helvetica-Bold", 18, 6), "item": ("Helvetica-Bold", 13, 20), "zone": ("Helvetica-Bold", 11, 10),
          "text": ("Helvetica", 11, 5), "at": ("Helvetica", 11, 1)}  # fmt: skip


def wrapped(text: str, width: float, font: str, size: float) -> list[str]:
    """Lines no wider than ``width``; long words break where they hold a soft hyphen."""
    lines, line = [], ""
    for word in text.split():
        candidate = f"{line} {word}".strip()
        if stringWidth(candidate.replace(SHY, ""), font, size) <= width:
            line = candidate
            continue
        parts = word.split(SHY)
        for cut in range(len(parts) - 1, 0, -1):
            head = f"{line} {''.join(parts[:cut])}-".strip()
            if stringWidth(head.replace(SHY, ""), font, size) <= width:
                lines.append(head)
                line = SHY.join(parts[cut:])
                break
        else:
            lines.append(line)
            line = word
    return [item.replace(SHY, "") for item in [*lines, line] if item]


class _Page:
    """Writes down the pages of the PDF, starting a new one where the text reaches the foot."""

    def __init__(self, canvas: Any) -> None:
        self.canvas = canvas
        self.number = 0
        self.y = 0.0
        self.start()

    def start(self) -> None:
        if self.number:
            self.canvas.showPage()
        self.number += 1
        self.y = TOP
        self.canvas.setFont("Helvetica", 8)
        self.canvas.drawString(LEFT, HEIGHT - 40, PDF_TITLE)
        self.canvas.drawRightString(WIDTH - 60, 35, f"Side {self.number} af 2")

    def need(self, height: float) -> None:
        if self.y - height < BOTTOM:
            self.start()

    def write(self, style: str, text: str) -> None:
        font, size, above = STYLES[style]
        lead = 1.28 * size
        lines = wrapped(
            text, (RIGHT if style in ("text", "at") else WIDTH - 60) - LEFT - (14 if style == "at" else 0), font, size
        )
        self.need(above + lead * (len(lines) if style in ("text", "at") else 4))
        self.y -= above
        for number, line in enumerate(lines):
            self.y -= lead
            if self.y < BOTTOM:
                self.start()
                self.y -= lead
            self.canvas.setFont(font, size)
            self.canvas.drawString(
                LEFT + (14 if style == "at" else 0) + (12 if style == "at" and number else 0), self.y, line
            )

    def address(self) -> None:
        self.canvas.setFont("Helvetica", 8)
        for number, line in enumerate(ADDRESS):
            self.canvas.drawString(450, TOP - 40 - 11 * number, line)

    def plan(self) -> None:
        xs, size, lead = [LEFT, 180.0, 330.0, RIGHT + 30], 10, 13
        cells = [
            [wrapped(text, xs[at + 1] - xs[at] - 8, "Helvetica", size) for at, text in enumerate(row)] for row in PLAN
        ]
        heights = [lead * max(map(len, row)) + 6 for row in cells]
        self.need(sum(heights) + 20)
        self.y -= 12
        top = self.y
        for number, (row, height) in enumerate(zip(cells, heights, strict=True)):
            self.canvas.setFont("Helvetica-Bold" if number == 0 else "Helvetica", size)
            self.canvas.line(xs[0], self.y, xs[-1], self.y)
            for at, lines in enumerate(row):
                for index, line in enumerate(lines):
                    self.canvas.drawString(xs[at] + 4, self.y - lead * (index + 1) + 2, line)
            self.y -= height
        self.canvas.line(xs[0], self.y, xs[-1], self.y)
        for x in xs:
            self.canvas.line(x, top, x, self.y)
        self.y -= 6


def make_pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1, lang="da", pageCompression=1)
    canvas.setTitle("Referat af Klima- og Trafikudvalgets møde")
    page = _Page(canvas)
    for index, (style, text) in enumerate(PDF_CONTENT):
        if style == "plan":
            page.plan()
        else:
            page.write(style, text)
        if index == 6:
            page.address()
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


GRID = [
    ("Punkt", "Referat", "Ansvarlig"),
    ("1. Velkomst og godkendelse af dagsorden", "Dagsordenen blev godkendt. Ditte er ordstyrer, Karl skriver referat.", ""),
    ("2. Princip for lejrskoler", "Udkastet blev gennemgået. Bestyrelsen ønskede en klarere formulering om betaling.\n"
     "Princippet blev vedtaget med den tilføjelse, at betaling er frivillig.\n"
     "Det nye princip lægges på hjemmesiden senest d. 1/12.", "Skoleleder Hanne Fugl"),
    ("3. Trafikken ved skolen (v/Mads – 15 min.)", "Mads fortalte om situationen om morgenen. Vi aftalte, at Mads og Ditte kontakter "
     "kommunen om en skolepatrulje og vender tilbage på næste møde.", "Mads og Ditte"),
    ("4. Budgetopfølgning", "Taget til efterretning.\nHanne sender et notat om vikarudgifter ud inden næste møde.", "Hanne"),
    ("5. Skolens 50-års jubilæum", "Nedsættelse af et festudvalg blev drøftet. Punktet blev udskudt til mødet i januar.", ""),
    ("6. Eventuelt", "Intet.", ""),
]  # fmt: skip


def make_docx() -> bytes:
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(11)
    document.sections[0].header.paragraphs[0].text = "Søbakkeskolen · Skolebestyrelsen"
    document.sections[0].footer.paragraphs[0].text = "Søbakkeskolen, Bakkevej 20, 9997 Hovby"
    document.add_heading("Referat af skolebestyrelsesmøde", 1)
    document.add_paragraph("Onsdag den 8. november 2023 kl. 17.00-19.00 på lærerværelset")
    document.add_paragraph("Til stede: Ditte Holt (formand), Mads Krag, Karl Juhl, Lone Birk, Hanne Fugl (skoleleder)")
    document.add_paragraph("Afbud: Rikke Dal")
    table = document.add_table(len(GRID), 3)
    table.style = "Table Grid"
    for row, texts in enumerate(GRID):
        for column, text in enumerate(texts):
            first, *rest = text.split("\n")
            cell = table.cell(row, column)
            cell.paragraphs[0].add_run(first).bold = row == 0
            for paragraph in rest:
                cell.add_paragraph(paragraph)
    document.add_heading("Til næste møde", 2)
    for text in (
        "Karl indkalder til mødet den 17. januar 2024",
        "Lone finder et forslag til kontaktforældrenes opgaver",
    ):
        document.add_paragraph(text, style="List Bullet")
    document.add_paragraph("Referent: Karl Juhl")
    stream = io.BytesIO()
    document.save(stream)
    return _undated(stream.getvalue())


def _undated(data: bytes) -> bytes:
    """The same archive with one fixed date on every part, so that a new build gives the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            info = zipfile.ZipInfo(name, (2023, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(info, before.read(name))
    return stream.getvalue()


BINARY = {"udvalg-egelund.pdf": make_pdf, "skolebestyrelse-soebakke.docx": make_docx}


def main(folder: Path) -> None:
    for name, make in BINARY.items():
        (folder / name).write_bytes(make())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
