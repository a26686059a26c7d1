"""Titles that share their mark with the lists below them, that lost their number, or whose number stands before another one."""

from __future__ import annotations

import pytest

from decisionnlp import lexicons
from decisionnlp.document import Source
from decisionnlp.segmentation import segment
from decisionnlp.segmentation.numbering import clean_title


def _titles(text: str) -> list[str]:
    return [item.title for meeting in segment(Source(text=text)).meetings for item in meeting.items]


NESTED = """Referat af bestyrelsesmøde mandag d. 4. marts 2019

Afbud: Tage Vind

  • Regnskab
  • Saldo (Lone): Der står 41.000 kr. på kontoen, og det er lidt mere end i fjor.
  • Gebyr: Gebyret for sene tilmeldinger hæves til 50 kr. fra næste sæson.
  • Indkøb: Roerne søger om to nye årer. Bevilget.

  • Hold og trænere
  • Ungdom: Vi mangler en træner til onsdagsholdet. Tage spørger to af de store.
  • Motion: Holdet er fuldt, og der er venteliste.
  • Haltider: Ønskerne sendes til Lone inden d. 1/4.

  • Arrangementer
  • Standerhejsning: Den er lørdag d. 6/4. Køkkenet står for maden.
  • Lotteri: Gav 3.100 kr. Tak til alle sælgere.

  • Hus og grej
  • Bro: Udsat, da prisen ikke er kommet.
  • Maling: Vi maler i uge 22. Tage køber ind.
"""


def test_bare_bullets_over_lists_with_the_same_mark_are_the_titles() -> None:
    assert _titles(NESTED) == ["Regnskab", "Hold og trænere", "Arrangementer", "Hus og grej"]


LOST = """Referat onsdag den 8. maj 2019

Dagsorden

  1. Godkendelse af dagsorden

  2. Gudstjenester i sommer

  3. Kvartalsregnskab

  4. Nyt fra udvalg

  5. Lys i tårnet

  6. Eventuelt

Deltagere: Tage Vind, Lone Brix, Rie Holk

1. Godkendelse af dagsorden

Godkendt.

2. Gudstjenester i sommer

I juli holdes der kun gudstjeneste kl. 10. Rie spørger koret.

3. Kvartalsregnskab

Taget til efterretning.

Nyt fra udvalg

Hegnet ved diget er sat op, og bænken er malet. Tage takkede graverne.

5. Lys i tårnet

Der var to priser. Menighedsrådet valgte den lave.

6. Eventuelt

Intet.
"""


def test_a_title_of_the_agenda_without_its_number_stands_between_those_around() -> None:
    assert _titles(LOST) == [
        "Godkendelse af dagsorden",
        "Gudstjenester i sommer",
        "Kvartalsregnskab",
        "Nyt fra udvalg",
        "Lys i tårnet",
        "Eventuelt",
    ]


def test_words_of_the_agenda_inside_a_text_open_nothing() -> None:
    text = LOST.replace("Nyt fra udvalg\n\nHegnet", "Der var nyt fra udvalg. Hegnet")
    assert "Nyt fra udvalg" not in _titles(text)


def test_percentages_behind_the_number_of_a_point() -> None:
    text = (
        "Referat af budgetsamråd torsdag den 5. september 2019 i Solby sognehus Provsten bød velkommen. Ad pkt. 1 Valg af dirigent "
        "Tage Vind blev valgt. Ad pkt. 2 Budgetter for kasserne Kasserne blev gennemgået, og rammen blev fastsat. Ad pkt. 3 Ønsker til "
        "anlæg Provsten gennemgik ønskerne, som er for store. Ad pkt. 4 5 %-midler og pulje Udvalget foreslog, at midlerne er som i fjor. "
        "Samrådet sluttede sig til dette. Ad pkt. 5 Fælles projekter Et blad for alle sogne blev drøftet. Ad pkt. 6 Eventuelt Tage takkede "
        "for god ro og orden.\n"
    )
    found = _titles(text)
    assert len(found) == 6
    assert "%-midler" in found[3]
    assert found[4].startswith("Fælles projekter")


