"""Invented minutes whose lists, heads or pages a web page or a document viewer has taken apart."""

from __future__ import annotations

from datetime import date

from .web_layouts import WebLayout

LIST_LAYOUTS = [
    WebLayout(
        "a list whose numbers are all 1, with lists inside the items",
        """Referat af skolebestyrelsesmøde den 14. maj 2013

Afbud: Egon Pabst

DAGSORDEN:

 1. Godkendelse af dagsorden
Dagsordenen blev godkendt

 1. Meddelelser fra elevrådet
Elevrådet vil gerne have en bordfodbold

 1. Suppleanter
 2. Hvordan kaldes de ind, og hvornår
 3. Sekretæren ringer til dem, når nogen melder fra. De får en mappe som alle andre

 1. Lejrskole
Skolelederen fremlagde to forslag. Det billige blev valgt

 1. Budget 2014
Budgettet blev gennemgået
""",
        [
            ("1", "Godkendelse af dagsorden"),
            ("1", "Meddelelser fra elevrådet"),
            ("1", "Suppleanter"),
            ("1", "Lejrskole"),
            ("1", "Budget 2014"),
        ],
        ["Dagsordenen blev godkendt", None, None, None, "Budgettet blev gennemgået"],
        date(2013, 5, 14),
        "Skolebestyrelsen",
    ),
    WebLayout(
        "a list that counts anew behind a row of dashes",
        """Referat af lokalrådsmøde mandag den 5. marts 2018

Til stede: Nanna, Egon, Bodil

 1. Godkendelse af dagsorden
Godkendt uden kommentarer

 2. Borgermødet
– Bodil har sagt ja til at være dirigent
– Egon og Nanna ønsker genvalg

 1. Sommerfest
  Nanna beder kroen om et tilbud
 2. Siden sidst
  Bænken ved kirken er malet
 3. Eventuelt
  Der var intet under eventuelt

Næste fælles møde: 3. april
""",
        [
            ("1", "Godkendelse af dagsorden"),
            ("2", "Borgermødet"),
            ("1", "Sommerfest"),
            ("2", "Siden sidst"),
            ("3", "Eventuelt"),
        ],
        ["Godkendt uden kommentarer", None, "Nanna beder kroen om et tilbud", None, "Der var intet under eventuelt"],
        date(2018, 3, 5),
        "Lokalrådet",
    ),
    WebLayout(
        "a list inside an item does not make the items count anew",
        """Referat af lokalrådsmøde mandag den 5. marts 2018

 1. Godkendelse af dagsorden
Godkendt

 2. Fonde
Vi søger tre fonde i år:

 1. Havnefonden
 2. Budget for bænke
 3. Siden sidst har Egon søgt Grønne Fond

 3. Eventuelt
Intet
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Fonde"), ("3", "Eventuelt")],
        ["Godkendt", None, "Intet"],
        date(2018, 3, 5),
        "Lokalrådet",
    ),
    WebLayout(
        "points told under their number, two of them together",
        """Referat fra bestyrelsesmøde tirsdag den 2. april 2002

Dagsorden:
1. Orientering ved formanden
2. Hjemmeside
3. Regnskab og budget
4. Generalforsamling
5. Eventuelt

Afbud fra Egon Pabst

Pkt 1: Formanden fortalte om de opgaver, som nu er løst, og om dem, der mangler.

Den nye pumpe skal indkøres til maj.

Pkt. 2: Hjemmesiden er åbnet, og Nanna lægger referaterne på den.

Pkt. 3 & 4: Man drøftede regnskab og beretning til generalforsamlingen.

Pkt. 5: Der var intet under eventuelt.
""",
        [
            ("1", "Orientering ved formanden"),
            ("2", "Hjemmeside"),
            ("3 & 4", "Regnskab og budget"),
            ("5", "Eventuelt"),
        ],
        [None, None, None, None],
        date(2002, 4, 2),
        "Bestyrelsen",
    ),
    WebLayout(
        "most titles run into their text",
        """Referat bestyrelsesmøde den 6. november 2019

Deltagere: Nanna, Egon, Bodil

1. Referat Referatet fra sidst er godkendt

2. Byggeri Taget bliver lagt om til foråret.

3. Takster 2020 Kommer på næste gang

4. Bestyrelsens punkt Gennemgang af årshjulet.

5. Evt. Der er brug for flere til oprydningen.
""",
        [
            ("1", "Referat"),
            ("2", "Byggeri"),
            ("3", "Takster 2020"),
            ("4", "Bestyrelsens punkt"),
            ("5", "Evt."),
        ],
        [
            "Referatet fra sidst er godkendt",
            "Taget bliver lagt om til foråret.",
            "Kommer på næste gang",
            "Gennemgang af årshjulet.",
            "Der er brug for flere til oprydningen.",
        ],
        date(2019, 11, 6),
        "Bestyrelsen",
    ),
    WebLayout(
        "pages as paragraphs with cases of the body's own register",
        """1 Beslutninger fra mødet torsdag den 4. juni 2009 Kulturudvalget

2 Mødet Torsdag Fraværende: Bemærkninger til dagsordenen: Meddelelser: Kulturudvalget

3 Sagerne var disse KU-12/09-O Status for havnen foråret 2009 Redegørelsen illustrerer brugen af kajpladser siden jul. Forbruget er lavere end ventet på de fleste områder, og der er derfor ikke behov for bevillinger. Beslutning: Taget til efterretning. KU-13/09-D Leje af kajplads På baggrund af besøget i marts skal lejen regnes om. Beslutning: Anbefales.
""",
        [
            (None, "Bemærkninger til dagsordenen"),
            (None, "Meddelelser"),
            ("KU-12/09-O", "Status for havnen foråret 2009"),
            ("KU-13/09-D", "Leje af kajplads"),
        ],
        [None, None, "Taget til efterretning.", "Anbefales."],
        date(2009, 6, 4),
        "Kulturudvalget",
    ),
    WebLayout(
        "minutes under an agenda's head, with a grid of bodies under the title",
        """Dagsordener og referater

Udvalg: Kulturudvalget
Mødedato: 31. januar 2018
Mødested: C3.40

Dagsordenpunkter

Sagsnr.: 00.22.02-A00-9-17 Sagsbehandler: Nanna Vorup

Valg af formand for Kulturudvalget

DIR

ØKE

BYR

X

Øvrige sagsbehandlere: -

Sagsresume

Udvalget vælger selv sin formand.

Indstilling

Borgmesteren indstiller

at Egon Pabst (A) vælges som formand.

Beslutning

Indstillingen blev tiltrådt.
""",
        [(None, "Valg af formand for Kulturudvalget")],
        ["Indstillingen blev tiltrådt."],
        date(2018, 1, 31),
        "Kulturudvalget",
    ),
    WebLayout(
        "minutes told in the present under the word agenda",
        """Bestyrelsesmøde den 8-2-2017

Dagsorden:

1. Betaling for mad?

– Vi gennemgår vedtægterne og laver et nyt afsnit.

2. Timer til Bodil

– Egon kontakter revisoren for at høre, om der er penge.

3. Julefrokost

– Nanna sørger for lokalet.
""",
        [("1", "Betaling for mad?"), ("2", "Timer til Bodil"), ("3", "Julefrokost")],
        ["– Vi gennemgår vedtægterne og laver et nyt afsnit.", None, "– Nanna sørger for lokalet."],
        date(2017, 2, 8),
        "Bestyrelsen",
    ),
    WebLayout(
        "a page of one point that opens with the kind of case, a venue and a question below it",
        """Beslutning: Takster for havnen i 2020
Indstilling
Forvaltningen indstiller, at taksterne godkendes.
Problemstilling
Taksterne har været uændrede i ti år.
Løsning
De foreslås sat op med to procent.
Beslutning
Taksterne blev godkendt.
""",
        [(None, "Beslutning: Takster for havnen i 2020")],
        ["Taksterne blev godkendt."],
        None,
        None,
    ),
    WebLayout(
        "the venue is no title, and a referat stands right under its numbered title",
        """Regionsrådet
23-08-2021 13:00
Mødelokale Fjorden

1. Meddelelser fra formanden

Referat

Formanden fortalte om besøget på sygehuset.
""",
        [("1", "Meddelelser fra formanden")],
        ["Formanden fortalte om besøget på sygehuset."],
        date(2021, 8, 23),
        "Regionsrådet",
    ),
    WebLayout(
        "a contents list right above the only item with text",
        """Dagsordener og referater fra HMU
- Udvalg: HMU
- Mødedato: 28. februar 2025
Pkt. tekst
- 1. Velkomst (kl. 12.00-12.05)
- 2. Tjek ind ved bordene (kl. 12.05-12.15)
- 3. Evaluering (kl. 12.15-12.20)
1. Velkomst (kl. 12.00-12.05)
Sagsfremstilling
Formandskabet byder velkommen.
Beslutning
Formanden bød kort velkommen og gennemgik programmet.
""",
        [("1", "Velkomst")],
        ["Formanden bød kort velkommen og gennemgik programmet."],
        date(2025, 2, 28),
        "HMU",
    ),
    WebLayout(
        "initials in brackets and questions under the titles",
        """Referat fra møde i Bynetværket
Tirsdag den 2. april 2019

1. Sommerfest (NV)
Hvem gør hvad?
Nanna bestiller teltet.

2. Nye skilte (EP & BT)
Skal de være grønne?
Farven bliver grøn.

3. Eventuelt
Hvornår bliver vejen fejet?
""",
        [("1", "Sommerfest"), ("2", "Nye skilte"), ("3", "Eventuelt")],
        ["Nanna bestiller teltet.", "Farven bliver grøn.", "Hvornår bliver vejen fejet?"],
        date(2019, 4, 2),
        "Bynetværket",
    ),
    WebLayout(
        "bullets alone, each of them what was decided",
        """Havneudvalgets beslutningsreferat

9. november 2004

  • Forårets program vedtages.
  • Prisen for en plads i inderhavnen drøftes.
    Der kommer et notat.
  • Der besluttes, at broen males til sommer.
  • En ny lås er bestilt.
  • Forslag om en kiosk diskuteres.
  • Næste udvalgsmøde: 7. december 2004
""",
        [(None, "")] * 5,
        [
            "• Forårets program vedtages.",
            "• Prisen for en plads i inderhavnen drøftes. Der kommer et notat.",
            "• Der besluttes, at broen males til sommer.",
            "• En ny lås er bestilt.",
            "• Forslag om en kiosk diskuteres.",
        ],
        date(2004, 11, 9),
        "Havneudvalget",
    ),
    WebLayout(
        "numbers glued to their titles, a list under one of them answered by its numbers",
        """Referat
MødeforumHavnens bestyrelse
Dato: 25. oktober 2017

1Godkendelse af dagsorden
Ref.: Godkendt
2Meddelelser
  1. Formand
  2. Kasserer
  3. Andre
Ref.: ad 1)
Broen er malet.
ad 3)
Sejlklubben holder fest.
3Takster for 2018
takster.pdf
4Eventuelt
Ref.: Intet.
""",
        [
            ("1", "Godkendelse af dagsorden"),
            ("2", "Meddelelser"),
            ("3", "Takster for 2018"),
            ("4", "Eventuelt"),
        ],
        [None, None, None, None],
        date(2017, 10, 25),
        "Havnens bestyrelse",
    ),
    WebLayout(
        "every title behind a dash, set apart, a question and a short text among them",
        """Forældrerådsmøde onsdag d. 23. januar 2013

