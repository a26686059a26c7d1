"""Builds of pages that were drawn without choosing: each text is our own, in the build of one that was read wrongly."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source, ZoneKind
from decisionnlp.segmentation import segment
from decisionnlp.segmentation.sentences import split_sentences


def _items(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for meeting in segment(Source(text=text)).meetings for item in meeting.items]


def _texts(text: str) -> list[str]:
    """Each item's whole text."""
    return [text[item.start : item.end] for meeting in segment(Source(text=text)).meetings for item in meeting.items]


def _told(text: str) -> list[str]:
    """The sentences of outcome zones."""
    return [
        sentence.text
        for meeting in segment(Source(text=text)).meetings
        for item in meeting.items
        for sentence in item.sentences
        if sentence.zone is ZoneKind.OUTCOME
    ]


HEAD = "Referat af bestyrelsesmøde 12. marts 2014 Til stede: Ida, Bo 1. Godkendelse af referat Godkendt. "
LETTERED = (
    HEAD
    + "2. Økonomi Kasserer Lis Holm gennemgik regnskabet. Det blev taget til efterretning. 3. Indkomne forslag a) Hegn mod "
    "marken Hegnsgruppen ved Jan Tved forelagde tre tilbud. Forslaget blev vedtaget. b) Forbud mod udlejning Bestyrelsen foreslog en "
    "ny § 11. Forslaget faldt. 4. Meddelelser a) Formanden orienterede om mødet i kredsen. b) Kassereren fortalte om banken. "
    "5. Eventuelt Intet. 6. Næste møde Den 4. juni 2014 kl. 19.\n"
)


def test_small_letters_with_titles_are_points_and_a_list_by_letter_is_none() -> None:
    assert _items(LETTERED) == [
        ("1", "Godkendelse af referat"),
        ("2", "Økonomi"),
        ("3", "Indkomne forslag"),
        ("a", "Hegn mod marken"),
        ("b", "Forbud mod udlejning"),
        ("4", "Meddelelser"),
        ("5", "Eventuelt"),
        ("6", "Næste møde"),
    ]


def test_motions_by_letter_end_with_their_full_stop_or_before_a_capital() -> None:
    text = (
        HEAD
        + "2. Økonomi Bo gennemgik regnskabet. 3. Indkomne forslag a. Forslag fra Kim Sol om køb af en hjertestarter. Kim oplyste "
        "prisen. Forslaget blev vedtaget. b. Forslag om en bænk Da prisen ikke er kendt, blev forslaget udsat. 4. Valg Bo blev valgt. "
        "5. Eventuelt Ida takkede for i dag.\n"
    )
    assert _items(text)[2:5] == [
        ("3", "Indkomne forslag"),
        ("a", "Forslag fra Kim Sol om køb af en hjertestarter"),
        ("b", "Forslag om en bænk"),
    ]


def test_entries_by_letter_are_sentences() -> None:
    text = "a) Formanden orienterede om mødet i kredsen. b) Kassereren fortalte om banken, jf. b) Bilaget. c) Næste dag er den 4. maj."
    assert [text[span.start : span.end] for span in split_sentences(text)] == [
        "a) Formanden orienterede om mødet i kredsen.",
        "b) Kassereren fortalte om banken, jf. b) Bilaget.",
        "c) Næste dag er den 4. maj.",
    ]


SUBPOINTS = """Referat af møde den 9. maj 2022

1. Godkendelse af dagsorden

Godkendt.

2. Nyt fra {gruppe}

{first} Krydset ved Kroen

 • Bo har været i kontakt med kommunen, der tæller biler i uge 20.

{second} Sti langs åen

 • Ida har skrevet et læserbrev, og det sendes i næste uge.

3. Eventuelt

Intet.
"""


@pytest.mark.parametrize(
    ("first", "second"), [("2.1)", "2.2)"), ("2.1", "2.2"), ("2.1.", "2.2."), ("Ad. pkt. 2.1.:", "Ad. pkt. 2.2.:")]
)
def test_marks_of_sub_points(first: str, second: str) -> None:
    text = SUBPOINTS.format(gruppe="trafikgruppen", first=first, second=second)
    assert _items(text)[2:4] == [("2.1", "Krydset ved Kroen"), ("2.2", "Sti langs åen")]


