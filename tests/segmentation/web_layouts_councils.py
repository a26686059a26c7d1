"""Invented minutes in the layouts of councils, school boards and committees of employees: what a first look at such pages broke."""

from __future__ import annotations

from datetime import date

from .web_layouts import WebLayout

COUNCIL_LAYOUTS = [
    WebLayout(
        "a bulleted number with plain numbers in its case",
        """Børneudvalget - Referat fra mødet den 20-06-2017

  • 1 Meddelelser og gensidig orientering
    • Indstilling

      Direktøren indstiller

      1. at meddelelserne tages til efterretning

    • Beslutning i Børneudvalget den 20-06-2017

      Meddelelserne blev taget til efterretning

    • Sagsfremstilling

      1.    Orientering fra formanden

      Formanden har været i Brobølle.

      2.    Orientering fra direktøren

      Direktøren gennemgik tallene for maj.
""",
        [("1", "Meddelelser og gensidig orientering")],
        ["Meddelelserne blev taget til efterretning"],
        date(2017, 6, 20),
        "Børneudvalget",
    ),
    WebLayout(
        "an agenda's head above a decision",
        """Udvalg: Parkudvalget
Mødedato: 11. januar 2016
Mødested: Lokale 3

Dagsordenpunkter

19. Orientering om grønne byer

Sagsfremstilling

På mødet orienteres om ordningen.

Indstilling

Direktøren indstiller,

at sagen tages til orientering.

Beslutning

Sagen taget til orientering.
""",
        [("19", "Orientering om grønne byer")],
        ["Sagen taget til orientering."],
        date(2016, 1, 11),
        "Parkudvalget",
    ),
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
    WebLayout(
        "the list's own number before the one that was typed",
        """Referat

Seniorrådet 31. august 2020

 1.  1. Formøde

  Beslutning i Seniorrådet den 31-08-2020

  Formanden bød velkommen.

 2.  2. Gæster fra hjemmeplejen

  Beslutning i Seniorrådet den 31-08-2020

  Godkendt.
""",
        [("1", "Formøde"), ("2", "Gæster fra hjemmeplejen")],
        ["Formanden bød velkommen.", "Godkendt."],
        date(2020, 8, 31),
        "Seniorrådet",
    ),
    WebLayout(
        "duration and end of each point in a bracket",
        """Skolebestyrelsen, onsdag den 12. april 2023 kl. 18.30

 1. Godkendelse af dagsorden (5 min)

Godkendt

 1. Nyt fra elevrådet (10 min - slut kl. 18.45)

Elevrådet vil gerne have flere bænke.

 1. Skolefesten 27/4 (20 min., til 19.05)

Bestyrelsen deltager ikke.
""",
        [("1", "Godkendelse af dagsorden"), ("1", "Nyt fra elevrådet"), ("1", "Skolefesten 27/4")],
        ["Godkendt", "Elevrådet vil gerne have flere bænke.", "Bestyrelsen deltager ikke."],
        date(2023, 4, 12),
        "Skolebestyrelsen",
    ),
    WebLayout(
        "what the agenda said stands above the cell of the point's kind",
        """Referat af skolebestyrelsesmøde den 12. september 2023

Punkt

Referat

Pkt. 1

Godkendelse af dagsorden

Er der punkter til eventuelt?

B

Godkendt

Pkt. 2

Kort nyt fra:

  • Skolen

  • Elevrådet

Vi spiser sammen imens.

O

Der er valgt en ny elevrådsformand.

Pkt. 3

Fællesmøde for forældreråd

Vi har tidligere lagt mødet den 21. september. Holder vi fast i det?

D

Vi finder en ny dag.
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Kort nyt fra"), ("3", "Fællesmøde for forældreråd")],
        ["Godkendt", "Der er valgt en ny elevrådsformand.", "Vi finder en ny dag."],
        date(2023, 9, 12),
        "Skolebestyrelsen",
    ),
    WebLayout(
        "a contents list whose titles end in their pages, and sub-points lettered behind a stop",
        """Beredskabskommissionen den 3. maj 2011

Indholdsfortegnelse
2. Meddelelser 3
3. Arbejdsmiljø 4
4. Sikringsrum og pligter 5
5. Ny drejestige på stationen 7

1. Godkendelse af referat fra mødet den 21. september 2010
Kommissionen godkendte referatet.

2. Meddelelser

2.a Brandsyn
Alle brandsyn er gennemført.

2.b Kørsel
Taget til efterretning.
""",
        [
            ("1", "Godkendelse af referat fra mødet den 21. september 2010"),
            ("2", "Meddelelser"),
            ("2a", "Brandsyn"),
            ("2b", "Kørsel"),
        ],
        ["Kommissionen godkendte referatet.", None, "Alle brandsyn er gennemført.", "Taget til efterretning."],
        date(2011, 5, 3),
        "Beredskabskommissionen",
    ),
    WebLayout(
        "one numbered point of a proposal, set apart from its lead-in",
        """Projektudvalget

19-02-2019 16:45

1. Godkendelse af dagsorden

Indstilling

Nanna Vorup indstiller, at;

 1. Dagsordenen for mødet godkendes

Beslutning i Projektudvalget den 19-02-2019

Godkendt

2. Handleplan for byen

Indstilling

Direktør Nanna Vorup indstiller, at;

 1. Udvalget orienteres om tre projekter fra handleplanen

Beskrivelse af sagen

Planen er fra 2017.

Beslutning i Projektudvalget den 19-02-2019

Orienteret.
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Handleplan for byen")],
        ["Godkendt", "Orienteret."],
        date(2019, 2, 19),
        "Projektudvalget",
    ),
    WebLayout(
        "a contents list with a closed point, and only the first point of the minutes, with empty headings below its outcome",
        """UDVALG

Udvalget for Voksne

MØDE

Referat

STARTTIDSPUNKT

23-03-2015 13:30:00

PUNKTER

24. Godkendelse af dagsorden til mødet
25. Rundvisning på plejecentret
26. Sundhedsberedskab og planer
27. Valg af leverandør - Lukket punkt
28. Punkter til dialogmøde
29. Handleplan for bostedet
30. Gensidige orienteringer


24. Godkendelse af dagsorden til mødet

Indstilling
Direktør Nanna Vorup indstiller at:

  1. Dagsordenen godkendes.

Økonomiske konsekvenser
Beslutning i Udvalget for Voksne den 23-03-2015
Dagsordenen blev godkendt.

Referat
Sagsfremstilling
""",
        [("24", "Godkendelse af dagsorden til mødet")],
        [None],
        date(2015, 3, 23),
        "Udvalget for Voksne",
    ),
    WebLayout(
        "a page without empty lines that lost the number of one point",
        """Referat af møde i Seniorrådet 26. november 2025
1. Godkendelse af dagsordenen
Godkendt
2. Godkendelse af referat
Godkendt
Gennemgang af udvalgets dagsorden
Rådet gennemgik punkterne uden bemærkninger.
4. Dialog med borgmesteren
Rådet sender en anbefaling om busserne.
""",
        [("1", "Godkendelse af dagsordenen"), ("2", "Godkendelse af referat"), ("4", "Dialog med borgmesteren")],
        ["Godkendt", None, "Rådet sender en anbefaling om busserne."],
        date(2025, 11, 26),
        "Seniorrådet",
    ),
    WebLayout(
        "a title printed twice above the number of the register",
        """Konference om nærdemokrati den 25. september 2002
Udvalget for Demokrati og Service
BESLUTNINGSPROTOKOL
fra ordinært møde mandag den 30. september 2002
Fraværende med afbud: Nanna Vorup
Åbne punkter
Konference om nærdemokrati den 25. september 2002
Konference om nærdemokrati den 25. september 2002
DS 47/2002
INDSTILLING OG BESLUTNING
Udvalget for Demokrati og Services beslutning i mødet den 30. september 2002
Konferencen blev drøftet.
""",
        [("DS 47/2002", "Konference om nærdemokrati den 25. september 2002")],
        [None],
        date(2002, 9, 30),
        None,
    ),
]
