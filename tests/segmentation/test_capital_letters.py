"""Points that count by capital letter inside a numbered one."""

from __future__ import annotations

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

RUNNING = (
    "1 Referat fra møde i hovedbestyrelsen torsdag den 15. januar 2015 Deltagere: Nanna Vorup, Egon Pabst, Lis Okholm 1. Godkendelse af "
    "dagsorden Dagsordenen godkendt. 2. Forretningsudvalget A. Indstilling om kontingent for pensionister Indstilling: FU indstiller, at "
    "kontingentet fastholdes på 60 kr. Beslutning: Indstillingen vedtaget med 5 stemmer mod 3. B. Indstilling om ny hjemmeside Indstilling: FU "
    "indstiller, at tilbuddet accepteres. Beslutning: Sagen genoptages på mødet i marts. C. Status på overenskomst Formanden gav en status på "
    "forhandlingerne. 3. Uddannelsesudvalget Lis orienterede om høringen af den nye bekendtgørelse. Udvalget har svaret. 4. Økonomi A. Bertelsen "
    "gennemgik tallene, og de blev taget til efterretning. 5. Eventuelt Intet.\n"
)
PRINTED = """Referat af generalforsamling søndag den 20. marts 2016

Pkt. 1:  Valg af dirigent

Svend Kirk blev valgt.

Pkt. 2:  Indkomne forslag:

A) Forslag fra bestyrelsen om ny vejbund.

Forslaget blev vedtaget med stort flertal.

B) Forslag fra nr. 15 om at spærre Klitvej.

Forslagsstilleren valgte at trække forslaget.

Pkt. 3:  Beretninger

A) Bådudvalget: intet nyt
B) Festudvalget: 40 var med.

Pkt. 4:  Eventuelt

Intet.
"""


def _items(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in segment(Source(text=text)).meetings[0].items]


def test_letters_behind_a_numbers_title_in_running_text() -> None:
    assert _items(RUNNING) == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Forretningsudvalget"),
        ("A", "Indstilling om kontingent for pensionister"),
        ("B", "Indstilling om ny hjemmeside"),
        ("C", "Status på overenskomst"),
        ("3", "Uddannelsesudvalget"),
        ("4", "Økonomi"),
        ("5", "Eventuelt"),
    ]


def test_letters_set_apart_are_points_and_a_list_of_them_is_none() -> None:
    assert [number for number, _ in _items(PRINTED)] == ["1", "2", "A", "B", "3", "4"]


def test_letters_with_a_colon_right_below_a_title() -> None:
    text = """Generalforsamling i Grundejerforeningen Kærlunden onsdag den 12. november 2008

1: VALG AF DIRIGENT
Bent blev valgt uden modkandidat.

2: LEGEPLADSEN
A: Forslag fra Lis Okholm
Lis motiverede sit forslag om at nedlægge legepladsen. Der er ikke mange børn mere.
Afstemning: 9 for, 27 imod. Forslaget var dermed forkastet.

B: Bestyrelsens 2 forslag
Forslag 1 er at reparere det vi har. Forslag 2 er nye redskaber til 94.000 kr.
Man stemte om de to forslag. Forslag 2 fik 22 stemmer. Der bygges altså ny legeplads.

3: ANDRE FORSLAG
A: Forslag om snerydning ved vognmand
Forslaget blev vedtaget.
B: Forslag fra Egon Pabst om fældning af træerne
Forslaget fik 3 stemmer og bortfaldt.

4: VALG
A: Egon Pabst
B: Lis Okholm

5: EVENTUELT
Der blev mindet om fastelavn.
"""
    assert _items(text) == [
        ("1", "VALG AF DIRIGENT"),
        ("2", "LEGEPLADSEN"),
        ("A", "Forslag fra Lis Okholm"),
        ("B", "Bestyrelsens 2 forslag"),
        ("3", "ANDRE FORSLAG"),
        ("A", "Forslag om snerydning ved vognmand"),
        ("B", "Forslag fra Egon Pabst om fældning af træerne"),
        ("4", "VALG"),
        ("5", "EVENTUELT"),
    ]