def test_lettered_titles_over_roman_numbers() -> None:
    text = """Referat af klubmøde den 9. maj 2018

1. Dagsorden

Godkendt.

2. Siden sidst:
a. Lokalaftalen
i. Kim har forhandlet hele ugen.
ii. Natholdet fik ikke sit tillæg.
b. De nye scannere
i. De går i stå, når det er koldt.

3. Eventuelt

Intet.
"""
    assert _items(text) == [
        ("1", "Dagsorden"),
        ("2", "Siden sidst"),
        ("a", "Lokalaftalen"),
        ("b", "De nye scannere"),
        ("3", "Eventuelt"),
    ]


def test_a_closed_mark_stays_in_its_title() -> None:
    text = """Referat af møde i byrådet den 22. marts 2017

1. Godkendelse af dagsorden
2. Salg af Kærvej 3 - Lukket punkt1. Godkendelse af dagsorden

Godkendelse af dagsorden

Beslutning i Byrådet den 22-03-2017
Godkendt.
2. Salg af Kærvej 3 - Lukket punkt

Salg af Kærvej 3 - Lukket punkt

Beslutning i Byrådet den 22-03-2017
Godkendt.
"""
    assert _items(text) == [("1", "Godkendelse af dagsorden"), ("2", "Salg af Kærvej 3")]


def test_groups_above_a_head_of_cells_and_above_labelled_points() -> None:
    celled = """Referat af møde i byrådet den 24. februar 2014

DIVERSE SAGER
Punkt Titel
41 Udpegning til havnefonden
Indstilling

Det indstilles, at der udpeges et medlem.

Beslutning

Bo Tved (A) udpeges.

ØKONOMIUDVALGETS SAGER
Punkt Titel
42 Lokalplan for Teglgården
Indstilling

Det indstilles, at planen vedtages.

Beslutning

Godkendt.
"""
    assert _items(celled) == [("41", "Udpegning til havnefonden"), ("42", "Lokalplan for Teglgården")]
    labelled = """Referat af forældrebestyrelsesmøde onsdag den 12. marts 2025

Til stede: Ida Tved, Bo Holm og Lis Krog

Orienteringspunkter:

Børnetal: Der er indskrevet 142 børn, og det er syv færre end sidste år. Vi har 46 dagplejere.

Tilsyn: De uanmeldte besøg er i gang. Lis gennemgår rapporten på næste møde.

Drøftelsespunkter:

Lukkedage: Ledelsens forslag blev drøftet. Bestyrelsen kan anbefale forslaget.

Forældreaften: Aftenen bliver tirsdag den 20. maj. Bo står for kaffe og brød.
"""
    assert [title for _, title in _items(labelled)] == ["Børnetal", "Tilsyn", "Lukkedage", "Forældreaften"]


UNTITLED = """Referat

Resumé

Lederen viser udvalget rundt.

Indstilling

Direktøren foreslår, at orienteringen drøftes.

Beslutning

Orienteringen blev drøftet.

Fraværende:

Ditte Marker

Sagsfremstilling

Centret flyttede i august.

Resumé

Mødeplanen forelægges.

Indstilling

Direktøren foreslår, at planen godkendes.

Beslutning

Godkendt.

Fraværende:

Ditte Marker

Sagsfremstilling

Møderne holdes om onsdagen.

Resumé

Budgettet forelægges.

Indstilling

Direktøren foreslår, at budgettet godkendes.

Beslutning

Godkendt.

Fraværende:

Ditte Marker

Sagsfremstilling

Der er et mindreforbrug.
"""


def test_a_name_below_fravaerende_is_no_title() -> None:
    texts = _texts(UNTITLED)
    assert [text.split("\n")[0] for text in texts] == ["Resumé"] * 3
    assert [text.strip().split("\n")[-1] for text in texts] == [
        "Centret flyttede i august.",
        "Møderne holdes om onsdagen.",
        "Der er et mindreforbrug.",
    ]


def test_heads_of_cells_behind_a_stroke() -> None:
    text = """Skolebestyrelsesmøde tirsdag den 16. januar 2018

Sag 201 / 2 min / CU / beslutning

Godkendelse af dagsorden

Dagsordenen er godkendt.

Sag 202 / 30 min / VL / 1 bilag / drøftelse

Princip for samarbejde

Bestyrelsen drøftede afsnittet om møder.

Sag 203 / 15 min / HR / orientering

Trafik

Taget af.
"""
    assert _items(text) == [
        ("201", "Godkendelse af dagsorden"),
        ("202", "Princip for samarbejde"),
        ("203", "Trafik"),
    ]


