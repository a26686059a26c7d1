"""Invented minutes in the layouts of small bodies and of pages that lost structure: what a fresh look at such pages broke."""

from __future__ import annotations

from datetime import date

from .web_layouts import WebLayout

SMALL_LAYOUTS = [
    WebLayout(
        "title and outcome on one line after a bracket",
        """LERBÆK VANDVÆRK - REFERAT AF GENERALFORSAMLING 2021


25. marts 2022, kl. 19:30

Til stede: 3 fra bestyrelsen, 1 forbruger.

1) Valg af dirigent: Egon Pabst blev valgt som dirigent.

2) Bestyrelsens beretning: Formanden fremlagde beretningen:

Vi har flyttet en ledning og skiftet to pumper i årets løb.

Beretningen blev godkendt.

3) Regnskab: Regnskabet blev fremlagt og godkendt.

4) Indkomne forslag: Der var ingen forslag.

5) Eventuelt: Intet.
""",
        [
            ("1", "Valg af dirigent"),
            ("2", "Bestyrelsens beretning"),
            ("3", "Regnskab"),
            ("4", "Indkomne forslag"),
            ("5", "Eventuelt"),
        ],
        [
            "Egon Pabst blev valgt som dirigent.",
            "Formanden fremlagde beretningen: Vi har flyttet en ledning og skiftet to pumper i årets løb. Beretningen blev godkendt.",
            "Regnskabet blev fremlagt og godkendt.",
            "Der var ingen forslag.",
            "Intet.",
        ],
        date(2022, 3, 25),
        "Generalforsamlingen",
    ),
    WebLayout(
        "titles above lines that hold only the number of the case",
        """Kommunalbestyrelsen

24-09-2019

Medlemmer

Formand Nanna Vorup (A)
Egon Pabst (V)

Sager 12 - 14

Fold alle ud

Spørgetid
Sag nr. 12

Beslutningskompetence: KB

Sagens kerne

Beslutning

Taget til efterretning.

Tillæg 3 til Lokalplan 45 for Møllevangen - endelig vedtagelse
Sag nr. 13

Beslutningskompetence: KB

Indstilling

Teknisk Forvaltning indstiller,

at tillægget vedtages.

Teknikudvalget, 10. september 2019, pkt. 6:

Anbefales.

Beslutning

Godkendt.

Sagsfremstilling

Tillægget giver mulighed for tagboliger.

Salg af en grund ved havnen
Sag nr. 14

Beslutningskompetence: KB

Beslutning

Udsat.
""",
        [
            ("12", "Spørgetid"),
            ("13", "Tillæg 3 til Lokalplan 45 for Møllevangen - endelig vedtagelse"),
            ("14", "Salg af en grund ved havnen"),
        ],
        ["Taget til efterretning.", "Godkendt.", "Udsat."],
        date(2019, 9, 24),
        "Kommunalbestyrelsen",
    ),
    WebLayout(
        "one point on a page: two headings for one decision, a date line without a label",
        """Mødedato: 22.04.2021, kl. 17:30
Mødested: Salen

Forslag til nye lokaludvalg

Se alle bilag

Der skal tages stilling til forslaget.

Indstilling

Indstilling om,

 1. at Borgerrepræsentationen godkender forslaget.

Problemstilling

Udvalgene er blevet for store.

Økonomi

Ingen.

Beslutning

Borgerrepræsentationens beslutning i mødet den 22. april 2021

Indstillingen blev godkendt uden afstemning.
""",
        [(None, "Forslag til nye lokaludvalg")],
        ["Indstillingen blev godkendt uden afstemning."],
        date(2021, 4, 22),
        "Borgerrepræsentationen",
    ),
    WebLayout(
        "openness alone above the first heading of points that lost their titles",
        """Skip til hoved indholdet

13. november 2023 - referat fra byrådet

Byrådet 13. november 2023

Åben

Beslutning

Punkt 9 behandles som punkt 2.

Godkendt.

Egon Pabst var fraværende.

Åben

Indstilling

Børneudvalget og Seniorudvalget indstiller til byrådet,

at oversigten tages til orientering, og

at planen godkendes.

Økonomiudvalget anbefaler indstillingen.

Beslutning

Godkendt.

Egon Pabst var fraværende.

Åben

Indstilling

Økonomiudvalget fremsender et overblik over økonomien.

Beslutning

Til orientering.
""",
        [(None, ""), (None, ""), (None, "")],
        ["Punkt 9 behandles som punkt 2. Godkendt.", "Godkendt.", "Til orientering."],
        date(2023, 11, 13),
        "Byrådet",
    ),
    WebLayout(
        "minutes told in prose, one point and Evt.",
        """Referat af lokalrådsmøde (4. marts 2014)

Dato: Tirsdag den 4. marts 2014
Tilstede: Karen, Mads, Per, Jørn.
Afbud: Lars

De udarbejdede planer blev gennemgået og rettet til, så de kan vises frem.

Planerne lægges ud på hjemmesiden, og Mads laver en plakat.

EVT.

Årsmødet holdes i Håbet.

Skriv et svar
""",
        [(None, ""), (None, "EVT.")],
        [
            "De udarbejdede planer blev gennemgået og rettet til, så de kan vises frem. Planerne lægges ud på hjemmesiden, og Mads "
            "laver en plakat.",
            "Årsmødet holdes i Håbet.",
        ],
        date(2014, 3, 4),
        "Lokalrådet",
    ),
    WebLayout(
        "blog paragraphs: titles alone, no numbers",
        """Referat fra bestyrelsesmøde d. 6/3-24

Til stede: Sanne, Lis, Gitte, Klas
Referent: Lis

Info fra formanden

Den nye plæneklipper er ankommet, og Lars hjælper med at pakke den ud.

To haver er netop genudlejede.

Regnskab

Regnskabet er opdateret, og der bliver sendt rykkere ud.

Budget

Vi har skåret 17.000 kroner af budgettet siden sidste møde.

Afvanding

Lone undersøger, hvilke muligheder vi har for at komme af med vandet.

Venteliste

Der vil kun være en venteliste.
""",
        [(None, "Info fra formanden"), (None, "Regnskab"), (None, "Budget"), (None, "Afvanding"), (None, "Venteliste")],
        [
            "Den nye plæneklipper er ankommet, og Lars hjælper med at pakke den ud. To haver er netop genudlejede.",
            "Regnskabet er opdateret, og der bliver sendt rykkere ud.",
            "Vi har skåret 17.000 kroner af budgettet siden sidste møde.",
            "Lone undersøger, hvilke muligheder vi har for at komme af med vandet.",
            "Der vil kun være en venteliste.",
        ],
        date(2024, 3, 6),
        "Bestyrelsen",
    ),
    WebLayout(
        "numbered points without titles, below the agenda",
        """Skolen ved Åen logo
Mobil menu

Referat af skolebestyrelsesmøde tirsdag den 5. november 2019

Dagsorden:
Meddelelser fra elevrådet:

Punkter til beslutning:
1. Revision af princip for elevplaner.
2. Revision af princip for lejrskole.

Punkter til drøftelse:
1. Udkast til mobilpolitik.

Eventuelt:

Referat:

Til stede: Karl Skov, Anne Sund
Afbud fra: Hans Dam

Punkter til beslutning:
1. Princippet blev vedtaget.
2. Princippet blev vedtaget.

Punkter til drøftelse:
1. Forslaget blev drøftet. Arbejdsgruppen arbejder videre.
""",
        [(None, "")],
        [
            "1. Princippet blev vedtaget. 2. Princippet blev vedtaget. Punkter til drøftelse: 1. Forslaget blev drøftet. "
            "Arbejdsgruppen arbejder videre."
        ],
        date(2019, 11, 5),
        "Skolebestyrelsen",
    ),
    WebLayout(
        "answers in one small word, a number without a space after it",
        """Referat af bestyrelsesmøde onsdag d. 1/4/2009 kl. 19.30 i A-huset


Tilstede: Lars, Nina, Svend
Referent: Lars

1.Godkendelse af dagsorden
Godkendt

2. Godkendelse af referater
udsat

3. Konstituering
Formand: Lars, kasserer: Nina

4. Eventuelt
ok
""",
        [
            ("1", "Godkendelse af dagsorden"),
            ("2", "Godkendelse af referater"),
            ("3", "Konstituering"),
            ("4", "Eventuelt"),
        ],
        ["Godkendt", "udsat", "Formand: Lars, kasserer: Nina", "ok"],
        date(2009, 4, 1),
        "Bestyrelsen",
    ),
    WebLayout(
        "the treating bodies are listed under a heading of their own, absentees under a dated one",
        """31. maj 2022

Deltagere:

 • Brian Nørre (D)
 • Claus Nymark (A)

89. Godkendelse af dagsorden

Udskriv

Sagstema

Godkendelse af dagsorden til dagens møde.

Høring og sagsgang

Kommunalbestyrelsen den 31. maj 2022

Indstilling

Til godkendelse.

Beslutning

Godkendt.

Fraværende i Lerbæk Kommunalbestyrelse, 31. maj 2022:

Claus Nymark

Til toppen

90. Valg til styregruppe

Udskriv

Sagstema

Udpegning af to medlemmer.

Høring og sagsgang

Teknikudvalget den 9. maj 2022
Kommunalbestyrelsen den 31. maj 2022

Indstilling

At der udpeges to medlemmer.

Beslutning

Else Odder og Jens Yding blev udpeget.

Til toppen
""",
        [("89", "Godkendelse af dagsorden"), ("90", "Valg til styregruppe")],
        ["Godkendt.", "Else Odder og Jens Yding blev udpeget."],
        date(2022, 5, 31),
        None,
    ),
    WebLayout(
        "headings glued to their text, absentees after a dash",
        """Referat: 27. oktober 2025 kl. 08:00
Deltagere
- Hanne Øst
- Bent Brod
Referat
- Godkendelse af dagsorden
- Virksomhedsbesøg
Kopier link til punktet - Print
1 : Godkendelse af dagsorden
Sagsnr:
BilagIngen bilag.
BeslutningGodkendt.
Fraværende- Hanne Øst ()
Kopier link til punktet - Print
2 : Virksomhedsbesøg
Sagsnr:
SagsfremstillingUdvalget besøger et bogtrykkeri.
BilagIngen bilag.
BeslutningUdvalget besøgte virksomheden.
Fraværende- Hanne Øst ()
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Virksomhedsbesøg")],
        ["Godkendt.", "Udvalget besøgte virksomheden."],
        date(2025, 10, 27),
        None,
    ),
    WebLayout(
        "a table whose cells are glued: number, minutes, title; then the slot and the text",
        """Dagsorden/Referat fra Skolebestyrelsesmøde

Dato: 03-04-2024 kl. 18:00-20:00
Hvor: Biblioteket
Tilstede: Pernille, Dorthe, Anne

Punkt 15 minGodkendelse af dagsorden
 18.00 - 18.05Godkendt.
Punkt 210 minElevrådet har ordet
 18.05 - 18.15Der har været uro i boden, og det er der talt om i klasserne.
Punkt 320 minVores kommunikation
 18.15 - 18.35Bestyrelsen vedtager at afprøve metoden.
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Elevrådet har ordet"), ("3", "Vores kommunikation")],
        [
            "Godkendt.",
            "Der har været uro i boden, og det er der talt om i klasserne.",
            "Bestyrelsen vedtager at afprøve metoden.",
        ],
        date(2024, 4, 3),
        "Skolebestyrelsen",
    ),
    WebLayout(
        "transcript without dates: Beslutning den, page and side numbers, titles told by the next sentence",
        """Referat Økonomiudvalget tirsdag den 18. april Kl. 16:30 i Mødelokale 1

Størrelse: px
Starte visningen fra side:

Transkript

1 Referat tirsdag den 18. april 2017 Kl. 16:30 i Mødelokale 1

2 Indholdsfortegnelse 1. ØU - Godkendelse af dagsorden ØU - Orientering ØU - Ejendomsanalyse...52

3 Side 1 1. ØU - Godkendelse af dagsorden Sagsnr.: Resumé: Indstilling: Beslutning den : Godkendt. Sagsfremstilling:

4 Side 2 2. ØU - Orientering Sagsnr.: 17/45 Resumé: Der orienteres om kroen. Indstilling: Borgmesteren indstiller, at orienteringen tages til efterretning. Beslutning den : Taget til efterretning. Sagsfremstilling:

5 Side 3 3. ØU - Ejendomsanalyse Sagsnr.: 17/46 Resumé: Analysen forelægges. Indstilling: Direktionen indstiller, at analysen drøftes. Beslutning den : Drøftet. Administrationen arbejder videre med model 2. Sagsfremstilling: Analysen viser et potentiale.
""",
        [("1", "ØU - Godkendelse af dagsorden"), ("2", "ØU - Orientering"), ("3", "ØU - Ejendomsanalyse")],
        ["Godkendt.", "Taget til efterretning.", "Drøftet. Administrationen arbejder videre med model 2."],
        date(2017, 4, 18),
        "Økonomiudvalget",
    ),
    WebLayout(
        "a form whose points stand as titles without numbers",
        """Mødereferat

Dato
09.02.2016


Mødeart
Bestyrelsesmøde


Deltagere
Finn Krog (FK), Lis Korsgaard (LK)



Fraværende




Dagsorden:


Godkendelse af referat

Godkendt
Meddelelser fra formanden
Containeren: Havnefogeden meddeler, at sagen ligger i kommunen. FK rykker udvalget for et svar.
Beretningen lægges på hjemmesiden. FK laver den i uge 7.
""",
        [(None, "Godkendelse af referat"), (None, "Meddelelser fra formanden")],
        [
            "Godkendt",
            "Containeren: Havnefogeden meddeler, at sagen ligger i kommunen. FK rykker udvalget for et svar. Beretningen lægges på "
            "hjemmesiden. FK laver den i uge 7.",
        ],
        date(2016, 2, 9),
        "Bestyrelsen",
    ),
    WebLayout(
        "an automatic list without its numbers, topic and text on one line",
        """Referat bestyrelsesmøde tirsdag den 29-5 kl. 19.00

Til stede Ole, Jesper, Claus, Carsten.



 1. Festudvalg Skt. Hans. Der tages kontakt til havnefogeden, så klubben har udskænkningen.



 1. Kapsejladsudvalg OK som det er. Pausen er for kort.



 1. Klubhusudvalg problemer med rengøringen. Klaus taler med surferne.



 1. Fjordens dag uændret program. CC sender ansøgningen.



 1. EVT-
""",
        [
            ("1", "Festudvalg Skt. Hans."),
            ("1", ""),
            ("1", "Klubhusudvalg problemer med rengøringen"),
            ("1", "Fjordens dag uændret program"),
            ("1", ""),
        ],
        [
            "Der tages kontakt til havnefogeden, så klubben har udskænkningen.",
            "1. Kapsejladsudvalg OK som det er. Pausen er for kort.",
            "Klaus taler med surferne.",
            "CC sender ansøgningen.",
            "1. EVT-",
        ],
        None,
        "Bestyrelsen",
    ),
    WebLayout(
        "a remark 'Aftalt:' in minutes that are all outcome",
        """Referat bestyrelsesmøde 20. august 2015

Deltagere: Lars, Knud, Rasmus.

1 - Gennemgang af referat fra sidste møde
Godkendt uden kommentarer

2 - Nyt fra havnefogeder
Flytning af både på land: ejerne betaler for flytningen.

Eftersyn af mastekran
Aftalt: Rasmus bestiller lovpligtigt eftersyn.

Navne skal findes på bådene. Det skal der rykkes for.

3 - Eventuelt
Intet
""",
        [("1", "Gennemgang af referat fra sidste møde"), ("2", "Nyt fra havnefogeder"), ("3", "Eventuelt")],
        [
            "Godkendt uden kommentarer",
            "Flytning af både på land: ejerne betaler for flytningen. Eftersyn af mastekran Rasmus bestiller lovpligtigt eftersyn. "
            "Navne skal findes på bådene. Det skal der rykkes for.",
            "Intet",
        ],
        date(2015, 8, 20),
        "Bestyrelsen",
    ),
    WebLayout(
        "title and text on one line without a stop between them",
        """Referat bestyrelsesmøde den 06.11.2019

Deltagere: Ulrik, Charlotte, Rikke


1. Referat Referatet fra sidste møde godkendt

2. Skolenyt

Personalet tager på tur i weekenden.

3. Skolepenge 20/21 Kommer på næste gang

4. Tur til Ollerup Ulrik melder deltagere til.

5. Evt.
""",
        [
            ("1", "Referat"),
            ("2", "Skolenyt"),
            ("3", "Skolepenge 20/21"),
            ("4", "Tur til Ollerup Ulrik melder deltagere til"),
            ("5", "Evt."),
        ],
        [
            "Referatet fra sidste møde godkendt",
            "Personalet tager på tur i weekenden.",
            "Kommer på næste gang",
            "4. Tur til Ollerup Ulrik melder deltagere til.",
            None,
        ],
        date(2019, 11, 6),
        "Bestyrelsen",
    ),
    WebLayout(
        "one point on a page that begins with its number, a list of names as part of the outcome",
        """1. Godkendelse af dagsorden

Beslutning

I mødet deltog:

Borgerrepræsentanter:

Lis Arent, Bjarne Fog (ankom under punkt 6).

Fra forvaltningen:

Mads Kam og Dennis Krag (referent)

Dagsordenen blev godkendt.
""",
        [("1", "Godkendelse af dagsorden")],
        [
            "I mødet deltog: Borgerrepræsentanter: Lis Arent, Bjarne Fog (ankom under punkt 6). Fra forvaltningen: Mads Kam og Dennis "
            "Krag (referent) Dagsordenen blev godkendt."
        ],
        None,
        None,
    ),
    WebLayout(
        "zones printed as a list under each point",
        """Mødedetaljer

Udvalg Dato Type Hent
Byrådet 24-06-2020 16:00 Referat Samlet dokument

Punkt 571 Revisionsberetning nummer 31
  • Resumé

    Revisoren har fremsendt en beretning.

  • Indstilling

    Økonomiudvalget indstiller, at beretningen godkendes.

  • Beslutning

    Godkendt.
Punkt 572 Anlæg af sti
  • Sagsfremstilling

    Stien koster 2 mio. kr.

  • Beslutning

    Udsat.
""",
        [("571", "Revisionsberetning nummer 31"), ("572", "Anlæg af sti")],
        ["Godkendt.", "Udsat."],
        date(2020, 6, 24),
        "Byrådet",
    ),
    WebLayout(
        "Referat above a head that says Dagsorden, brackets for numbers, posts filled after a colon",
        """Referat Bestyrelsesmøde

 Halbestyrelsen Tirsdag den 1. marts 2022 - Kl. 18.00

Indkaldte:     Morten Bro (MB) Hanne Clausen (HC)

Dagsorden

1)     Siden sidst (referat fra sidst underskrives)

ok

2)     Regnskab 2021

Regnskabet for 2021 blev fremlagt, og der var stor tilfredshed.

3)     Sognearkivet

Byggeriet blev gennemgået, og bestyrelsen så på tilbygningen.

4)     Nyt fra centerlederen:

Der indhentes tilbud på belysning (HC)
""",
        [
            ("1", "Siden sidst (referat fra sidst underskrives)"),
            ("2", "Regnskab 2021"),
            ("3", "Sognearkivet"),
            ("4", "Nyt fra centerlederen"),
        ],
        [
            "ok",
            "Regnskabet for 2021 blev fremlagt, og der var stor tilfredshed.",
            "Byggeriet blev gennemgået, og bestyrelsen så på tilbygningen.",
            "Der indhentes tilbud på belysning (HC)",
        ],
        date(2022, 3, 1),
        "Bestyrelsen",
    ),
]
