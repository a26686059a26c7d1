"""Invented minutes of councils, committees and local committees: lists inside a case or a proposal, contents whose points never come."""

from __future__ import annotations

from datetime import date

from .web_layouts import WebLayout

POLITICAL_LAYOUTS = [
    WebLayout(
        "day and place above the one point of a page that tells its outcome",
        """Mødedato: 12.03.2020, kl. 17:00

Mødested: Lerbæk Bibliotek, Engvej 2, 4711 Lerbæk

Samtale med havnens brugere om Engvej

Havnens brugere har bedt om en samtale med lokaludvalget om trafikken.

Tidligere beslutninger

Lokaludvalget har talt med skolens forældre i november.

Indstilling

Formanden indstiller til Lerbæk Lokaludvalg

1. at tale med havnens brugere.

Problemstilling

Der kører mange biler på Engvej.

Beslutning

Mødet med brugerne blev udskudt til maj.
""",
        [(None, "Samtale med havnens brugere om Engvej")],
        ["Mødet med brugerne blev udskudt til maj."],
        date(2020, 3, 12),
        None,
    ),
    WebLayout(
        "points of a proposal whose numbers the page lost, below a title that says how far the case has come",
        """Teknikudvalget - Referat 8. marts 2016

Teknikudvalget

1. Lokalplan 12 for havnen i Lerbæk. Indsigelser. Endelig vedtagelse.

Åbent - 2016/004711

Sagsresumé

Planen har været i høring.

Indstilling

Forvaltningen indstiller, at byrådet vedtager:

  1. Lokalplan 12 endeligt.

  1. Tillægget til kommuneplanen endeligt.

  1. Svarene på indsigelserne som foreslået.

Beslutning

Teknikudvalget anbefaler indstillingen.

Sagsfremstilling

Planen gælder havnen.
""",
        [("1", "Lokalplan 12 for havnen i Lerbæk. Indsigelser. Endelig vedtagelse.")],
        ["Teknikudvalget anbefaler indstillingen."],
        date(2016, 3, 8),
        "Teknikudvalget",
    ),
    WebLayout(
        "the agenda of another meeting inside a case",
        """Havneudvalget (HAV) 14-03-2018 09:15 Referat

Punkt 21 Besøg hos havnemesteren

 • Resumé

  Udvalget besøger havnen en gang om året.

 • Sagsfremstilling

  Besøget har denne dagsorden:

  1. Rundvisning.
  2. Takster
  3. Havnens planer
  4. Eventuelt.

  Planerne er vedlagt.

 • Indstilling

  Direktøren indstiller, at besøget drøftes.

 • Beslutning i Havneudvalget (HAV) den 14-03-2018

  Udvalget drøftede besøget.
""",
        [("21", "Besøg hos havnemesteren")],
        ["Udvalget drøftede besøget."],
        date(2018, 3, 14),
        None,
    ),
    WebLayout(
        "the programme of a day inside a proposal, points without titles",
        """Referat fra Skoleudvalget

Skoleudvalget 23. maj 2023

Åben

Indstilling

Sådan går dagen.

10:45 - 11:15
Kaffe

11:15 - 11:50
Nyt om skolernes takster

11:50 - 12:10
Snak om havneskolen

12:10 - 12:25
Nyt om busser

Beslutning

Godkendt.

Åben

Indstilling

Forvaltningen fremsender et notat om busserne.

Beslutning

Til orientering.
""",
        [(None, ""), (None, "")],
        ["Godkendt.", "Til orientering."],
        date(2023, 5, 23),
        "Skoleudvalget",
    ),
    WebLayout(
        "a contents list whose points never come",
        """Fritidsudvalget

Onsdag den 15-02-2017 kl. 09:30

Indholdsfortegnelse:

Åbne
8 1. Takster for hallen
9 Plan for stierne langs åen
10 Tilskud til museet i Lerbæk
11 Fritidsprisen
12 Ansøgning fra Lerbæk Roklub om støtte til et stævne for
unge roere
13 Studietur til Engby den 17.-19. maj

Medlemmer:

Nanna Vorup Egon Pabst
Bodil Tang

Godkendelse af dagsorden:
Godkendt

Meddelelser:
Brev fra museets formand om salen.
""",
        [(None, "Godkendelse af dagsorden"), (None, "Meddelelser")],
        ["Godkendt", "Brev fra museets formand om salen."],
        date(2017, 2, 15),
        "Fritidsudvalget",
    ),
    WebLayout(
        "another body's decision of the same day, and a conclusion that is an entry of a list",
        """Byrådet 27-06-2018 18:30 Referat

Punkt 8 Regnskab for havnen

 • Sagsfremstilling

  Revisors påtegning har disse dele:

  ·  Revisors ansvar

  ·  Konklusion

  ·  Andre oplysninger

  Der er ingen forbehold.

 • Indstilling

  Direktøren indstiller, at regnskabet godkendes.

 • Beslutning i Økonomiudvalget den 27-06-2018

  Indstilles godkendt med den ændring, at taksten sænkes.

 • Beslutning i Byrådet den 27-06-2018

  Godkendt.
""",
        [("8", "Regnskab for havnen")],
        ["Godkendt."],
        date(2018, 6, 27),
        "Byrådet",
    ),
    WebLayout(
        "a transcript whose first title lost its number below the page's head",
        """1 Referat Havneudvalgets møde Onsdag den Kl. 14:15 Lokale 3 Deltagere: Nanna Vorup, Egon Pabst, Bodil Tang, Kaj Hessel, Ida Brok, Mads Lindved, Sofus Grane Indholdsfortegnelse Sag Tekst Sidenr. 1. Godkendelse af dagsorden Takster for havnen Stien langs åen Lukket - Salg af grund...20

2 Havneudvalget s møde den Godkendelse af dagsorden 19/4711 Beslutning i Havneudvalget den : Punkt 3 tages før punkt 2. Godkendt.
""",
        [(None, "Godkendelse af dagsorden")],
        ["Punkt 3 tages før punkt 2. Godkendt."],
        None,
        "Havneudvalget",
    ),
    WebLayout(
        "a list in the case of the last point, where the points have no titles",
        """Beslutningsprotokol

torsdag den 14. november 2019 kl. 16:15

Mødested: Lokale 3
Udvalg: Havneudvalget
 • Udskriv
  Sagsid.: 18/4711, Sagsinitialer: nv

  Beslutning Havneudvalget den 14-11-2019

  Godkendt.

 • Udskriv
  Sagsid.: 19/4712, Sagsinitialer: ep

  Sagsfremstilling

  Takster og tal er delt i fire sager:

  • 1. Takster for gæster
  • 2. Takster, som havnen selv betaler
  • 3. Takster, som andre betaler
  • 4. Nye bolværker

  Havnen har tre af dem.
""",
        [(None, ""), (None, "")],
        ["Godkendt.", None],
        date(2019, 11, 14),
        "Havneudvalget",
    ),
    WebLayout(
        "body, day and the point's own number above what was said, the day in English order",
        """You are here

Referat

Dato: Onsdag, November 14, 2018 - 16:30
Sted: Lokale 2
 • Pkt. 21 Beslutninger om dagsordenen

  Pkt. 21

  Beslutninger om dagsordenen

  Sagsnr. 4711 Havne- og Stiudvalget Åbent punkt

  Havne- og Stiudvalget, 14-11-2018, pkt. 21

  Godkendt.
  Fraværende: Nanna Vorup (A).

 • Pkt. 22 Plan for havnen

  Pkt. 22

  Plan for havnen

  Sagsnr. 4712 Havne- og Stiudvalget Åbent punkt

  Resume

  Planen er ny.

  Sagsfremstilling

  I juni, punkt 15, bad udvalget om en plan.
""",
        [("21", "Beslutninger om dagsordenen"), ("22", "Plan for havnen")],
        ["Godkendt.", None],
        date(2018, 11, 14),
        None,
    ),
    WebLayout(
        "case numbers behind the numbers of an agenda in one line with the first point",
        """1 PROTOKOL fra bestyrelsesmøde i Lerbæk Havn onsdag d. 18. maj 2011 kl Havnen, Molevej 7, 4711 Lerbæk 1. Formanden orienterer 2. Udvalget orienterer 3. J.nr. 5 Salg af pladser 4. J.nr. 32 Den nye mole 5. J.nr. 18 Forretningsorden for bestyrelsen 6. J.nr. 60 Navne på broerne 7. Evt. Afbud: Mødet slut kl Side 1 af 4

2 PROTOKOL fra bestyrelsesmøde i Lerbæk Havn Mødetid : onsdag den 18. maj 2011 kl Mødested : Molevej 7, 4711 Lerbæk 1. Formanden orienterer Der er endnu intet svar fra staten om pladsen ved molen. Salget er en betingelse for, at havnen kan købe den gamle hal. Der er skrevet til staten for at få gang i sagen, og formanden har talt med kommunen om det hele.
""",
        [("1", "Formanden orienterer")],
        [None],
        date(2011, 5, 18),
        None,
    ),
    WebLayout(
        "openness above each point that lost its title, right below the list of files; a sentence without a full stop",
        """8. marts 2023 - referat fra Havneudvalget
Havneudvalget 8. marts 2023
Åben
Beslutning
Godkendt.
Åben
Indstilling
Forvaltningen indstiller, at Havneudvalget hører om molen
Beslutning
Til orientering.
Bilag
Åben
Indstilling
Forvaltningen indstiller, at Havneudvalget drøfter taksterne
Beslutning
Drøftet.
Udvalget ønsker at høre mere om takster for gæster
Åben
Indstilling
Forvaltningen indstiller, at broen males
Beslutning
Anbefales.
Bilag
""",
        [(None, ""), (None, ""), (None, ""), (None, "")],
        [
            "Godkendt.",
            "Til orientering.",
            "Drøftet. Udvalget ønsker at høre mere om takster for gæster",
            "Anbefales.",
        ],
        date(2023, 3, 8),
        "Havneudvalget",
    ),
    WebLayout(
        "a running header that ends in the page's number, right above the numbers of the points",
        """1 Referat Udvalget for Havn & Hav onsdag den 8. december 2010 Kl. 17:15 i Lokale 1, Lerbæk Afbud: Nanna Vorup (V)

2 Indholdsfortegnelse 1. HH - Godkendelse af dagsorden HH - Orienteringssager HH - Takster for gæster i havnen HH - Maling af broen ved molen i den nye havn HH - Budget for havnen og for stien langs åen HH - Regnskab for den gamle hal på havnen HH - Meddelelser fra formanden og fra havnens mester

3 Lerbæk Kommune Udvalget for Havn & Hav Side 1 1. HH - Godkendelse af dagsorden Sagsnr.: 08/4711 Resumé: Sagsfremstilling: Indstilling: Beslutning Udvalget for Havn & Hav den : Godkendt. Afbud: Nanna Vorup

4 Lerbæk Kommune Udvalget for Havn & Hav Side 2 2. HH - Orienteringssager Sagsnr.: 10/47 Resumé: Der er nyt om molen. Sagsfremstilling: Indstilling: Beslutning Udvalget for Havn & Hav den : Orientering taget til efterretning. Afbud: Nanna Vorup

5 Lerbæk Kommune Udvalget for Havn & Hav Side 3 3. HH - Takster for gæster i havnen Sagsnr.: 10/48 Resumé: Taksten er lav. Indstilling: Beslutning Udvalget for Havn & Hav den : Udsat. Afbud: Nanna Vorup
""",
        [
            ("1", "HH - Godkendelse af dagsorden"),
            ("2", "HH - Orienteringssager"),
            ("3", "HH - Takster for gæster i havnen"),
        ],
        ["Godkendt.", "Orientering taget til efterretning.", "Udsat."],
        date(2010, 12, 8),
        None,
    ),
    WebLayout(
        "titles that lost their numbers, told by the contents list and the case's facts behind them",
        """1 REFERAT Udvalget for Havn og Stier Mødedato: Mandag den Mødested: Lokale 7 Lerbæk Rådhus Starttidspunkt: Kl. 15:15 Sluttidspunkt: Kl. 17:40 Afbud: Nanna Vorup Fraværende: Bemærkninger: Fællesmøde med Teknikudvalget om punkt 3, og fra Teknikudvalget er der afbud fra Egon Pabst og Bodil Tang

2 Udvalget for Havn og Stier, Indholdsfortegnelse Sag nr. Side 41. Nyt fra havnens mester Takster for gæster Opfølgning på byrådets seminar i juni Stien langs åen fra Lerbæk til Engby Overholdelse af rammen for Udvalget for Havn og Stier Budget Den gamle hal på havnen - fremtidig anvendelse Møder i 2009 Eventuelt

3 Udvalget for Havn og Stier, Side Nyt fra havnens mester DIHAVN / 06/4711 Sagsfremstilling Havnens mester har sendt en liste over gæster i sommeren 2008. Taget til efterretning Takster for gæster DIHAVN / Formanden orienterede om takster i andre havne. Der kommer en sag til efteråret.
""",
        [(None, "Nyt fra havnens mester"), (None, "Takster for gæster")],
        ["Taget til efterretning", "Formanden orienterede om takster i andre havne. Der kommer en sag til efteråret."],
        None,
        None,
    ),
    WebLayout(
        "a contents list with emptied brackets and pages, each point on a page of its own",
        """1 REFERAT for mødet den , kl. 19:15 i Engvej 7 Borgernes spørgsmål ( ) 1 2. Godkendelse af dagsorden ( ) 2 3. Orientering ( ) 3 4. Nyt fra havnens venner ( ) 4 5. Aftale med Lerbæk Roklub ( ) 5 6. Valg af medlemmer til puljen ( ) 6 7. Mødeplan 2014 ( ) 7 8. Høring: Stien langs åen ( ) Høring: Den nye mole ( ) Evt. ( ) 17

2 1. Borgernes spørgsmål ( ) 1. at udvalget tager henvendelser fra borgere til efterretning. Der er tid til spørgsmål i den første halve time. Ingen havde spurgt om noget. Side 1

3 2. Godkendelse af dagsorden ( ) 1. at udvalget godkender dagsorden. Udvalget godkendte dagsorden, men skød punkt 5 til mødet i januar. Afbud Nanna Vorup Side 2

4 3. Orientering ( ) Fra Kontoret Der er lukket mellem jul og nytår. Fra Formandskabet Der er møde om valg i Lerbæk Hallen. Side 3
""",
        [("1", "Borgernes spørgsmål"), ("2", "Godkendelse af dagsorden"), ("3", "Orientering")],
        [None, None, None],
        None,
        None,
    ),
    WebLayout(
        "the grid of who treats the case, flattened, with nothing below it in the first point",
        """Referat
Havneudvalget
11-09-2018 kl. 15:30
Lokale 1
Dagsordenspunkter

  åbent 1 Fravær
  åbent 2 Valg af kasserer
  lukket 3 Lukket punkt

Til indholdsfortegnelse

 Åbent  punkt

 1  Fravær

00.07.00P12-0047

Behandling

Mødedato

Åbent punkt

Lukket punkt

Havneudvalget

11-09-2018

1

Fraværende

Nanna Vorup

Til indholdsfortegnelse

 Åbent  punkt

 2  Valg af kasserer

00.07.00A18-0033

Behandling

Mødedato

Åbent punkt

Lukket punkt

Havneudvalget

11-09-2018

2

Resumé

-

Indstilling og beslutning

Valg af en kasserer.

Havneudvalget den 11. september 2018:

Egon Pabst vælges som kasserer.
""",
        [("1", "Fravær"), ("2", "Valg af kasserer")],
        [None, "Egon Pabst vælges som kasserer."],
        date(2018, 9, 11),
        "Havneudvalget",
    ),
    WebLayout(
        "a contents list with a title worded as a heading; the first title behind the rest of a header, above half a case number",
        """1 Referat 's møde Torsdag den Kl. 16:45 Lokale 4 Deltagere: Nanna Vorup, Egon Pabst, Bodil Tang, Kaj Hessel, Ida Brok Afbud: Mads Lindved, Sofus Grane Indholdsfortegnelse Sag Tekst Sidenr. 1. Takster pr. 31. august Havn & Økonomi Stier, broer og bænke Støtte til frivilligt arbejde på havnen Den nye mole - etablering af plads Plan for de gamle huse Til efterretning...31

2 s møde den Takster pr. 31. august /4711 Beslutningstema: Takster pr. august Sagsfremstilling: Takster pr. 31. august 2011 for havnen forelægges udvalget. Indstilling: Direktionen indstiller, at taksterne tages til efterretning. Beslutning i den : Indstilling følges. Mads Lindved (F) og Sofus Grane (O) var fraværende. 2. Havn & Økonomi 11/4712 Beslutningstema: Godkendelse af havnens budget for 2012. Sagsfremstilling: Budgettet består af to dele, og de foreligger til udvalgets godkendelse. Beslutning i den : Godkendt.
""",
        [(None, "Takster pr. 31. august"), ("2", "Havn & Økonomi")],
        [None, "Godkendt."],
        None,
        None,
    ),
    WebLayout(
        "numbers of the meeting and of the year before the titles, which the contents list has lost in part",
        """1 Lerbæk Kommune Havnerådet Referat Dato: 5. december 2007 Lokale: Havnens kontor, Lerbæk Tidspunkt: 16.30

2 Indholdsfortegnelse Sag nr. Side Åbne sager: 01/36 Nyt fra havnens mester /37 Havnerådets plan for gæsterne /38 Kursus i sejlads for unge /39 Maling af broerne ved den gamle mole /40 Ansøgning fra Lerbæk Roklub om plads til nye både /41 Skilte ved indsejlingen til havnen /42 Valg af kasserer /43 Mødekalender /44 Orientering /45 Eventuelt

3 Havnerådet, 5. december 2007 Side 56 Åbne sager: 01/36 Nyt fra havnens mester J.nr.: T:\\Sag\\Havnerådet\\Sager\\ \\Nyt fra mesteren.doc ÅBEN SAG Havnens mester har sendt en liste. Godkendt. 02/37 Havnerådets plan for gæsterne 2008 J.nr.: T:\\Sag\\Havnerådet\\Sager\\ \\Plan.doc ÅBEN SAG Planen blev udsat i oktober, hvor mesteren skulle skrive et nyt udkast til den. Indstilling: Kontoret foreslår, at Havnerådet drøfter planen. Sagsfremstilling: Rådet får hvert år penge fra staten til gæster og både.
""",
        [("01/36", "Nyt fra havnens mester"), ("02/37", "Havnerådets plan for gæsterne 2008")],
        [None, None],
        date(2007, 12, 5),
        None,
    ),
]