@pytest.mark.parametrize(
    "closing",
    [
        "4. Eventuelt Der var intet til punktet. Lerbæk, den 4. juni Ida Tved, Bo Holm",
        "4. Eventuelt Intet. Næste møde er torsdag den 12. juni.",
        "4. Eventuelt Bo takkede for kaffen. Mødet sluttede kl. 21. Ida Tved formand",
        "4. Eventuelt Bo takkede for kaffen. Mødet blev hævet kl. 21.",
    ],
)
def test_what_closes_the_minutes_behind_the_last_point(closing: str) -> None:
    text = HEAD + "2. Økonomi Bo gennemgik regnskabet. Det blev godkendt. 3. Meddelelser Lis fortalte om kurset, "
    text += "som mange havde glæde af. Der var sendt indbydelse til alle medlemmer, og omkring fyrre mødte op til den første aften. "
    text += closing + "\n"
    assert _texts(text)[-1] in (
        "4. Eventuelt Der var intet til punktet.",
        "4. Eventuelt Intet.",
        "4. Eventuelt Bo takkede for kaffen.",
    )


def test_titles_that_lost_their_number_in_running_text() -> None:
    def point(number: str, title: str, done: str) -> str:
        return f"{number}{title} Sagsfremstilling Sagen forelægges. Indstilling Det indstilles, at den godkendes. Beslutning {done} "

    text = (
        "1 Referat af møde i organisationsbestyrelsen den 6. marts 2013 "
        + point("1. ", "Godkendelse af referat", "Referatet blev godkendt.")
        + point("2. ", "Revisionsprotokol", "Taget til efterretning.")
        + point("3. ", "Nye porttelefoner", "Sagen blev udsat.")
        + point("", "Beboerkursus 2013", "Kurset blev vedtaget.")
        + point("5. ", "Gebyrer for venteliste", "Godkendt.")
        + "\n"
    )
    assert [title for _, title in _items(text)] == [
        "Godkendelse af referat",
        "Revisionsprotokol",
        "Nye porttelefoner",
        "Beboerkursus 2013",
        "Gebyrer for venteliste",
    ]


CAPITALS = (
    "1 UNDERUDVALG FOR ØKONOMI ONSDAG DEN 14. MARTS 2007 1. RAPPORTERING, ULTIMO FEBRUAR J.nr.: S01 Sagsbeh.: Bo Munk ÅBENT "
    "SAGSFREMSTILLING Afdelingen fremlægger rapporten. INDSTILLING Økonomichefen indstiller, at rapporten tages til efterretning. "
    "BESLUTNING I UNDERUDVALG FOR ØKONOMI DEN Til efterretning.\n\n"
    "2 2. RENOVERING AF SDR. HOLMSTED SKOLE J.nr.: Ø54 Sagsbeh.: Leo Vang ÅBENT SAGSFREMSTILLING Taget er utæt. INDSTILLING "
    "Teknisk Forvaltning indstiller, at der gives en bevilling. BESLUTNING I TEKNISK UDVALG DEN Anbefales. BESLUTNING I UNDERUDVALG FOR "
    "ØKONOMI DEN Udsat, idet forvaltningen henter et tilbud.\n\n"
    "3 3. INDKØBSPOLITIK J.nr.: A00 Sagsbeh.: Lis Toft ÅBENT SAGSFREMSTILLING Der skal vedtages en politik. INDSTILLING Det "
    "indstilles, at den anbefales. BESLUTNING I UNDERUDVALG FOR ØKONOMI DEN Godkendt.\n\n"
    "4 4. EVENTUELT Intet.\n"
)


def test_titles_and_headings_in_capitals_are_whole() -> None:
    assert [title for _, title in _items(CAPITALS)] == [
        "RAPPORTERING, ULTIMO FEBRUAR",
        "RENOVERING AF SDR. HOLMSTED SKOLE",
        "INDKØBSPOLITIK",
        "EVENTUELT",
    ]
    told = _told(CAPITALS)
    assert [text for text in told if not text.startswith("BESLUTNING")] == [
        "Til efterretning.",
        "Udsat, idet forvaltningen henter et tilbud.",
        "Godkendt.",
        "Intet.",
    ]


