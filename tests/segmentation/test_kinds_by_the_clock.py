"""Minutes by the clock that print the kind of each point in place of its title, and those that print titles."""

from __future__ import annotations

from tests.segmentation.found import titles

HEAD = "Skolebestyrelsesmøde november 2014\n\nReferat fra den 18. november 2014 kl. 17.00-18.40\nAfbud: Bo Krag\n\nReferat\n\n"
SAID = [
    "Godkendt uden ændringer.",
    "Oplægget blev læst igennem.\nIda Lund skriver det rent til næste møde.",
    "Skolelederen fortalte om de nye hold.\nDer kommer en plan i uge 48.",
    "Vedtaget, dog uden afsnittet om mobiler.\nPlakaten deles ud inden jul.",
    "Haven\nBiblioteket og de to rum ved siden af.",
]
SLOTS = ["17.00-17.05", "17.05-17.25", "17.25-17.45", "17.45-18.10", "18.10-18.20"]


def _text(titles: list[str]) -> str:
    points = (
        f"{slot}{f' - {title}' if title else ''}\n\n{said}\n\n"
        for slot, title, said in zip(SLOTS, titles, SAID, strict=True)
    )
    return HEAD + "".join(points)


def test_the_kind_is_no_title() -> None:
    assert titles(_text(["Beslutning", "Drøftelse", "Orientering", "Drøftelse/Beslutning", ""])) == [""] * 5


def test_titles_beside_one_kind_stay() -> None:
    printed = ["Dagsorden", "Ordensregler", "Orientering", "Valg af formand", "Eventuelt"]
    assert titles(_text(printed)) == printed
