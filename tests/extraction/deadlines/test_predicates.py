"""A deadline needs a deed: the same time beside what happens, is foreseen, aimed at or laid down, and beside a task."""

from __future__ import annotations

from datetime import date

import pytest

from decisionnlp.document import Deadline
from decisionnlp.extraction.deadlines import find_deadlines, find_time_expressions
from decisionnlp.extraction.deadlines.agents import is_work

M = date(2024, 1, 23)  # a Tuesday

# what is no deadline | why | the like of it that is one
PAIRS = [
    ("Kulturnatten finder sted den 11. oktober.", "happening", "Overdragelsen finder sted den 11. oktober."),
    ("Skoleåret begynder den 12. august.", "happening", "Gravearbejdet begynder den 12. august."),
    ("Den nye rektor starter den 1. marts.", "happening", "Ombygningen af hallen starter den 1. marts."),
    ("Runden åbner 1. maj og lukker 1. juni.", "happening", "Klubben åbner for tilmelding 1. maj."),
    ("Tre er på holdet, som starter den 7. maj.", "happening", "Bo laver en liste, som udsendes den 7. maj."),
    ("Klubben fejrer jubilæum den 13. juni.", "happening", "Klubben rydder op den 13. juni."),
    ("Marie bliver 70 år den 2. maj.", "happening", "Marie ringer til 70 medlemmer den 2. maj."),
    ("Færgen sejler fra 1. april til 30. september.", "happening", "Vejen asfalteres fra 1. april til 30. september."),
    ("Formanden deltager i landsmødet den 24. april.", "attending", "Sanne deltager i netværksmødet den 24. april."),
    ("Elevtallet forventes at nå 600 i næste måned.", "foreseen", "Taget forventes at være færdigt i næste måned."),
    ("Til august ventes 40 elever.", "foreseen", "Til august ventes svaret."),
    ("Satserne reguleres hvert år den 1. juli.", "change", "Satserne drøftes hvert år den 1. juli."),
    ("Gebyret hæves til 40 kr. den 1. april.", "change", "Flagstangen rejses den 1. april."),
    ("Målet er at halvere forbruget inden 2026.", "goal", "Målerne skiftes inden 2026."),
    ("Børnetallet falder frem mod 2026.", "status", "Der arbejdes videre frem mod næste møde."),
    ("I 2030 skal alle have fiber.", "goal", "I 2030 evalueres aftalen."),
    ("Ifølge tidsplanen skal broen stå færdig i juni.", "statutory", "Broen skal stå færdig i juni."),
    ("Salget skal efter planen være afsluttet i juni.", "statutory", "Salget skal være afsluttet i juni."),
    ("Folketinget vedtager loven inden sommerferien.", "foretold", "Byrådet vedtager planen inden sommerferien."),
    ("Elværket har varslet en afbrydelse den 4. marts 2024.", "foretold", "Elværket kontaktes i uge 9."),
    ("Aftalen indebærer, at huset nedrives inden 1. maj.", "content", "Det aftales, at huset nedrives inden 1. maj."),
    ("Aftalen er bindende frem til den 1. maj.", "validity", "Gruppen undersøger sagen frem til den 1. maj."),
    ("Vejen er spærret til den 1. maj.", "validity", "Sagen er udsat til den 1. maj."),
    ("Pladsen holdes fri frem til den 1. maj.", "validity", "Forslaget bearbejdes frem til den 1. maj."),
    ("Rammeaftalen kan opsiges til den 1. maj.", "validity", "Rammeaftalen opsiges til den 1. maj."),
    ("Fra 1. juli får ejerne rabat.", "effective", "Fra 1. juli graves vejen op."),
    ("Salen kan lejes den 1. maj.", "hearing", "Salen males den 1. maj."),
    ("Ansatte over 60 år har ret til en samtale hvert år.", "status", "Lederen holder en samtale hvert år."),
    ("Kunder kan melde fra efter 1. juli.", "statutory", "Kassereren melder fra efter 1. juli."),
    (
        "Puljen støtter kun ture, der gennemføres inden jul.",
        "condition",
        "Gruppen arrangerer en tur, der gennemføres inden jul.",
    ),
    ("Der udsendes hvert år omkring 400 breve.", "status", "Der udsendes et brev hvert år."),
    ("Hallen er booket hver tirsdag.", "past-tense", "Hallen efterses hver tirsdag."),
    ("Eleverne er i praktik i uge 9.", "status", "Eleverne evaluerer i uge 9."),
    ("Juli er mødefri.", "bare", "Juli: Bo maler hegnet."),
    ("I dag køres 19 børn til skole.", "status", "Brevet sendes i dag."),
    ("Fristen var sat til den 10. februar.", "past-tense", "Fristen er sat til den 10. februar."),
    ("De havde aftalt, at hækken skulle klippes i uge 26.", "past-tense", "Det er aftalt, at hækken klippes i uge 26."),
    ("Muren skulle stå færdig i juni, men er forsinket.", "past-tense", "Muren skal stå færdig i juni."),
    ("Kontrakten udløb den 31. december.", "past-tense", "Kontrakten genforhandles den 31. december."),
    ("Målinger fra september viser fald.", "about", "Målinger foretages i september."),
    ("Else bager brød til basaren den 4. maj.", "about", "Else afleverer brød til køkkenet den 4. maj."),
    ("Bo skriver om turen til Assens i maj.", "about", "Bo arrangerer en tur til Assens i maj."),
    ("Bo bestiller telt til turen, der går til Fur den 4. maj.", "condition", "Bo arrangerer turen, som afvikles den 4. maj."),
    ("Lis ringer til de familier, der får plads i maj.", "condition", "Der vælges et udvalg, der får plads i gruppen i maj."),
    ("Lis skriver et brev om stien, der lukkes i maj.", "condition", "Lis skriver et brev om stien, der sendes i maj."),
    ("Lis hører om hallen er ledig i maj.", "content", "Lis hører om hallen i maj."),
    ("Lis ser på, hvad det koster at leje hallen i maj.", "content", "Lis ser på, hvad hallen koster, inden maj."),
    ("Naboerne får besked om, at vejen spærres i maj.", "content", "Naboerne bedes om, at hækken klippes i maj."),
    ("Lis vurderer, hvordan ordningen går, når den er indført.", "content", "Lis vurderer ordningen, når den er indført."),
    ("Lis henter en pris på vinduespudsning to gange om året.", "about", "Lis pudser vinduer to gange om året."),
    ("Gæsterne må parkere på plænen fra 1. maj.", "effective", "Plænen klippes fra 1. maj."),
    ("Lis foreslår nogle datoer i maj.", "about", "Lis finder en dato i maj."),
    ("Klubben melder ud for at sikre, at alle er med inden maj.", "goal", "Klubben sikrer, at alle er med inden maj."),
    ("Lis tilmelder klubben til landsmødet i maj.", "attending", "Lis laver et oplæg til landsmødet i maj."),
    ("Der skal tegnes et kort, før der kan søges.", "condition", "Der skal tegnes et kort, før kommunen søger."),
]  # fmt: skip


