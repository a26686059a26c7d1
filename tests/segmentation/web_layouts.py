"""Invented minutes in the layouts in which bodies publish them on the web: buttons, contents lists, lost titles, transcripts.

Each case says what a secretary would read out of it: the items, the outcome text of each (headings and line ends left out, ``None``
where the item has no outcome zone), the meeting's date and, where it is certain, the body.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class WebLayout(NamedTuple):
    name: str
    text: str
    items: list[tuple[str | None, str]]
    outcomes: list[str | None]
    date: date | None
    body: str | None


WEB_LAYOUTS = [
    WebLayout(
        "titles lost: every point begins with Resumé, the outcome's heading names body and date",
        """Skip til hoved indholdet

Dagsorden

Torsdag 10. nov 2016 kl. 10:30

Seniorrådet

Møllevej 6 - Salen

Referat

Resumé

Præsentation af den nye leder Tove Krag.

Sagen behandles i

Seniorrådet (orientering).

Forslag

Omsorgsforvaltningen foreslår,
 
at orienteringen tages til efterretning.

Beslutning Seniorrådet den 10-11-2016

Orienteringen taget til efterretning.

Resumé

Formanden giver på mødet orientering om nyt for rådet.
 
- 15. november 2016
- Reklame

Sagen behandles i

Seniorrådet (orientering).

Forslag

Omsorgsforvaltningen foreslår,
 
at orienteringen tages til efterretning.

Beslutning Seniorrådet den 10-11-2016

Rådets medlemmer hjælper til med at uddele foldere på plejecentrene.
 
Der holdes valg til bestyrelsen den 22. februar 2017.
 
Orienteringen taget til efterretning.

Resumé

Rådets underudvalg giver på mødet en orientering, og rådets medlemmer fortæller nyt fra centrene.
 
Beslutning Seniorrådet den 10-11-2016

Medlem Aksel Toft orienterede om et tilsyn. Forvaltningen orienterer nærmere om rapporterne på næste møde.
 
Orienteringen taget til efterretning.
""",
        [(None, ""), (None, ""), (None, "")],
        [
            "Orienteringen taget til efterretning.",
            "Rådets medlemmer hjælper til med at uddele foldere på plejecentrene. Der holdes valg til bestyrelsen den 22. februar 2017. "
            "Orienteringen taget til efterretning.",
            "Medlem Aksel Toft orienterede om et tilsyn. Forvaltningen orienterer nærmere om rapporterne på næste møde. "
            "Orienteringen taget til efterretning.",
        ],
        date(2016, 11, 10),
        "Seniorrådet",
    ),
    WebLayout(
        "bulleted points: the heading of the outcome is body, date and point",
        """You are here

Referat

Dato: Onsdag, April 3, 2019 - 18:00
Sted: Mødelokale 2A
 • Pkt. 42 Beslutninger om dagsordenen

  Pkt. 42

  Beslutninger om dagsordenen

  Sagsnr. 299111 Kultur- og Fritidsudvalget Åbent punkt

  Kultur- og Fritidsudvalget, 03-04-2019, pkt. 42

  Tillægsdagsordenen blev optaget som punkt 55.
  Herefter godkendt.

  Fraværende: Evald Lyng (V) - Marie Kjær (V) mødte som stedfortræder.

 • Pkt. 43 Meddelelser fra formanden

  Pkt. 43

  Meddelelser fra formanden

  Sagsnr. 299111 Kultur- og Fritidsudvalget Åbent punkt

  Kultur- og Fritidsudvalget, 03-04-2019, pkt. 43

  ̵ Indvielse i roklubben
  ̵ Afslutning på musikskolen
  Fraværende: Evald Lyng (V) - Marie Kjær (V) mødte som stedfortræder.

 • Pkt. 44 Ny strategi for Lyngå Museum

  Arbejdsplan_2019.pdf Vision_og_strategi_2019-21.pdf Idekatalog.pdf

  Pkt. 44

  Ny strategi for Lyngå Museum

  Sagsnr. 315999 Kultur- og Fritidsudvalget Åbent punkt

  Resume

  Museet har udarbejdet en ny strategi, som vil blive præsenteret for udvalget.

  Indstilling

  Forvaltningen indstiller, at strategien drøftes.

  Beslutningskompetence

  Kultur- og Fritidsudvalget

  Sagsfremstilling

  Museet har gennem efteråret drøftet ny strategi.

  Økonomi

  Sagen har ingen budgetmæssige konsekvenser i 2019.

  Kultur- og Fritidsudvalget, 03-04-2019, pkt. 44

  Drøftet.
