"""Plain minutes that rules for odd layouts must leave alone: each of these was once read wrongly."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

HEAD = "Referat af bestyrelsesmøde den 12. marts 2020\n\n"


def _zones(text: str) -> list[tuple[str | None, list[tuple[str, str]]]]:
    (meeting,) = segment(Source(text)).meetings
    return [
        (
            item.number,
            [
                (zone.zone.value, " ".join(text[zone.start : zone.end].split()))
                for zone in item.zones
                if zone.zone.value != "agenda"
            ],
        )
        for item in meeting.items
    ]


@pytest.mark.parametrize(
    "line", ["Referat af bestyrelsesmøde den 3. februar 2020", "Referat af bestyrelsesmøde den 4. maj 2020"]
)
def test_another_meeting_named_under_a_point(line: str) -> None:
    text = HEAD + (
        f"1. Godkendelse af referat\n\n{line}\n\nGodkendt uden bemærkninger.\nDitte sender det ud.\nBo lægger det på hjemmesiden.\nDet bliver i morgen.\n\n"
        "2. Haven\nGræsset er slået.\n\n3. Eventuelt\nIntet.\n"
    )
    assert [number for number, _ in _zones(text)] == ["1", "2", "3"]


def test_a_day_behind_a_line_end() -> None:
    points = "".join(
        f"{number}. {title}\nRegnskabet forelægges Byrådet den\n3. april 2020.\n\n"
        for number, title in enumerate(["Havnen", "Broen", "Hegnet"], 1)
    )
    assert [zones for _, zones in _zones(HEAD + points)] == [
        [("outcome", "Regnskabet forelægges Byrådet den 3. april 2020.")]
    ] * 3


@pytest.mark.parametrize(
    "told",
    [
        "Bo Lund kommer kl. 9.00.",
        "Aarhus Bus går kl. 10.00.",
        "Anne Holm fortalte, at kommunen deltog ikke.",
        "Sundby Skole havde inviteret alle naboer, men de deltog ikke.",
        "Ændringsforslag fra bestyrelsen om at hæve kontingentet blev vedtaget enstemmigt.",
        "Forslag om at male klubhuset blev vedtaget.",
    ],
)
def test_what_was_told_or_decided_is_outcome(told: str) -> None:
    text = HEAD + f"1. Arbejdsdag\nVi mødes ved skuret.\n{told}\n\n2. Eventuelt\nIntet.\n"
    assert _zones(text)[0] == ("1", [("outcome", f"Vi mødes ved skuret. {told}")])
    first = HEAD + f"1. Arbejdsdag\n{told}\nLis sørger for kaffe.\n\n2. Eventuelt\nIntet.\n"
    assert _zones(first)[0] == ("1", [("outcome", f"{told} Lis sørger for kaffe.")])


def test_a_report_that_begins_with_a_purpose() -> None:
    text = (
        HEAD
        + "Til stede: Bo Lund, Lis Krag\nAfbud: Ida Holm\nReferent: Bo Lund\n\n0. Dagsorden\nGodkendt.\n\n"
        + "".join(
            f"{number}. {title}\nSagsfremstilling\nSagen er gammel.\nReferat\nFor at imødekomme elevernes ønsker besluttede bestyrelsen at købe bænke.\n\n"
            for number, title in enumerate(["Gården", "Salen", "Hallen"], 1)
        )
    )
    assert [zones[-1][0] for _, zones in _zones(text)][1:] == ["outcome"] * 3
