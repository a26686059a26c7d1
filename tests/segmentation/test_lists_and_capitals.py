"""Lists that are no items, headings in capitals without their day, names under a point about absence."""

from __future__ import annotations

from decisionnlp.document import Item, Source, ZoneKind
from decisionnlp.segmentation import segment


def _items(text: str) -> tuple[Item, ...]:
    return segment(Source(text=text)).meetings[0].items


BY_LETTER = """Referat af bestyrelsesmøde d. 20. september 2012

1.              Henvendelse fra beboer

Brevet blev taget til efterretning.

2.              Opgaver – hvor langt er vi

a)     Folder: er ved at blive skrevet. Den skal rumme regler for affald.

b)   Containere: Trine har ringet for at få et tilbud.

c)     Stativer: Der sættes nogle op ved vaskehuset.

3.              Økonomi

Kassereren viste saldoen.
"""


def test_entries_by_letter_with_their_text_on_the_line_are_a_list() -> None:
    assert [item.number for item in _items(BY_LETTER)] == ["1", "2", "3"]


PAGES = """Mødedato: 21.08.2014, kl. 19:00
Mødested: Kulturhuset Dokken

Dagsorden og referat

Beslutning

Lokaludvalget godkendte dagsordenen.

Meddelelser

Beslutning

Sekretariatet fortalte om borgeraftenen.

Puljeansøgninger, august 2014

Beslutning

 1. Festen: Der bevilges 12.000 kr.

 2. Korsang på kajen: Der bevilges 6.500 kr. af de ansøgte 9.000 kr.

 3. Film om sejlmagere: Ansøgningen imødekommes ikke.

Eventuelt

Beslutning

Intet.
"""


def test_a_numbered_list_in_one_of_many_outcomes() -> None:
    assert [item.title for item in _items(PAGES)] == [
        "Dagsorden og referat",
        "Meddelelser",
        "Puljeansøgninger, august 2014",
        "Eventuelt",
    ]


TRANSCRIPT = """Referat af Rådets Møde nr. 12 Fredag den 4. april 2014

Transkript

1 Referat af Rådets Møde nr. 12 Fredag den 4. april 2014 Ad dagsordenens pkt. 1 Dagsorden og referat fra møde nr. 11 Formanden sagde velkommen. Referatet blev godkendt. Ad dagsordenens pkt. 2 Nyt fra formanden. Formanden fortalte, at arbejdet med en ny ordning er begyndt.

2 Ad dagsordenens pkt. 3 Udtalelse om værkstederne. Udkastet blev gennemgået. Rådet tilsluttede sig udkastet med den ændring, at afsnit 2 udgår. Ad dagsordenens pkt. 4 Temadag om frafald. Rådet drøftede form og indhold.

3 Ad dagsordenens pkt. 5 Eventuelt. Mødet i juni flyttes til torsdag den 19. juni.
"""


def test_what_a_point_begins_with_heads_no_page() -> None:
    assert [item.number for item in _items(TRANSCRIPT)] == ["1", "2", "3", "4", "5"]


def test_headings_in_capitals_that_lost_their_day() -> None:
    text = (
        "Referat. til Kommunalbestyrelsen\n\nTranskript\n\n1 KOLBY KOMMUNE Referat til Kommunalbestyrelsen Tirsdag den 28. oktober 2014"
        " 1. Godkendelse af dagsorden BESLUTNING I KOMMUNALBESTYRELSEN DEN Godkendt.\n\n"
        "2 2. Nyt tag på Østerskolen - anlægsbevilling RESUMÉ Taget over fløj C er utæt, og der har stået spande på gangen hele vinteren. Det laveste af de fire bud er på 2,3 mio. kr. INDSTILLING Forvaltningen indstiller, at der gives en"
        " bevilling. BESLUTNING I ØKONOMIUDVALGET DEN Anbefales. BESLUTNING I KOMMUNALBESTYRELSEN DEN Godkendt.\n\n"
        "3 3. Takster for madservice RESUMÉ Køkkenet på Lindegården kan ikke holde prisen, og der er derfor regnet på nye takster for 2015. INDSTILLING Forvaltningen indstiller, at prisen sættes til 52 kr."
        " BESLUTNING I ØKONOMIUDVALGET DEN Anbefales. BESLUTNING I KOMMUNALBESTYRELSEN DEN Sagen sendes tilbage.\n"
    )
    zones = {
        sentence.text.split(" DEN ")[-1]: sentence.zone
        for item in _items(text)[1:]
        for sentence in item.sentences
        if sentence.zone in (ZoneKind.HISTORY, ZoneKind.OUTCOME) and not sentence.text.endswith("DEN")
    }
    assert zones == {
        "Anbefales.": ZoneKind.HISTORY,
        "Godkendt.": ZoneKind.OUTCOME,
        "Sagen sendes tilbage.": ZoneKind.OUTCOME,
    }


def test_names_under_a_point_about_absence() -> None:
    text = (
        "Byrådet - Referat\n\nDato: 26. februar 2020\n\n1. Fraværende\n\nSagsfremstilling\n\nTo har meldt afbud.\n\nBeslutning\n\n"
        "Tage Lynggaard, Ragna Sig og Ove Brinch.\n\n2. Budget\n\nSagsfremstilling\n\nBudgettet ligger klar.\n\nBeslutning\n\nGodkendt.\n"
    )
    first = _items(text)[0]
    assert [sentence.zone for sentence in first.sentences if sentence.text.startswith("Tage")] == [ZoneKind.ATTENDANCE]


def test_points_in_one_paragraph_each_behind_its_title() -> None:
    text = (
        "Referat fra bestyrelsesmøde 2015\n\nStrandby, mandag d. 13. april 2015. Referent: Karen Holst. Valg af dirigent: Ulla Thagaard. "
        "Godkendelse af referat 2014: Godkendt med den bemærkning, at det kom sent. Formandens beretning: Formanden var forhindret. "
        "I stedet fortæller Gorm om årets møder. Kontingent: Uændret. Forskerdag 2016: Afholdes fredag d. 11. marts 2016. Ulla skriver til "
        "talerne. Eventuelt: Intet.\n"
    )
    assert [item.title for item in _items(text)] == [
        "Valg af dirigent",
        "Godkendelse af referat 2014",
        "Formandens beretning",
        "Kontingent",
        "Forskerdag 2016",
        "Eventuelt",
    ]
    assert str(segment(Source(text=text)).meetings[0].date) == "2015-04-13"


def test_an_answered_proposal_under_the_outcome_opens_no_proposal() -> None:
    text = (
        "Referat af Økonomiudvalgets møde den 14. april 2016\n\n1. Leje af hal\n\nINDSTILLING:\n\nAt lejemålet opsiges.\n\n"
        "BESLUTNING: Økonomiudvalget den 14-04-2016\n\nÆndringsforslag fra T faldt.\n\nAdministrationens indstilling: Godkendt.\n\n"
        "Udvalget sender sagen i høring.\n\n2. Eventuelt\n\nBESLUTNING: Økonomiudvalget den 14-04-2016\n\nIntet.\n"
    )
    assert {
        sentence.text: sentence.zone for sentence in _items(text)[0].sentences if sentence.zone is ZoneKind.OUTCOME
    }["Udvalget sender sagen i høring."] is ZoneKind.OUTCOME
