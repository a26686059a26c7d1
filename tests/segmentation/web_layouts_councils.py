"""Invented minutes in the layouts of councils, school boards and committees of employees: what a first look at such pages broke."""

from __future__ import annotations

from datetime import date

from .web_layouts import WebLayout

COUNCIL_LAYOUTS = [
    WebLayout(
        "the clock between number and title",
        """Referat af møde i Seniorrådet 14. maj 2024 kl. 09.00-12.00

Dagsorden

1 - 09.00-09.05 Godkendelse af dagsordenen

Godkendt

2 - 09.05-09.20 Nyt fra formanden

Formanden orienterede om besøget på Egegården.

3 - kl. 09.20 Budget for næste år

Rådet sender et høringssvar.
""",
        [("1", "Godkendelse af dagsordenen"), ("2", "Nyt fra formanden"), ("3", "Budget for næste år")],
        ["Godkendt", "Formanden orienterede om besøget på Egegården.", "Rådet sender et høringssvar."],
        date(2024, 5, 14),
        "Seniorrådet",
    ),
    WebLayout(
        "members under labels above the titles",
        """Forældrebestyrelsen for Børnehuset Kløveren

Forældrerepræsentanter:

Nanna Vorup (formand)
Egon Pabst

Medarbejderrepræsentanter:

Bodil Tang
Kaj Hessel

Lederrepræsentant:

Signe Bøgh

Referat af møde den 17. september 2024

Madordning:

Køkkenet er godt i gang. Ida sender menuen ud.

Arbejdslørdag:

Den holdes den 4. maj.

Eventuelt:

Intet.
""",
        [(None, "Madordning"), (None, "Arbejdslørdag"), (None, "Eventuelt")],
        ["Køkkenet er godt i gang. Ida sender menuen ud.", "Den holdes den 4. maj.", "Intet."],
        date(2024, 9, 17),
        "Forældrebestyrelsen",
    ),
]
