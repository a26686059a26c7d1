"""Invented minutes with a contents list taken apart, an empty heading behind the answer, or titles above a body's decisions."""

from __future__ import annotations

from datetime import date

from .web_layouts import WebLayout

CONTENTS_LAYOUTS = [
    WebLayout(
        "numbers, titles and pages of the contents on lines of their own",
        """Referat

Møde i Havneudvalget

onsdag den 9. juni 2021 kl. 15.00

Indholdsfortegnelse

1.

Godkendelse af dagsorden

3

2.

Ny kran på østmolen

4

3.

Takster for fiskekasser

7

4.

Eventuelt

9

1. Godkendelse af dagsorden

Åbent

Beslutning i Havneudvalget onsdag den 9. juni 2021, pkt. 1

Godkendt.
""",
        [("1", "Godkendelse af dagsorden")],
        ["Godkendt."],
        date(2021, 6, 9),
        "Havneudvalget",
    ),
    WebLayout(
        "an empty Referat behind a dated answer",
        """UDVALG

Udvalget for Fritid

MØDE

Referat

STARTTIDSPUNKT

12-03-2014 16:00:00

PUNKTER

21. Godkendelse af dagsorden
22. Lys på stadion

21. Godkendelse af dagsorden

Sagsprocedure

Udvalget for Fritid

Hovedindstilling

Direktøren indstiller, at:

  1. dagsordenen godkendes

Sagsbeskrivelse af hovedindstilling

Beslutning i Udvalget for Fritid den 12-03-2014

Godkendt

Referat
""",
        [("21", "Godkendelse af dagsorden")],
        ["Godkendt"],
        date(2014, 3, 12),
        "Udvalget for Fritid",
    ),
    WebLayout(
        "Referat glued to the first title, with a list of its own below",
        """Dagsorden
Regionsrådet 17-03-2021 13:00

1.Meddelelser fra formanden
2.Godkendelse - Ny akutbil i Sundby
3.Beslutning - Puljen til lokale læger

1. Meddelelser fra formandenReferat

Følgende emner blev nævnt under dette punkt på mødet den 17. marts 2021:

1. Afbud. Der var afbud fra Karna Tolstrup.

2. Byggeriet. Formanden orienterede om tidsplanen for byggeriet i Sundby.
""",
        [("1", "Meddelelser fra formanden")],
        [None],
        date(2021, 3, 17),
        "Regionsrådet",
    ),
    WebLayout(
        "titles above sentences that say what the council decided",
        """Øråd besluttede følgende på sit møde den 4. maj 2016

Ændring af reglerne for leje af forsamlingshuset og de tilhørende lokaler i stueetagen samt betaling for rengøring
Ørådet besluttede, at reglerne ændres med virkning fra sommeren.

For yderligere oplysninger kontakt sekretær Ane Balle

Flytning af bådpladser
Ørådet besluttede, at pladserne flyttes til sydhavnen.

Tilskud til sommerfesten
Ørådet godkendte et tilskud på 4.000 kr.
""",
        [
            (
                None,
                "Ændring af reglerne for leje af forsamlingshuset og de tilhørende lokaler i stueetagen samt betaling for rengøring",
            ),
            (None, "Flytning af bådpladser"),
            (None, "Tilskud til sommerfesten"),
        ],
        [None, "Ørådet besluttede, at pladserne flyttes til sydhavnen.", "Ørådet godkendte et tilskud på 4.000 kr."],
        date(2016, 5, 4),
        None,
    ),
    WebLayout(
        "messages in a numbered list inside a point titled above its case",
        """Udvalg
Udvalg for Havn og Fiskeri
Dato
9. March 2021 -
Titel
Forside

Sagsfremstilling

Tilstede: Karna Tolstrup (S) og Ove Brink (V)

Godkendelse af dagsorden

Sagsfremstilling

Dagsorden godkendt.

Kajplads til kutteren Ellen

Sagsfremstilling

Kutteren får plads ved østmolen.

Meddelelser

Sagsfremstilling

Meddelelser fra forvaltningen:

 1. Isværket var lukket i to dage på grund af strømsvigt.
 2. Havnefogeden har været på besøg i Sundby og Nordhavn.
 3. Den nye kran er leveret og bliver stillet op i april.
 4. Auktionshallen har fået nyt tag.
""",
        [(None, "Godkendelse af dagsorden"), (None, "Kajplads til kutteren Ellen"), (None, "Meddelelser")],
        [None, None, None],
        date(2021, 3, 9),
        "Udvalg for Havn og Fiskeri",
    ),
]
