"""Titles that share their mark with the lists below them, that lost their number, or whose number stands before another one."""

from __future__ import annotations

from decisionnlp.document import Source
from decisionnlp.segmentation import segment


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
