"""Pages that number a point below the heading of its outcome, closing lists of bilag, and ``Ad. pkt. 1.1.:`` in running text."""

from __future__ import annotations

from decisionnlp.document import Source
from decisionnlp.segmentation import segment


def _items(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in segment(Source(text=text)).meetings[0].items]


COUNCIL = """Mødedato: 12.06.2018, kl. 13:00
Mødested: Rådhuset, mødesalen

Godkendelse af dagsorden

Se alle bilag

Beslutning

Dagsordenspunkt 1: Godkendelse af dagsorden

Magistratens beslutning i mødet den 12. juni 2018

Dagsordenen blev godkendt uden afstemning.

Busplan 2019 for havnelinjerne

Se alle bilag

Magistraten skal tage stilling til, om to linjer skal køre videre.

Indstilling

Trafikforvaltningen indstiller, at linje 7H nedlægges.

Økonomi

Intet.

Beslutning

Dagsordenspunkt 2: Busplan 2019 for havnelinjerne

Magistratens beslutning i mødet den 12. juni 2018

Indstillingen blev godkendt uden afstemning.

Lejeaftale om Pakhus 11 (Lukket punkt)

Se alle bilag

Beslutning

Dagsordenspunkt 3: Lejeaftale om Pakhus 11 (Lukket punkt)

Magistratens beslutning i mødet den 12. juni 2018

Sagen blev udsat.
"""


def test_a_point_begins_at_its_title_above_the_outcome() -> None:
    items = segment(Source(text=COUNCIL)).meetings[0].items
    assert [COUNCIL[item.start :].split("\n")[0] for item in items] == [
        "Godkendelse af dagsorden",
        "Busplan 2019 for havnelinjerne",
        "Lejeaftale om Pakhus 11 (Lukket punkt)",
    ]


ANNEXES = """Referat af Kommunalbestyrelsens møde den 24. september 2013

1. Godkendelse af dagsorden

Godkendt.

2. Opfølgning på budgettet

Indstillingen blev godkendt.

3. Takst for madordning

Sagen sendes tilbage til udvalget.

Bilagsoversigt

2. Opfølgning på budgettet
1. Notat om budgettet (1102/13)

3. Takst for madordning
1. Takstberegning (1090/13)
"""


def test_a_closing_list_of_bilag_holds_no_points() -> None:
    assert [number for number, _ in _items(ANNEXES)] == ["1", "2", "3"]


RUNNING = (
    "1 Referat af bestyrelsesmøde tirsdag den 30. oktober 2012 Deltagere: Nanna Vorup, Egon Pabst og Lis Okholm. Ad. pkt. 1.: Protokol Ad. pkt. 1.1.: "
    "Godkendelse af referat Ingen havde bemærkninger til referatet, og protokollen blev underskrevet. Ad. pkt. 1.2.: Evt. bemærkninger til "
    "dagsorden. Der var enighed om, at skader tages op under pkt. 2.1. Ad. pkt. 2.: Sager til beslutning Ad. pkt. 2.1.: Budget Kontoret havde "
    "fremsendt et forslag med uændret kontingent. Det blev vedtaget. Ad. pkt. 3.: Eventuelt. Lis Okholm spurgte til mødetidspunktet.\n"
)


def test_sub_points_behind_a_word_are_cut_in_running_text() -> None:
    starts = {RUNNING[item.start :][:14] for item in segment(Source(text=RUNNING)).meetings[0].items}
    assert {"Ad. pkt. 1.2.:", "Ad. pkt. 2.1.:"} <= starts
