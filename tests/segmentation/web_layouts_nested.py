"""Invented minutes with lists inside their items, points that tell their outcome at once, and points that say who was there."""

from __future__ import annotations

from datetime import date

from .web_layouts import WebLayout

NESTED_LAYOUTS = [
    WebLayout(
        "sub-points by letter, set apart",
        """Referat af bestyrelsesmøde i Brobølle Bådelaug den 7. juni 2018

1: Godkendelse af referat fra sidste møde

Godkendt.

2: Nyt fra

A: Formanden

Der er mange på ventelisten.

B : Sekretæren

Intet

C: Kassereren

To medlemmer får en rykker.

3: Skilte

Skiltene sættes op.
""",
        [
            ("1", "Godkendelse af referat fra sidste møde"),
            ("2", "Nyt fra"),
            ("A", "Formanden"),
            ("B", "Sekretæren"),
            ("C", "Kassereren"),
            ("3", "Skilte"),
        ],
        [
            "Godkendt.",
            None,
            "Der er mange på ventelisten.",
            "Intet",
            "To medlemmer får en rykker.",
            "Skiltene sættes op.",
        ],
        date(2018, 6, 7),
        "Bestyrelsen",
    ),
    WebLayout(
        "a list set in under a point is no row of items, and the points count anew at their own edge",
        """Referat fra bestyrelsesmøde

Onsdag den 14. november 2018 kl. 18.15

Deltagere: Nanna, Egon, Bodil

 1. Formalia
  Afbud fra Tage og Sofie.
 2. Oprydning i salen
  Der er nok at tage fat på, så vi mødes igen den 9. december.
  1. Nye knager i gangen
  2. Rens af tæppet
  3. Maling af scenen
  4. Lamper over baren
  5. Skilt til døren
 3. Byfesten
  Nanna og to fra koret deltager.
 4. Festivalen
  Punktet blev udsat til næste møde.
 1. Opsamling fra strategidagen
  Punktet blev udsat.
  1. Gruppe 1, plakater: Nanna, Egon
  2. Gruppe 2, billetter: Bodil
 2. Drøftelse af en dag i februar
  Bestyrelsen besluttede at holde dagen den 9. februar.
""",
        [
            ("1", "Formalia"),
            ("2", "Oprydning i salen"),
            ("3", "Byfesten"),
            ("4", "Festivalen"),
            ("1", "Opsamling fra strategidagen"),
            ("2", "Drøftelse af en dag i februar"),
        ],
        [None, None, "Nanna og to fra koret deltager.", "Punktet blev udsat til næste møde.", None, None],
        date(2018, 11, 14),
        "Bestyrelsen",
    ),
    WebLayout(
        "titles with text of their own that are set in under a point are sub-points",
        """Referat fra bestyrelsesmøde den 14. november 2018

 1. Godkendelse af dagsorden
  Godkendt.
 2. Åbne sager
  1. Banken
   Egon har fået et kort.
  2. Nøgler
   Bodil laver tre nye nøgler.
 3. Eventuelt
  Intet.
""",
        [
            ("1", "Godkendelse af dagsorden"),
            ("2", "Åbne sager"),
            ("1", "Banken"),
            ("2", "Nøgler"),
            ("3", "Eventuelt"),
        ],
        ["Godkendt.", None, "Egon har fået et kort.", "Bodil laver tre nye nøgler.", "Intet."],
        date(2018, 11, 14),
        "Bestyrelsen",
    ),
    WebLayout(
        "points in words with a long dash, and sub-points whose numbers are all 1",
        """Referat — menighedsrådsmøde, Lerbæk, onsdag den 14. november 2018 kl. 19.00

Afbud: Egon Pabst

Pkt. 1 — Godkendelse af dagsorden

Godkendt.

Pkt. 2 — Nyt fra

  1. Formand

Orienterede om taget.

  1. Kasserer

Intet at bemærke.

  1. Værge

Lågen skal males.

Pkt. 3 — Orglet

Rådet besluttede at udskifte orglet.

Pkt. 4 — Evt.
""",
        [
            ("1", "Godkendelse af dagsorden"),
            ("2", "Nyt fra"),
            ("1", "Formand"),
            ("1", "Kasserer"),
            ("1", "Værge"),
            ("3", "Orglet"),
            ("4", "Evt."),
        ],
        [
            "Godkendt.",
            None,
            "Orienterede om taget.",
            "Intet at bemærke.",
            "Lågen skal males.",
            "Rådet besluttede at udskifte orglet.",
            None,
        ],
        date(2018, 11, 14),
        None,
    ),
    WebLayout(
        "a wrapped line that tells its outcome, with nothing below it",
        """Referat fra bestyrelsesmøde den 14. november 2018

1 Dagsorden godkendt.

2 Referat fra sidste møde blev godkendt med en tilføjelse til det punkt, der

handler om havnen.

3 Økonomi. Kassereren gennemgik tallene. Gebyrer blev

drøftet.

4 Nyt skab. Bodil køber et skab.
""",
        [
            ("1", "Dagsorden godkendt"),
            ("2", "Referat fra sidste møde blev godkendt med en tilføjelse til det punkt, der handler om havnen"),
            ("3", "Økonomi"),
            ("4", "Nyt skab"),
        ],
        [
            "1 Dagsorden godkendt.",
            "2 Referat fra sidste møde blev godkendt med en tilføjelse til det punkt, der handler om havnen.",
            None,
            "Bodil køber et skab.",
        ],
        date(2018, 11, 14),
        "Bestyrelsen",
    ),
    WebLayout(
        "the first point says who was there",
        """Referat fra bestyrelsesmøde den 14. november 2018

1. Mødedeltagere:
Nanna Vorup, Egon Pabst, Bodil Tang, Tage Buhl, Sofie Krag, Per Dam, Lise Holm, Kaj Lind
Ida Friis deltager i den sidste del af mødet

2. Godkendelse af dagsorden
Godkendt.

3. Konstituering
Nanna blev valgt som formand.
""",
        [("1", "Mødedeltagere"), ("2", "Godkendelse af dagsorden"), ("3", "Konstituering")],
        [None, "Godkendt.", "Nanna blev valgt som formand."],
        date(2018, 11, 14),
        "Bestyrelsen",
    ),
    WebLayout(
        "what was approved in a few words opens minutes without titles",
        """Referat fra bestyrelsesmøde 14. november 2018

Referat fra møde i støttekredsen den 14. november 2018

Til stede: Nanna, Egon og Bodil

Dagsorden blev godkendt.

Regnskabet er godkendt.

Egon vil gerne være kasserer igen, og Bodil er fremover revisor.

Der skal betales kontingent, før der holdes generalforsamling på kroen.

Referent: Bodil
""",
        [(None, "")],
        [None],
        date(2018, 11, 14),
        None,
    ),
    WebLayout(
        "a title that reads as a sentence stands alone above its text, as the others do",
        """Referat fra bestyrelsesmøde d. 14. november 2018

 1. Leje af garage

Egon spørger kroen.

 1. Ansøgning til kommunen

Der er ikke kommet svar endnu.

 1. Kurser for trænere – tre er tilmeldt i maj.

Bodil melder to mere til.

 1. Økonomi

Saldoen er 100.000 kr.
""",
        [
            ("1", "Leje af garage"),
            ("1", "Ansøgning til kommunen"),
            ("1", "Kurser for trænere – tre er tilmeldt i maj"),
            ("1", "Økonomi"),
        ],
        [
            "Egon spørger kroen.",
            "Der er ikke kommet svar endnu.",
            "Bodil melder to mere til.",
            "Saldoen er 100.000 kr.",
        ],
        date(2018, 11, 14),
        "Bestyrelsen",
    ),
    WebLayout(
        "numbered entries under unnumbered titles",
        """Bestyrelsesmøde 14. november 2018

Til stede: Nanna, Egon, Bodil
Referent: Bodil

Nyt fra formanden:
1. Skiltet ved broen er faldet ned. Nanna bestiller et nyt.
2. Der er stadig mange, der ringer og vil købe en have.

Nyt fra kassereren:
1. Vandet er gjort op, og alle har betalt.

Haver til salg:
1. Have 8 er solgt, og den nye ejer har fået vedtægterne.
2. Have 4 er vurderet.

Eventuelt
Intet.
""",
        [(None, "Nyt fra formanden"), (None, "Nyt fra kassereren"), (None, "Haver til salg"), (None, "Eventuelt")],
        [None, "1. Vandet er gjort op, og alle har betalt.", None, "Intet."],
        date(2018, 11, 14),
        "Bestyrelsen",
    ),
    WebLayout(
        "points that count by small letters",
        """Referat fra generalforsamling onsdag den 14. november 2018

a.   Valg af dirigent

Nanna Vorup blev valgt.

b.   Formandens beretning

Rideudvalget: Der har været ni ture.

Beretningen blev godkendt.

c.   Regnskab

Regnskabet blev godkendt.

d.   Eventuelt

Intet.
""",
        [("a", "Valg af dirigent"), ("b", "Formandens beretning"), ("c", "Regnskab"), ("d", "Eventuelt")],
        ["Nanna Vorup blev valgt.", None, "Regnskabet blev godkendt.", "Intet."],
        date(2018, 11, 14),
        "Generalforsamlingen",
    ),
    WebLayout(
        "usual titles behind a list, each with a list of its own",
        """Referat fra gruppemødet den 14. november 2018

 1. VALG AF DIRIGENT: Nanna Vorup.
 2. REGNSKAB: Egon gennemgik tallene. Regnskabet blev godkendt.
 3. VALG TIL BESTYRELSEN.

På valg er:

Bodil Tang … stopper

 1. VALG AF REVISOR.

Tage Buhl fortsætter.

 1. INDKOMNE FORSLAG. Ingen forslag
 1. EVENTUELT. Der er sat en ny dør i.
""",
        [
            ("1", "VALG AF DIRIGENT"),
            ("2", "REGNSKAB"),
            ("3", "VALG TIL BESTYRELSEN"),
            ("1", "VALG AF REVISOR"),
            ("1", "INDKOMNE FORSLAG"),
            ("1", "EVENTUELT"),
        ],
        [None, None, None, "Tage Buhl fortsætter.", "Ingen forslag", "Der er sat en ny dør i."],
        date(2018, 11, 14),
        None,
    ),
    WebLayout(
        "sub-points with a capital letter and a colon",
        """Referat bestyrelsesmøde d. 14. november 2018

1 Godkendelse af referat:

Godkendt.

2 Nyt fra formanden:

A Evaluering af festen:

Maden var god.

B Træerne ved vejen:

Bodil spørger gartneren om en pris.

3 Nyt fra kassereren:

Intet nyt.
""",
        [
            ("1", "Godkendelse af referat"),
            ("2", "Nyt fra formanden"),
            ("A", "Evaluering af festen"),
            ("B", "Træerne ved vejen"),
            ("3", "Nyt fra kassereren"),
        ],
        ["Godkendt.", None, "Maden var god.", "Bodil spørger gartneren om en pris.", "Intet nyt."],
        date(2018, 11, 14),
        "Bestyrelsen",
    ),
    WebLayout(
        "titles that the agenda lists, each with its text behind a dash",
        """Referat af beboerrådsmøde den 14. november 2018

Til stede: Nanna (306), Egon (307)

Dagsordenen var:

1.     Valg af dirigent
2.     Referatet fra sidste møde (19. marts)
3.     Meddelelser
4.     Ansøgninger:
5.     Eventuelt

Ad. 1. Valg af dirigent - Nanna (306) valgt.

Ad. 2. Referatet fra sidste møde (19. marts) - Godkendt

Ad. 3. Meddelelser - Den 5. juni er der møde med kommunen kl. 9.00.

Vi har fået en symaskine.

Ad. 4. Ansøgninger – Ingen ud over den fra maj. Se forrige referat.

Ad. 5. Eventuelt - Intet.
""",
        [
            ("1", "Valg af dirigent"),
            ("2", "Referatet fra sidste møde (19. marts)"),
            ("3", "Meddelelser"),
            ("4", "Ansøgninger"),
            ("5", "Eventuelt"),
        ],
        ["- Nanna (306) valgt.", "- Godkendt", None, None, "- Intet."],
        date(2018, 11, 14),
        None,
    ),
    WebLayout(
        "the number of the point in words on a line of its own",
        """Referat af vejlaugets generalforsamling søndag 14. november 2018 kl. 14

Nanna Vorup bød velkommen.

Dagsordenens punkt 1

Valg af dirigent:

Egon Pabst blev valgt.

Dagsordenens punkt 2

Beretning for det forløbne år:

Beretningen blev godkendt.
""",
        [("1", "Valg af dirigent"), ("2", "Beretning for det forløbne år")],
        ["Egon Pabst blev valgt.", "Beretningen blev godkendt."],
        date(2018, 11, 14),
        None,
    ),
    WebLayout(
        "the agenda of another meeting is what was said under a title",
        """Referat fra bestyrelsesmøde d. 14. november 2018

Til stede: Nanna, Egon og Bodil

Nyt fra formanden

Have 3 og 14 skal lejes ud. Vi regner med, at det kan nås inden månedens
udløb.

Regnskab

Egon har lavet regnskabet for i år, og det passer.

Generalforsamlingen

Salen på biblioteket er bestilt.

Dagsorden

1) Valg af dirigent
2) Årsberetning
3) Regnskab 2018
4) Budget 2019
5) Indkomne forslag
6) Evt.

Personsager

Bodil taler med de to haveejere.

Evt.

Nanna køber kaffe.
""",
        [
            (None, "Nyt fra formanden"),
            (None, "Regnskab"),
            (None, "Generalforsamlingen"),
            (None, "Personsager"),
            (None, "Evt."),
        ],
        [None, None, None, "Bodil taler med de to haveejere.", "Nanna køber kaffe."],
        date(2018, 11, 14),
        "Bestyrelsen",
    ),
    WebLayout(
        "an agenda, who was there, and then what was said to each point",
        """14. november 2018

Bestyrelsesmøde den 14/11 2018

Dagsorden:

1. Referat fra sidste møde
2. Forårskoncerter
3. Byfesten
4. Opfølgning på generalforsamlingen
5. Evt.
Fremmødte. Nanna, Egon, Bodil
Afbud: Tage
1. Der var ingen kommentarer til referatet.

2. Vi har lånt kirken den 17. maj. Egon sørger for det praktiske, og
Bodil taler med organisten om hvad der er plads til
3. Vi hører fra kommunen i april. Vi vil have en lydprøve denne gang.

4. Kontingentet er uændret.
""",
        [
            ("1", "Referat fra sidste møde"),
            ("2", "Forårskoncerter"),
            ("3", "Byfesten"),
            ("4", "Opfølgning på generalforsamlingen"),
        ],
        [
            "1. Der var ingen kommentarer til referatet.",
            None,
            "3. Vi hører fra kommunen i april. Vi vil have en lydprøve denne gang.",
            "4. Kontingentet er uændret.",
        ],
        date(2018, 11, 14),
        "Bestyrelsen",
    ),
    WebLayout(
        "bullets in place of numbers, with titles such as stand in most minutes",
        """Referat af ordinær generalforsamling

Søndag den 14. november 2018 kl. 13.00-16.00

Dagsorden

 • Valg af dirigent: Nanna er valgt.
  Det føres til referat, at mødet er varslet i tide.

 • Bestyrelsens beretning.
  Formanden beretter:

Taget er skiftet, og der er kommet nye vinduer.

 • Godkendelse af regnskabet. Der var spørgsmål til underskuddet. Regnskabet er enstemmigt godkendt.

 • Stolene
  Egon laver en liste.

 • Indkomne forslag: Der er ikke nogen.
""",
        [
            (None, "Valg af dirigent"),
            (None, "Bestyrelsens beretning"),
            (None, "Godkendelse af regnskabet"),
            (None, "Stolene"),
            (None, "Indkomne forslag"),
        ],
        [None, None, None, "Egon laver en liste.", "Der er ikke nogen."],
        date(2018, 11, 14),
        "Generalforsamlingen",
    ),
    WebLayout(
        "a bullet before the number of a title with its text",
        """Referat fra generalforsamling den 14. november 2018

 • 1. Valg af dirigent. Nanna Vorup blev valgt.
 • 2. Bestyrelsens beretning. Formanden fortalte om året. Vi startede
  i marts med et kursus.
 • 3. Regnskab. Regnskabet blev gennemgået og godkendt.
""",
        [("1", "Valg af dirigent"), ("2", "Bestyrelsens beretning"), ("3", "Regnskab")],
        ["Nanna Vorup blev valgt.", None, "Regnskabet blev gennemgået og godkendt."],
        date(2018, 11, 14),
        "Generalforsamlingen",
    ),
    WebLayout(
        "an angle as the mark of the number, lines that tell at once",
        """Medlemsmøde den 14-11-2018

Der deltog 10 medlemmer.

1> Nanna Vorup valgt til dirigent.

2> Økonomi: Egon orienterede om regnskabet. Trods nye kugler blev der et overskud.

3> Valg af suppleant: Bodil blev genvalgt.

4> Evt. Man forsøger at få et hold med til foråret. Egon passer banen.
""",
        [
            ("1", "Nanna Vorup valgt til dirigent"),
            ("2", "Økonomi"),
            ("3", "Valg af suppleant"),
            ("4", "Evt."),
        ],
        [
            "1> Nanna Vorup valgt til dirigent.",
            None,
            "Bodil blev genvalgt.",
            "Man forsøger at få et hold med til foråret. Egon passer banen.",
        ],
        date(2018, 11, 14),
        None,
    ),
    WebLayout(
        "what was said begins with the words of the title listed above",
        """Kort referat fra klubmøde tirsdag d. 14.11.2018

Følgende punkter blev drøftet:

  1. Træning fremover
  2. Klubtur til Lerbæk
  3. Månedens bane

Ad. 1.

Vi ønsker også fremover, at der er træning hver uge.

Ad. 2.

Der var tilslutning til klubturen. Bodil sender en mail rundt.

Ad. 3.

Månedens bane fortsætter uændret.
""",
        [("1", "Træning fremover"), ("2", "Klubtur til Lerbæk"), ("3", "Månedens bane")],
        [None, None, "Månedens bane fortsætter uændret."],
        date(2018, 11, 14),
        None,
    ),
    WebLayout(
        "what was said to the points of an agenda that lost its numbers",
        """Referat af bestyrelsesmøde den 14. november 2018
Deltagere: Nanna Vorup, Egon Pabst og Bodil Tang.
Dagsorden:
- Godkendelse af dagsorden.
- Referat af sidste møde.
- Fordeling af opgaver
- Siden sidst – kort!
- Eventuelt.
Ad 1: Dagsordenen blev godkendt.
Ad 2: Referatet har været sendt rundt, og blev godkendt og underskrevet
Ad 3: Oversigten blev drøftet. Der var enighed om, at opgaverne er fordelt.
Bodil rundsender den nye udgave.
Ad 4: Ikke noget nyt.
""",
        [
            ("1", "Godkendelse af dagsorden"),
            ("2", "Referat af sidste møde"),
            ("3", "Fordeling af opgaver"),
            ("4", "Siden sidst – kort!"),
        ],
        [
            "Ad 1: Dagsordenen blev godkendt.",
            "Ad 2: Referatet har været sendt rundt, og blev godkendt og underskrevet",
            None,
            "Ad 4: Ikke noget nyt.",
        ],
        date(2018, 11, 14),
        "Bestyrelsen",
    ),
    WebLayout(
        "a number alone above a list has no title",
        """Referat af afdelingsmøde den 14. november 2018

Punkt 1: Valg af dirigent – Nanna Vorup
Punkt 2: Driftsbudgettet blev godkendt ved håndsoprækning.
Punkt 3:
- Lamper på gangen. Kontoret finder en pris.
- Hegn mod vejen, det skal stilles som et forslag.
""",
        [("1", "Valg af dirigent"), ("2", "Driftsbudgettet blev godkendt ved håndsoprækning"), ("3", "")],
        ["– Nanna Vorup", "Punkt 2: Driftsbudgettet blev godkendt ved håndsoprækning.", None],
        date(2018, 11, 14),
        None,
    ),
    WebLayout(
        "Referat af mødet: between the agenda and what was said",
        """Generalforsamling for året 2018.

Der blev holdt generalforsamling onsdag den 14. november 2018. Dagsordenen var følgende:

1. Valg af dirigent
2. Årsberetning
3. Kontingent
4. Eventuelt.

Referat af mødet:

1. Til dirigent valgtes formanden Nanna Vorup.

2. Formandens beretning var sendt ud. Der var ingen bemærkninger

3. Kontingentet blev fastsat til 100 kr. årligt.

4. Der var ingen punkter under eventuelt.
""",
        [("1", "Valg af dirigent"), ("2", "Årsberetning"), ("3", "Kontingent"), ("4", "Eventuelt")],
        [
            "1. Til dirigent valgtes formanden Nanna Vorup.",
            "2. Formandens beretning var sendt ud. Der var ingen bemærkninger",
            "3. Kontingentet blev fastsat til 100 kr. årligt.",
            "4. Der var ingen punkter under eventuelt.",
        ],
        date(2018, 11, 14),
        "Generalforsamlingen",
    ),
    WebLayout(
        "what opens the page is no title, and one usual title among the numbered ones has lost its number",
        """Generalforsamlingen Tilbage til forsiden

Referat fra generalforsamlingen den 14. november 2018.

1.      Valg af dirigent

Nanna Vorup blev valgt

2.      Kontingent

Kontingentet blev fastsat til 300 kr.

Indkomne forslag

Der var ingen indkomne forslag

3.      Valg af revisor

Egon Pabst blev valgt
""",
        [("1", "Valg af dirigent"), ("2", "Kontingent"), (None, "Indkomne forslag"), ("3", "Valg af revisor")],
        [
            "Nanna Vorup blev valgt",
            "Kontingentet blev fastsat til 300 kr.",
            "Der var ingen indkomne forslag",
            "Egon Pabst blev valgt",
        ],
        date(2018, 11, 14),
        "Generalforsamlingen",
    ),
    WebLayout(
        "a list of lines that tell, whose numbers but the last one are lost",
        """Referat hovedbestyrelsesmøde 14/11-2018

Afbud: Egon Pabst

  1. Valg af ordstyrer….ingen
  1. Bemærkninger til dagsorden. Lidt tilføjet.
  1. Økonomi (til og med juni) er gennemgået, Bodil tager det med til næste møde
  1. Kåringen i Lerbæk, dommerne har sat holdene, og opgaverne er fordelt
  1. Kredsene kan ikke nå at holde møde, så datoen rykkes til maj.
  2. Evt. Hjemmesiden, Tage finder ud af, hvad der spærrer.
""",
        [("1", ""), ("1", ""), ("1", ""), ("1", ""), ("1", ""), ("2", "Evt.")],
        [
            "1. Valg af ordstyrer….ingen",
            "1. Bemærkninger til dagsorden. Lidt tilføjet.",
            None,
            None,
            None,
            "Hjemmesiden, Tage finder ud af, hvad der spærrer.",
        ],
        date(2018, 11, 14),
        "Hovedbestyrelsen",
    ),
    WebLayout(
        "letters in the agenda do not take the titles of its numbers",
        """Referat af bestyrelsesmøde den 14. november 2018

Dagsorden

 1. Godkendelse af dagsorden
 2. Budgettet
 3. Meddelelser fra
  A. Formanden
  B. Rektoratet

Ad 1
Dagsordenen blev godkendt.

Ad 2
Budgettet blev drøftet.

Ad 3
Formanden orienterede om huset.
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Budgettet"), ("3", "Meddelelser fra")],
        ["Dagsordenen blev godkendt.", "Budgettet blev drøftet.", "Formanden orienterede om huset."],
        date(2018, 11, 14),
        "Bestyrelsen",
    ),
]