RESUMES = """Referat
Torsdag d. 12. maj 2022
Mødested Rådssalen
Udvalg Kommunalbestyrelsen

Resume

Godkendelse af dagsorden.

Beslutning

Godkendt

Resume

Der skal tages stilling til møller ved Strandby.

Indstilling

Plan & Miljø indstiller til KB, at

 1. Der igangsættes planlægning for møllerne

Beslutning fra Økonomiudvalget, 3. maj 2022, pkt. 44:

Sendes til KB uden anbefaling.

Beslutning

Sagen udsættes.

Sagens gang

ØU, KB

Resume

Der skal vælges medlemmer til havnens bestyrelse.

Indstilling

Forvaltningen indstiller, at

 1. Kommunalbestyrelsen udpeger to medlemmerBeslutning

Tage Vind (V) og Lone Brix (B) blev udpeget.

Sagens gang

KB

Resume

Der foreligger takster for havnen.

Indstilling

Forvaltningen indstiller, at

 1. Taksterne hæves med 2 %

Beslutning

Godkendt.
"""


def test_each_heading_that_opens_most_items_opens_one() -> None:
    items = segment(Source(text=RESUMES)).meetings[0].items
    assert [RESUMES[item.start :].split("\n")[0] for item in items] == ["Resume"] * 4
    assert "Sagen udsættes." in [sentence.text for sentence in items[1].sentences]


REGISTERED = """Politik

Referat

Mandag den 7. oktober 2019 kl. 08:30

Mødested: Lokale 2
Udvalg: Plan og Klima
 • Sagsid.:

  Beslutning Plan og Klima den 07-10-2019

  Dagsorden godkendt.

 • Sagsid.: 19/917

  Indstilling

  Direktøren indstiller, at planen sendes i høring.

  Beslutning Plan og Klima den 07-10-2019

  Udvalget godkendte indstillingen.

 • Sagsid.: 19/110

  Indstilling

  Direktøren indstiller, at status tages til efterretning.

  Beslutning Plan og Klima den 07-10-2019

  Taget til efterretning.

 • Sagsid.: 19/841

 • Sagsid.: 19/509
"""


def test_case_numbers_that_open_the_items_open_the_closed_ones_too() -> None:
    items = segment(Source(text=REGISTERED)).meetings[0].items
    assert len(items) == 5
    assert REGISTERED[items[3].start :].lstrip(" •").startswith("Sagsid.: 19/841")


LETTERED = """Referat af generalforsamling den 28. oktober 2009

1: VALG AF DIRIGENT
Bo blev valgt.

2: BERETNING
Formanden aflagde beretning. Den blev godkendt.

3: TAGET PÅ BAGHUSET
Formanden viste billeder fra loftet og fortalte om rapporten.

A: FORSLAG FRA NANNA VORUP
Nanna forklarede, at hendes forslag gik ud på at nøjes med at reparere taget mod gården.
Forslaget blev nedstemt med 19 stemmer mod 4.

B: BESTYRELSENS FORSLAG TIL FINANSIERING
Bent satte begge forslag til afstemning. Forslag 1 fik 16 stemmer.

4: ANDRE FORSLAG

A: FORSLAG OM CYKELSKUR I GÅRDEN
Forslagsstilleren havde tegninger med. Skuret koster ca. kr. 60.000.

B: FORSLAG TIL ÆNDRING AF HUSORDENEN
Der blev stemt om forslaget. Det blev vedtaget.

5: EVENTUELT
Intet.
"""


def test_lettered_points_in_capitals_under_a_numbered_one() -> None:
    assert [item.number for item in segment(Source(text=LETTERED)).meetings[0].items] == [
        "1",
        "2",
        "3",
        "A",
        "B",
        "4",
        "A",
        "B",
        "5",
    ]


TOLD_FIRST = """Generalforsamling i Solby Vandværk

tirsdag den 15. marts 2016

Der var mødt 31 andelshavere, og generalforsamlingen startede med, at

1.       Formanden Tage Vind sagde godaften til de fremmødte og bad om forslag til dirigent.
Der var kun ét forslag, og Karl Brix blev valgt.

2.       Dirigenten takkede for valget og konstaterede, at generalforsamlingen var lovlig indvarslet.

3.       Valg af to stemmetællere. Ruth og Keld blev valgt uden modkandidater.

4.       Bestyrelsens beretning. Formandens beretning kan læses bagerst.

5.       Regnskabet blev fremlagt af kassereren. Det blev godkendt.

6.       Eventuelt. Bo takkede for god ro og orden.
"""


