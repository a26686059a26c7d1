"""Owners by role in the clause: a table of hand-worked sentences, then properties."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisionnlp.document import Span
from decisionnlp.extraction.acronyms import UnitDictionary, learn
from decisionnlp.extraction.units import ROLES, UnitContext, expansions, find_units
from decisionnlp.flattening import flatten

DICTIONARY = learn(
    "Deltagere: Jonna Ravnkilde, Kirsten Bo (KB), Tage Lindvad (TL)\n\n"
    "Driftsområderne Vand, Jord og Klima samt Børn, Leg og Læring.\nCenter for Sundhed og Bevægelse (CSB)\n"
)

OWNERS = [
    # subject of a future-oriented active verb
    ("Godkendt, idet Vejafdelingen vender tilbage med et prisoverslag inden udgangen af marts.", ["Vejafdelingen"]),
    ("Der er brug for, at forvaltningen kommer med et mere konkret oplæg.", ["forvaltningen"]),
    ("Presse og Web følger op med Ungdomshuset.", ["Presse og Web"]),
    ("Kommunikation følger op.", ["Kommunikation"]),
    ("SKV og Mette følger op.", ["SKV", "Mette"]),
    ("Lise har undersøgt sagen og lægger svaret på hjemmesiden.", ["Lise"]),
    ("Centerchef Mette Holm udarbejder et notat sammen med Økonomi.", ["Centerchef Mette Holm"]),
    ("Det aftaltes, at skoleleder Per Lund og forpersonen mødes inden sommerferien.", ["skoleleder Per Lund", "forpersonen"]),
    ("Administrationen skal indarbejde bemærkningerne.", ["Administrationen"]),
    ("Formand og kasserer kigger på budgettet.", ["Formand", "kasserer"]),
    ("Teknisk chef undersøger muligheden.", ["Teknisk chef"]),
    ("Kantinerne får besked, og kantinerne laver en ret uden kød.", ["kantinerne"]),
    ("Alle læser oplægget inden næste gang.", ["Alle"]),
    ("Lars O. bestiller, når tilladelsen foreligger.", ["Lars O."]),
    ("Direktøren for Børn og Unge orienterer udvalget, når tallene er klar.", ["Direktøren for Børn og Unge"]),
    ("Vand, Jord og Klima samt Børn, Leg og Læring laver en fælles plan.", ["Vand, Jord og Klima", "Børn, Leg og Læring"]),
    # inversion and fronted objects
    ("I marts fremlægger Børn og Unge en plan for udvalget.", ["Børn og Unge"]),
    ("Når høringen er slut, fremlægger administrationen et nyt forslag.", ["administrationen"]),
    ("Viser det sig ikke at holde, skal rektor forelægge en ny plan.", ["rektor"]),
    ("Det undersøger forvaltningen til næste møde.", ["forvaltningen"]),
    ("Der skal foreligge en evaluering, og den laver Mobilitet og Infrastruktur sammen med busselskabet.", ["Mobilitet og Infrastruktur"]),
    ("Udvalget tog godt imod ideen, som Digital Innovation arbejder videre med.", ["Digital Innovation"]),
    # passives, orders, handing over
    ("Notatet udarbejdes af Center for Børn, Unge & Familier inden påske.", ["Center for Børn, Unge & Familier"]),
    ("Skødet udarbejdes af kommunens advokat.", ["kommunens advokat"]),
    ("Udvalget bad forvaltningen om at undersøge prisen.", ["forvaltningen"]),
    ("Herefter bad udvalget Teknik- og Miljøforvaltningen om at se på sagen.", ["Teknik- og Miljøforvaltningen"]),
    ("Forvaltningen pålægges at fremkomme med en plan.", ["Forvaltningen"]),
    ("Formanden bemyndiges til at færdiggøre høringssvaret senest den 6/2.", ["Formanden"]),
    ("Bestyrelsen besluttede at lade viceværten skifte låsen.", ["viceværten"]),
    ("Punkt 7 udgår og sendes tilbage til Plan og Byg med henblik på en ny støjvurdering.", ["Plan og Byg"]),
    ("Spørgsmålet oversendes til Det Lokale Forum Nord, som bedes vurdere det.", ["Det Lokale Forum Nord"]),
    # layout
    ("Bo: sender invitation ud", ["Bo"]),
    ("Udkast – Bo og Per – 4. september", ["Bo", "Per"]),
    ("Indhentning af tilbud på hegn (KB & TL)", ["KB", "TL"]),
    ("Ansvarlig: Centerchef Mette Holm", ["Centerchef Mette Holm"]),
    ("maling og pensler: Kristian", ["Kristian"]),
    ("Alle – melder tilbage om datoer", ["Alle"]),
]  # fmt: skip

NOBODY = [
    "Udvalget kan godkende oplægget, men ønsker at se en ny tidsplan i maj.",
    "Forløbet bør skrives ind i årsplanen.",
    "Næste skridt aftales med SUO på et fælles chefmøde i februar.",
    "Chefen oplyste, at budgetopfølgningen forelægges udvalget i marts.",
    "Derfor bad udvalget om en redegørelse til mødet i maj.",
    "Høringssvaret sendes til Regionen senest 1. maj.",
    "Katrine Vinther (SF) ønskede en opgørelse.",
    "Ida (SF) og Bo (V) stemte imod.",
    "Økonomiudvalget får status hver anden uge.",
    "Svarene skal ligge klar til mødet den 13. marts.",
    "Opslag på hjemmeside og Facebook skal ud i februar.",
    "Sagen genoptages, når Teknisk Udvalg har set på den.",
    "Økonomiudvalgets indstilling følges.",
    "Trivslen hos eleverne følges i samarbejde med Sundhedsplejen.",
]


@pytest.mark.parametrize(("sentence", "expected"), OWNERS, ids=[sentence for sentence, _ in OWNERS])
def test_owners(sentence: str, expected: list[str]) -> None:
    found = find_units(flatten(sentence), context=UnitContext(dictionary=DICTIONARY))
    assert [mention.text for mention in found if mention.role == "owner"] == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_nobody_is_guessed(sentence: str) -> None:
    found = find_units(flatten(sentence), context=UnitContext(dictionary=DICTIONARY))
    assert [mention.text for mention in found if mention.role == "owner"] == []


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Presse og Web følger op med Ungdomsskolen.", "Ungdomsskolen", "partner"),
        ("Svaret sendes til Regionen.", "Regionen", "recipient"),
        ("Udvalget ønsker en ny tidsplan.", "Udvalget", "requester"),
        ("Rektor oplyste, at taget er tæt.", "Rektor", "speaker"),
        ("Ida Holm (SF) stemte imod.", "Ida Holm", "voter"),
    ],
)
def test_other_roles(sentence: str, name: str, role: str) -> None:
    assert {mention.text: mention.role for mention in find_units(flatten(sentence))}[name] == role


@pytest.mark.parametrize(
    ("lead", "expected"),
    [("Forvaltningen skal:", ["Forvaltningen"]), ("Udvalget bad administrationen om:", ["administrationen"]), ("Udvalget besluttede:", [])],
)  # fmt: skip
def test_lead_of_a_list(lead: str, expected: list[str]) -> None:
    found = find_units(flatten(lead), context=UnitContext(lead=True))
    assert [mention.text for mention in found if mention.role == "owner"] == expected


def test_elliptical_plural_is_expanded() -> None:
    flat = flatten("Klima og Miljø samt By- og Landskabsudvalgene skal behandle sagen.")
    owners = [mention.text for mention in find_units(flat) if mention.role == "owner"]
    assert owners == ["Klima og Miljø", "By- og Landskabsudvalgene"]
    assert expansions(flat) == {
        "Klima og Miljø": "Klima og Miljøudvalget",
        "By- og Landskabsudvalgene": "By- og Landskabsudvalget",
    }


def test_offsets_point_into_the_source_over_a_broken_word() -> None:
    text = "Referat\nDet blev aftalt, at Kultur-\nforvaltningen sender et notat."
    (mention,) = [found for found in find_units(flatten(text, 8, len(text))) if found.role == "owner"]
    assert mention.text == "Kulturforvaltningen"
    assert text[mention.start : mention.end] == "Kultur-\nforvaltningen"


@given(st.text(alphabet=st.sampled_from("abcæøåABÆØ og,.-/&()'’: §\n0123456789"), max_size=200))
@settings(max_examples=150, deadline=None)
def test_mentions_lie_in_the_text_and_never_overlap(text: str) -> None:
    flat = flatten(text)
    found = find_units(flat, context=UnitContext(dictionary=UnitDictionary()))
    assert all(0 <= mention.start < mention.end <= len(text) and mention.role in ROLES for mention in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_names_of_a_recogniser_add_candidates() -> None:
    flat = flatten("Det varetager den gamle mølle på bakken.")
    assert [mention.text for mention in find_units(flat) if mention.role == "owner"] == []
    named = UnitContext(names=[Span(14, 29)])
    assert [mention.text for mention in find_units(flat, context=named) if mention.role == "owner"] == [
        "den gamle mølle"
    ]


@dataclass
class Token:
    """As much of a spaCy token as owner finding reads."""

    text: str
    idx: int
    dep_: str
    children: list[Token] = field(default_factory=list)
    head: Token | None = None


def test_a_parse_decides_where_the_rules_found_nobody() -> None:
    flat = flatten("Hele sagen tager Vejafdelingen hånd om")
    verb = Token("tager", flat.text.index("tager"), "ROOT")
    subject = Token("Vejafdelingen", flat.text.index("Vejaf"), "nsubj", head=verb)
    plain = [mention.text for mention in find_units(flat) if mention.role == "owner"]
    parsed = [
        mention.text for mention in find_units(flat, context=UnitContext(parse=[subject])) if mention.role == "owner"
    ]
    assert (plain, parsed) == ([], ["Vejafdelingen"])


@pytest.mark.parametrize(
    ("sentence", "subject", "verb"),
    [
        ("Hele forordet skal Formularen om", "Formularen", "skal"),  # one capitalised word: any noun
        ("Hele sagen var Vejafdelingen længe om", "Vejafdelingen", "var"),  # nothing to come
        ("Hele sagen får Vejafdelingen besked om", "Vejafdelingen", "får"),  # it is told
    ],
)
def test_a_parse_makes_nobody_act_who_does_not(sentence: str, subject: str, verb: str) -> None:
    head = Token(verb, sentence.index(verb), "ROOT")
    parse = [Token(subject, sentence.index(subject), "nsubj", head=head)]
    found = find_units(flatten(sentence), context=UnitContext(parse=parse))
    assert [mention.text for mention in found if mention.role == "owner"] == []