- Kort nyt fra husene

Alle steder er der godt gang i legen.

- Hvordan får vi flere til at læse opslagene,

og hvem hænger dem op?

Det er mest de store, der ikke læser dem.

- Uge 4 .. "Min krop og din krop"

Midtvejs i ugen går det fint alle steder.

- Budget

Rammen er den samme som sidste år.

- Ny reform, hvad mener vi?

Der er lidt uro om timerne i huset.

- Sommerens fest

Tema fra sidste møde, måske tænkt ind i august.

- Kommende møde

Ny dato; 19/3 kl. 17-19
""",
        [
            (None, "Kort nyt fra husene"),
            (None, "Hvordan får vi flere til at læse opslagene, og hvem hænger dem op?"),
            (None, 'Uge 4 .. "Min krop og din krop"'),
            (None, "Budget"),
            (None, "Ny reform, hvad mener vi?"),
            (None, "Sommerens fest"),
            (None, "Kommende møde"),
        ],
        [None] * 7,
        date(2013, 1, 23),
        "Forældrerådet",
    ),
    WebLayout(
        "a grid's cells on lines of their own: the number, who presents the point, its title",
        """Referat af møde i Skolebestyrelsen

Dato: 4. november 2019

1

/ALLE

Nyt fra udvalgene

20

Elevråd:

Der spises i klassen i femten minutter.

2

/NV

Skole og hjem

30

Læs udkastet:

  1. Forældremøder
  2. Samtaler i hjemmet

Forslaget tages op på næste møde.

3

/EP

Hvordan bliver vi flere?

20

Personalet har hørt om tankerne.
""",
        [("1", "Nyt fra udvalgene"), ("2", "Skole og hjem"), ("3", "Hvordan bliver vi flere?")],
        [None, None, None],
        date(2019, 11, 4),
        "Skolebestyrelsen",
    ),
]
