"""Small invented minutes in the layouts that real ones have; used by several tests of this folder.

Each case: the text, the items expected as ``(number, title)``, and the text of the outcome zone of each item (headings and line
ends left out), ``None`` where the item has no outcome zone.
"""

from __future__ import annotations

from typing import NamedTuple


class Layout(NamedTuple):
    name: str
    text: str
    items: list[tuple[str | None, str]]
    outcomes: list[str | None]


LAYOUTS = [
    Layout(
        "titles printed twice, letters for the kind, empty attendance line",
        """Økonomiudvalget – Referat – 1. oktober 2018



1. Godkendelse af dagsorden (B)

1.     Godkendelse af dagsorden (B)

Sagsnr.: 410-2018-3619                 Dok.nr.: 410-2018-500301                      Åbent
Kompetence: Økonomiudvalget
Beslutningstema
Godkendelse af dagsorden.
Indstilling
Borgmesteren indstiller,
1.    at dagsordenen godkendes
Beslutning i Økonomiudvalget den 1. oktober 2018:
Fraværende:
Godkendt.

2. Siden sidst fra medlemmerne (O)

2.     Siden sidst fra medlemmerne (O)

Sagsnr.: 410-2018-3619                 Dok.nr.: 410-2018-500312                      Åbent
Kompetence: Økonomiudvalget
Beslutningstema
Orientering fra medlemmerne.
Indstilling
Borgmesteren indstiller,
1.    at orienteringen tages til efterretning
Beslutning i Økonomiudvalget den 1. oktober 2018:
Fraværende:
Brevet om færgen er afsendt.
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Siden sidst fra medlemmerne")],
        ["Godkendt.", "Brevet om færgen er afsendt."],
    ),
    Layout(
        "region: behandling as the outcome's heading",
        """Referat

Møde i Udvalget for sundhed for alle

onsdag den 28. august 2019 kl. 08:00

Mødelokale 20


Deltagere:

Per Nørgård (O)

Lars Skovby (B)- deltog ikke i behandlingen af punkt: 6, 8, 9
1. Godkendelse af dagsorden

Åbent

Udvalget for sundhed for alle Brevid: 3830997

Behandling i Udvalget for sundhed for alle onsdag den 28. august 2019, pkt. 1

Godkendt.

Nicolai Vesterdal (A) og Lene Madsbøl (V) deltog ikke i Udvalget for sundhed for alles behandling af sagen.


2. Nærklinik i Overballe

Åbent

Udvalget for sundhed for alle Brevid: 4138660

Resume

I efteråret åbner klinikken.

Sagsfremstilling

Regionsrådet besluttede den 6. december 2018, at der skulle etableres to klinikker.

Behandling i Udvalget for sundhed for alle onsdag den 28. august 2019, pkt. 2

Drøftet, idet udvalget ønsker en opgørelse over besøg.
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Nærklinik i Overballe")],
        ["Godkendt.", "Drøftet, idet udvalget ønsker en opgørelse over besøg."],
    ),
    Layout(
        "decision before the case, recommendation as bullets",
        """Udvalg: Udvalget for teknik og miljø

Mødedato: 18-02-2019

Mødested: M 5 - Lerbæk Rådhus

1.Temamøde - Diger (B)

Sagsnummer: 19/2484

Temamøde - Diger (B)


Administrativ indstilling

Chef for Teknik & Miljø Peter Høgh indstiller, at

 • orienteringen drøftes.

Beslutning Udvalget for teknik og miljø den 18-02-2019

Drøftet og taget til efterretning.

Afbud: Claus Grønbæk (Løsgænger)

Sagsfremstilling

Der orienteres om diger.

Tidligere behandling

Ingen.

Økonomiske konsekvenser

Ingen.

2.Udbud af beholdere til madaffald (B)

Sagsnummer: 18/1039

Udbud af beholdere til madaffald (B)


Administrativ indstilling

Chef for Teknik & Miljø Peter Høgh indstiller, at

 • udbuddet godkendes.

Beslutning Udvalget for teknik og miljø den 18-02-2019

Udsat.

Afbud: Claus Grønbæk (Løsgænger)

Sagsfremstilling

Indsamling af madaffald skal i udbud.
""",
        [("1", "Temamøde - Diger"), ("2", "Udbud af beholdere til madaffald")],
        ["Drøftet og taget til efterretning.", "Udsat."],
    ),
    Layout(
        "titles lost: case number and buttons only",
        """Beslutningsprotokol

onsdag den 11. august 2021 kl. 09:00

Mødested: Lokale 412, Skelvej
Udvalg: Teknik- og Miljøudvalget
Medlemmer: Arne Petri, Kurt Holm
Bemærkninger:
Udskriv hele dagsordnen
  • Udskriv
    Sagsid.: 20/33839, Sagsinitialer: AGVA

    Sagsfremstilling

    • Teknik- og Miljøudvalget

    Onsdag den 11. august 2021

    Indstilling

    Plan, Teknik & Miljø indstiller,

    at dagsorden godkendes.

    Beslutning Teknik- og Miljøudvalget den 11-08-2021

    Godkendt.

  • Udskriv
    Sagsid.: 20/35762, Sagsinitialer: AWS

    Sagsfremstilling

    Byrådet har på mødet den 23. juni 2021 besluttet, at tillægget skulle sendes tilbage til udvalget.

    Indstilling

    Plan, Teknik & Miljø indstiller,

    at tillægget vedtages.

    Beslutning Teknik- og Miljøudvalget den 11-08-2021

    Sagen udsættes.
""",
        [(None, ""), (None, "")],
        ["Godkendt.", "Sagen udsættes."],
    ),
    Layout(
        "school board: indented text under numbered titles",
        """Referat af Skolebestyrelsesmøde
Skovlyskolen, mødelokale K2
tirsdag den 2. december 2008 kl. 18.30 - 20.30


Dirigent: Peter Kolding
Referent: Anne Mikkel

Deltagere:
Forældrevalgte: Peter Kolding, Nete Skov, Brian Foldager.

 1. Godkendelse af referat:
  Referatet godkendt.

 2. Elevråd:
  Eleverne deltog ikke. Der vil blive fulgt op på situationen.

 3. Meddelelser:
  Ingen.

 4. Eventuelt:
  Lærerdeltagelse ved hytteture tages op igen.
""",
        [("1", "Godkendelse af referat"), ("2", "Elevråd"), ("3", "Meddelelser"), ("4", "Eventuelt")],
        [
            "Referatet godkendt.",
            "Eleverne deltog ikke. Der vil blive fulgt op på situationen.",
            "Ingen.",
            "Lærerdeltagelse ved hytteture tages op igen.",
        ],
    ),
    Layout(
        "numbers lost: every item is 1.",
        """Referat fra Ældrerådets møde den 22. februar 2016 på Rådhuset kl. 10.00 – 12.00

Afbud: Vagn Lund.

 1. Godkendelse af referatet fra sidste møde, den 30.11.2015

Referat: Godkendt

 1. Regionsældrerådets årsmøde

Referat:

Ældrerådet besluttede at betale 500 kr. i kontingent.

 1. Høringssvar

Referat:

Ældrerådet formulerer et høringssvar.
""",
        [
            ("1", "Godkendelse af referatet fra sidste møde, den 30.11.2015"),
            ("1", "Regionsældrerådets årsmøde"),
            ("1", "Høringssvar"),
        ],
        ["Godkendt", "Ældrerådet besluttede at betale 500 kr. i kontingent.", "Ældrerådet formulerer et høringssvar."],
    ),
    Layout(
        "contents list glued to the first title",
        """UDVALG

Forretningsudvalget

MØDE

Referat

STED

Regionsrådssalen

STARTTIDSPUNKT

07-05-2013 10:00:00

PUNKTER

1. Ansøgning om lånedispensation
2. Likviditet for 1. kvartal 2013
3. Konferencer mv.:1. Ansøgning om lånedispensation

Indstilling

at orienteringen tages til efterretning.

Beslutning

Taget til efterretning.

2. Likviditet for 1. kvartal 2013

Indstilling

at opgørelsen godkendes.

Beslutning

Godkendt.

3. Konferencer mv.:

Beslutning

Intet.
""",
        [("1", "Ansøgning om lånedispensation"), ("2", "Likviditet for 1. kvartal 2013"), ("3", "Konferencer mv.")],
        ["Taget til efterretning.", "Godkendt.", "Intet."],
    ),
    Layout(
        "continuous numbers, KLE numbers above, points of the recommendation inside",
        """Referat til mødet i Udvalget for Teknik og Miljø den 22. juni 2020 kl. 17:30 i Arnby Rådhus

Åbne dagsordenspunkter

85.02.02-G01-5-17

131. Godkendelse af dagsorden

Beslutning

Dagsorden blev godkendt.

Fraværende: Peter Muldberg (A).

02.34.02-P19-12-20

132. Højvej 13 - Byggesag i partshøring

Forventet sagsgang

TM

Anledning

Tegnestuen har søgt om tilladelse til at ombygge ejendommen.

Indstilling

Direktøren for Teknik og Miljø indstiller til udvalget;

  1. At der udstedes byggetilladelse
  2. At praksis fortsættes
  3. At antallet af etager ændres fra 1,5 til 2

Sagsfremstilling

Byggeprojektet fremgår af bilag.

Beslutning

1. og 2. godkendt. 3. udsættes.
""",
        [("131", "Godkendelse af dagsorden"), ("132", "Højvej 13 - Byggesag i partshøring")],
        ["Dagsorden blev godkendt.", "1. og 2. godkendt. 3. udsættes."],
    ),
    Layout(
        "earlier bodies under their own heading, the decision repeated",
        """Referat fra Lerbæk Byråd onsdag den 9. oktober 2019

Punkt 4: Salg af den gamle brandstation
Beslutning
Byrådet besluttede at udskyde salget.

Indstilling
Magistraten indstiller,
1. at grunden sælges
2. at prisen fastsættes til 4,2 mio. kr.

Sagens forløb
Teknisk Udvalg, 24. september 2019, pkt. 71:
Anbefales.
Magistraten, 1. oktober 2019, pkt. 12:
Godkendt uden bemærkninger.

Punkt 5: Valg af skoleudvalg (lukket)
Beslutning
Listen blev vedtaget.
""",
        [("4", "Salg af den gamle brandstation"), ("5", "Valg af skoleudvalg")],
        ["Byrådet besluttede at udskyde salget.", "Listen blev vedtaget."],
    ),
    Layout(
        "points of an answer are not items",
        """Beslutningsprotokol for Kulturudvalget, mandag den 6. maj 2013

7. Tilskud til foreninger

Beslutning
Ad 1. Godkendt.
Ad 2. Sendes retur til forvaltningen.
1. viceborgmester Tove Lund deltog.
Udvalget ønsker inden sommer:
1. en opgørelse over medlemmer
2. en liste over lokaler

8. Museets åbningstid

Beslutning
Godkendt.
""",
        [("7", "Tilskud til foreninger"), ("8", "Museets åbningstid")],
        [
            "Ad 1. Godkendt. Ad 2. Sendes retur til forvaltningen. 1. viceborgmester Tove Lund deltog. Udvalget ønsker inden sommer: "
            "1. en opgørelse over medlemmer 2. en liste over lokaler",
            "Godkendt.",
        ],
    ),
    Layout(
        "wrapped titles with openness and time, gymnasium style",
        """Bestyrelsesmøde på Egekær Gymnasium torsdag den 12. juni 2014

Ad 1. Godkendelse af dagsorden (5 min)
Godkendt.

Ad 2. Orientering om arbejdet med den nye studieretning, som be-
styrelsen bad om i marts (20 min)
Rektor gennemgik planen.

Ad 3. Lukket punkt: Ansættelse af vicerektor
Bestyrelsen tiltrådte indstillingen.
""",
        [
            ("1", "Godkendelse af dagsorden"),
            ("2", "Orientering om arbejdet med den nye studieretning, som bestyrelsen bad om i marts"),
            ("3", "Ansættelse af vicerektor"),
        ],
        ["Godkendt.", "Rektor gennemgik planen.", "Bestyrelsen tiltrådte indstillingen."],
    ),
    Layout(
        "one point on a page",
        """Mødedato: 22.04.2021, kl. 17:30
Mødested: Rådhuset, Bystyresalen

Tilpasning af lokaludvalg

Se alle bilag

Der skal tages stilling til et forslag om at tilpasse lokaludvalgene.

Indstilling

Indstilling om,

 1. at Borgerrepræsentationen godkender forslaget.

Problemstilling

Arbejdet blev besluttet den 22. juni 2018.

Løsning

Forvaltningen har holdt møder.

Beslutning

Indstillingen blev godkendt uden afstemning.
""",
        [(None, "Tilpasning af lokaludvalg")],
        ["Indstillingen blev godkendt uden afstemning."],
    ),
]
