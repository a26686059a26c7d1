"""Invented minutes of councils and committees as their systems publish them: closed points by a form's label, cases without an outcome heading."""

from __future__ import annotations

from datetime import date

from .web_layouts import WebLayout

PUBLIC_LAYOUTS = [
    WebLayout(
        "closed points of which a form's label alone is left",
        """Referat
Teknikudvalget torsdag den 6. juni 2019 kl. 16:00

Teams

Beslutning

Til efterretning

Sagsfremstilling

 1. Havnen har fået svar fra staten om den nye mole. Svaret er vedlagt.
 2. Stien langs åen er lukket
  til august. Skiltene er sat op.
 3. Vejlaget sender sin beretning.

Bilag

Offentlig beslutning der skal udfyldes, hvis punktet er lukket

Tiltrådt.

Offentlig beslutning der skal udfyldes, hvis punktet er lukket

Udsat.
""",
        [(None, ""), (None, ""), (None, "")],
        ["Til efterretning", "Tiltrådt.", "Udsat."],
        date(2019, 6, 6),
        "Teknikudvalget",
    ),
    WebLayout(
        "closed points above an open one",
        """Referat
Lerbæk Byråd tirsdag den 4. juni 2019 kl. 17.00
Offentlig beslutning til lukket punkt
Godkendt.
Nanna Vorup (A) kan ikke tiltræde.
Offentlig beslutning til lukket punkt
Godkendt.
Beslutning
Ingen spørgsmål.
""",
        [(None, ""), (None, ""), (None, "")],
        ["Godkendt. Nanna Vorup (A) kan ikke tiltræde.", "Godkendt.", "Ingen spørgsmål."],
        date(2019, 6, 4),
        None,
    ),
    WebLayout(
        "cases without a heading of the outcome, among headings of groups",
        """190604 – Ordinært møde

Udvalg
Udvalg for Havn og Miljø
Dato
4. June 2019 -
Titel
Forside

Sagsfremstilling

Medlemmer

Nanna Vorup (A), formand

Egon Pabst (V)

Godkendelse af dagsorden

Sagsfremstilling

Dagsorden godkendes.

Meddelelser

Sagsfremstilling

2a. Meddelelser fra formanden

2b. Meddelelser fra forvaltningen

Beslutninger

Sagsfremstilling

Takster for havnen

Sagsfremstilling

Forvaltningen har regnet på nye takster.

Indstillingen godkendes med en frist til 1. maj.

Bilag

Sager til byrådet

Sagsfremstilling

Ny mole ved Lerbæk

Sagsfremstilling

Udvalget tiltrådte indstillingen.

Bilag

Eventuelt

Sagsfremstilling
""",
        [
            (None, "Godkendelse af dagsorden"),
            (None, "Meddelelser"),
            (None, "Takster for havnen"),
            (None, "Ny mole ved Lerbæk"),
            (None, "Eventuelt"),
        ],
        [
            "Dagsorden godkendes.",
            None,
            "Indstillingen godkendes med en frist til 1. maj.",
            "Udvalget tiltrådte indstillingen.",
            None,
        ],
        date(2019, 6, 4),
        None,
    ),
    WebLayout(
        "a contents list whose points stand on pages of their own",
        """Havneudvalget

Mandag den 03-06-2019 kl. 16:00

Indholdsfortegnelse:

Åbne
40 Takster for havnen
41 Ny mole ved Lerbæk

Efterretningssager
42 Tal for sejlere i foråret

Medlemmer:

Nanna Vorup Egon Pabst
Ida Brask Bodil Tang

Godkendelse af dagsorden:
Godkendt
Fraværende:
Ida Brask

Meddelelser:
Nanna Vorup spurgte til lyset på molen. Der er bestilt nye lamper.
""",
        [(None, "Godkendelse af dagsorden"), (None, "Meddelelser")],
        ["Godkendt", None],
        date(2019, 6, 3),
        "Havneudvalget",
    ),
    WebLayout(
        "cells of the head glued to their labels, titles lost, the way of the case below a heading",
        """Referat

Tirsdag d. 4 juni 2019
MødestedHallen
UdvalgHavn og Kyst
Bemærkninger

Beslutning

Udvalget godkender dagsordenen.

Resume

Molen er gennemgået af en dykker.

Indstilling

Forvaltningen indstiller, at

 1. udvalget tager orienteringen til efterretning.

Beslutning

Udvalget tager orienteringen til efterretning.

Sagens gang

Havn og Kyst

Beskrivelse af sagen

Dykkeren fandt tre huller.

Resume

Taksterne skal fastsættes for næste år.

Indstilling

Forvaltningen indstiller, at

 1. taksterne hæves.

Beslutning

Taksterne hæves.
""",
        [(None, ""), (None, ""), (None, "")],
        ["Udvalget godkender dagsordenen.", "Udvalget tager orienteringen til efterretning.", "Taksterne hæves."],
        date(2019, 6, 4),
        None,
    ),
    WebLayout(
        "a list with numbers in the first case, titles lost",
        """Referat
Havneudvalget mandag den 3. juni 2019 kl. 17.00

Rådhuset, Sal 2

Sagsfremstilling

  1. Tal for havnen i maj, som sekretariatet har fået dem. Tallene er vedlagt.
  2. Brev fra vejlaget er vedlagt (bilag 3)
  3. Svar om molen:

Staten har svaret på brevet om molen. Svaret er langt.

  1. Staten afviser at betale (se bilag 4).

Beslutning

Til efterretning.

Bilag

Sagsfremstilling

Taksterne skal fastsættes, som byrådet godkendte det i maj.

Beslutning

Godkendt.
""",
        [(None, ""), (None, "")],
        ["Til efterretning.", "Godkendt."],
        date(2019, 6, 3),
        "Havneudvalget",
    ),
    WebLayout(
        "cells of the head without a colon above a point that lost its title; the last one has no outcome",
        """Referat

tirsdag den 4. juni 2019 kl. 16:00

Mødested H.1.4/rådhuset
Udvalg Havneudvalget
Mødedeltagere Nanna Vorup, Egon Pabst
Bemærkninger

Sagsid.: 19/4969
Beslutning i Havneudvalget den 04-06-2019
Godkendt.
Fraværende:
Ida Brask grundet ferie.

Sagsid.: 19/4970
Sagsfremstilling
Orienteringen til borgerne om molen skal være klar i maj.
""",
        [(None, ""), (None, "")],
        ["Godkendt.", None],
        date(2019, 6, 4),
        "Havneudvalget",
    ),
    WebLayout(
        "points behind a bullet with a case number or none",
        """Politik

Referat

Tirsdag den 4. juni 2019 kl. 17:00

Mødested: Hallen, Lerbæk
Udvalg: Byrådet
Medlemmer: Nanna Vorup, Egon Pabst, Ida Brask
  • Sagsid.:

    Beslutning Byrådet den 04-06-2019

    Dagsordenen godkendt.

  • Sagsid.: 16/24751

    Indstilling

    Direktionen indstiller, at

    • taksterne hæves.

    Beslutning Byrådet den 04-06-2019

    Udsat.
""",
        [(None, ""), (None, "")],
        ["Dagsordenen godkendt.", "Udsat."],
        date(2019, 6, 4),
        "Byrådet",
    ),
    WebLayout(
        "a title printed twice that names a body and a day",
        """UDVALG

Havneudvalget

MØDE

Referat

STARTTIDSPUNKT

04-06-2019 17:15:00


PUNKTER

1. Godkendelse af dagsorden
2. Godkendelse af referat fra møde i Havneudvalget, den 07.05.2019

1. Godkendelse af dagsorden

Indstilling
Sekretariatet indstiller, at:

 1. dagsordenen godkendes.

Beslutning i Havneudvalget den 04-06-2019
Godkendt
2. Godkendelse af referat fra møde i Havneudvalget, den 07.05.2019

Godkendelse af referat fra møde i Havneudvalget, den 07.05.2019

Indstilling
Sekretariatet indstiller, at:

 1. referatet godkendes.

Beslutning i Havneudvalget den 04-06-2019
Udsat
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Godkendelse af referat fra møde i Havneudvalget, den 07.05.2019")],
        ["Godkendt", "Udsat"],
        date(2019, 6, 4),
        "Havneudvalget",
    ),
    WebLayout(
        "a transcript that lost day and body behind the word of the outcome",
        """Transkript

1 REFERAT Havneudvalget Mødedato: 4. juni 2019 Mødetidspunkt: 17:00. Sted: Hallen i Lerbæk, lokale 2. Møde slut: 19:25 Fraværende: Egon Pabst

2 Indholdsfortegnelse Side 1. Godkendelse af dagsorden Takster for havnen i næste år Ny mole ved Lerbæk Underskriftsside

3 1. Godkendelse af dagsorden J.nr.: A10. Sagsnr.: 11/5571 Sagen afgøres i: Sagsfremstilling: Godkendelse af dagsordenen. Beslutning i den : Godkendt.

4 2. Takster for havnen i næste år J.nr.: S00. Sagsnr.: 11/11959 Sagen afgøres i: Byrådet Sagsfremstilling: Havnen har regnet på taksterne og foreslår, at de stiger med to procent. Indstilling: Forvaltningen indstiller: - at taksterne hæves. Beslutning i den : Anbefales.
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Takster for havnen i næste år")],
        ["Godkendt.", "Anbefales."],
        date(2019, 6, 4),
        None,
    ),
    WebLayout(
        "a transcript that counts its points behind a label",
        """Transkript

1 Havneudvalget Referat fra ordinært møde tirsdag den 4. juni 2019 kl. 16:00 Mødelokale D1 Følgende sager behandles på mødet Side Meddelelser 2 Takster for havnen 3 Bilagsoversigt 19 Fraværende Nanna Vorup (C)

2 Havneudvalget Punkt: 1 Acadre sagsnr.: 11/1640 Journalnr.: P00 Sagsansvarlig enhed: Teknik Sagsbehandler: Ida Brask Meddelelser Beslutning Havneudvalget den Udvalget blev orienteret om: Den nye mole ved Lerbæk, som står færdig til sommeren, de tre broer, der skal males i august, og den aftale om fælles vagter, som havnen har fået med nabohavnen Fraværende: Nanna Vorup (C)

3 Havneudvalget Punkt: 2 Acadre sagsnr.: 11/1641 Journalnr.: P00 Sagsansvarlig enhed: Teknik Sagsbehandler: Bo Lind Takster for havnen Resume Taksterne har stået stille i tre år. Havnen har derfor regnet på, hvad der skal til, for at moler, broer og kajer kan holdes i stand, og foreslår en stigning på to procent om året i fire år. Beslutning Havneudvalget den Godkendt. Fraværende: Nanna Vorup (C)
""",
        [("1", ""), ("2", "")],
        [None, None],
        date(2019, 6, 4),
        "Havneudvalget",
    ),
    WebLayout(
        "a contents list with titles that hold a full stop, cut behind the first points",
        """Havneudvalget - Referat - 4. juni 2019

Mødedato
04-06-2019 kl. 15:00 - 17:00

Deltagere
 • Nanna Vorup
 • Egon Pabst

 • Luk alle punkter Referat


  1. Præsentation af den nye mole
  2. Program for havnens dag
  3. Tilskud. Havnens pulje for unge sejlere. Indstillinger af sejlere.
  4. Tilskud. Havnens pulje for ældre både. Indstillinger af både.
  5. Takster for kajpladser
  6. Mødeplan
  7. Eventuelt


  Sagsnr. 11/6228
  1. Præsentation af den nye mole
  fold dette punkt ind Resume
  Molen står færdig til sommer.
  fold dette punkt ind Beslutning i Havneudvalget den 04-06-2019

  Til efterretning.


  Sagsnr. 11/4647
  2. Program for havnens dag
  fold dette punkt ind Resume

  Der er et forslag til program.

  fold dette punkt ind Beslutning i Havneudvalget den 04-06-2019

  Godkendt.
""",
        [("1", "Præsentation af den nye mole"), ("2", "Program for havnens dag")],
        ["Til efterretning.", "Godkendt."],
        date(2019, 6, 4),
        "Havneudvalget",
    ),
    WebLayout(
        "points that open with their outcome or with what is to be decided, titles lost",
        """Havneudvalget
Referat • 4. juni 2019 kl. 15.30
Indhold
Beslutning i Havneudvalget den 04-06-2019
Nanna Vorup (B) var fraværende.
Dagsorden godkendt.
Beslutningstema
Takster for næste år
Indstilling
Direktionen indstiller til Havneudvalget at:
- Taksterne hæves.
Sagsfremstilling
Taksterne har stået stille i tre år.
Sagen afgøres i
Havneudvalget
Beslutning i Havneudvalget den 04-06-2019
Godkendt.
Nanna Vorup (B) var fraværende.
Beslutningstema
Molen er nedslidt.
Indstilling
Direktionen indstiller til Havneudvalget at:
- Molen lukkes.
""",
        [(None, ""), (None, ""), (None, "")],
        ["Dagsorden godkendt.", "Godkendt.", None],
        date(2019, 6, 4),
        "Havneudvalget",
    ),
    WebLayout(
        "the page of one point, its title a usual one",
        """Godkendelse af dagsorden
Beslutning
Beslutning i Havneudvalget 4. juni 2019
Dagsordenen blev godkendt.
OM MØDET:
Mødet begyndte kl. 16:00 og sluttede kl. 19:00.
""",
        [(None, "Godkendelse af dagsorden")],
        [None],
        date(2019, 6, 4),
        "Havneudvalget",
    ),
    WebLayout(
        "a transcript that opens with the day it was written, an agenda, and the first point below it",
        """Mødet afholdtes på Lerbæk Kro. Efter frokost var der en tur til åen.

Transkript

1 9. august 2019 Referat fra møde i Åkomitéen 7. juni 2019 Mødet afholdtes på Lerbæk Kro. Dagsorden: 1. Velkomst v/ Nanna Vorup (kl. 09:00) 2. Godkendelse af referat og dagsorden v/ Nanna Vorup (kl. 09:05) 3. Plan for åen v/ Egon Pabst (kl. 09:10) 4. Evaluering af turen i maj v. Ida Brask (kl. 09:20) 5. Budget for næste år v/ Bo Lind (kl. 09:40) 6. Eventuelt

2 Bilag vedlagt.

3 Punkt 1. Velkomst Nanna Vorup bød velkommen. To nye medlemmer deltog for første gang.
""",
        [("1", "Velkomst")],
        [None],
        date(2019, 6, 7),
        None,
    ),
    WebLayout(
        "headings inside lines that are broken all the same, earlier bodies on lines of their own",
        """Byrådet 04-06-2019
Punkt 171: Godkendelse af dagsorden
00.22.02-A26-1-13 Beslutning Byrådet, 04.06.2019 Nanna Vorup var fraværende. Godkendt.
Punkt 172: Endelig vedtagelse af lokalplan 67
01.02.05-P16-8-16 Resume Kompetenceudvalg: Byrådet
Forslag til lokalplan 67 for havnen i Lerbæk har været fremlagt i offentlig høring i perioden 30.01.2019 til 01.04.2019.
Lokalplanen forelægges nu uden ændringer. INDSTILLING Administrationen indstiller, at lokalplanen vedtages. Beslutning Planudvalget, 24.05.2019 Anbefales
Økonomiudvalget, 27.05.2019 Egon Pabst var fraværende. Anbefales.
Byrådet, 04.06.2019 Nanna Vorup var fraværende. Vedtaget. Sagsfremstilling
Der blev afholdt borgermøde i hallen i Lerbæk, men der var ingen fremmødte.
Punkt 173: Eventuelt
00.22.02-A26-1-13 Beslutning Byrådet, 04.06.2019 Intet.
""",
        [("171", "Godkendelse af dagsorden"), ("172", "Endelig vedtagelse af lokalplan 67"), ("173", "Eventuelt")],
        ["Nanna Vorup var fraværende. Godkendt.", "Nanna Vorup var fraværende. Vedtaget.", "Intet."],
        date(2019, 6, 4),
        "Byrådet",
    ),
]
