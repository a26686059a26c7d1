"""Who acts, what only happens and what is told: deadlines beside their opposites, (earliest, latest, rrule) worked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from decisionnlp.extraction.deadlines import find_deadlines
from tests.extraction.deadlines.test_sentences import shown

MEETING = date(2024, 9, 17)

SENTENCES = [
    # a subject behind the verb that acts on something; what the same verbs tell of things
    ("Den 7. oktober hænger spejderne lanternerne op.", ["2024-10-07..2024-10-07"]),
    ("Den 7. oktober hænger der frugt på træerne.", []),
    ("I uge 43 kører gartneren jorden væk.", ["2024-10-21..2024-10-27"]),
    ("I uge 43 kører færgen ikke.", []),
    ("Snedkeren begynder i uge 44.", ["2024-10-28..2024-11-03"]),
    ("Danseholdet begynder i uge 44.", []),
    ("I oktober begynder Stine på registreringen.", ["2024-10-01..2024-10-31"]),
    ("I oktober begynder sæsonen.", []),
    # a meeting, and a day of work
    ("Vi mødes i laden lørdag den 28. september og maler døren.", ["2024-09-28..2024-09-28"]),
    ("Vi mødes lørdag den 28. september og drøfter farven.", []),
    # abbreviations and misspellings
    ("Kælderen ryddes i u. 42.", ["2024-10-14..2024-10-20"]),
    ("Festen er for alle u. 42.", []),
    ("Kedlen renses okt.-nov. af firmaet.", ["2024-10-01..2024-11-30"]),
    ("Listen sendes senset den 8. oktober.", ["..2024-10-08"]),
    ("Bordet hentes inden udgagen af november.", ["..2024-11-30"]),
    ("Døren smøres snarrest.", ["vague"]),
    # adverbs
    ("Pedellen efterser løbende lamperne.", ["vague"]),
    ("Pengene går til løbende udgifter.", []),
    ("Inden længe kalder formanden til møde.", ["vague"]),
    # the main clause begins with its verb
    ("Inden auktionen pudser Inger glassene.", ["event"]),
    ("Senest en uge efter løbet opgør Viggo startgebyrerne.", ["event"]),
    ("Efter nedtagningen af teltet sår Palle plænen til.", ["event"]),
    ("Larmen efter flytningen er væk.", []),
    # terms that are looked into or written about
    ("Tina regner på leasing af en trailer i november.", ["2024-11-01..2024-11-30"]),
    ("Leasingen løber i november.", []),
    ("Et udkast til en folder om klager skrives af Rie inden to uger.", ["..2024-10-01"]),
    ("Klager besvares inden to uger.", []),
    # the day of what is told about, and of the telling
    ("Grethe skriver til alle om havedagen den 12. oktober.", []),
    ("Grethe skriver den 12. oktober til alle om havedagen.", ["2024-10-12..2024-10-12"]),
    # a post, and a task, until an event
    ("Aksel sidder som revisor frem til generalforsamlingen.", []),
    ("Aksel vander bedene frem til generalforsamlingen.", ["event"]),
    # news, and promises
    ("Lederen fortalte, at udvidelsen går i gang i april.", []),
    ("Lederen oplyste, at staten ventes at sælge grunden i april.", []),
    ("Lederen oplyste, at udvalget svarer i april.", ["2025-04-01..2025-04-30"]),
    ("Det blev aftalt, at udvidelsen går i gang i april.", ["2025-04-01..2025-04-30"]),
    # habits, neighbours, prices
    ("Klubben får normalt tilskud hvert forår.", []),
    ("Kassereren søger tilskud hvert forår.", ["FREQ=YEARLY;BYMONTH=3"]),
    ("Nabokommunen åbner en bro den 4. november.", []),
    ("Nabokommunen inviteres den 4. november.", ["2024-11-04..2024-11-04"]),
    ("Pensionister spiser gratis i oktober.", []),
    ("Pensionister tilbydes gratis hjælp i oktober.", ["2024-10-01..2024-10-31"]),
    # found by a review: what looks like people, neighbours, habits and feasts, and is none
    ("Endvidere henter Ejner pris på døre i november.", ["2024-11-01..2024-11-30"]),
    ("Elever fra 7. klasse henter billetter i november.", ["2024-11-01..2024-11-30"]),
    ("Naboforeningen kontakter vi i november.", ["2024-11-01..2024-11-30"]),
    ("Nabobygningen males i november.", ["2024-11-01..2024-11-30"]),
    ("Ejner sender altid programmet i november.", ["2024-11-01..2024-11-30"]),
    ("Der kommer 2 tilbud fra Ejner i november.", ["2024-11-01..2024-11-30"]),
    ("Spillerne fra U14 maler boderne i november.", ["2024-11-01..2024-11-30"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_who_acts_and_what_is_told(text: str, expected: list[str]) -> None:
    assert sorted(map(shown, find_deadlines(text, meeting_date=MEETING))) == sorted(expected)