def test_coming_meetings_are_no_second_meeting_and_a_report_named_by_its_day_is_one() -> None:
    text = """Bestyrelsesmøde 22. september 2023 kl. 10

Til stede: Ida, Bo og Lis

· Begynderkursus

Der er tolv på kurset. Lis underviser.

· Lokalet

Vi skal aflevere det store skab inden jul.

· Kommende møder

Bestyrelsesmøde 27. oktober 2023 kl. 10

Juleafslutning 12. december 2023 kl. 18

· Eventuelt

Et medlem har efterlyst resultaterne. Bo lægger dem op.
"""
    assert [len(meeting.items) for meeting in segment(Source(text=text)).meetings] == [4]
    former = """Referat af bestyrelsesmøde d. 20.3.2013.

• Springene skal efterses inden sæsonen. Ida og Kim går dem igennem i uge 14.

• Rytterstuen skal have ny kaffemaskine. Lis finder en.

• Ponyen er stadig halt. Dyrlægen har set på den.

• Hegnet er for dyrt, vi siger nej.

• Kim skal undersøge, om klubben kan få billigere diesel.

• Der skal kigges på brandslukkere.

• Ida skriver fremover referat.

• Bo bestiller halm.

• Der er kommet ny bund i ridehuset.

• Hjælpere til stævnet søges i stalden.

Referat af bestyrelsesmøde d. 21.11.2012.

Bestyrelsen.

Rikke går på barsel til januar og træder ud af bestyrelsen.

Vinterfoder.

Der købes 40 baller wrap mere til vinteren.

Juleridning.

Afholdes lørdag d. 15. december kl. 13.
"""
    days = [str(meeting.date) for meeting in segment(Source(text=former)).meetings]
    assert days == ["2013-03-20", "2012-11-21"]


def test_points_told_on_their_numbered_line() -> None:
    text = """Referat fra bestyrelsesmødet d. 12/5 2010

Ad 1 Referatet fra april godkendt

Ad 2 Ida har været til møde i havnerådet. Havnen får ny kran, og vi må regne med,
at slæbestedet er spærret i september.

Ad 3 Saunaen. Prisen på en ovn er 14.000 kr. Vi kan ikke blive enige, så punktet er udsat til august.

Ad 4 Der mangler stadig to personer til nøglen. Ida sætter en seddel op.

Ad 5 Kajakkursus. Kurset var fyldt. Vi holder et ekstra kursus d. 14/8.
"""
    assert "Vi kan ikke blive enige, så punktet er udsat til august." in _told(text)
    assert "Vi holder et ekstra kursus d. 14/8." in _told(text)


def test_who_was_chosen_on_the_titles_line() -> None:
    text = """Referat af generalforsamling den 4. marts 2014

1. Valg af dirigent Pia Holm
2. Valg af ordstyrer og referent: Lis og Bo
3. Beretning
Formanden fortalte om året, og beretningen blev godkendt.
4. Eventuelt
Intet.
"""
    told = _told(text)
    assert told[:2] == ["Pia Holm", "Lis og Bo"]
    assert [title for _, title in _items(text)][:2] == ["Valg af dirigent", "Valg af ordstyrer og referent"]


@pytest.mark.parametrize(
    "sentence",
    [
        "KMT, som har ansvaret for siden, var ikke til stede, og punktet udsættes.",
        "Sagen udsættes til mødet i oktober, da rådgiveren var forhindret.",
        "Udgår, da udvalget har meldt afbud.",
        "Ida Tved er valgt (var ikke til stede, men har sagt ja på forhånd).",
    ],
)
def test_an_answer_that_names_absence_is_no_attendance(sentence: str) -> None:
    text = f"Referat af bestyrelsesmøde 12. oktober 2023\n\n1. Økonomi\n\nLis gennemgik tallene.\n\n2. Hjemmeside\n\n{sentence}\n"
    assert sentence in _told(text)


def test_events_of_bodies_and_answers_with_a_day_are_no_headings() -> None:
    text = """Referat af ældrerådets møde den 12. marts 2019

1. Møder og kurser

Temadag i Danske Ældreråd den 9. april: Lis Holm og Bo Tved deltager.

2. Svømmehallen

Beslutning Udsat til mødet den 22. april, da brevet først kom i dag.
"""
    told = _told(text)
    assert "Temadag i Danske Ældreråd den 9. april: Lis Holm og Bo Tved deltager." in told


def test_points_answered_by_letter() -> None:
    text = """Referat af generalforsamling onsdag den 12. marts 2008

Dagsorden

a. Valg af dirigent

b. Beretning

c. Regnskab

d. Valg af kasserer

e. Eventuelt

Ad. a

Bo Tved blev valgt.

Ad. b

Beretningen blev læst op og godkendt.

Ad. c

Regnskabet blev delt ud og godkendt.

Ad. d

Lis Holm blev genvalgt som kasserer.

Ad. e

Hans takkede for god ro og orden.
"""
    assert [number for number, _ in _items(text)][-5:] == ["a", "b", "c", "d", "e"]
