"""Titles that only a capital word behind them tells, in minutes of one running paragraph."""

from __future__ import annotations

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

TEXT = (
    "Referat fra bestyrelsesmøde i Korforeningen torsdag den 12. marts 2015 kl 19 hos Inge Deltagere: Bodil, Inge, Poul og Tage "
    "Afbud: Signe Økonomi: Kassen er på 14.200 kr. og alle har betalt. Poul sender budgettet rundt inden påske. Forårskoncerten "
    "Den bliver lørdag den 9. maj i sognegården. Bodil trykker plakater og Inge bager kage til pausen. Noder Kassen med de gamle "
    "noder er fundet på loftet hos Tage. Han rydder op i dem og smider resten ud. Dirigenten Vi er glade for Jonna og forlænger "
    "aftalen med et år. Poul skriver til hende. Øvelokalet Skolen har sagt nej til flere onsdage. Tage hører om vi kan leje "
    "sognegården og hvad det koster. Korbogen Inge synes vi skal købe den nye. Det blev vedtaget at købe 25 stk. Evt. Signe har "
    "fundet et bæger i køkkenet. Næste møde er torsdag den 16. april hos Bodil."
)


def test_a_capital_word_behind_a_title_begins_its_text() -> None:
    items = segment(Source(text=TEXT)).meetings[0].items
    assert [item.title for item in items] == [
        "Økonomi",
        "Forårskoncerten",
        "Noder",
        "Dirigenten",
        "Øvelokalet",
        "Korbogen",
        "Evt.",
    ]


def test_people_and_offices_at_the_beginning_of_a_sentence_are_no_titles() -> None:
    text = TEXT.replace(
        "Noder Kassen med de gamle noder er",
        "Noder Kassen er tung. Formand Bodil har den. Kassereren Poul har en anden. Den er",
    )
    titles = [item.title for item in segment(Source(text=text)).meetings[0].items]
    assert "Formand" not in titles and "Noder" in titles


def test_running_text_without_usual_titles_is_left_as_it_is() -> None:
    text = TEXT.replace("Økonomi: ", "").replace("Evt. ", "")
    assert len(segment(Source(text=text)).meetings[0].items) <= 1


def test_a_usual_title_with_its_colon_may_stand_behind_a_sentence() -> None:
    text = TEXT.replace("Signe Økonomi: Kassen", "Signe. Vi var glade for festen. Økonomi: Kassen")
    assert [item.title for item in segment(Source(text=text)).meetings[0].items][:2] == ["Økonomi", "Forårskoncerten"]
