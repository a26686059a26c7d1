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