""",
        [
            ("42", "Beslutninger om dagsordenen"),
            ("43", "Meddelelser fra formanden"),
            ("44", "Ny strategi for Lyngå Museum"),
        ],
        [
            "Tillægsdagsordenen blev optaget som punkt 55. Herefter godkendt.",
            "̵ Indvielse i roklubben ̵ Afslutning på musikskolen",
            "Drøftet.",
        ],
        date(2019, 4, 3),
        "Kultur- og Fritidsudvalget",
    ),
    WebLayout(
        "first item glued to the end of the attendance block, titles end in a colon and a presenter",
        """Referat af Skolebestyrelsesmøde
Elmeskolen, mødelokale K2
tirsdag den 2. december 2008 kl. 18.30 - 20.30


Dirigent: Per Krag
Referent: Anna Moe

Deltagere:
Forældrevalgte: Per Krag, Nina Holt, Bo Høg.
Elevrepræsentanter:  - -

Fraværende:
Forældrevalgte: Afbud fra Rita Sand.
Elevrepræsentanter: Maja Brink, Nikolaj Bove (måske er det gået galt med dagsordenen?). 1. Godkendelse af referat:
  Referatet godkendt.

 2. Elevråd:
  Eleverne deltog ikke. Der vil blive fulgt op på situationen.

 3. Nyt fra skolens hverdag, Lise Holm:
  Se bilag fra kalenderen uge 49 - 51.
  Lise Holm orienterede om forarbejdet.

 4. Budget, status skole/SFO, Kurt Vad:
  Kurt Vad gennemgik budgetterne. Enkelte poster blev drøftet.
""",
        [
            ("1", "Godkendelse af referat"),
            ("2", "Elevråd"),
            ("3", "Nyt fra skolens hverdag, Lise Holm"),
            ("4", "Budget, status skole/SFO, Kurt Vad"),
        ],
        [
            "Referatet godkendt.",
            "Eleverne deltog ikke. Der vil blive fulgt op på situationen.",
            "Se bilag fra kalenderen uge 49 - 51. Lise Holm orienterede om forarbejdet.",
            "Kurt Vad gennemgik budgetterne. Enkelte poster blev drøftet.",
        ],
        date(2008, 12, 2),
        "Skolebestyrelsen",
    ),
    WebLayout(
        "first title glued to the contents heading, Resume with Sagsforløb inside",
        """Vi bruger cookies til statistik som en del af vores arbejde for at lave en god hjemmeside. Hvis du ikke siger "nej tak til cookies", antager vi, at du accepterer vores cookie politik.

Se vores "cookiepolitik".

Byrådet - Referat

Dato: 29. januar 2020
Lokale: Byrådssalen, Lyngå Rådhus
Tidspunkt: Kl. 19:00


Indholdsfortegnelse1. Fraværende


Resume

Sagsforløb: BY

Sagsfremstilling

Der er afbud fra Mads Bæk og Niels Salling.

Beslutning

Mads Bæk og Niels Salling.

Til toppen


2. Bemærkninger/ændringer til dagsordenen


Resume

Sagsforløb: BY

Sagsfremstilling

Evt. bemærkninger til dagsordenen.

Beslutning

Ingen.

Mads Bæk og Niels Salling var fraværende.

Til toppen


3. Godkendelse af indkaldte stedfortrædere


Resume

Sagsforløb: BY

Byrådet anmodes om at godkende, at 1. stedfortræder på liste V, Kim Øster, indkaldes til mødet.

Sagsfremstilling

Det fremgår af styrelsesloven, at det er Byrådet, der træffer beslutning om indkaldelse.

Personale

Ingen.

Beslutning

Kim Øster godkendt

Mads Bæk og Niels Salling var fraværende.

Til toppen
""",
        [
            ("1", "Fraværende"),
            ("2", "Bemærkninger/ændringer til dagsordenen"),
            ("3", "Godkendelse af indkaldte stedfortrædere"),
        ],
        ["", "Ingen.", "Kim Øster godkendt"],
        date(2020, 1, 29),
        "Byrådet",
    ),
    WebLayout(
        "titles lost: a button and the case number open each point",
        """Beslutningsprotokol

onsdag den 11. august 2021 kl. 09:00