@pytest.mark.parametrize(("trap", "reason", "task"), PAIRS)
def test_a_deed_and_what_is_none(trap: str, reason: str, task: str) -> None:
    assert {found.reason for found in find_time_expressions(trap, meeting_date=M)} - {None} >= {reason}
    assert find_deadlines(trap, meeting_date=M) == []
    assert len(find_deadlines(task, meeting_date=M)) == 1, task


def _reading(one: Deadline) -> str:
    return one.rrule or f"{one.earliest or ''}..{one.latest or ''}"


def _shown(found: list[Deadline]) -> list[str]:
    return [f"{one.text} | {one.type.value} | {_reading(one)}" for one in found]


READINGS = [
    ("Tallene sendes pr. kvartal.", ["pr. kvartal | recurrence | FREQ=MONTHLY;INTERVAL=3"]),
    ("Lejen er 400 kr. pr. måned.", []),
    (
        "Status gives to gange årligt, i april og oktober.",
        ["to gange årligt, i april og oktober | recurrence | FREQ=YEARLY;BYMONTH=4,10"],
    ),
    (
        "Rampen fejes hver tirsdag og torsdag.",
        ["hver tirsdag og torsdag | recurrence | FREQ=WEEKLY;BYDAY=TU,TH"],
    ),
    ("Listen rettes hver 1. juni.", ["hver 1. juni | recurrence | FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1"]),
    (
        "Tavlen ryddes den sidste dag i hver måned.",
        ["den sidste dag i hver måned | recurrence | FREQ=MONTHLY;BYMONTHDAY=-1"],
    ),
    ("Der orienteres til hvert HMU-møde.", ["til hvert HMU-møde | recurrence | .."]),
    ("Bo laver et årligt katalog.", []),
    ("Brevet sendes senest 14 dage i forvejen.", ["senest 14 dage i forvejen | event | .."]),
    ("Plakaten hænges op i god tid før festen.", ["i god tid før festen | event | .."]),
    ("Sagen tages med til fælles møde.", []),
    ("Bo måler op - frist: næste møde.", ["frist: næste møde | event | .."]),
    ("Bo rydder op inden næste fest.", ["inden næste fest | event | .."]),
    ("Bo rydder op inden på mandag.", ["inden på mandag | date | ..2024-01-28"]),
    ("Bo rydder op senest torsdag den 8.", ["senest torsdag den 8. | date | ..2024-02-08"]),
    ("Bo rydder op inden 1. kvartals udgang.", ["inden 1. kvartals udgang | date | ..2024-03-31"]),
    ("Bo rydder op inden 1. søndag i advent.", ["inden 1. søndag i advent | date | ..2024-11-30"]),
    ("Hallen lukkes inden sæsonen begynder.", ["inden sæsonen begynder | event | .."]),
    ("Der bestilles salt, når tallene for 3. kvartal er klar.", ["når tallene for 3. kvartal er klar | event | .."]),
    ("Naboerne opfordres til løbende at klippe hækken.", ["løbende | vague | .."]),
    ("Bo skaffer midler til løbende vedligehold.", []),
    ("Vi river blade en fælles lørdag eller to.", []),
    ("Vi river blade en lørdag i marts.", ["i marts | interval | 2024-03-01..2024-03-31"]),
    ("Bo sender en mail lørdag.", ["lørdag | date | 2024-01-27..2024-01-27"]),
    ("Vi river blade på lørdag.", ["på lørdag | date | 2024-01-27..2024-01-27"]),
    ("Bo maler bænken en lørdag den 9. marts.", ["lørdag den 9. marts | date | 2024-03-09..2024-03-09"]),
    ("Bo maler bænken i weekenden i marts.", ["i weekenden i marts | interval | 2024-03-01..2024-03-31"]),
    ("Bo maler bænken i weekenden.", ["i weekenden | interval | 2024-01-27..2024-01-28"]),
    (
        "Stien fejes to gange årligt og ellers når løvet kræver det.",
        ["to gange årligt | recurrence | FREQ=MONTHLY;INTERVAL=6"],
    ),
    (
        "Rampen gruses hver mandag, når det er koldt.",
        ["hver mandag | recurrence | FREQ=WEEKLY;BYDAY=MO"],
    ),
    (
        "Stien fejes hver mandag, når kosten er købt.",
        ["hver mandag | recurrence | FREQ=WEEKLY;BYDAY=MO", "når kosten er købt | event | .."],
    ),
    (
        "Når vejret tillader det, fejes stien hver mandag.",
        ["Når vejret tillader det | event | ..", "hver mandag | recurrence | FREQ=WEEKLY;BYDAY=MO"],
    ),
    ("Der skal være 4 korte rådsmøder årligt.", ["årligt | recurrence | FREQ=MONTHLY;INTERVAL=3"]),
    ("Der skal fremover være to koncerter årligt.", ["årligt | recurrence | FREQ=MONTHLY;INTERVAL=6"]),
    ("Der skal være 4 ledige pladser årligt.", ["årligt | recurrence | FREQ=YEARLY"]),
    ("Bo lægger tallene frem til næste møde.", ["til næste møde | event | .."]),
    ("Bo samler ønsker ind frem til næste møde.", ["frem til næste møde | event | .."]),
    ("Ulla tager med til et møde i lauget den 3. maj.", ["den 3. maj | date | 2024-05-03..2024-05-03"]),
    ("Ulla kører til møde i uge 9.", ["i uge 9 | interval | 2024-02-26..2024-03-03"]),
    ("Ulla tager tallene med til mødet den 3. maj.", ["til mødet den 3. maj | date | ..2024-05-03"]),
    ("Ulla kommer med et oplæg til mødet den 3. maj.", ["til mødet den 3. maj | date | ..2024-05-03"]),
    (
        "Rådet inviterer havnechef Else Maj Toft med til et møde i marts.",
        ["i marts | interval | 2024-03-01..2024-03-31"],
    ),
    ("Bo svarer ved udgangen af prøveperioden.", ["ved udgangen af prøveperioden | event | .."]),
]


@pytest.mark.parametrize(("text", "expected"), READINGS)
def test_readings(text: str, expected: list[str]) -> None:
    assert _shown(find_deadlines(text, meeting_date=M)) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("ombygningen", True), ("gravearbejdet", True), ("etape", True), ("udskiftningen", True),
        ("udstillingen", False), ("turneringen", False), ("rektor", False), ("festivalen", False),
    ],
)  # fmt: skip
def test_work(noun: str, expected: bool) -> None:
    assert is_work(noun) is expected