def test_the_first_points_told_in_sentences_above_those_with_titles() -> None:
    assert [item.number for item in segment(Source(text=TOLD_FIRST)).meetings[0].items] == [
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
    ]


def test_an_agenda_above_is_no_row_of_first_points() -> None:
    text = TOLD_FIRST.replace(
        "godaften til de fremmødte og bad om forslag til dirigent.\nDer var kun ét forslag, og Karl Brix blev valgt.",
        "velkommen",
    )
    assert [item.number for item in segment(Source(text=text)).meetings[0].items][-5:] == ["2", "3", "4", "5", "6"]


CALENDAR = """Referat fra bestyrelsesmøde mandag den 15. september 2014

1. Dagsorden

Godkendt.

2. Nyhedsbrev

Næste nyhedsbrev udkommer i uge 46.

27. oktober: Deadline for tekst.

3. november: Tryk.

10. november: Fra trykkeriet.

Lis skriver en plan.

3. Eventuelt

Intet.
"""


def test_rows_of_a_calendar_open_no_item() -> None:
    assert _titles(CALENDAR) == ["Dagsorden", "Nyhedsbrev", "Eventuelt"]


STOPPED = """Referat af bylaugsmøde 14.9.2017 på Gammel Skole

Tilstede: Rie, Tage og Bjarke. Afbud: Poul Vind

Mødet var åbent, og der var mødt fem beboere op.

Status på gadelyset.

Tage vil lave en seddel til postkasserne. Bjarke undersøger prisen på nye lamper.

Kystsikring.

Rie fortalte om borgermødet i august, hvor der var mange meninger.

Bylauget var enige i, at stenene ved trappen ikke må fjernes.

Bytorvet.

Bænkene er kommet hjem fra sløjdholdet. De stilles op lørdag den 23. september.

Høstfest.

Der var 88 spisende og et lille overskud. Regnskabet blev taget til efterretning.
"""


def test_titles_with_a_full_stop_alone_above_their_text() -> None:
    assert [title.rstrip(".") for title in _titles(STOPPED)] == [
        "Status på gadelyset",
        "Kystsikring",
        "Bytorvet",
        "Høstfest",
    ]


def test_ordinals_of_teams_and_places_are_no_numbers_of_points() -> None:
    text = (
        "Referat af bestyrelsesmøde den 4. maj 2017\n\n1. Økonomi\n\nSaldoen er fin.\n\n2. Sæsonen\n\nFørsteholdet vandt rækken.\n\n"
        "2. holdet havde det svært, og de sidste kampe blev spillet med oldboys på bænken.\n\n3. Eventuelt\n\nIntet.\n"
    )
    assert _titles(text) == ["Økonomi", "Sæsonen", "Eventuelt"]


@pytest.mark.parametrize("example", lexicons.load("title_lines")["secrecy"].values())
def test_marks_of_secrecy_are_no_part_of_a_title(example: str) -> None:
    # clean_title looks for a few letters before it looks for a mark: each entry of the lexicon must hold one of them.
    assert clean_title(example) != example


def test_points_without_a_number_above_a_row_of_numbers_that_lists_may_not_hold() -> None:
    text = (
        "Transkript\n\n1 Beslutninger fra mødet Torsdag kl. Økonomiudvalget\n\n2 KB = Kommunalbestyrelsen ØU = Økonomiudvalget Fraværende: "
        "Lars Holk (V). Bemærkninger til dagsordenen: Punkt 91 blev taget af dagsordenen efter ønske fra forvaltningen. Meddelelser: "
        "Borgmesteren oplyste, at byggeriet er forsinket. Økonomiudvalget Side 2\n\n3 85. ØU - Budgetopfølgning pr. 31. juli 2006 Åben sag "
        "Sagsfremstilling: Forvaltningen har fulgt op på budgettet. Indstilling: Forvaltningen indstiller, at den tages til efterretning. "
        "Beslutning: Taget til efterretning.\n\n4 86. KFU/ØU - Leje af hal Åben sag Sagsfremstilling: Hallen lejes ud. Indstilling: "
        "Forvaltningen indstiller, at lejen hæves. Beslutning: Godkendt. 87. TMU/ØU - Frigivelse af midler Åben sag Sagsfremstilling: Der er "
        "midler. Indstilling: Forvaltningen indstiller, at de frigives. Beslutning: Godkendt.\n"
    )
    assert {"Bemærkninger til dagsordenen", "Meddelelser"} <= set(_titles(text))


