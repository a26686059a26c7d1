"""Titles and what is put to the meeting in one cell, numbered ``7 - ``, with the answer in the next cell; and titles that hold dashes."""

from __future__ import annotations

from decisionnlp.document import Source, ZoneKind
from decisionnlp.segmentation import segment

HEAD = "Møde i udvalget den 12. maj 2021\nDeltagere: Bo Krag, Ida Lund\nPunkt | Referat |\n"
ROWS = (
    "1 - Godkendelse af dagsorden | Godkendt. |\n"
    "2 - Lynge - Tag over våbenhus Menighedsrådet søger om 40.000 kr. til nyt tag. | Bevilget af reserven. |\n"
    "3 - Regnskab 2. kvartal Tallene for kassen lægges frem. | Taget til efterretning. |\n"
    "4 - Brev fra Ida Lund - Orgel De to råd vil dele udgiften. | Udsat til juni. |\n"
    "5 - Hald og Tved - Jagt | Drøftet. |\n"
    "6 - Eventuelt | Intet. |\n"
)


def _zones(text: str) -> list[tuple[str, str, list[ZoneKind]]]:
    (meeting,) = segment(Source(text)).meetings
    return [(item.number or "", item.title, [zone.zone for zone in item.zones]) for item in meeting.items]


def test_the_title_ends_before_what_is_put() -> None:
    put = [ZoneKind.AGENDA, ZoneKind.CASE, ZoneKind.OUTCOME]
    alone = [ZoneKind.AGENDA, ZoneKind.OUTCOME]
    assert _zones(HEAD + ROWS) == [
        ("1", "Godkendelse af dagsorden", alone),
        ("2", "Lynge - Tag over våbenhus", put),
        ("3", "Regnskab 2. kvartal", put),
        ("4", "Brev fra Ida Lund - Orgel", put),
        ("5", "Hald og Tved - Jagt", alone),
        ("6", "Eventuelt", alone),
    ]


def test_dashes_inside_titles_without_text_cut_nothing() -> None:
    text = "Møde i udvalget den 12. maj 2021\n\n" + "".join(
        f"{number} - {title}\n\n{said}\n\n"
        for number, (title, said) in enumerate(
            [
                ("Dagsorden", "Godkendt."),
                ("Lynge - Tag - Prøve af Sten", "Udsat."),
                ("Hald - Jagt", "Bevilget."),
                ("Tved - Kirkegård - Port", "Bo Krag ringer til smeden."),
                ("Eventuelt", "Intet."),
            ],
            1,
        )
    )
    assert [title for _, title, _ in _zones(text)] == [
        "Dagsorden",
        "Lynge - Tag - Prøve af Sten",
        "Hald - Jagt",
        "Tved - Kirkegård - Port",
        "Eventuelt",
    ]


def test_one_title_that_ends_as_a_sentence_is_not_cut() -> None:
    text = HEAD + (
        "1 - Dagsorden | Godkendt. |\n2 - Ny Port til Hald. | Bevilget. |\n3 - Orgel - Syn hos Ida Lund. | Udsat. |\n4 - Eventuelt | Intet. |\n"
    )
    assert [title for _, title, _ in _zones(text)] == [
        "Dagsorden",
        "Ny Port til Hald",
        "Orgel - Syn hos Ida Lund",
        "Eventuelt",
    ]
