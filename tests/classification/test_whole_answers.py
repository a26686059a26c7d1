"""The closed class of one-line answers, and that an item of nothing but such lines ends as they say."""

from __future__ import annotations

import pytest

from decisionnlp import lexicons
from decisionnlp.classification.context import SentenceContext
from decisionnlp.classification.outcomes import plain_outcome
from decisionnlp.classification.whole_answers import whole_answer

ROWS = lexicons.load("whole_answers")["answer"]


@pytest.mark.parametrize(("id_", "line"), [(row["id"], line) for row in ROWS for line in row["examples"]])
def test_every_example_is_read_as_its_answer(id_: str, line: str) -> None:
    found = whole_answer(line)
    assert found is not None
    assert found.id == id_


@pytest.mark.parametrize(
    ("line", "id_"),
    [
        ("Drøftedes.", "discussed"),
        ("Udvalget gennemgik punktet.", "discussed"),
        ("Orientering givet.", "discussed"),
        ("Kommunaldirektøren orienterede herom.", "discussed"),
        ("Toges til efterretning", "noted"),
        ("Byrådet tog beretningen til efterretning.", "noted"),
        ("Vedtaget med 17 stemmer for og 4 imod.", "adopted"),
        ("Indstillingen blev enstemmigt tiltrådt.", None),
        ("Tiltrådtes enstemmigt.", "adopted"),
        ("I henhold til indstillingen.", "adopted"),
        ("Indstilles til godkendelse.", "recommended"),
        ("Fremsendes til byrådet med anbefaling.", "recommended"),
        ("Udskydes til et kommende møde.", "deferred"),
        ("Punktet er taget af dagsordenen.", "withdrawn"),
        ("Ansøgningen kan ikke imødekommes.", "rejected"),
        ("Sendes tilbage til udvalget.", "returned"),
        ("Dato: 7. juni 2016", "nothing"),
        ("Planen behandles på ny til efteråret.", "deferred"),
        ("Formanden meddelte, at pkt. 12 er taget af dagsordenen.", "off_the_agenda"),
        ("Vedtaget og sendes til endelig vedtagelse i byrådet.", "recommended"),
        ("Anbefales ikke.", "rejected"),
        ("Godkendt med følgende bemærkninger:", "adopted"),
        ("Som foreslået.", "adopted"),
        ("Ingen spørgsmål fra tilhørerne.", "nothing"),
        ("Sagen drøftes på et kommende møde.", "deferred"),
        # what says more than a formula, or something else
        ("Det blev foreslået, at planen vedtages.", None),
        ("Forslaget, som var foreslået af Bent, godkendes ikke i dag.", None),
        ("Godkendt med bemærkning om, at prisen skal ned.", None),
        ("Formanden kommer på næste møde.", None),
        ("Der er ikke indkommet spørgsmål, men et forslag.", None),
        ("Godkendt, dog således at fristen forlænges.", None),
        ("Godkendt med den ændring, at punkt 2 udgår.", None),
        ("Regnskabet kan først godkendes i 2009.", None),
        ("Planen skal godkendes.", None),
        ("Udvalget drøftede sagen og ønsker et notat.", None),
        ("Formanden orienterede om, at der er ansat en ny leder.", None),
        ("Byrådet vedtog den 24. september budgettet.", None),
        ("Orienteringen tages til efterretning, men der ønskes et notat.", None),
        ("Dato aftales senere.", None),
        ("Dato for årsmødet: 7. juni 2016", None),
        ("Udvalget godkendte planen og sender den til byrådet.", None),
        ("Formanden oplyste, at punkt 4 tages op på næste møde.", None),
        ("Borgmesteren oplyste, at støtten udgår.", None),
        ("Nej.", None),
        ("", None),
    ],
)
def test_what_the_line_consists_of(line: str, id_: str | None) -> None:
    found = whole_answer(line)
    assert (found.id if found else None) == id_


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (["Drøftet."], "discussed"),
        (["Beslutning", "Drøftet."], "discussed"),
        (["Formanden orienterede.", "Taget til efterretning."], "noted"),
        (["Ad 1: Godkendt.", "Ad 2: Godkendt."], "approved"),
        (["Godkendt.", "Udsat."], None),
        (["Godkendt.", "Lars sender planen rundt."], None),
        (["Udgik."], "withdrawn"),
        (["Borgmesteren oplyste, at punkt 7 udgår."], "approved_with_conditions"),
        (["Dato: 7. juni 2016"], "none"),
        (["Intet."], "none"),
    ],
)
def test_outcome_of_nothing_but_formulas(lines: list[str], outcome: str | None) -> None:
    contexts = [SentenceContext(line, heading="Beslutning") for line in lines]
    assert plain_outcome(contexts) == outcome


def test_a_long_line_is_no_formula_and_costs_nothing() -> None:
    assert whole_answer("godkendt " * 20_000) is None
