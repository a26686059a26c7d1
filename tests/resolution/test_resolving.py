"""Tasks, links, merged tasks: small meetings built by hand from marked text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from decisionnlp.corpus.marked import parse_marked
from decisionnlp.document import FollowUp, Item, Minutes
from decisionnlp.extraction.register import Register, Unit
from decisionnlp.resolution import resolve

HEAD = '%% doc id=sted-raad-2024-01-23 layout=plain body="Sted, Rådet" body_type=other year=2024\n%% meeting kind=minutes date=2024-01-23\n'


def document(body: str, *, proposal: str = "", before: str = "") -> Minutes:
    """A meeting with one item, whose labels are given and whose links are not."""
    zones = f"%% zone proposal\n{proposal}\n" if proposal else ""
    marked = f'{HEAD}%% outside\n{before or "Referat{}"}\n%% item number=1 title="Sagen" outcome=approved closed=no\n1. Sagen{{}}\n{zones}%% zone outcome\n{body}\n'
    gold = parse_marked(marked, path="sted-raad-2024-01-23.marked").minutes
    meetings = []
    for meeting in gold.meetings:
        items = tuple(
            replace(
                item,
                follow_ups=(),
                sentences=tuple(replace(s, units=(), deadlines=(), resolves=()) for s in item.sentences),
                recommendations=tuple(replace(point, answers=()) for point in item.recommendations),
            )
            for item in meeting.items
        )
        meetings.append(replace(meeting, items=items, follow_ups=()))
    return replace(gold, meetings=tuple(meetings))


def item(minutes: Minutes, register: Register | None = None) -> Item:
    return resolve(minutes.meetings, minutes.source, minutes.furniture, register=register)[0].items[0]


def told(task: FollowUp) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    owners = [(owner.name, owner.linked) for owner in task.owners]
    return owners, [(deadline.text, deadline.linked) for deadline in task.deadlines]


def test_own_owner_and_deadline_with_the_full_name() -> None:
    minutes = document("VJK sender et notat senest i maj 2024.{F:assignment}", before="Vand, Jord og Klima deltog.{}")
    (task,) = item(minutes).follow_ups
    assert told(task) == ([("Vand, Jord og Klima", False)], [("senest i maj 2024", False)])
    assert minutes.source.text[task.owners[0].start : task.owners[0].end] == "VJK"


def test_the_tail_takes_the_deadline_of_the_sentence_before() -> None:
    minutes = document(
        "Der er brug for konkrete skridt, som vil skulle drøftes på et rådsmøde senest i maj 2024.{} VJK og Bo følger op.{F:assignment}"
    )
    (task,) = item(minutes).follow_ups
    assert told(task) == ([("VJK", False), ("Bo", False)], [("senest i maj 2024", True)])


# Sentences of a task that is told in pieces: (owners, deadlines, number of sentences) of each follow-up.
PIECES = [
    # a sentence that only says who
    ("Der er brug for skridt, som drøftes senest i maj 2024.{F:implicit} VJK og Bo følger op.{F:assignment}", [(["VJK", "Bo"], ["senest i maj 2024"], 2)]),
    ("Ny brochure trykkes.{F:implicit} Kaj og Ella tager sig af det.{F:assignment}", [(["Kaj", "Ella"], [], 2)]),
    ("Kaj trykker en brochure.{F:assignment} Ella følger op.{F:assignment}", [(["Kaj"], [], 1), (["Ella"], [], 1)]),
    # the day of the event that somebody goes to
    ("Årsmødet holdes den 25. april i Ringsted.{} Kaj og Ella deltager for rådet.{F:assignment}", [(["Kaj", "Ella"], ["den 25. april"], 1)]),
    ("Temadagen var den 9. januar.{} Kaj deltager næste gang.{F:assignment}", [(["Kaj"], ["næste gang"], 1)]),
    ("Møderne holdes den 25. april og den 2. maj.{} Kaj deltager.{F:assignment}", [(["Kaj"], [], 1)]),
    ("Årsmødet holdes den 25. april.{} Kaj bestiller bussen.{F:assignment}", [(["Kaj"], [], 1)]),
    # a sentence that only says when
    ("Tallene regnes ud på ny.{F:implicit} Frist: tirsdag den 2. april.{F:assignment}", [([], ["Frist: tirsdag den 2. april"], 2)]),
    ("Byg hører ejeren.{F:assignment} Svaret fra ejeren skal ligge inden for fire uger.{F:assignment}", [(["Byg"], ["inden for fire uger"], 2)]),
    ("Vi holder borgermøde, før vi svarer.{F:assignment} Det bliver torsdag den 16. maj.{F:assignment}", [(["Vi"], ["før vi svarer", "torsdag den 16. maj"], 2)]),
    # a pronoun is one only before a verb
    ("Lis skriver et læserbrev.{F:assignment} Dette referat skal ud inden fredag.{F:assignment}", [(["Lis"], [], 1), ([], ["inden fredag"], 1)]),
    # what nobody has to do yet, and who does it
    ("Der skal aftales et møde med naboen.{F:assignment} Ella laver en aftale om datoen.{F:assignment}", [(["Ella"], [], 2)]),
    ("Der skal købes maling.{F:assignment} Ella ringer til naboen.{F:assignment}", [([], [], 1), (["Ella"], [], 1)]),
    # an office that takes it up; a verb without a subject
    ("Listen skal føres ajour.{F:assignment} Kassereren gør det i maj.{F:assignment}", [(["Kassereren"], ["i maj"], 2)]),
    ("Bo undersøger priserne.{F:assignment} Kommer herefter med et forslag.{F:assignment}", [(["Bo"], [], 2)]),
    # initials alone in brackets
    ("Lyset på trappen skal ordnes.{F:assignment} (KB){}", [(["KB"], [], 1)]),
    # another act of the same person
    ("Bo bestiller en montør.{F:assignment} Han sætter også en seddel op på fredag.{F:assignment}", [(["Bo"], [], 1), (["Bo"], ["på fredag"], 1)]),
    # no deadline out of the task of others
    ("Eva henter bordene på lørdag.{F:assignment} Lis kigger på det.{F:assignment}", [(["Eva"], ["på lørdag"], 1), (["Lis"], [], 1)]),
    # a wish, and who acts on it
    ("Rådet vil gerne høre mere om lyset.{F:implicit} Bo laver et oplæg til mødet i maj.{F:assignment}", [(["Bo"], ["til mødet i maj"], 2)]),
    ("Vi beder om en plads i gruppen.{F:implicit} Jens skriver til borgmesteren.{F:assignment}", [(["Jens"], [], 2)]),
    ("Udvalget vil gerne se en plan inden ferien.{F:implicit} Tove rydder op på loftet.{F:assignment}", [([], ["inden ferien"], 1), (["Tove"], [], 1)]),
    # a limit behind a row of tasks
    ("Lars skriver om hallen.{F:assignment} Mia skriver om valget.{F:assignment} Deadline er 1. marts.{}", [(["Lars"], ["Deadline er 1. marts"], 1), (["Mia"], ["Deadline er 1. marts"], 1)]),
    # those who were named do it
    ("Susan Holk og Asger Ror er udpeget.{D:appointed} De holder rådet orienteret.{F:standing}", [(["Susan Holk", "Asger Ror"], [], 1)]),
    # the one that the matter went back to
    ("Planen sendes tilbage til centeret.{D:returned} Høringssvaret skal indarbejdes.{F:assignment}", [(["centeret"], [], 1)]),
    # a cell is that of the task before it
    ("Målingen laves.{F:assignment}\nHR indgår kontrakten.{F:assignment}\nHR{}", [([], [], 1), (["HR"], [], 1)]),
    # the pronoun of a condition takes up nothing
    ("Boringen laves.{F:implicit} Staben kontakter vandværket, hvis formanden ønsker det.{F:assignment}", [([], [], 1), (["Staben"], [], 1)]),
    # an open question, and who finds out
    ("Det skal afklares, hvem der ejer muren.{F:implicit} Bo taler med naboen i weekenden.{F:assignment}", [(["Bo"], ["i weekenden"], 2)]),
    ("Det skal afklares, hvem der ejer muren.{F:implicit} Bo bestiller blomster til Ida.{F:assignment}", [([], [], 1), (["Bo"], [], 1)]),
    # a wish with an event of its own is answered by the same words only
    ("Rådet vil gerne se prøver, inden der vælges.{F:implicit} Staben skaffer prøver i maj.{F:assignment}", [(["Staben"], ["inden der vælges", "i maj"], 2)]),
    # the body sees or gets it again
    ("Staben skriver et kortere svar.{F:assignment} Rådmanden ser det igen i maj.{F:assignment}", [(["Staben"], ["i maj"], 2)]),
    ("Jan undersøger leje af telt.{F:assignment} Rådet får besked inden 1. marts.{F:assignment}", [(["Jan"], ["inden 1. marts"], 2)]),
    # what came in with "en" is taken up
    ("Rådet ønsker en beregning af prisen.{F:implicit} Beregningen bestilles hos Flint Energi.{F:assignment}", [([], [], 2)]),
    ("HR skriver modellen ind i bogen.{F:assignment} Bestyrelsen får en opgørelse i maj.{F:assignment}", [(["HR"], [], 1), ([], ["i maj"], 1)]),
    # what comes of a task
    ("Vagn indhenter tilbud på taget.{F:assignment} Tilbuddene fremlægges i maj.{F:assignment}", [(["Vagn"], ["i maj"], 2)]),
    ("Formanden skriver til ministeren.{F:assignment} Brevet sendes inden den 1. maj.{F:assignment}", [(["Formanden"], ["inden den 1. maj"], 2)]),
    ("Formanden ringer til ministeren.{F:assignment} Hækken klippes inden den 1. maj.{F:assignment}", [(["Formanden"], [], 1), ([], ["inden den 1. maj"], 1)]),
    # no subject, or all of it
    ("Bo samler ønskerne.{F:assignment} Afleveres senest 15. april.{F:assignment}", [(["Bo"], ["senest 15. april"], 2)]),
    ("Mads laver plakaten.{F:assignment} Det hele bliver færdigt inden 1. maj.{F:assignment}", [(["Mads"], ["inden 1. maj"], 2)]),
    # told again
    ("Tagrenden skal renses.{F:implicit} Tagrenden renses af Ebbe i uge 42.{F:assignment}", [(["Ebbe"], ["i uge 42"], 2)]),
    # an app is no cell of who
    ("Punktet drøftes igen.{F:assignment}\nAULA{}", [([], [], 1)]),
    # a wish for a thing, and an act about another
    ("Rådet ønsker en kaffemaskine.{F:implicit} Bo ringer om hallen.{F:assignment}", [([], [], 1), (["Bo"], [], 1)]),
    ("Rådet ønsker en ny port.{F:implicit} Bo indhenter priser.{F:assignment}", [(["Bo"], [], 2)]),
    ("Rådet ønsker flere sange.{F:implicit} Bo – kage – Lis – kaffe{F:assignment}", [([], [], 1), (["Bo", "Lis"], [], 1)]),
    # a limit for something else
    ("Bo laver et opslag.{F:assignment} Deadline for tilmelding er 1. marts.{}", [(["Bo"], [], 1)]),
    ("Bo samler tilmeldinger.{F:assignment} Deadline for tilmelding er 1. marts.{}", [(["Bo"], ["1. marts"], 1)]),
    # a neighbour's event
    ("Lis rydder skuret.{F:assignment} Det er aftalt med naboen, at der er loppemarked den 4. maj.{}", [(["Lis"], [], 1)]),
    # the deed as a noun, another matter
    ("Indbydelsen udsendes i marts.{F:assignment} Bo er ansvarlig for udsendelsen.{F:assignment}", [(["Bo"], ["i marts"], 2)]),
    ("Stien skal renoveres.{F:assignment} Bo er ansvarlig for økonomien.{F:assignment}", [([], [], 1), (["Bo"], [], 1)]),
    ("Regnskabet trykkes.{F:assignment} Alt sendes senest den 1. marts.{F:assignment}", [([], ["senest den 1. marts"], 2)]),
    # the pronoun is the partner's
    ("Vi har talt med Lis, og hun bager til påske.{F:assignment}", [(["Lis"], ["til påske"], 1)]),
    # an article is no pronoun
    ("Lis Holm og Bo Ask ryddede op på loftet.{} De gamle papirer lægges i en kasse.{F:assignment}", [([], [], 1)]),
    ("Lis Holm og Bo Ask er valgt.{D:appointed} De lægger papirerne i en kasse.{F:assignment}", [(["Lis Holm", "Bo Ask"], [], 1)]),
    # nothing but who
    ("Lis, Bo og måske Per.{F:assignment}", [(["Lis", "Bo"], [], 1)]),
    ("Deltagere Lis Holm og Bo Ask.{F:assignment}", [(["Lis Holm", "Bo Ask"], [], 1)]),
    ("Kaffe og kage til Lis og Bo.{F:assignment}", [([], [], 1)]),
    ("Hilsen til Lis.{F:assignment}", [([], [], 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), PIECES)
def test_a_task_told_in_pieces(body: str, expected: list[tuple[list[str], list[str], int]]) -> None:
    found = [
        ([owner.name for owner in task.owners], [deadline.text for deadline in task.deadlines], len(task.spans))
        for task in item(document(body)).follow_ups
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("body", "owners", "deadlines"),
    [
        ("Vagtplanen hænges op.{F:implicit} Ansvarlig: Jytte.{}", [("Jytte", True)], []),
        ("Et forslag afleveres til Sara.{F:assignment} Fristen er den 10. februar.{}", [], [("den 10. februar", True)]),
        ("Målerne aflæses.{F:standing}\nGårdmanden{}", [("Gårdmanden", True)], []),
        ("Kassereren ændrer skemaet.{F:assignment}\n1. marts{}", [("Kassereren", False)], [("1. marts", True)]),
        ("Mona orienterede om taget.{} Hun ringer til håndværkeren.{F:assignment}", [("Mona", True)], []),
        ("Udkastet sendes rundt.{F:implicit} Fristen udløb den 3. januar.{}", [], []),
        ("Skiltet skal op.{F:implicit} Bo var ikke til stede.{}", [], []),
        ("Kontrakten opsiges.{F:implicit} Rasmus er tovholder.{}", [("Rasmus", True)], []),
        ("Regningen betales.{F:implicit} Bo påtog sig opgaven.{}", [("Bo", True)], []),
        (
            "Ole beskærer hækken.{F:assignment} Det sker lørdag den 16. marts.{}",
            [("Ole", False)],
            [("lørdag den 16. marts", True)],
        ),
        (
            "Ansøgningen sendes.{F:implicit} Den skal være fonden i hænde senest 1. april.{}",
            [],
            [("senest 1. april", True)],
        ),
        ("Der laves en oversigt.{F:implicit} Næste møde holdes den 12. marts.{}", [], []),
        ("Skolen køber en ovn.{F:assignment} Den gamle er fra 1998.{}", [("Skolen", False)], []),
        ("Planen rettes til.{F:implicit} Forvaltningen følger op på de øvrige bemærkninger.{}", [], []),
        (
            "Jytte laver en opgørelse, som tages op på næste møde.{F:assignment}\nFrist: 20. februar{}",
            [("Jytte", False)],
            [("på næste møde", False), ("Frist: 20. februar", True)],
        ),
        (
            "Jytte laver en opgørelse inden fredag.{F:assignment}\nFrist: 26. januar{}",
            [("Jytte", False)],
            [("inden fredag", False)],
        ),
        ("Gyngen fjernes.{F:implicit}\nReferent Mona{}", [], []),
        # who takes it: named behind a word for the task, or by a tail of few words
        ("Skuret males.{F:implicit} Det tager Laila og Knud sig af.{}", [("Laila", True), ("Knud", True)], []),
        ("Skuret males.{F:implicit} Opgaven går til Laila.{}", [("Laila", True)], []),
        ("Skuret males.{F:implicit} Det bliver dyrt.{}", [], []),
        ("Skuret males.{F:implicit} Det tager Laila ikke del i.{}", [], []),
        ("Pumpen skiftes.{F:implicit} Verner er hyret til det.{}", [("Verner", True)], []),
        (
            "Skabet tømmes.{F:implicit} Laila og Knud meldte sig, og de fik tak.{}",
            [("Laila", True), ("Knud", True)],
            [],
        ),
        ("Skabet tømmes.{F:implicit} Laila meldte sig ud af klubben.{}", [], []),
        # a line without a subject: whose words it goes on with
        ("Silje: Lamperne er gået i stykker.{} Skriver til pedellen.{F:assignment}", [("Silje", True)], []),
        ("Silje:{}\n• Har talt med pedellen.{}\n• Sender en liste rundt.{F:assignment}", [("Silje", True)], []),
        ("Silje talte om lamperne.{} Skriver til pedellen.{F:assignment}", [], []),
        ("Emne: Lamperne er gået i stykker.{} Skriver til pedellen.{F:assignment}", [], []),
        ("Hegnet rettes op.{F:implicit} Det har Gerda lovet.{}", [("Gerda", True)], []),
        ("Hegnet rettes op.{F:implicit} Det vil Gerda og Ib tage sig af.{}", [("Gerda", True), ("Ib", True)], []),
        ("Hegnet rettes op.{F:implicit} Det har Gerda set.{}", [], []),
        ("Hegnet rettes op.{F:implicit} Gerda melder sig til opgaven.{}", [("Gerda", True)], []),
        # a label before the task, and none that belongs to another
        ("Ansvarlig: Gerda.{} Hegnet rettes op.{F:implicit}", [("Gerda", True)], []),
        ("Ansvarlig for festen: Gerda.{} Hegnet rettes op.{F:implicit}", [], []),
        ("Referent: Gerda.{} Hegnet rettes op.{F:implicit}", [], []),
        # two, three, both; a pronoun behind its verb
        (
            "Kim og Lone har talt med smeden.{} De to aftaler en dato.{F:assignment}",
            [("Kim", True), ("Lone", True)],
            [],
        ),
        ("Kim og Lone har talt med smeden.{} De tre aftaler en dato.{F:assignment}", [], []),
        (
            "Kim og Lone var på kursus.{} Begge sender en rapport.{F:assignment}",
            [("Kim", True), ("Lone", True)],
            [],
        ),
        ("Kim og Lone var på kursus.{} De to døre males.{F:implicit}", [], []),
        ("Sara har talt med smeden.{} Det har hun lovet at skrive ned.{F:assignment}", [("Sara", True)], []),
        (
            "Sara har talt med smeden.{} Prisen sender hun på mandag.{F:assignment}",
            [("Sara", True)],
            [("på mandag", False)],
        ),
        # a sentence with a task of its own takes over nothing from the one before
        ("Tallene samles.{F:implicit} Pia undersøger tilskuddet og vender tilbage inden påske.{}", [], []),
        ("Scenariet regnes igennem.{F:implicit} Beregningen ventes klar primo marts.{}", [], [("primo marts", True)]),
    ],
)
def test_neighbours(body: str, owners: list[tuple[str, bool]], deadlines: list[tuple[str, bool]]) -> None:
    (task,) = item(document(body)).follow_ups
    named, whens = told(task)
    assert named == owners
    assert [linked for _, linked in whens] == [linked for _, linked in deadlines]
    assert all(want in got for (got, _), (want, _) in zip(whens, deadlines, strict=True))


def test_a_label_between_two_tasks_is_that_of_the_first() -> None:
    tasks = item(document("Døren males.{F:implicit} Ansvarlig: Gerda.{} Hegnet rettes op.{F:implicit}")).follow_ups
    assert [[owner.text for owner in task.owners] for task in tasks] == [["Gerda"], []]


def test_more_of_the_same_task_joins_it() -> None:
    minutes = document("Bo skriver et kort papir.{F:assignment} Papiret skal ligge klar senest 1. marts.{F:assignment}")
    (task,) = item(minutes).follow_ups
    assert told(task)[0] == [("Bo", False)]
    assert [deadline.text for deadline in task.deadlines] == ["senest 1. marts"]
    assert len(task.spans) == 2


def test_the_same_task_told_twice_is_one() -> None:
    line = "Forvaltningen udarbejder et notat om stien.{D:own_resolution,F:assignment}"
    (task,) = item(document(f"{line}\nSagens forløb{{}}\n{line}")).follow_ups
    assert len(task.spans) == 2


def test_two_tasks_stay_two() -> None:
    assert len(item(document("Bo køber kage.{F:assignment} Per laver kaffe.{F:assignment}")).follow_ups) == 2


def test_a_register_adds_name_id_and_address() -> None:
    register = Register((Unit("Vejafdelingen", ("VEJ",), "afdeling", None, "vej@example.dk", "7"),))
    (task,) = item(document("VEJ retter skiltet.{F:assignment}"), register).follow_ups
    (owner,) = task.owners
    assert (owner.name, owner.kind, owner.email, owner.id) == ("Vejafdelingen", "afdeling", "vej@example.dk", "7")


def test_two_units_of_one_form_stay_open() -> None:
    register = Register((Unit("Skole Nord", ("SKO",)), Unit("Skole Syd", ("SKO",))))
    (task,) = item(document("SKO sender en plan.{F:assignment}"), register).follow_ups
    assert (task.owners[0].name, task.owners[0].candidates) == ("SKO", ("Skole Nord", "Skole Syd"))


PROPOSAL = "Det indstilles,{}\n1. [[r1 at taksten for haller godkendes]],{}\n2. [[r2 at parkeringen udvides]], og{}\n3. [[r3 at der frigives 2 mio. kr.]].{}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Godkendt.{A:adopted}", ["approved", "approved", "approved"]),
        ("Udsat.{D:deferred}", ["deferred", "deferred", "deferred"]),
        ("At 1: Godkendt. At 2: Udsat. At 3 blev sendt tilbage.{A:adopted,D:deferred}", ["approved", "deferred", "returned"]),
        ("1. - 2. tiltrådt.{A:adopted} Ad 3: Ikke godkendt.{D:rejected}", ["approved", "approved", "rejected"]),
        ("Udvalget tiltrådte forslag 1 og 3, men kan ikke tiltræde 2.{A:adopted,D:rejected}", ["approved", "rejected", "approved"]),
        ("Udvalget tiltrådte punkt 1 og 3, men kan ikke tiltræde punkt 2.{A:adopted,D:rejected}", ["approved", "rejected", "approved"]),
        ("Indstillingens 2. at-punkt udgik.{D:withdrawn} De øvrige godkendt.{A:adopted}", ["approved", "withdrawn", "approved"]),
        ("At 1-3 vedtaget.{A:adopted}", ["approved", "approved", "approved"]),
        ("Taksten er i orden.{A:adopted} Parkeringen må vente.{D:deferred}", ["approved", "deferred", None]),
        ("Drøftet.{}", [None, None, None]),
        # letters, the first few, the rest
        ("a og c tiltrådt.{A:adopted} b blev forkastet med 5 stemmer mod 3.{D:rejected}", ["approved", "rejected", "approved"]),
        ("De to første vedtaget uden ændringer.{A:adopted} Det tredje blev taget af bordet.{D:withdrawn}", ["approved", "approved", "withdrawn"]),
        ("1. anbefales.{A:recommended} 2. anbefales ikke.{D:rejected} 3. anbefales.{A:recommended}", ["approved", "rejected", "approved"]),
        # two verdicts in a sentence, parted by a comma; "pkt." ends no clause
        ("Indstillingen fulgt for pkt. 1, pkt. 2 udsat.{A:adopted,D:deferred}", ["approved", "deferred", None]),
        ("Punkt 1 fik ja, punkt 2 nej.{A:adopted,D:rejected}", ["approved", "rejected", None]),
        ("Et flertal kan støtte 1 og 3, men ikke 2.{A:adopted,D:rejected}", ["approved", "rejected", "approved"]),
        ("Pkt. 2 blev stemt ned, de øvrige gik igennem.{A:adopted,D:rejected}", ["approved", "rejected", "approved"]),
        ("Pkt. 3 skal tilbage til forvaltningen.{D:returned}", [None, None, "returned"]),
        ("Punkt 1, punkt 3: godkendt.{A:adopted}", ["approved", None, "approved"]),
        ("Pkt. a og b vedtaget med 14 stemmer mod 11.{A:adopted} Pkt. c vedtaget.{A:adopted}", ["approved", "approved", "approved"]),
        ("At 1: Udvalget vælger 4,8 pct. og ikke 5,1 pct.{A:conditional}", ["approved", None, None]),
        ("1. Godkendt.{A:adopted} 3. 1,5 mio. kr.{A:conditional}", ["approved", None, "approved"]),
        ("Ad 3: Oversendes til byrådet med anbefaling.{A:recommended}", [None, None, "approved"]),
        # all but some: those have a verdict of their own, or are turned down
        ("Godkendt bortset fra punkt 3, som afventer svar fra ministeriet.{A:conditional}", ["approved", "approved", "deferred"]),
        ("Godkendt med undtagelse af punkt 2, der sendes retur.{A:conditional}", ["approved", "returned", "approved"]),
        ("Godkendt på nær pkt. 2.{A:conditional}", ["approved", "rejected", "approved"]),
        # an answer of its own stands; a later verdict on something else changes nothing
        ("At 1 og 2: Godkendt.{A:adopted} At 3: Godkendt.{A:adopted} Sagen tages op igen i april.{D:deferred}", ["approved", "approved", "approved"]),
        ("At 3: Udsat.{D:deferred} Indstillingen i øvrigt tiltrådt.{A:adopted}", ["approved", "approved", "deferred"]),
        ("Det forslag faldt med 1 stemme mod 8.{D:rejected} Indstillingen tiltrådt.{A:adopted}", ["approved", "approved", "approved"]),
    ],
)  # fmt: skip
def test_points_are_answered(body: str, expected: list[str | None]) -> None:
    points = item(document(body, proposal=PROPOSAL)).recommendations
    assert [point.answers[-1].value if point.answers else None for point in points] == expected


@pytest.mark.parametrize(
    ("point", "body", "expected"),
    [
        ("at der vælges model 3", "Udvalget peger på model 2.{D:chosen_option}", "rejected"),
        ("at der vælges model 3", "Udvalget vælger model 3.{D:chosen_option}", "approved"),
        ("at udvalget vælger b", "Udvalget landede på c.{D:chosen_option}", "rejected"),
        ("at udvalget tager stilling til driftsform", "Et flertal valgte en forening.{D:chosen_option}", "approved"),
        ("at udvalget vælger mellem model 1 og model 2", "Udvalget vælger model 1.{D:chosen_option}", "approved"),
        ("at der vælges model 3", "Spejderne får huset.{D:chosen_option}", None),
    ],
)
def test_a_choice_answers_the_point_that_asks_for_one(point: str, body: str, expected: str | None) -> None:
    (found,) = item(document(body, proposal=f"Det indstilles,{{}}\n1. [[r1 {point}]].{{}}")).recommendations
    assert [answer.value for answer in found.answers] == ([expected] if expected else [])


def test_without_points_an_agenda_number_answers_nothing() -> None:
    found = item(document("Dagsordenen godkendt, idet punkt 5 udgår.{A:conditional}"))
    assert all(not sentence.resolves for sentence in found.sentences)


def test_attributes_of_the_item() -> None:
    found = item(
        document(
            "Godkendt med 9 stemmer imod 2, jf. planlovens § 19.{A:adopted} Ida Holm (V) var inhabil.{}",
            proposal=PROPOSAL,
        )
    )
    assert [(vote.position, vote.count) for vote in found.votes] == [("for", 9), ("against", 2)]
    assert [amount.value for amount in found.amounts] == [2_000_000]
    assert [identifier.value for identifier in found.identifiers] == ["planloven § 19"]
    assert [one.name for one in found.disqualifications] == ["Ida Holm"]
