"""The rule floor: sentences with the labels the conventions give them, worked by hand."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisionnlp import lexicons
from decisionnlp.classification import SentenceContext, get_classifier
from decisionnlp.classification.line_markers import strip_marker
from decisionnlp.classification.rules import read
from decisionnlp.document import Label, MeetingKind, SentenceKind, Subtype, ZoneKind
from tests.classification.builders import letters

RULES = get_classifier("rules")
BODY = "Teknik- og Miljøudvalget"


def labels(text: str, **options: object) -> str:
    context = SentenceContext(text, body=BODY, **options)  # type: ignore[arg-type]
    return letters(RULES.predict([context])[0].labels)


CASES = [
    # approvals in every form
    ("Godkendt.", "A"),
    ("Dagsordenen blev godkendt.", "A"),
    ("Referatet godkendtes.", "A"),
    ("Indstillingen blev herefter tiltrådt.", "A"),
    ("Et enigt udvalg tiltrådte indstillingen.", "A"),
    ("Udvalget besluttede at godkende forslaget.", "A"),
    ("Rådmanden kunne godkende indstillingen.", "A"),
    ("Anbefales.", "A"),
    ("Indstilles godkendt.", "A"),
    ("Taget til efterretning.", "A"),
    ("Projektet kan godkendes, hvis naboerne ikke protesterer.", "A"),
    ("Sagen godkent.", "A"),
    (
        "Tilbagesendes Park og Vej med bemærkning, at byrådet i sit møde i dag har vedtaget magistratens indstilling.",
        "A",
    ),
    # decisions
    ("Sagen udsættes til mødet i marts.", "D"),
    ("Ændringsforslaget blev forkastet med 17 stemmer imod 8.", "D"),
    ("Udvalget kunne ikke tiltræde forslaget.", "D"),
    ("Sagen oversendes til Økonomiudvalget til behandling.", "D"),
    ("Punktet tages op igen på næste møde.", "D"),
    ("Bestyrelsen valgte Karen Holm som formand.", "D"),
    ("Som dirigent valgtes Poul Mose.", "D"),
    ("Model 2 blev valgt.", "D"),
    ("Valgbestyrelse: Rune, Mogens og Birthe.", "D"),
    ("Der afsættes 50.000 kr. til legepladsen.", "D"),
    ("Efter en kort drøftelse besluttede bestyrelsen at flytte sommerfesten til august.", "D"),
    # follow-ups
    ("Presse og Web følger op med Ungdomshuset.", "F"),
    ("SKV og Mette følger op.", "F"),
    ("Der er brug for, at forvaltningen kommer med et mere konkret oplæg.", "F"),
    ("Forløbet bør skrives ind i årsplanen.", "F"),
    ("Næste skridt aftales med SUO på et fælles chefmøde i februar.", "F"),
    ("Chefen oplyste, at budgetopfølgningen forelægges udvalget i marts.", "F"),
    ("Status forelægges fremover hver ottende uge.", "F"),
    ("Lise har undersøgt sagen og lægger svaret på hjemmesiden.", "F"),
    ("Det blev aftalt, at Bo ringer til leverandøren.", "F"),
    ("Der var enighed om, at Ida laver et udkast.", "F"),
    ("Udvalget bad forvaltningen om at undersøge mulighederne.", "F"),
    ("Administrationen bedes fremlægge en plan.", "F"),
    ("Ny liste til næste møde", "F"),
    # several at once
    ("Godkendt, idet Vejafdelingen vender tilbage med et prisoverslag inden udgangen af marts.", "AF"),
    ("Udvalget kan godkende oplægget, men ønsker at se en ny tidsplan i maj.", "AF"),
    ("At 1 vedtaget, mens at 2 ikke kunne tiltrædes.", "AD"),
    ("Punkt 7 udgår og sendes tilbage til Plan og Byg med henblik på en ny støjvurdering.", "DF"),
    ("Formanden bemyndiges til at færdiggøre høringssvaret senest den 6/2.", "DF"),
    ("Udvalget besluttede, at forvaltningen undersøger sagen og vender tilbage.", "DF"),
    # hard negatives
    ("Drøftet.", ""),
    ("Udvalget drøftede sagen.", ""),
    ("Forvaltningen orienterede om byggeriet.", ""),
    ("Forvaltningen har udarbejdet et notat.", ""),
    ("Direktionen indstiller, at puljen på 400.000 kr. frigives.", ""),
    ("Kulturudvalget, 9. januar, pkt. 12: Anbefales.", ""),
    ("Byrådet besluttede den 3. marts 2019 at sende sagen tilbage.", ""),
    ("Liste K stemte imod, idet listen ønsker sagen genoptaget i foråret.", ""),
    ("Et medlem ønskede, at cykelstien blev forlænget.", ""),
    ("Der bør generelt være større fokus på trivsel.", ""),
    ("Kommunen har 15 hverdage til at svare efter lovens § 3.", ""),
    ("Kan vi få flere parkeringspladser?", ""),
    ("Intet til referat.", ""),
    ("Udgik.", ""),
    ("Punktet blev ikke drøftet.", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_labels_of_a_sentence_in_an_outcome_zone(text: str, expected: str) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize("zone", [zone for zone in ZoneKind if zone is not ZoneKind.OUTCOME])
def test_other_zones_never_carry_a_label(zone: ZoneKind) -> None:
    assert labels("Godkendt.", zone=zone) == ""


def test_only_minutes_carry_labels() -> None:
    assert labels("Godkendt.", meeting_kind=MeetingKind.AGENDA) == ""


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("Godkendt.", Subtype.ADOPTED),
        ("Godkendt med den ændring, at fristen er 1. maj.", Subtype.CONDITIONAL),
        ("Indstilles til Byrådets godkendelse.", Subtype.RECOMMENDED),
        ("Orienteringen blev taget til efterretning.", Subtype.NOTED),
        ("Sagen udsættes.", Subtype.DEFERRED),
        ("Forslaget blev forkastet.", Subtype.REJECTED),
        ("Udvalget valgte model 2.", Subtype.CHOSEN_OPTION),
        ("Formanden bemyndiges til at underskrive.", Subtype.DELEGATED),
    ],
)
def test_subtype(text: str, subtype: Subtype) -> None:
    prediction = RULES.predict([SentenceContext(text, body=BODY)])[0]
    assert subtype in prediction.subtypes.values()


def test_a_list_item_takes_its_leads_verb() -> None:
    item = "• at flytte busstoppet til skolen"
    assert labels(item) == ""
    assert labels(item, lead="Udvalget besluttede:", kind=SentenceKind.LIST_ITEM) == "D"


def test_a_line_under_a_list_of_tasks_is_a_task() -> None:
    assert labels("Nye nøgler til hallen", lead="To do:") == "F"


def test_every_label_names_its_rule_and_explanations_quote_the_words() -> None:
    context = SentenceContext("Sagen udsættes til mødet i marts.", body=BODY)
    prediction = RULES.predict([context])[0]
    rules = {firing.rule for firing in read(context).firings}
    assert set(prediction.by.values()) <= rules
    explanation = RULES.explain(context)
    assert explanation.prediction == prediction
    assert any("udsættes" in reason.words for reason in explanation.reasons if reason.label is Label.DECISION)
    assert any("DECISION" in line for line in explanation.lines())


def test_what_spoke_against_is_told() -> None:
    context = SentenceContext("Byrådet besluttede den 3. marts 2019 at sende sagen tilbage.", body=BODY)
    assert any(reason.weight < 0 and reason.source == "against-earlier" for reason in RULES.explain(context).reasons)


@pytest.mark.parametrize("name", ["decision_formulas", "decision_cues"])
def test_every_entry_matches_its_own_example(name: str) -> None:
    entries = lexicons.load(name)
    rows = entries["formula"] if "formula" in entries else list(entries.values())
    for row in rows:
        assert re.search(row["pattern"], row["example"].lower()), row


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("• at flytte mødet", "at flytte mødet"),
        ("Ad 1: Godkendt.", "Godkendt."),
        ("2. Udsat", "Udsat"),
        ("Beslutning: Godkendt", "Godkendt"),
        ("Godkendt.", "Godkendt."),
        ("2024 blev et godt år.", "2024 blev et godt år."),
    ],
)
def test_bullets_and_numbers_are_taken_off(line: str, bare: str) -> None:
    assert strip_marker(line) == bare


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    prediction = RULES.predict([SentenceContext(text, lead=text[::2] or None)])[0]
    assert all(0 <= value <= 1 for value in prediction.probabilities.values())
    assert all(prediction.probabilities[label] >= 0.5 for label in prediction.labels)
