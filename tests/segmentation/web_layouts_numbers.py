"""Numbers that extraction or a hand has set oddly; all invented."""

from __future__ import annotations

from datetime import date

from .web_layouts import WebLayout

NUMBER_LAYOUTS = [
    WebLayout(
        "points that say so, each with a list of its own",
        """Referat af bestyrelsesmøde onsdag den 6. maj 2020 i klubhuset

Til stede: Nanna Vorup, Egon Pabst, Bodil Fisker

Ad. Pkt. 1. Godkendelse af dagsorden

Godkendt.

Ad. Pkt. 2. Nye regler fra forbundet

 1. Bådene vaskes efter brug – det gør vi allerede.
 2. Kun to i jollen – følges.
 3. Baderummet er lukket – følges, skilt er hængt op.

Ad.  Pkt. 3. Status for økonomien

 1. Kontingenter – lidt færre end ventet.
 2. Udlejning – endnu ikke et overblik.
 3. Sponsorer – to nye.
 4. Kiosken – åbner først i juni.
""",
        [
            ("1", "Godkendelse af dagsorden"),
            ("2", "Nye regler fra forbundet"),
            ("3", "Status for økonomien"),
        ],
        [
            "Godkendt.",
            None,
            None,
        ],
        date(2020, 5, 6),
        "Bestyrelsen",
    ),
    WebLayout(
        "the first number is printed twice",
        """Referat 14.09.2021

Bestyrelsesmøde i Tranby Landsbyhus

Deltagere: Ane, Tomas, Rikke og Lena

1. Godkendelse af referat

Referat: Godkendt

1. Godkendelse af dagsorden

Referat: Punkt om nøgler tilføjet.

3. Konstituering af bestyrelsen

Referat: Ane fortsætter som formand.

4. Nyt fra formanden

Referat: Taget til efterretning.
""",
        [
            ("1", "Godkendelse af referat"),
            ("1", "Godkendelse af dagsorden"),
            ("3", "Konstituering af bestyrelsen"),
            ("4", "Nyt fra formanden"),
        ],
        ["Godkendt", "Punkt om nøgler tilføjet.", "Ane fortsætter som formand.", "Taget til efterretning."],
        date(2021, 9, 14),
        "Bestyrelsen",
    ),
    WebLayout(
        "the agenda first, then what was said, told by its numbers",
        """Bestyrelsesmøde afholdt den 4/12 2013
Møllevej 27

Dagsorden:
1. Siden sidst, herunder tilsyn
2. Takstblad
3. Nødforbindelse
4. Evt.

Referat jf. dagsorden:
1. Niels orienterede om tilsynet, som ikke gav anledning til bemærkninger. Rapporten lægges på hjemmesiden i januar.
2. Takstbladet er godkendt af kommunen, og regningerne kan sendes ud som planlagt efter nytår.
3. Niels har talt med naboværket om en fælles ledning. Tegningerne kommer inden jul.
4. Pumpen er blevet vendt på mødet, da den støjer.
""",
        [
            ("1", ""),
            ("2", ""),
            ("3", ""),
            ("4", ""),
        ],
        [None, None, None, "4. Pumpen er blevet vendt på mødet, da den støjer."],
        date(2013, 12, 4),
        "Bestyrelsen",
    ),
]
