"""Invented minutes whose numbers stand below the titles, whose titles are lost, or whose pages hold lines that look like titles."""

from __future__ import annotations

from datetime import date

from .web_layouts import WebLayout

LOST_LAYOUTS = [
    WebLayout(
        "the number of each case below its title, lists between",
        """Byrådet
12-06-2018

Havnetakster 2019
Sag nr. 21

Indstilling

Havnekontoret indstiller,

1. at taksterne godkendes, og
2. at de træder i kraft til nytår.

Beslutning

1. Godkendt.
2. Godkendt.

Bilag

Bilag 1: Takstblad

Lys på stien ved engen
Sag nr. 22

Indstilling

Vej og Park indstiller,

1. at stien får lys.

Beslutning

Udsat.

Tv fra salen - forslag fra Bo Krag (C)
Sag nr. 23

Beslutning

Byrådet nedsætter en gruppe.

Valg til havnerådet
Sag nr. 24

Beslutning

Egon Krag blev valgt.

Meddelelser
Sag nr. 25

Beslutning

Ingen.
""",
        [
            ("21", "Havnetakster 2019"),
            ("22", "Lys på stien ved engen"),
            ("23", "Tv fra salen - forslag fra Bo Krag (C)"),
            ("24", "Valg til havnerådet"),
            ("25", "Meddelelser"),
        ],
        [None, "Udsat.", "Byrådet nedsætter en gruppe.", "Egon Krag blev valgt.", "Ingen."],
        date(2018, 6, 12),
        "Byrådet",
    ),
    WebLayout(
        "titles of the list printed once more without their numbers",
        """Lokalrådet
Møde tirsdag den 6. oktober 2015

Punkter

1. Referat fra august
2. Bordet rundt
3. Bænken ved kirken
4. Evt.

Referat fra august

BESLUTNING

Godkendt

Bordet rundt

BESLUTNING

Nanna fortalte om høstfesten.

Bænken ved kirken

SAGSFREMSTILLING

Den er rådden.

BESLUTNING

Egon køber en ny.

Evt.

BESLUTNING

Intet.
""",
        [(None, "Referat fra august"), (None, "Bordet rundt"), (None, "Bænken ved kirken"), (None, "Evt.")],
        ["Godkendt", "Nanna fortalte om høstfesten.", "Egon køber en ny.", "Intet."],
        date(2015, 10, 6),
        "Lokalrådet",
    ),
    WebLayout(
        "answers by number below the titles",
        """Referat af udvalgets møde torsdag den 14. maj 2009.
Til stede: Bodil Vang, Egon Krag og Nanna Vorup.

1. Referat fra marts.

Ad 1: Referatet blev godkendt.

2. Takster for krydstogtet.

Ad 2: Bodil Vang gennemgik oplægget fra havnen.
Oplægget anbefales.

3. Lys på kajen.

Ad 3: Der er tegnet to løsninger.
Udvalget valgte de lave lamper.

4. Eventuelt.

Ad 4: Intet.
""",
        [("1", "Referat fra marts"), ("2", "Takster for krydstogtet"), ("3", "Lys på kajen"), ("4", "Eventuelt")],
        [None, None, None, None],
        date(2009, 5, 14),
        None,
    ),
    WebLayout(
        "a button of the page glued to each title",
        """Referat af møde i Kulturudvalget
Mødedato: 12. november 2024
Dagsordenpunkter
1. Godkendelse af dagsordenTryk for at åbne punktet Godkendelse af dagsorden
Beslutning
Godkendt
2. Tilskud til museetTryk for at åbne punktet Tilskud til museet
Beslutning
Udsat
3. EventueltTryk for at åbne punktet Eventuelt
Beslutning
Intet
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Tilskud til museet"), ("3", "Eventuelt")],
        ["Godkendt", "Udsat", "Intet"],
        date(2024, 11, 12),
        "Kulturudvalget",
    ),
    WebLayout(
        "titles lost, the case above the outcome and a list of bilag below it",
        """Referat
Skoleudvalget onsdag den 3. april 2019 kl. 16.30

Indstilling

at dagsordenen godkendes.

Beslutning

Godkendt.

Sagsfremstilling

Ferieklubberne kan drives for mindre.

Indstilling

at forslaget tiltrædes.

Beslutning

Tiltrådt.

Beslutningskompetence

Byrådet.

Bilag

Sagsfremstilling

Skolen ønsker en ny klatrebane til 300.000 kr.

Indstilling

at der gives en bevilling.

Beslutning

Udsat.

Bilag

Sagsfremstilling

Et påbud er givet.

Beslutning

Taget til efterretning.
""",
        [(None, ""), (None, ""), (None, ""), (None, "")],
        ["Godkendt.", "Tiltrådt.", "Udsat.", "Taget til efterretning."],
        date(2019, 4, 3),
        "Skoleudvalget",
    ),
    WebLayout(
        "a title that reads like a heading, set wide apart",
        """Møde i Brugerrådet

Dato: Mandag d. 13.3.2023

Sted: Frivillighuset, Kirkestræde 6

Deltagere:

 • Nanna Vorup
 • Egon Krag
 • Bodil Vang

Dagsorden med referat:



Dagsorden til mødet

Indhold:

Godkendelse

Referat

Godkendt



Nyt fra formanden

Indhold:

Kort om vinteren.

Referat

Vinteren var god.



Økonomi

Indhold:

Der er 4.000 kr. tilbage.

Referat

Der købes nye spil.



Eventuelt

Indhold:

-

Referat

Intet.
""",
        [(None, "Dagsorden til mødet"), (None, "Nyt fra formanden"), (None, "Økonomi"), (None, "Eventuelt")],
        ["Godkendt", "Vinteren var god.", "Der købes nye spil.", "Intet."],
        date(2023, 3, 13),
        "Brugerrådet",
    ),
    WebLayout(
        "the outcome under the body, the day and the point",
        """Ungdomsrådets møde den 9. maj 2012

1. Valg af formand

Egon stiller op.

Besluttet på Ungdomsrådet den 09-05-2012 som punkt 1

Egon blev valgt.

2. Tur til havet

Der er tre forslag.

Besluttet på Ungdomsrådet den 09-05-2012 som punkt 2

Vi tager bussen.

3. Eventuelt

Besluttet på Ungdomsrådet den 09-05-2012 som punkt 3

Intet.
""",
        [("1", "Valg af formand"), ("2", "Tur til havet"), ("3", "Eventuelt")],
        ["Egon blev valgt.", "Vi tager bussen.", "Intet."],
        date(2012, 5, 9),
        "Ungdomsrådet",
    ),
]
