"""Wordings that plain minutes are full of: told lists, other meetings, causatives, corrections, notes of tasks."""

from __future__ import annotations

import pytest

from decisionnlp.classification import SentenceContext, get_classifier
from decisionnlp.classification.item_numbers import silent
from decisionnlp.classification.rules import read
from decisionnlp.document import Label, Subtype
from tests.classification.builders import letters

RULES = get_classifier("rules")

# Sentence and labels; empty: none.
WORDINGS = [
    ("Vi skal have fundet en dato og booket lokalet.", "F"),
    ("Konkret vil vi undersøge, om der kan opnås rabat.", "F"),
    ("Bestyrelsens medlemmer indhenter tilbud inden jul.", "F"),
    ("Ny liste udarbejdet, som vil blive lagt på hjemmesiden.", "F"),
    ("Der skal findes en afløser.", "F"),
    ("Vivi påtager sig opgaven med velkomstbrevene.", "F"),
    ("Bestyrelsen rykker for et revideret regnskab.", "F"),
    ("Der var ønske om, at tallene kommer hvert kvartal.", "F"),
    ("Bestyrelsen imødeser en plan for taget.", "F"),
    ("Festudvalget laver et oplæg til næste møde.", "F"),
    ("Godkendt, idet forvaltningen inden jul orienterer udvalget om fremdriften.", "AF"),
    ("Sagen går videre til byrådet med udvalgets anbefaling.", "A"),
    ("Opbakning fra rådet.", "A"),
    ("Vedtaget med to stemmer imod.", "A"),
    ("Bestyrelsen har besluttet ikke at gå videre med tilbuddet.", "D"),
    ("Der var ikke opbakning til mappen.", "D"),
    ("Vi må afvente kommunens svar.", "D"),
    ("Afventer udskiftning af vinduerne.", "D"),
    ("Beslutning træffes på mødet i september.", "D"),
    ("Fremsendes til Klimaudvalget til behandling i henhold til beslutning i byrådets møde den 3. juni 2020.", "D"),
    ("Vinterferien lægges i uge 7.", "D"),
    ("Ledelsen orienterer om sygefraværet.", ""),
    ("På regionsrådsmødet blev det vedtaget, at kontingentet stiger.", ""),
    ("Der arbejdes med en ny hjemmeside.", ""),
    ("Regnskabet kan først godkendes til foråret, når bilagene er kommet.", ""),
    ("Trafikudvalget godkendte linjen.", ""),
    ("Der gøres opmærksom på, at menighedsrådet selv skal betale.", ""),
    ("Enhedslistens gruppe kunne tiltræde indstillingen med den bemærkning, at skiltet mangler.", ""),
    ("Orientering om konfirmanderne fremover.", ""),
    ("Punkt 9 tilføjelse: Kassereren tager sagen op med kommunen.", ""),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_wording(text: str, expected: str) -> None:
    context = SentenceContext(text, body="Bestyrelsen")
    assert letters(RULES.predict([context])[0].labels) == expected


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("Godkendt med følgende rettelser:", Subtype.CONDITIONAL),
        ("Godkendt med to tilføjelser.", Subtype.ADOPTED),
        ("Med denne tilføjelse blev dagsordenen godkendt.", Subtype.CONDITIONAL),
        ("Godkendt m. et ekstra punkt under eventuelt.", Subtype.CONDITIONAL),
        ("Godkendt, dog først fra august.", Subtype.CONDITIONAL),
        ("Godkendt med to stemmer imod.", Subtype.ADOPTED),
        ("Godkendt uden bemærkninger til punkt 4.", Subtype.ADOPTED),
        ("Regulativet vedtaget med sletning af § 4.", Subtype.CONDITIONAL),
    ],
)
def test_condition(text: str, subtype: Subtype) -> None:
    assert RULES.predict([SentenceContext(text)])[0].subtypes[Label.APPROVAL] is subtype


def test_what_stands_under_a_telling_lead_is_told() -> None:
    told = SentenceContext("at Tove fortsætter som formand", lead="Formanden orienterede om:", body="Bestyrelsen")
    decided = SentenceContext("at Tove fortsætter som formand", lead="Bestyrelsen besluttede:", body="Bestyrelsen")
    assert letters(RULES.predict([told])[0].labels) == ""
    assert letters(RULES.predict([decided])[0].labels) == "D"


def test_a_bracketed_name_behind_a_deferral_is_no_owner() -> None:
    deferred = read(SentenceContext("Punktet udsættes til næste møde (Ib, Martin)"))
    task = read(SentenceContext("Indkøb af salmebøger til kirken (Hanne)"))
    assert "follow-person-brackets" not in {firing.rule for firing in deferred.firings}
    assert "follow-person-brackets" in {firing.rule for firing in task.firings}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Intet."], True),
        (["-"], True),
        (["Per Bo og Ida Holm var fraværende."], True),
        (["Per Bo, Ida Holm og Ole Krag."], True),
        (["Næste møde er den 4. maj hos Poul."], True),
        (["Drøftet."], False),
        (["Kontaktpersonen gennemgået APV."], False),
        (["Vi talte om det videre forløb."], False),
        (["Intet.", "Taget er utæt ved skorstenen."], False),
    ],
)
def test_silent(texts: list[str], expected: bool) -> None:
    assert silent([SentenceContext(text) for text in texts]) is expected
