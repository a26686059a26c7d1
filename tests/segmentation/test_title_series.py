"""Titles that only their likeness to each other shows: romans, letters, years, text behind a tab or a dash, and rows that are none."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment
from decisionnlp.segmentation.lines import column_widths, lines_of
from decisionnlp.segmentation.series_items import judged, judged_inline
from decisionnlp.segmentation.series_scores import probability, weights
from decisionnlp.segmentation.title_series import heads_of, series_of

FRONT = "Referat af bestyrelsesmøde\nTirsdag den 4. maj 2021\nTil stede: Bo Krag, Ida Dam, Ole Toft\n\n"

ROWS = [
    (
        "roman numerals",
        "I. Godkendelse af dagsorden\nDagsordenen blev godkendt.\n\nII. Nyt fra havnen\nBroen er malet. Ida bestiller nye skilte.\n\n"
        "III. Regnskab\nKassereren gennemgik tallene. Regnskabet blev godkendt.\n\nIV. Sommerfest\nFesten holdes den 12. juni.\n\n"
        "V. Eventuelt\nIntet.\n",
        ["Godkendelse af dagsorden", "Nyt fra havnen", "Regnskab", "Sommerfest", "Eventuelt"],
    ),
    (
        "small letters",
        "a. Godkendelse af dagsorden\nDagsordenen blev godkendt.\n\nb. Nyt fra havnen\nBroen er malet. Ida bestiller nye skilte.\n\n"
        "c. Regnskab\nKassereren gennemgik tallene. Regnskabet blev godkendt.\n\nd. Sommerfest\nFesten holdes den 12. juni.\n\n"
        "e. Eventuelt\nIntet.\n",
        ["Godkendelse af dagsorden", "Nyt fra havnen", "Regnskab", "Sommerfest", "Eventuelt"],
    ),
    (
        "a tab behind each title",
        "Godkendelse af dagsorden\tDagsordenen blev godkendt.\n\nNyt fra havnen\tBroen er malet. Ida bestiller nye skilte.\n\n"
        "Regnskab\tKassereren gennemgik tallene. Regnskabet blev godkendt.\n\nSommerfest\tFesten holdes den 12. juni.\n\n"
        "Eventuelt\tDer var intet.\n",
        ["Godkendelse af dagsorden", "Nyt fra havnen", "Regnskab", "Sommerfest", "Eventuelt"],
    ),
    (
        "a dash before each title, the text behind a colon",
        "- Godkendelse af dagsorden: Dagsordenen blev godkendt.\n- Nyt fra havnen: Broen er malet. Ida bestiller nye skilte.\n"
        "- Regnskab: Kassereren gennemgik tallene. Regnskabet blev godkendt.\n- Sommerfest: Festen holdes den 12. juni.\n"
        "- Eventuelt: Der var intet.\n",
        ["Godkendelse af dagsorden", "Nyt fra havnen", "Regnskab", "Sommerfest", "Eventuelt"],
    ),
    (
        "numbers with a bracket on lines of their own",
        "1)\nGodkendelse af dagsorden\nDagsordenen blev godkendt.\n\n2)\nNyt fra havnen\nBroen er malet. Ida bestiller nye skilte.\n\n"
        "3)\nRegnskab\nRegnskabet blev godkendt.\n",
        ["Godkendelse af dagsorden", "Nyt fra havnen", "Regnskab"],
    ),
    (
        "numbered titles stay, whatever ends in a colon below them",
        "1. Godkendelse af dagsorden\nDagsordenen blev godkendt.\n\n2. Udvalgene\n\nHavneudvalget:\n\n• Broen er malet.\n\n"
        "Festudvalget:\n\n• Teltet er bestilt.\n\nSkolegruppen:\n\n• Intet nyt.\n\n3. Eventuelt\nIntet.\n",
        ["Godkendelse af dagsorden", "Udvalgene", "Eventuelt"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "titles"), ROWS, ids=[row[0] for row in ROWS])
def test_titles(name: str, text: str, titles: list[str]) -> None:
    meetings = segment(Source(FRONT + text, path="referat.txt")).meetings
    assert [item.title for meeting in meetings for item in meeting.items] == titles


def read(text: str) -> list[tuple[str, float, str, str]]:
    lines = lines_of(text)
    return [
        (head.label, head.value, head.mark, head.title) for head in heads_of(lines, column_widths(lines), 0, len(lines))
    ]


@pytest.mark.parametrize(
    ("line", "readings"),
    [
        ("XIV. Takster", [("roman", 14, "end", "Takster")]),
        ("§ 4 Takster:", [("section", 4, "closed", "Takster")]),
        ("2023/14 Takster", [("year", 14, "end", "Takster")]),
        ("c. takster", [("letter", 3, "end", "takster")]),
        ("• Takster – de stiger.", [("bullet", 0, "dash", "Takster")]),
        ("Takster\tDe stiger.", [("", 0, "tab", "Takster")]),
        ("Takster for bl.a. broen. Vi hæver dem.", [("", 0, "stop", "Takster for bl.a. broen.")]),
        ("taksterne stiger", []),
    ],
)  # fmt: skip
def test_a_line_is_read_as_label_head_and_text(line: str, readings: list[tuple[str, float, str, str]]) -> None:
    assert read("Havnen\n\n" + line)[1:] == readings


def test_a_series_counts_on() -> None:
    lines = lines_of("I. Takster\n\nII. Bro\n\nV. Fest\n\nIII. Skilte\n\nIV. Valg\n")
    rows = series_of(heads_of(lines, column_widths(lines), 0, len(lines)))
    counted = {series.form: [head.title for head in series.heads] for series in rows}
    assert counted["roman end"] == ["Takster", "Bro", "Skilte", "Valg"]


def test_weights_and_features_have_the_same_names() -> None:
    lines = lines_of("I. Takster\n\nII. Bro\n\nIII. Skilte\n")
    series, found = next(judged(lines, column_widths(lines), {}, 0, len(lines)))
    assert series.form == "roman end"
    assert set(found) == set(weights("alone")) == set(weights("inline"))


@pytest.mark.parametrize(
    ("likelier", "than"),
    [
        # titles with an answer behind them, and what members said
        ("Godkendelse af dagsorden: Godkendt.\n\nRegnskab: Godkendt.\n\nEventuelt: Intet.\n",
         "Nanna: Broen er dyr.\n\nEgon: Det er den ikke.\n\nBodil: Det er den.\n"),
        # titles, and the headings of one item's zones
        ("Velkomst: Bo bød velkommen.\n\nTakster: De stiger.\n\nEvt.: Intet.\n",
         "Baggrund: Broen er gammel.\n\nIndstilling: Den males.\n\nBeslutning: Godkendt.\n"),
    ],
)  # fmt: skip
def test_titles_are_likelier_than_what_looks_like_them(likelier: str, than: str) -> None:
    best = [
        max(probability("inline", found) for _, found in judged_inline(lines_of(text))) for text in (likelier, than)
    ]
    assert best[0] > 2 * best[1]