Mødested: Lokale 412, Møllevej
Udvalg: Teknik- og Miljøudvalget
Medlemmer: Arne Leth, Kurt Anker, Eivind Holm
Bemærkninger: Afbud: Kurt Anker
Udskriv hele dagsordnen
  • Udskriv
    Sagsid.: 20/33111, Sagsinitialer: AGVA

    Sagsfremstilling

    • Teknik- og Miljøudvalget

    Onsdag den 11. august 2021

    Indstilling

    Plan, Teknik & Miljø indstiller,

    at dagsorden godkendes.

    Beslutning Teknik- og Miljøudvalget den 11-08-2021

    Godkendt.

     

    Afbud: Kurt Anker

  • Udskriv
    Sagsid.: 20/35111, Sagsinitialer: OLD2_AWS

    Sagsfremstilling

    Byrådet har på mødet den 23. juni 2021 besluttet, at tillægget skulle sendes tilbage til Teknik- og Miljøudvalget.

     

    I denne sag genfremlægges tillægget til godkendelse.

     

    Placering 3 ved Møllebækken

    • Realiserbarhed
      God

    Indstilling

    Plan, Teknik & Miljø indstiller,

    at tillægget godkendes, og

    at der indhentes tilbud.

    Beslutning Teknik- og Miljøudvalget den 11-08-2021

    Drøftet.

    Besluttet, at der tilføjes et fast punkt på dagsordenen for de kommende møder.

  • Udskriv
    Sagsid.: 18/44, Sagsinitialer: hwj

    Beslutning Teknik- og Miljøudvalget den 11-08-2021

    -         Møde med beboere ved Skovvej

    -         Orientering om vandløb
""",
        [(None, ""), (None, ""), (None, "")],
        [
            "Godkendt.",
            "Drøftet. Besluttet, at der tilføjes et fast punkt på dagsordenen for de kommende møder.",
            "- Møde med beboere ved Skovvej - Orientering om vandløb",
        ],
        date(2021, 8, 11),
        "Teknik- og Miljøudvalget",
    ),
    WebLayout(
        "titles lost: points begin with Resume or Sagsfremstilling and end with Bilag",
        """Referat
Børne- og Undervisningsudvalget tirsdag den 14. december 2021 kl. 18:30

Mødelokale Vandværket

Sagsfremstilling

 • Årshjulet for sager i 2021 er vedhæftet til orientering.
 • Nyt fra skolebestyrelserne.

Indstilling

Børne- og Undervisningsudvalget tager orienteringen til efterretning.

Beslutning

Taget til efterretning.

Bilag

Resume

I forbindelse med budgetforliget blev det besluttet, at støtten skulle evalueres i 2020.

På baggrund af analysen besluttede udvalget på mødet den 18. januar 2021, at centret skulle udarbejde forslag.

Sagsfremstilling

Centret nedsatte i foråret en arbejdsgruppe.

Formålet var at udvikle en ny model, i kraft af at:

 • der bruges færre timer på møder
 • der kommer flere hænder

Indstilling

Administrationen indstiller, at modellen godkendes.

Beslutning

Godkendt.

Fraværende: Ingen

Bilag

Sagsfremstilling

Der holdes møde i foråret.

Beslutning

Drøftet.
""",
        [(None, ""), (None, ""), (None, "")],
        ["Taget til efterretning.", "Godkendt.", "Drøftet."],
        date(2021, 12, 14),
        "Børne- og Undervisningsudvalget",
    ),
    WebLayout(
        "titles twice, Punkttype, and a body with its term of office",
        """UDVALG

Teknik, Erhverv og Planudvalget 2018-2021

MØDE

Referat

STED

Mødelokale C

STARTTIDSPUNKT

06-11-2018 07:30:00

SLUTTIDSPUNKT

06-11-2018 10:50:00


PUNKTER

1. Bemærkninger til dagsordenen
2. Meddelelser
3. Investeringsaftale med Lyngå Spildevand for 2019
4. Regulativ for brug af gader



1. Bemærkninger til dagsordenen

Bemærkninger til dagsordenen

Punkttype
Beslutning.

Beslutning Teknik, Erhverv og Planudvalget 2018-2021 den 06-11-2018
Bilag til pkt. 4 vedhæftes referatet fra mødet.




2. Meddelelser

Meddelelser

Punkttype
Orientering.

Beslutning Teknik, Erhverv og Planudvalget 2018-2021 den 06-11-2018
-