def test_short_sentences_under_titles_of_another_form_are_no_titles() -> None:
    text = (
        "Referat af bestyrelsesmøde den 4. maj 2017\n\nGodkendelse af referat\n\nIngen bemærkninger.\n\nØkonomi\n\nKassereren viste saldoen for året.\n\n"
        "Positivt resultat.\n\nDer er 40.000 kr. mere end i fjor på kontoen.\n\nMeddelelser\n\nFormanden fortalte om mødet med kommunen i april.\n\n"
        "Nyt fra kommunen.\n\nDer kommer en ny cykelsti langs Åvej til næste år.\n\nNyt fra klubben.\n\nKlubben holder fest for alle medlemmer i juni.\n\n"
        "Eventuelt\n\nIntet.\n"
    )
    assert {"Godkendelse af referat", "Økonomi", "Meddelelser", "Eventuelt"} <= set(_titles(text))


def test_titles_that_begin_with_a_month_stay_points() -> None:
    text = (
        "Referat af bestyrelsesmøde den 4. marts 2017\n\n1. Velkomst\n\nFormanden bød velkommen.\n\n2. Sankt Hans\n\nBålet tændes kl. 21.\n\n"
        "3. Juni-fest\n\nBo bestiller telt.\n\n4. Eventuelt\n\nIntet.\n"
    )
    assert _titles(text) == ["Velkomst", "Sankt Hans", "Juni-fest", "Eventuelt"]


def test_a_second_resume_below_the_case_opens_nothing() -> None:
    part = "Resume\n\n{0} er en sag.\n\nSagsfremstilling\n\nSagen er lang.\n\nResume\n\nDen er kort.\n\nBeslutning\n\nGodkendt.\n\n"
    text = "Referat\nTorsdag d. 12. maj 2022\nUdvalg Byrådet\n\n" + "".join(
        part.format(name) for name in ("Stien", "Broen", "Vejen", "Havnen")
    )
    assert len(segment(Source(text=text)).meetings[0].items) == 4


def test_entries_set_in_that_a_converter_numbered_one_like_their_titles() -> None:
    text = (
        "Referat bestyrelsesmøde 06/02-2024\n\nAfbud: Viggo\n\n 1. Fælles vagt.\n\nDer er kommet et tilbud. Erling spørger om en pris pr. udkald.\n\n"
        " 1. Status på aftaler.\n  1. Seks aftaler er på plads, og to ligger hos landmåleren til underskrift.\n 1. Små værker.\n"
        "  1. Bodil fortalte om deres sammenlægning, som tog tre år og kostede mere end ventet.\n"
        "  1. Det blev aftalt at holde et møde om emnet i april, Erling laver programmet.\n 1. Hjemmesiden.\n"
        "  1. Ingen har rettet i den siden 2021, og der mangler billeder fra de fleste værker.\n"
    )
    items = segment(Source(text=text)).meetings[0].items
    found = [text[item.start :].split("1. ", 1)[1].split(".", 1)[0] for item in items]
    assert found == ["Fælles vagt", "Status på aftaler", "Små værker", "Hjemmesiden"]


BARE = """Bestyrelsesmøde d. 13/3-2024

Tilstede Carl, Lone, Stig og Benny
Afbud fra Jørgen

Turen til Norge har fået 14 deltagere, og der er to pladser tilbage på hytterne. Lone sender regning ud.

Køreteknisk dag på flyvepladsen holder vi lørdag d. 20/4. Prisen bliver 250 kr. for medlemmer.

Turen til Eifel er stadig under planlægning, Carl har ikke fået svar fra hotellet endnu.

Der er kommet et brev fra plejehjemmet om en tur i sidevogn. Det vil vi gerne, Benny ringer rundt.

Klubhuset trænger til maling på gavlen, og tagrenden hænger. Stig køber maling og stiger.

Trøjerne bestiller vi 40 stk. af med det gamle logo, de sælges for 120 kr. Lone bestiller.

En anden klub har spurgt om at leje klubhuset til deres fest i juni. Det sagde vi nej til denne gang.

Kassen er på 31.000 kr., og der mangler stadig kontingent fra seks medlemmer, som rykkes.
"""


