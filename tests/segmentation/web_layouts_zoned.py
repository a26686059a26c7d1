"""Invented minutes on pages that print zones under headings: one point with many headings, sections below the outcome, lost titles."""

from __future__ import annotations

from datetime import date

from .web_layouts import WebLayout

ZONED_LAYOUTS = [
    WebLayout(
        "one point that two bodies decided in a row",
        """Nr.31 - Nye mødedage i foråret

Sagsnr.: 19/1204

Nanna Vorup (A), Egon Pabst (V)

Sagsfremstilling og økonomi

Tre møder falder i vinterferien.

Indstilling

  1. At mødet i april flyttes

Beslutning i Økonomiudvalget den 12-02-2019

Økonomiudvalget anbefaler indstillingen.

Beslutning i Byrådet den 26-02-2019

Økonomiudvalgets indstilling vedtaget.
""",
        [("31", "Nye mødedage i foråret")],
        ["Økonomiudvalgets indstilling vedtaget."],
        date(2019, 2, 26),
        None,
    ),
    WebLayout(
        "one point whose other labels end in a colon, too",
        """Referat for Kulturudvalgets møde den 8. december 2020

Møde:
Kulturudvalget
Mødetid:
8. december 2020 kl. 14:00
Tilstede:
Nanna Vorup
Egon Pabst

ÅBNE SAGER

73. Tilskud til øvelokaler
Sagsnr.: 2020-016062
Sagsbehandler: Ida Brask

Præsentation:

Tilskud til øvelokaler i Lerbæk.

Forvaltningen foreslår:

 • At udvalget godkender fordelingen.

Sagsbeskrivelse:

Fem foreninger har søgt.

Vilkår for tilskuddet er:

 • At lokalet er åbent for andre.
""",
        [("73", "Tilskud til øvelokaler")],
        [None],
        date(2020, 12, 8),
        "Kulturudvalget",
    ),
    WebLayout(
        "bulleted titles above dashed lists",
        """Hovedbestyrelsesmøde d. 20. oktober 2020

Referat

Afbud: Bo Krag

· Nyt fra formanden:

- Der er købt en ny klipper.

- Stævnet i maj er flyttet.

· Nyt fra kassereren:

- 41.000 kr. i kassen.

· Nyt fra afdelingerne:

Håndbold:

- To nye hold.
""",
        [(None, "Nyt fra formanden"), (None, "Nyt fra kassereren"), (None, "Nyt fra afdelingerne")],
        [
            "- Der er købt en ny klipper. - Stævnet i maj er flyttet.",
            "- 41.000 kr. i kassen.",
            "Håndbold: - To nye hold.",
        ],
        date(2020, 10, 20),
        None,
    ),
    WebLayout(
        "points that open with their outcome, one of them about former minutes",
        """Vælg

Referat Magistraten 25-03-2019

  Besøg på vandværket


  Beslutning
  Drøftet.

  Sagens forløb 25-03-2019 Magistraten
  Drøftet.

  Bilag

  Referat fra Magistratens møde den 18. marts 2019


  Beslutning
  Intet.

  Sagens forløb 25-03-2019 Magistraten
  Intet.

  Bilag

  Mødeplan 2020


  Beslutning
  Anbefales godkendt.

  Indstilling
  Det indstilles, at planen godkendes.

  Sagens forløb 25-03-2019 Magistraten
  Anbefales godkendt.

  Bilag

  Svar om gangstier


  Beslutning
  Udsat.
""",
        [
            (None, "Besøg på vandværket"),
            (None, "Referat fra Magistratens møde den 18. marts 2019"),
            (None, "Mødeplan 2020"),
            (None, "Svar om gangstier"),
        ],
        ["Drøftet.", "Intet.", "Anbefales godkendt.", "Udsat."],
        date(2019, 3, 25),
        "Magistraten",
    ),
    WebLayout(
        "points without titles and with sections below their outcome, under a web page's introduction",
        """Dagsordener og referater

Her finder du alle åbne referater fra Kommunalbestyrelsen, udvalg og råd.

Du kan søge på en periode.

Se kommende møder

Mødekalender 2022 (pdf)

Vælg et udvalg

Vælg et år

Referat

Mandag d. 7 februar 2022, kl. 10:15
MødestedRådssalen
UdvalgÆldreråd
Bemærkninger
Afbud fra: Bo Krag.

Resume

Ældrerådet skal godkende dagsordenen.

Indstilling

Forvaltningen indstiller, at

 1. Ældrerådet godkender dagsordenen.

Beslutning

Dagsordenen blev godkendt.

Beskrivelse af sagen

Godkendelse af dagsorden.

Økonomiske konsekvenser og finansiering

Ikke relevant for sagen.

Resume

Centerchefen fortæller om hjemmeplejen.

Indstilling

Forvaltningen indstiller, at

 1. Ældrerådet tager orienteringen til efterretning.

Beslutning

Til efterretning.

Beskrivelse af sagen

Hjemmeplejen har tre grupper.
""",
        [(None, ""), (None, "")],
        ["Dagsordenen blev godkendt.", "Til efterretning."],
        date(2022, 2, 7),
        "Ældrerådet",
    ),
    WebLayout(
        "the answer on the line of body and date",
        """Byplanudvalget

Protokol

19-08-2015 kl. 08:15 Udvalgsværelse 1

1. Skilte i Nørregade

Sagsfremstilling Udvalget bad i januar om en oversigt.

Indstilling Forvaltningen foreslår, at oversigten tages til efterretning.

Byplanudvalget den 19-08-2015 Taget til efterretning.

2. Rækkehuse i Lyngå

Sagsfremstilling Husene er set efter.

Indstilling Forvaltningen foreslår, at listen godkendes.

Byplanudvalget den 19-08-2015 Udsat.
""",
        [("1", "Skilte i Nørregade"), ("2", "Rækkehuse i Lyngå")],
        ["Taget til efterretning.", "Udsat."],
        date(2015, 8, 19),
        "Byplanudvalget",
    ),
    WebLayout(
        "a head of labels alone above a dated outcome that begins with who was absent",
        """Mødedato: 17.11.2011, kl. 17:30
Mødested: Byrådssalen

Godkendelse af dagsordenen

Beslutning

Byrådets beslutning i mødet den 17. november 2011

Fraværende med afbud:

Nanna Vorup, A, (ferie)

Egon Pabst, F, (sygdom)

Dagsordenen blev godkendt.
""",
        [(None, "Godkendelse af dagsordenen")],
        [None],
        date(2011, 11, 17),
        "Byrådet",
    ),
    WebLayout(
        "a button of the page glued to the case number",
        """Beslutningsprotokol
onsdag den 20. marts 2013 kl. 17:00
Udvalg: | Byrådet |
-
UdskrivSagsid.: 13/11537, Sagsinitialer: dlj
Sagsfremstilling
Egon Pabst har bedt om at få sagen om grunden på igen.
Beslutning Byrådet den 20-03-2013
Udgik.
-
UdskrivSagsid.: 12/41405, Sagsinitialer: nvo
Sagsfremstilling
Puljerne overføres til næste år.
Beslutning Byrådet den 20-03-2013
Godkendt.
""",
        [(None, ""), (None, "")],
        [None, "Godkendt."],
        date(2013, 3, 20),
        "Byrådet",
    ),
    WebLayout(
        "a case number below the only numbered title",
        """Mødedato: 26.09.2007, kl. 16:00

Socialudvalget

BESLUTNINGSPROTOKOL

fra ordinært møde onsdag den 26. september 2007

1.      Godkendelse af dagsorden

SUD 376/2007

INDSTILLING OG BESLUTNING

Nanna Vorup (A) oplyste, at et punkt var taget af.

Dagsordenen blev godkendt.
""",
        [("1", "Godkendelse af dagsorden")],
        [None],
        date(2007, 9, 26),
        "Socialudvalget",
    ),
    WebLayout(
        "an earlier meeting's proposal and decision above this one's, on the page of one point",
        """Ændring af vedtægten for Lerbæk Kommune

25/19069 -

Formål med sagen

Kommunalbestyrelsen skal beslutte, om vedtægten skal ændres.

Indstilling

Kommunaldirektøren indstiller, at

  • forslaget går til andenbehandling

Beslutning Kommunalbestyrelsen den 27-11-2025

Godkendt.

Indstilling

Direktionen indstiller, at

  • vedtægten godkendes.

Beslutning Kommunalbestyrelsen den 11-12-2025

Vedtaget.

Sagsfremstilling

Flertallet ønsker et udvalg mere.
""",
        [(None, "Ændring af vedtægten for Lerbæk Kommune")],
        ["Vedtaget."],
        date(2025, 12, 11),
        "Kommunalbestyrelsen",
    ),
    WebLayout(
        "answers to the points of the agenda, counted anew below the word that says so",
        """Bestyrelsesmøde 23/5 2016

Formanden havde indkaldt til bestyrelsesmøde mandag den 23/5 2016 kl 20.

Tilstede var: Nanna, Egon og Ida.

Dagsorden var:

  1. Regnskab og budget
  2. Ændring i bestyrelsen
  3. Generalforsamling
  4. Arbejdsdag

Referat:

  1. Bestyrelsen har godkendt regnskab og budget.
  2. Egon går ud af bestyrelsen, og Bo træder ind.
  3. Ida tager kaffe med til generalforsamlingen.
  4. Arbejdsdagen holdes den 4. juni.
""",
        [("1", "Regnskab og budget"), ("2", "Ændring i bestyrelsen"), ("3", "Generalforsamling"), ("4", "Arbejdsdag")],
        [None, None, None, None],
        date(2016, 5, 23),
        None,
    ),
    WebLayout(
        "a button of the page glued to the title",
        """Referat
Udvalg: Miljøudvalget
Mødedato: 14-03-2016
29. Lokalplan for Lyngå StrandÅbn/luk punkt
Sagsnummer: 01.02.05-P00-49-15
Lokalplan for Lyngå Strand
Indstilling
Administrationen indstiller, at planen vedtages.
Beslutning
Anbefales.
30. Takster for vandÅbn/luk punkt
Sagsnummer: 01.02.05-P00-50-15
Takster for vand
Indstilling
Administrationen indstiller, at taksterne godkendes.
Beslutning
Godkendt.
""",
        [("29", "Lokalplan for Lyngå Strand"), ("30", "Takster for vand")],
        ["Anbefales.", "Godkendt."],
        date(2016, 3, 14),
        "Miljøudvalget",
    ),
    WebLayout(
        "who was chosen behind a dash, a list of files under a title, a title whose word begins the text",
        """Lerbæk Roklub

Referat: 1. marts

2. marts 2023 - Skrevet af Ida Brask

Deltagere: Nanna, Egon og Ida

Punkt 1: Valg af ordstyrer – Nanna

Punkt 2: Mødekalender for efteråret

  kalender_-_version_2.pdf

Kalenderen blev gennemgået.

Punkt 3: Motionsrum

Motionsrummet skal gøres færdigt til maj, det tager Egon sig af

Punkt 4: Eventuelt

Intet.
""",
        [("1", "Valg af ordstyrer"), ("2", "Mødekalender for efteråret"), ("3", "Motionsrum"), ("4", "Eventuelt")],
        [
            "– Nanna",
            "Kalenderen blev gennemgået.",
            "Motionsrummet skal gøres færdigt til maj, det tager Egon sig af",
            "Intet.",
        ],
        date(2023, 3, 2),
        None,
    ),
    WebLayout(
        "a number alone behind a bullet above its title, the zones as a list below it",
        """Dagsordener og referater

Udvalg: Byrådet

Mødedato: 29-08-2019

Sagspunkter der blev behandlet på mødet: Fold alle ud
  • 121.
    Godkendelse af dagsorden

    • Resume

      Dagsordenen godkendes på hvert møde.

    • Baggrund

      Det står i forretningsordenen.

    • Økonomi

      Udgiftsneutral.
""",
        [("121", "Godkendelse af dagsorden")],
        [None],
        date(2019, 8, 29),
        "Byrådet",
    ),
]