3. Investeringsaftale med Lyngå Spildevand for 2019

Investeringsaftale med Lyngå Spildevand for 2019

Punkttype
Beslutning.

Tema
Udvalget anmodes om at indstille aftalen godkendt i Økonomiudvalget og byrådet.
 
Ønsker blev drøftet på udvalgets møde den 14. august 2018.

Kompetence
Byrådet har kompetence til at træffe endelig beslutning i sagen.

Sagsbeskrivelse
Aftalen er en udmøntning af planen.

Beslutning Teknik, Erhverv og Planudvalget 2018-2021 den 06-11-2018
Indstilles godkendt.
""",
        [
            ("1", "Bemærkninger til dagsordenen"),
            ("2", "Meddelelser"),
            ("3", "Investeringsaftale med Lyngå Spildevand for 2019"),
        ],
        ["Bilag til pkt. 4 vedhæftes referatet fra mødet.", "-", "Indstilles godkendt."],
        date(2018, 11, 6),
        "Teknik, Erhverv og Planudvalget",
    ),
    WebLayout(
        "heading glued to the end of a paragraph, Hent som fil, Sagen afgøres af",
        """Børn & Læringsudvalget - 03-10-2022

Referat
Dato:
Mandag, 3 oktober, 2022 - 16:30
Hent som fil:
99. Godkendelse af dagsorden

Økonomi

 Sagen afgøres af

Børn & Læringsudvalget.

Beslutning

Godkendt.

100. Dialogmøde med Møllebakkeskolens bestyrelse

Resume

Møllebakkeskolens bestyrelse er inviteret til dialogmøde kl. 16.30.Sagsfremstilling

Skolen har ikke fremsendt forslag til emner.

Formanden ønsker at drøfte Solgårdsskolen.Økonomi

Økonomiske konsekvenser

Ingen økonomiske konsekvenser.

Sagen afgøres af

Børn & Læringsudvalget.

Indstilling

Center for Børn, Unge & Familier indstiller, at dialogmødet tages til efterretning.

Beslutning

Godkendt.


Fraværende:

Mikael Rosen (V) deltog i mødet i stedet for Mikkel Dahl (I).

101. Orientering om flersproglige elever

Resume

Med denne sag orienteres udvalget om en evaluering.

Indstilling

Center for Børn, Unge & Familier indstiller, at orienteringen tages til efterretning.

Beslutning

Udvalget ønsker et notat om emnet på næste møde.
""",
        [
            ("99", "Godkendelse af dagsorden"),
            ("100", "Dialogmøde med Møllebakkeskolens bestyrelse"),
            ("101", "Orientering om flersproglige elever"),
        ],
        ["Godkendt.", "Godkendt.", "Udvalget ønsker et notat om emnet på næste møde."],
        date(2022, 10, 3),
        "Børn & Læringsudvalget",
    ),
    WebLayout(
        "the outcome first, then competence, theme, proposal and case",
        """Børne- og Ungeudvalget – Referat – 2. maj 2023



1. Godkendelse af dagsorden (B)

Beslutning

At 1: Godkendt.

Kompetence

Børne- og Ungeudvalget

 

 Beslutningstema

Børne- og Ungeudvalget skal godkende dagsordenen.

 

Indstilling

Direktøren for Børn, Unge og Kultur indstiller,

  1. at Børne- og Ungeudvalget godkender dagsordenen.

2. Budgetopfølgning 1 - forventet regnskab 2023 (B)

Beslutning

At 1: Indstilles til Byrådets godkendelse.

(Ø) stemte imod.

 

At 2: Indstilles til Byrådets godkendelse.

 

På et kommende møde præsenteres en sag om normeringer.

Økonomikonsulent Mads Ager deltog under oplysningen af punktet.

Kompetence: Byrådet

 

Beslutningstema

Byrådet skal godkende budgetopfølgningen.

 

Indstilling

Direktør for Børn, Unge og Kultur indstiller,

1. at    Byrådet godkender budgetopfølgning 1. 

2. at   Byrådet indstiller, at der gives bevilling på 8 mio. kr. 

 

Sagens indhold