def test_minutes_of_bare_paragraphs_have_a_point_for_each() -> None:
    items = segment(Source(text=BARE)).meetings[0].items
    assert [BARE[item.start :].split()[0] for item in items] == [
        "Turen",
        "Køreteknisk",
        "Turen",
        "Der",
        "Klubhuset",
        "Trøjerne",
        "En",
        "Kassen",
    ]
    assert not any(item.title for item in items)


def test_a_text_under_one_title_is_one_point() -> None:
    text = BARE.replace("Turen til Norge har", "Diverse meddelelser Turen til Norge har")
    assert len(segment(Source(text=text)).meetings[0].items) <= 1


def test_paragraphs_without_empty_lines_between_them_are_points_too() -> None:
    head, _, rest = BARE.partition("\n\nTuren til Norge")
    more = " Det blev nævnt af flere, at der skal tages hensyn til dem, som ikke kan køre på de lange ture om sommeren."
    paragraphs = [f"{text}{more}" for text in f"Turen til Norge{rest}".strip().split("\n\n")]
    text = head + "\n\n" + "\n".join(paragraphs) + "\nNæste møde er mandag d. 6/5 hos Stig.\n"
    items = segment(Source(text=text)).meetings[0].items
    assert [item.title for item in items] == [""] * 8
    assert text[items[-1].start : items[-1].end].startswith("Kassen") and "Næste" not in text[: items[-1].end]


EACH_FIRST = """Referat bestyrelsesmøde 04/10-2022

Bestyrelsesmøde i Søndre Vandråd

Afbud: Tage, Poul

 1. Status på boringerne
  1. Kirsten har besøgt 9 lodsejere, og der er aftaler på plads med de 5.
 1. Fælles vagtordning.
  1. Gennemgang af de tre modeller.
  2. Der var flertal for at gå videre med køb. Ejnar hører hvad det koster.
 1. Kursus i hygiejne.
  1. 11 er tilmeldt, og kurset holdes i november.
 1. Ansøgning fra Rævebakken om tilskud.
  1. Rådet kan ikke give tilskud til anlæg på de enkelte værker.
 1. Hjemmesiden.
  1. Referater mangler siden foråret. Lis lægger dem op inden jul.
 1. Eventuelt.
  1. Bodil: Prøverne er fine igen.
  2. Ejnar: har haft 3 brud på en måned.
"""


def test_titles_that_each_count_anew_above_lists_set_in() -> None:
    assert _titles(EACH_FIRST) == [
        "Status på boringerne",
        "Fælles vagtordning",
        "Kursus i hygiejne",
        "Ansøgning fra Rævebakken om tilskud",
        "Hjemmesiden",
        "Eventuelt",
    ]


MIXED = """Referat af lokalrådsmøde 18.9.2017 på kroen

Tilstede: Kaj, Mette, Steffen og Viggo. Afbud: Rosa

Status på stien.

Nordre Strandvej.

Kommunen har svaret, at stien tidligst kan komme med i 2020. Kaj tager en snak med de sidste lodsejere.

Gadekæret.

Der er meget siv, og vandet lugter. Vi holder en arbejdsdag lørdag den 7. oktober. Viggo laver suppe.

Hjemmeside: Ingen opdaterer siden. Viggo rydder op på den i løbet af efteråret.

Busplan.

Forslag til ny køreplan er udsendt. Vi mener ikke, at de unge kan undvære aftenturen. Kaj sender vores svar.

Økonomi: Der står 11.200,- på kontoen. Mette laver et budget i november.

Forsamlingshuset.

Bestyrelsen for huset har søgt om 8.000,- til nye stole. Vi giver 5.000,- til dem.

EVT.

Vejskilte: Skiltet mod Nordby er drejet. Steffen melder det ind på appen.
"""


def test_labelled_paragraphs_among_stopped_titles_are_points_and_two_titles_in_a_row_one() -> None:
    items = segment(Source(text=MIXED)).meetings[0].items
    assert [(item.title, MIXED[item.start :].split(".")[0].split(":")[0]) for item in items] == [
        ("Nordre Strandvej", "Status på stien"),
        ("Gadekæret", "Gadekæret"),
        ("Hjemmeside", "Hjemmeside"),
        ("Busplan", "Busplan"),
        ("Økonomi", "Økonomi"),
        ("Forsamlingshuset", "Forsamlingshuset"),
        ("EVT.", "EVT"),
    ]
