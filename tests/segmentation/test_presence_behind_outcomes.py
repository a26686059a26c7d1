"""Who was not there, told in a sentence behind the outcome, and sentences that only look so; buttons glued to titles."""

from __future__ import annotations

import pytest

from decisionnlp.document import Source
from decisionnlp.segmentation import segment

MINUTES = "Referat af møde i Trafikrådet\nMødedato: 12. november 2024\n\n1. Takster{0}\nBeslutning\nGodkendt.\n{1}\n\n2. Eventuelt\nBeslutning\nIntet.\n"


def _first(text: str) -> list[tuple[str, str]]:
    (meeting,) = segment(Source(text)).meetings
    return [(zone.zone.value, text[zone.start : zone.end].strip()) for zone in meeting.items[0].zones]


@pytest.mark.parametrize(
    "line",
    [
        "Nanna Vorup, Egon Krag og politiets repræsentant deltog ikke.",
        "Bodil Vang var med i stedet for Nanna Vorup.",
        "Bodil Vang (A) mødte i stedet for Nanna Vorup.",
        "Nanna Vorup gik kl. 14.00.",
        "Nanna Vorup og Egon Krag kom kl. 16.20",
    ],
)
def test_presence_ends_the_outcome(line: str) -> None:
    assert ("attendance", line) in _first(MINUTES.format("", line))


@pytest.mark.parametrize(
    "line",
    [
        "Beboerne i opgang tre deltog ikke.",
        "Bodil Vang taler med politiet i stedet for Nanna Vorup.",
        "Bussen går kl. 14.00.",
        "Nanna Vorup går videre med sagen kl. 14.00 på mandag.",
        "Skolen deltog ikke: den får et nyt tilbud.",
    ],
)
def test_what_others_do_stays_in_the_outcome(line: str) -> None:
    zones = _first(MINUTES.format("", line))
    assert [zone for zone, _ in zones] == ["agenda", "outcome"]
    assert zones[-1][1].endswith(line)


@pytest.mark.parametrize("button", ["Tryk her for at åbne og læse Takster", "Tryk for at åbne punktet Takster"])
def test_a_button_glued_to_the_title(button: str) -> None:
    (meeting,) = segment(Source(MINUTES.format(button, ""))).meetings
    assert [item.title for item in meeting.items] == ["Takster", "Eventuelt"]


def test_what_a_sentence_tells_to_press_is_text() -> None:
    text = MINUTES.format("", "Skiltet siger: Tryk her for at åbne døren.")
    assert _first(text)[-1][1].endswith("Tryk her for at åbne døren.")