Formålet er at vurdere det forventede regnskab.
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Budgetopfølgning 1 - forventet regnskab 2023")],
        [
            "At 1: Godkendt.",
            "At 1: Indstilles til Byrådets godkendelse. (Ø) stemte imod. At 2: Indstilles til Byrådets godkendelse. "
            "På et kommende møde præsenteres en sag om normeringer. Økonomikonsulent Mads Ager deltog under oplysningen af punktet.",
        ],
        date(2023, 5, 2),
        "Børne- og Ungeudvalget",
    ),
    WebLayout(
        "names under Tilstede, group headings in capitals, headings with a colon",
        """Dette site bruger cookies. Hvis du forsætter på sitet, så accepterer du dette. Hvis du ikke ønsker at acceptere cookies så tryk på følgende link. Accepter ikke cookies

Lyngå Kommune Logo
Ny bro med Lyngå i baggrunden

Referat for Børn- Kultur og Fritidsudvalget møde den 8. december 2020

Møde:
Børn- Kultur og Fritidsudvalget
Mødetid:
8. december 2020 kl. 14:00
Tilstede:
Lars Vig
Peter Strand
Kim Lunde
Fraværende:

ÅBNE SAGER

173. Udmøntning af budget 2021 på fritidsområdet
Sagsnr.: 2020-016111
Sagsbehandler: Torben Kristensen

Præsentation:

Udmøntning af budget 2021 på fritids- og kulturområdet.

Forvaltningen foreslår:

 • At udvalget godkender forslag til moderniseringspulje.
 • At udvalget godkender forslag til lånepulje.

Sagsbeskrivelse:

Moderniseringspulje til faciliteter.
I 2021 er der afsat 2 mio. kr. til nye anlæg.

Kriterier for puljen er:

 • At moderniseringen skaber nye aktiviteter.
 • At kommunens investering giver mulighed for nye tilbud.

Beslutning:

Godkendt.

174. Orientering fra formanden
Sagsnr.: 2020-016222
Sagsbehandler: Torben Kristensen

Præsentation:

Nyt siden sidst.

Beslutning:

Til efterretning.

LUKKEDE SAGER

175. Personsag
""",
        [
            ("173", "Udmøntning af budget 2021 på fritidsområdet"),
            ("174", "Orientering fra formanden"),
            ("175", "Personsag"),
        ],
        ["Godkendt.", "Til efterretning.", None],
        date(2020, 12, 8),
        "Børn- Kultur og Fritidsudvalget",
    ),
    WebLayout(
        "a contents list with openness, number and title on lines of their own, proposal and outcome under one heading",
        """Referat
Børne- og Skoleudvalget
06-11-2018 kl. 13:00
Mødelokale A, Havnevej 23, 9999 Lerbæk
Dagsordenspunkter

  åbent 1 Fraværende og bemærkninger til dagsordenen
  åbent 2 Dialogmøde om budget 2019
  åbent 3 Gensidig orientering 

Til indholdsfortegnelse

 Åbent  punkt

 1  Fraværende og bemærkninger til dagsordenen

00.01.00P35-0104

Behandling

Mødedato

Åbent punkt

Lukket punkt

Børne- og Skoleudvalget

06-11-2018

1

 

 

Fraværende

Linda Kofod

 

Bemærkninger til dagsordenen

Skolechef Espen Foss deltager under alle punkter.

 

 

Til indholdsfortegnelse

 Åbent  punkt

 2  Dialogmøde om budget 2019

00.30.02G01-0022

Behandling

Mødedato

Åbent punkt

Lukket punkt

Børne- og Skoleudvalget

06-11-2018

2

 

Hvem beslutter

Børne- og Skoleudvalget beslutter.

Resumé

Som led i budgetprocessen holdes der dialogmøder.

Indstilling og beslutning

Servicedirektøren indstiller,

·         at dialogen tages til efterretning.

 

Børne- og Skoleudvalget den 6. november 2018:

Taget til efterretning.

Sagsfremstilling

Der er indgået budgetforlig for 2019 – 2022.

Til indholdsfortegnelse

 Åbent  punkt

 3  Gensidig orientering

00.01.00P35-0105

Behandling

Mødedato

Åbent punkt

Lukket punkt

Børne- og Skoleudvalget

06-11-2018

3

Resumé

Nyt fra udvalgets medlemmer.

Indstilling og beslutning

Børne- og Skoleudvalget den 6. november 2018:

Intet.
""",
        [
            ("1", "Fraværende og bemærkninger til dagsordenen"),
            ("2", "Dialogmøde om budget 2019"),
            ("3", "Gensidig orientering"),
        ],
        [None, "Taget til efterretning.", "Intet."],
        date(2018, 11, 6),
        "Børne- og Skoleudvalget",
    ),
]
