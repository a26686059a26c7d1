"""Minutes without line breaks: which texts they are, and what is found in them."""

from __future__ import annotations

import time

import pytest

from decisionnlp.document import Source, ZoneKind
from decisionnlp.segmentation import segment
from decisionnlp.segmentation.lines import lines_of
from decisionnlp.segmentation.running_text import is_running, running_cuts

_A, _P, _C, _O = ZoneKind.AGENDA, ZoneKind.PROPOSAL, ZoneKind.CASE, ZoneKind.OUTCOME
_T, _B = ZoneKind.ATTENDANCE, ZoneKind.ATTACHMENT

PAGES = (
    "Referat Teknikudvalget 14-03-2011\n\n"
    "1 Teknikudvalget Referat Mødedato: Mødetid: 15:30 Mødested: Lokale 4 Medlemmer: Grethe Lund, Svend Kok Fraværende: Svend Kok\n\n"
    "2 Side 2 1. Godkendelse af dagsorden Sagsnr.: 11/204 Beslutning den Godkendt. 2. Renovering af Havnebroen Sagsnr.: 11/981 Resume "
    "Havnebroen trænger til nye bolte og ny belægning. Økonomi Udgiften finansieres af puljen til broer. Indstilling Forvaltningen "
    "indstiller, at udvalget godkender den billigste løsning. Beslutning den Godkendt med den ændring, at belægningen skal være lys. "
    "Fraværende: Svend Kok"
)
WORDED = (
    "Bestyrelsen ved Bakkeskolen Referat fra mødet tirsdag den 4. februar 2014 Til stede: Mona, Ib og Rikke Afbud: Lis - Punkt 1. – "
    "Godkendelse af referat. Referatet er udsendt. - Punkt 2. – Nyt fra elevrådet. Eleverne ønsker flere bænke i gården, og Rikke "
    "undersøger prisen. - Punkt 3. ordensregler. Udkastet blev drøftet, som nævnt under punkt 2. - Punkt 4. Eventuelt Intet."
)
LISTED = (
    "Referat af bestyrelsesmøde den 28. november 2012 Til stede: Bodil Vang, Jens Uth. Forslag til dagsorden: 1. Godkendelse af referat "
    "2. Meddelelser 3. Økonomi 4. Ny hal Pkt. 1: Godkendelse af referat Det indstilles, at bestyrelsen godkender referatet. Referatet "
    "blev godkendt Pkt. 2: Meddelelser Byggeriet er forsinket tre uger. Pkt. 3: Økonomi Bestyrelsen tog orienteringen til efterretning."
)
UNLABELLED = (
    "Børneudvalget 07-09-2009 Deltagere: Hanne Vad, Arne Krog 1. Takster for klubber 09/7712 Beslutningstema: Taksterne skal fastsættes. "
    "Det indstilles, at taksterne godkendes Bilag: Takstblad 2010 Godkendt. 2. Orientering om status for de nye pladser 09/25773 "
    "Beslutningstema: Der gives en status. Det indstilles, at orienteringen tages til efterretning Bilag: Notat Til efterretning."
)

FOUND = [
    (
        "a viewer's pages with labels and undated decisions",
        PAGES,
        [
            ("1", "Godkendelse af dagsorden", [_A, _O]),
            ("2", "Renovering af Havnebroen", [_A, _C, _P, _O, _T]),
        ],
    ),
    (
        "points counted in words, each in the midst of the line",
        WORDED,
        [
            ("1", "Godkendelse af referat", [_A, _O]),
            ("2", "Nyt fra elevrådet", [_A, _O]),
            ("3", "ordensregler", [_A, _O]),
            ("4", "Eventuelt", [_A, _O]),
        ],
    ),
    (
        "an agenda in the line is no row of points, but its titles tell where those of the points end",
        LISTED,
        [
            ("1", "Godkendelse af referat", [_A, _P, _O]),
            ("2", "Meddelelser", [_A, _O]),
            ("3", "Økonomi", [_A, _O]),
        ],
    ),
    (
        "case numbers without a label, answers without a heading",
        UNLABELLED,
        [
            ("1", "Takster for klubber", [_A, _C, _P, _B, _O]),
            ("2", "Orientering om status for de nye pladser", [_A, _C, _P, _B, _O]),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND])
def test_items_and_zones(text: str, expected: list[tuple[str, str, list[ZoneKind]]]) -> None:
    (meeting,) = segment(Source(text)).meetings
    found = []
    for item in meeting.items:
        kinds: list[ZoneKind] = []
        for zone in item.zones:
            if not kinds or kinds[-1] is not zone.zone:
                kinds.append(zone.zone)
        found.append((item.number, item.title, kinds))
    assert found == expected


PROSE = (
    "Bestyrelsen har i årets løb drøftet vedligeholdelsen af de gamle blokke, og det er dens opfattelse, at taget skal skiftes. Økonomi er "
    "et fast punkt på møderne, og beslutning om lån træffes af afdelingsmødet. Bilag om regnskabet ligger på kontoret. Til efteråret "
    "kommer der nye vinduer i blok 4 og 5, og beboerne får besked fra kontoret, når arbejdet går i gang i den første af de to blokke."
)
SHAPES = [
    ("viewer's pages", PAGES, True),
    ("one line", WORDED, True),
    ("prose that names headings", PROSE, False),
    ("the same minutes in lines", PAGES.replace(". ", ".\n").replace(" Beslutning", "\nBeslutning"), False),
    ("nothing", "", False),
]


@pytest.mark.parametrize(("text", "running"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES])
def test_shape(text: str, *, running: bool) -> None:
    assert is_running(lines_of(text)) is running


HOSTILE = [
    "Punkt 1. Takster ",
    "1. Takster ",
    "Sagsnr.: 1 ",
    "Dagsorden: 1. A ",
    "Det indstilles, at ",
    "Bygge-, Kultur og ",
    "A",
    "9",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_lines_take_linear_time(piece: str) -> None:
    def seconds(characters: int) -> float:
        lines = lines_of("Bilag: a Type: b Afbud: c " + piece * (characters // len(piece)))
        begin = time.process_time()
        is_running(lines)
        running_cuts(lines)
        return time.process_time() - begin

    assert seconds(160_000) < 12 * max(seconds(40_000), 0.02)
