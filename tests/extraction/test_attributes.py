"""Votes, amounts, identifiers, disqualifications: hand-worked tables."""

from __future__ import annotations

import pytest

from decisionnlp.extraction.amounts import find_amounts
from decisionnlp.extraction.disqualifications import find_disqualifications
from decisionnlp.extraction.identifiers import find_identifiers
from decisionnlp.extraction.votes import find_votes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Godkendt med 41 stemmer imod 6.", [("for", 41), ("against", 6)]),
        ("Forslaget blev forkastet med 17 stemmer imod 8.", [("against", 17), ("for", 8)]),
        ("Vedtaget med 6 stemmer for, 3 imod og 1 undlod.", [("for", 6), ("against", 3), ("abstain", 1)]),
        ("Forkastet, idet 2 (D) stemte for og 39 imod.", [("for", 2), ("against", 39)]),
        ("For: 20 (A, B, F). Imod: 3 (Ø). Undlod: 2 (D).", [("for", 20), ("against", 3), ("abstain", 2)]),
        ("2 medlemmer (N+Ø) tager forbehold.", [("reservation", 2)]),
        ("Liste K stemte imod, idet listen ønsker sagen genoptaget.", [("against", None)]),
        ("Enstemmigt vedtaget.", [("unanimous", None)]),
        ("Der stemmes om forslaget i maj.", []),
        ("Udvalget var enig i linjen.", []),
    ],
)
def test_votes(text: str, expected: list[tuple[str, int | None]]) -> None:
    found = find_votes(text)
    assert [(vote.position, vote.count) for vote in found] == expected
    assert all(text[vote.start : vote.end] == vote.text for vote in found)


def test_voters_by_party_and_name() -> None:
    text = "For stemte: Ida Holm, Bo Lund og Per Vang (A) – i alt 15. Imod stemte: Liste Ø."
    yes, no = find_votes(text)
    assert (yes.count, yes.parties, yes.names) == (15, ("A",), ("Ida Holm", "Bo Lund", "Per Vang"))
    assert no.parties == ("Liste Ø",)


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        ("Der frigives 1,4 mio. kr. til taget.", 1_400_000, "frigivelse"),
        ("puljen på 400.000 kr.", 400_000, None),
        ("kr. 75.000,50 i tilskud", 75_000.5, "tilskud"),
        ("-8,6 mio. kr.", -8_600_000, None),
        ("en mindreudgift på 2 mio. kr.", -2_000_000, "mindreudgift"),
        ("75,000 kr.", 75_000, None),
        ("en tillægsbevilling på 318.442,07 kroner", 318_442.07, "tillægsbevilling"),
        ("12 mia. kr.", 12_000_000_000, None),
        ("1 300 kr.", 1300, None),
    ],
)
def test_amounts(text: str, value: float, direction: str | None) -> None:
    (found,) = find_amounts(text)
    assert (found.value, found.direction) == (value, direction)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("text", ["Beløb i hele 1.000 kr.", "punkt 12", "den 3. maj", "kr. og øre"])
def test_no_amount(text: str) -> None:
    assert find_amounts(text) == []


def test_currency_and_offsets_over_a_line_break() -> None:
    text = "Der gives 20\n000 EUR."
    (found,) = find_amounts(text)
    assert (found.value, found.currency, text[found.start : found.end]) == (20_000, "EUR", "20\n000 EUR")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Sagsnr.: 330-2019-5127", "case", "330-2019-5127"),
        ("Sag: EMN-2022-004417", "case", "EMN-2022-004417"),
        ("Sagsid.: 20/41876, Sagsinitialer: ABC", "case", "20/41876"),
        ("1-31-72-9-19", "case", "1-31-72-9-19"),
        ("00.30.00-S00-27-19", "kle", "00.30.00-S00-27-19"),
        ("BR 118/02", "council", "BR 118/02"),
        ("planlovens § 19, stk. 2", "law", "planloven § 19, stk. 2"),
        ("lov om kommunernes styrelse § 17, stk. 4", "law", "lov om kommunernes styrelse § 17, stk. 4"),
        ("efter § 17, stk.4", "law", "§ 17, stk. 4"),
        ("LBK nr. 47 af 15.01.2019", "act", "lbk nr. 47 af 15.01.2019"),
        ("lokalplan 4-212 godkendes", "plan", "lokalplan 4-212"),
    ],
)
def test_identifiers(text: str, kind: str, value: str) -> None:
    assert [(found.kind, found.value) for found in find_identifiers(text)] == [(kind, value)]


@pytest.mark.parametrize(
    "text", ["den 12.03.2018", "ansøgning om § 18-midler", "kl. 12-14", "punkt 3-5", "sagen drøftes"]
)
def test_no_identifier(text: str) -> None:
    assert find_identifiers(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Holm (V) erklærede sig inhabil og deltog ikke i sagens behandling.", [("Ida Holm", "V")]),
        ("Inhabil: Per Lund (A)", [("Per Lund", "A")]),
        ("Stedfortræder Bo Vang deltog for Ida Holm, der var inhabil.", [("Ida Holm", None)]),
        ("Byrådet fandt, at Jens Krogh Toft (C) og Mai Brink var inhabile.", [("Jens Krogh Toft", "C"), ("Mai Brink", None)]),
        ("Per Lund blev ikke fundet inhabil.", []),
        ("Udvalget drøftede spørgsmålet om inhabilitet.", []),
    ],
)  # fmt: skip
def test_disqualifications(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(found.name, found.party) for found in find_disqualifications(text)] == expected
