"""Layouts of boards, parishes and councils whose items fell apart on first sight; invented places, persons and cases."""

from __future__ import annotations

from datetime import date

from .web_layouts import WebLayout

BOARD_LAYOUTS = [
    WebLayout(
        "numbers without titles, each line what came of a point",
        """Referat af menighedsrådsmøde d. 3. maj 2018 i Lerbæk

Afbud fra Egon Pabst.

 1. Dagsordenen blev godkendt.
 2. Ingen spørgsmål til referatet fra april.
 3. Kvartalsrapporten blev gennemgået.
 4. Bodil står for høstmiddagen i september.
 5. Kirkeværgen fortalte om taget på våbenhuset.
 6. Takstbladet blev vedtaget.

Ref. Nanna Vorup
""",
        [
            ("1", "Dagsordenen blev godkendt"),
            ("2", "Ingen spørgsmål til referatet fra april"),
            ("3", "Kvartalsrapporten blev gennemgået"),
            ("4", "Bodil står for høstmiddagen i september"),
            ("5", "Kirkeværgen fortalte om taget på våbenhuset"),
            ("6", "Takstbladet blev vedtaget"),
        ],
        [
            "1. Dagsordenen blev godkendt.",
            "2. Ingen spørgsmål til referatet fra april.",
            "3. Kvartalsrapporten blev gennemgået.",
            "4. Bodil står for høstmiddagen i september.",
            "5. Kirkeværgen fortalte om taget på våbenhuset.",
            "6. Takstbladet blev vedtaget.",
        ],
        date(2018, 5, 3),
        "Menighedsrådet",
    ),
    WebLayout(
        "points that lost their titles, one with a list of messages for its case",
        """Ældrerådet
12.06.2019 kl. 09:30

Deltagere
  • Nanna Vorup - Deltog
  • Egon Pabst - Deltog

Åben dagsorden

Indstilling

Sekretariatet indstiller, at

  1. dagsordenen godkendes.

Beslutning

Godkendt.


  1. Nanna Vorup var til møde om hjemmehjælp den 3. juni 2019.

  2. Egon Pabst deltog i indvielsen af det nye plejecenter.

  3. Formanden har talt med avisen om busserne.

Beslutning

Taget til efterretning
""",
        [(None, ""), (None, "")],
        ["Godkendt.", "Taget til efterretning"],
        date(2019, 6, 12),
        "Ældrerådet",
    ),
    WebLayout(
        "lettered sub-points set apart, one letter set twice",
        """Referat af bestyrelsesmøde i Tangholm Bådelaug d. 4. juni 2019

1: Godkendelse af referat

Godkendt.

2: Nyt fra:

A: Formanden

Intet.

B : Havnefogeden

Pladserne er fordelt.

C: Kassereren

Alle har betalt.

C : Udvalg

Festudvalget mødes i juli.

3: Eventuelt

Intet.
""",
        [
            ("1", "Godkendelse af referat"),
            ("2", "Nyt fra"),
            ("A", "Formanden"),
            ("B", "Havnefogeden"),
            ("C", "Kassereren"),
            ("C", "Udvalg"),
            ("3", "Eventuelt"),
        ],
        [
            "Godkendt.",
            None,
            "Intet.",
            "Pladserne er fordelt.",
            "Alle har betalt.",
            "Festudvalget mødes i juli.",
            "Intet.",
        ],
        date(2019, 6, 4),
        "Bestyrelsen",
    ),
    WebLayout(
        "titles with who is responsible behind a dash",
        """Referat af skolebestyrelsesmøde 14. maj 2024
Mødested: Musiklokalet
Deltagere: Nanna, Egon, Bodil og Ida
Siden sidst - Ansvarlig (alle) - Proces (orientering)
- Ida fortalte om legepladsen
Skolens ordensregler - Ansvarlig (Egon) - Proces (drøftelse)
Udkastet er vedhæftet.
- Godkendt
Trivsel - Ansvarlig (Bodil) - Proces (orientering)
- Målingen viser fremgang i 4. klasse
""",
        [(None, "Siden sidst"), (None, "Skolens ordensregler"), (None, "Trivsel")],
        ["- Ida fortalte om legepladsen", "Udkastet er vedhæftet. - Godkendt", "- Målingen viser fremgang i 4. klasse"],
        date(2024, 5, 14),
        "Skolebestyrelsen",
    ),
    WebLayout(
        "titles with who leads the point behind a dash, under numbers",
        """Referat af bestyrelsesmøde den 14. maj 2024

1. Økonomi – Tovholder: Egon
Regnskabet blev godkendt.

2. Sommerfest – Tovholder: Ida
Festen holdes i august.

3. Eventuelt – Tovholder: Nanna
Intet.
""",
        [("1", "Økonomi"), ("2", "Sommerfest"), ("3", "Eventuelt")],
        ["Regnskabet blev godkendt.", "Festen holdes i august.", "Intet."],
        date(2024, 5, 14),
        "Bestyrelsen",
    ),
    WebLayout(
        "a number alone above what was said",
        """Fælles bestyrelsesmøde 12. oktober 2012

Dagsorden
1. Valg af referent
2. Vaskeri
3. Fælleslokaler

Referat
Til stede:
Nanna, Egon og Bodil.
Ad 1 Egon blev valgt.

Ad 2 Vi besluttede at købe to maskiner.

Ad 3
Vi blev enige om at vente til foråret.
""",
        [("1", ""), ("2", ""), ("3", "")],
        [
            "Ad 1 Egon blev valgt.",
            "Ad 2 Vi besluttede at købe to maskiner.",
            "Ad 3 Vi blev enige om at vente til foråret.",
        ],
        date(2012, 10, 12),
        "Bestyrelsen",
    ),
    WebLayout(
        "a table drawn with bars",
        """Provstiudvalgsmøde - d. 30-10-2024 kl. 14:30 til 17:00
Deltagere: Nanna Vorup, Egon Pabst
| Mødepunkt | Referat |
| 1 - Godkendelse af dagsorden | Godkendt |
| 2 - Budget for 2025 | Provstiudvalget godkendte budgettet. |
| 3 - Lerbæk Præstegård | Provstiudvalget besluttede at vente. |
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Budget for 2025"), ("3", "Lerbæk Præstegård")],
        ["Godkendt", "Provstiudvalget godkendte budgettet.", "Provstiudvalget besluttede at vente."],
        date(2024, 10, 30),
        "Provstiudvalget",
    ),
    WebLayout(
        "a table drawn with bars and a rule under its head",
        """Referat af bestyrelsesmøde 4. marts 2023

Punkt | Beslutning |
---|---
1. Regnskab | Godkendt |
2. Valg af kasserer | Egon blev valgt. |
3. Eventuelt | Intet. |
""",
        [("1", "Regnskab"), ("2", "Valg af kasserer"), ("3", "Eventuelt")],
        ["Godkendt", "Egon blev valgt.", "Intet."],
        date(2023, 3, 4),
        "Bestyrelsen",
    ),
    WebLayout(
        "what a web page tells of the body, above the minutes",
        """Skolebestyrelsen

Skolebestyrelsen består af fem forældre og to medarbejdere, og den mødes om torsdagen.

Planlagte møder:

Der holdes ti møder om året, og dagsordenen sendes ud en uge før.

Referat

Referat af skolebestyrelsesmøde torsdag den 12.11.2020 kl. 19-20.30

Deltagere: Nanna, Egon, Bodil og Ida

Velkomst:

Egon bød velkommen til den nye bestyrelse.

Økonomi:

Regnskabet blev godkendt.

Eventuelt:

Intet.
""",
        [(None, "Velkomst"), (None, "Økonomi"), (None, "Eventuelt")],
        ["Egon bød velkommen til den nye bestyrelse.", "Regnskabet blev godkendt.", "Intet."],
        date(2020, 11, 12),
        "Skolebestyrelsen",
    ),
    WebLayout(
        "a presenter in brackets behind the colon of a title, a full stop behind a shortened word",
        """Bestyrelsesmøde d. 18/4 2023

Deltagere: Nanna Vorup (NV), Egon Pabst (EP)

1. Kunstgræs: (NV + EP)
Banen er klar i maj.
2. Vejbump jf. generalforsamlingen.
Placeringen er i orden.
3. Økonomi (EP)
Budgettet blev godkendt.
""",
        [("1", "Kunstgræs"), ("2", "Vejbump jf. generalforsamlingen"), ("3", "Økonomi")],
        ["Banen er klar i maj.", "Placeringen er i orden.", "Budgettet blev godkendt."],
        date(2023, 4, 18),
        "Bestyrelsen",
    ),
    WebLayout(
        "lettered sub-points, the text cut off behind the title of the last one",
        """Referat fra bestyrelsesmøde i Lerbæk Selskab for Bjergdyr og Huler d. 27. november 2001.

Tilstede: Nanna Vorup, Egon Pabst

1) Nye medlemmer:
Alle blev godkendt.

2) Siden sidst:
a) Årsmødet:
Egon fortalte om mødet i Tangholm.

b) Ansøgninger:
Begge ansøgninger blev godkendt.

c) Udpegning af dommere:""",
        [
            ("1", "Nye medlemmer"),
            ("2", "Siden sidst"),
            ("a", "Årsmødet"),
            ("b", "Ansøgninger"),
            ("c", "Udpegning af dommere"),
        ],
        ["Alle blev godkendt.", None, "Egon fortalte om mødet i Tangholm.", "Begge ansøgninger blev godkendt.", None],
        date(2001, 11, 27),
        "Bestyrelsen",
    ),
    WebLayout(
        "a title whose last word looks unended, known from the list above",
        """Referat af generalforsamling 25. april 2017

Dagsorden
1. Valg af dirigent
2. Årets Leder i Klub 93’er
3. Kontingent

1. Valg af dirigent
Egon Pabst blev valgt.

2. Årets leder i Klub 93’er
Bestyrelsen har valgt Nanna Vorup som årets leder i klubben, efter indstilling fra de ældste spillere.

3. Kontingent
Kontingentet er uændret.
""",
        [("1", "Valg af dirigent"), ("2", "Årets leder i Klub 93’er"), ("3", "Kontingent")],
        [
            "Egon Pabst blev valgt.",
            "Bestyrelsen har valgt Nanna Vorup som årets leder i klubben, efter indstilling fra de ældste spillere.",
            "Kontingentet er uændret.",
        ],
        date(2017, 4, 25),
        "Generalforsamlingen",
    ),
    WebLayout(
        "an agenda's head above a list that lost its numbers and tells what came of each point",
        """Referater

24.03.2021

Ordinær generalforsamling i Tangholm Hus d.

 Dagsorden for ordinær generalforsamling:

  1. Nanna Vorup er valgt
  1. Egon Pabst er valgt som referent
  1. Dagsordenen er godkendt
  1. Se bilag
  1. Bodil Krag er genvalgt
""",
        [("1", ""), ("1", ""), ("1", ""), ("1", ""), ("1", "")],
        [
            "1. Nanna Vorup er valgt",
            "1. Egon Pabst er valgt som referent",
            "1. Dagsordenen er godkendt",
            "1. Se bilag",
            "1. Bodil Krag er genvalgt",
        ],
        date(2021, 3, 24),
        "Generalforsamlingen",
    ),
    WebLayout(
        "a viewer's lines and the tags that it left in the text",
        """17.07.2013 Views

19. maj 2008 - Lerbæk Selskab

SHOW MORE
SHOW LESS

YUMPU automatically turns print PDFs into web optimized ePapers that Google loves.

Referat af bestyrelsesmøde<br />

Mandag den <strong>19.</strong> <strong>maj</strong> <strong>2008</strong> kl. 16.00<br />

Til stede: Nanna Vorup (NV), Egon Pabst (EP)<br />

1. Godkendelse af dagsordenen<br />

Godkendt.<br />

2. Opfølgning fra mødet den 7. marts <strong>2008</strong><br />

Intet.<br />
""",
        [("1", "Godkendelse af dagsordenen"), ("2", "Opfølgning fra mødet den 7. marts 2008")],
        ["Godkendt.", "Intet."],
        date(2008, 5, 19),
        "Bestyrelsen",
    ),
    WebLayout(
        "points named by the word alone in a transcript's paragraph",
        """Referat fra mødet i universitetsledelsen

Transkript

1 REFERAT Deltagere Dekaner, rektorat, Nanna Vorup, Egon Pabst Dato Mandag den 7. december 2009 Side 1/16 Punkter til drøftelse Punkt 1 Godkendelse af referat fra mødet den 16. november 2009 Referatet blev godkendt. Punkt 2 Møde med ministeriet Rektor orienterede om planerne. Der var enighed om at arbejde for en løsning.

2 Side 2 af 16 Punkt 3 Regnskab for 3. kvartal Økonomichefen gennemgik tallene. Regnskabet blev taget til efterretning.
""",
        [
            ("1", "Godkendelse af referat fra mødet den 16. november 2009"),
            ("2", "Møde med ministeriet"),
            ("3", "Regnskab for 3. kvartal"),
        ],
        [
            "Referatet blev godkendt.",
            "Rektor orienterede om planerne. Der var enighed om at arbejde for en løsning.",
            "Økonomichefen gennemgik tallene. Regnskabet blev taget til efterretning.",
        ],
        date(2009, 12, 7),
        None,
    ),
    WebLayout(
        "numbers behind Add., what was said set in",
        """Referat af bestyrelsesmødet d. 9-10-2008

Add.1            Godkendelse af referat fra mødet d. 19-5-08

                                            -referatet blev godkendt.

Add.2            Klubhuset.
Komfuret tilsluttes. Egon sørger for det.
Add.3            Siden sidst.
Løbet gik godt.
""",
        [("1", "Godkendelse af referat fra mødet d. 19-5-08"), ("2", "Klubhuset"), ("3", "Siden sidst")],
        ["-referatet blev godkendt.", "Komfuret tilsluttes. Egon sørger for det.", "Løbet gik godt."],
        date(2008, 10, 9),
        "Bestyrelsen",
    ),
    WebLayout(
        "points of the agenda named in full in a transcript's paragraph",
        """Referat af Skolerådets møde nr. 12 Fredag den 13. december 2013

Transkript

1 Referat af Skolerådets møde nr. 12 Fredag den 13. december 2013 Ad dagsordenens pkt. 1 Godkendelse af dagsorden Formanden bød velkommen. Dagsordenen blev herefter godkendt. Ad dagsordenens pkt. 2 Meddelelser fra formanden Formanden orienterede om de politiske forhandlinger. Rådet tog orienteringen til efterretning.
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Meddelelser fra formanden")],
        [
            "Formanden bød velkommen. Dagsordenen blev herefter godkendt.",
            "Formanden orienterede om de politiske forhandlinger. Rådet tog orienteringen til efterretning.",
        ],
        date(2013, 12, 13),
        "Skolerådet",
    ),
    WebLayout(
        "a text on one line whose titles end in their kind",
        "Referat af bestyrelsesmøde i Lerbæk Patientforening Tid og sted: Søndag den 13. september 2015, kl. 09.00 Bogstaverne (O = orientering, D = "
        "drøftelse, B = beslutning) 1. Godkendelse af dagsorden Dagsorden tilrettes som nedenstående 2. Aktiviteter i regionerne (O) "
        "Tangholm: Bodil og Ida har fået en god gruppe. De har flere tiltag. 3. Foreningens dag 2016 (D + B) Dagen afholdes 12. april "
        "2016. Egon klarer dette.",
        [("1", "Godkendelse af dagsorden"), ("2", "Aktiviteter i regionerne"), ("3", "Foreningens dag 2016")],
        [
            "Dagsorden tilrettes som nedenstående",
            "Tangholm: Bodil og Ida har fået en god gruppe. De har flere tiltag.",
            "Dagen afholdes 12. april 2016. Egon klarer dette.",
        ],
        date(2015, 9, 13),
        "Bestyrelsen",
    ),
    WebLayout(
        "three titles alone above paragraphs, below the participants",
        """Nyheder

Referat af bestyrelsesmøde den 6. december 2017

Mødedeltagere: Nanna V, Egon Pabst, Bodil F., Ida L. (ref.), og Knud .

Evaluering af klubfesten

Festen gik rigtig godt. Stor tak til dem, der dækkede bord og ryddede op.

Rengøring den 11/11 2017

Tak til alle, der deltog. Bestyrelsen ser gerne, at der gøres hovedrent flere gange om året.

Træning, stævner mv.:

Kortene skal opdateres, inden sæsonen begynder. Egon finder folk til disse opgaver.
""",
        [(None, "Evaluering af klubfesten"), (None, "Rengøring den 11/11 2017"), (None, "Træning, stævner mv.")],
        [
            "Festen gik rigtig godt. Stor tak til dem, der dækkede bord og ryddede op.",
            "Tak til alle, der deltog. Bestyrelsen ser gerne, at der gøres hovedrent flere gange om året.",
            "Kortene skal opdateres, inden sæsonen begynder. Egon finder folk til disse opgaver.",
        ],
        date(2017, 12, 6),
        "Bestyrelsen",
    ),
    WebLayout(
        "sub-points by a letter alone, each set apart above its text",
        """Referat fra bestyrelsesmøde mandag den 16. august 2021 kl. 19.00

Egon fraværende

1. Godkendelse af dagsorden.

ok

2. Meddelelser/orientering

a Referat fra kurset

Kurset gentages næste år.

b Redskaberne – bliver de brugt

Der har ikke været nogen efterspørgsel.

c Rengøring

Bodil bestiller hovedrengøring.

3. Medlemstal

Medlemstallet er som sidste år.
""",
        [
            ("1", "Godkendelse af dagsorden"),
            ("2", "Meddelelser/orientering"),
            ("a", "Referat fra kurset"),
            ("b", "Redskaberne – bliver de brugt"),
            ("c", "Rengøring"),
            ("3", "Medlemstal"),
        ],
        [
            "ok",
            None,
            "Kurset gentages næste år.",
            "Der har ikke været nogen efterspørgsel.",
            "Bodil bestiller hovedrengøring.",
            "Medlemstallet er som sidste år.",
        ],
        date(2021, 8, 16),
        "Bestyrelsen",
    ),
    WebLayout(
        "a transcript whose points count from 0, its day inside the head",
        """LERBÆK ANTENNEFORENING MAJ 2011

Transkript

1 LERBÆK ANTENNEFORENING MAJ 2011 Omdeles til alle husstande. Referat af ordinær generalforsamling den 11. april 2011 kl på Lerbæk Skole i den store sal, hvor der var dækket op med kaffe, kage og små skilte med kanalernes navne på de lange borde 0. Velkomst Nanna Vorup bød velkommen til de fremmødte. 1. Valg af dirigent Nanna Vorup foreslog på bestyrelsens vegne, at forsamlingen valgte Egon Pabst som dirigent. Han blev valgt med akklamation.
""",
        [("0", "Velkomst"), ("1", "Valg af dirigent")],
        [
            "Nanna Vorup bød velkommen til de fremmødte.",
            "Nanna Vorup foreslog på bestyrelsens vegne, at forsamlingen valgte Egon Pabst som dirigent. Han blev valgt med akklamation.",
        ],
        date(2011, 4, 11),
        None,
    ),
    WebLayout(
        "a list of titles and right below it a second count that tells in sentences",
        """Referat af bestyrelsesmødet i Kajakklubben Oddersø 14.03.2017

Tilstede:
Pernille Balle, Kuno Trier, Lykke Aagesen.

Dagsorden:
1. Kasserer
2. Opslagstavle
3. Hvem passer bådene (om vinteren)
4. Trøjer
5. Evt.
1. Der bliver spurgt på klubbens side, om nogen vil føre regnskabet indtil næste generalforsamling.
2. Opslagene vil fra nu af blive hængt op både i klubhuset og ved broen.
3. Det blev vedtaget, at de gamle både flyttes til laden hos Kuno.
4. Lykke vil indhente tilbud på trøjer i tre farver til alle medlemmer.
""",
        [("1", "Kasserer"), ("2", "Opslagstavle"), ("3", "Hvem passer bådene (om vinteren)"), ("4", "Trøjer")],
        [
            "1. Der bliver spurgt på klubbens side, om nogen vil føre regnskabet indtil næste generalforsamling.",
            "2. Opslagene vil fra nu af blive hængt op både i klubhuset og ved broen.",
            "3. Det blev vedtaget, at de gamle både flyttes til laden hos Kuno.",
            "4. Lykke vil indhente tilbud på trøjer i tre farver til alle medlemmer.",
        ],
        date(2017, 3, 14),
        "Bestyrelsen",
    ),
    WebLayout(
        "points with titles whose lists count anew in sentences stay titles",
        """Referat af bestyrelsesmødet i Kajakklubben Oddersø 14.03.2017

Dagsorden:
1. Kasserer
Per fortsætter som kasserer.
2. Opslagstavle
Tavlen hænges op ved broen.
3. Arbejdsdag
Der blev aftalt følgende:
1. Bådene flyttes til laden den første lørdag i april.
2. Broen skal have nye brædder, og Kuno køber dem.
3. Huset bliver malet, når vejret tillader det.
4. Evt.
Intet.
""",
        [("1", "Kasserer"), ("2", "Opslagstavle"), ("3", "Arbejdsdag"), ("4", "Evt.")],
        ["Per fortsætter som kasserer.", "Tavlen hænges op ved broen.", None, "Intet."],
        date(2017, 3, 14),
        "Bestyrelsen",
    ),
    WebLayout(
        "a transcript with its agenda printed under its first point and small ad before each",
        """Blå Sal, Havnevej 3

Størrelse: px
Starte visningen fra side:

Download "Blå Sal, Havnevej 3"

Transkript

1 R E F E R A T Forum Fagligt Råd Mødedato: Torsdag d. 14. oktober 2010 Sted: Blå Sal, Havnevej 3 Til stede: Pernille Balle, Kuno Trier og Lykke Aagesen. Afbud: Egon Pabst. Dagsorden TLF REF: PEBA ad 1 Godkendelse af dagsordenen Følgende dagsorden blev godkendt: 1. Godkendelse af dagsordenen 2. Skolens budget 3. Brug af lokaler 4. Orienteringer 5. Eventuelt ad 2 Skolens budget Rektor redegjorde for, at der ikke var nye tal siden sidste møde. Rådet tog redegørelsen til efterretning. ad 3 Brug af lokaler Rådet drøftede, hvordan lokalerne kan bruges om aftenen. Lykke Aagesen laver et oplæg til næste møde.

2 ad 4 Orienteringer Rektor fortalte om den nye bygning, som tages i brug til foråret. ad 5 Eventuelt Der var intet at bemærke.
""",
        [
            ("1", "Godkendelse af dagsordenen"),
            ("2", "Skolens budget"),
            ("3", "Brug af lokaler"),
            ("4", "Orienteringer"),
            ("5", "Eventuelt"),
        ],
        [
            None,
            "Rektor redegjorde for, at der ikke var nye tal siden sidste møde. Rådet tog redegørelsen til efterretning.",
            "Rådet drøftede, hvordan lokalerne kan bruges om aftenen. Lykke Aagesen laver et oplæg til næste møde.",
            "Rektor fortalte om den nye bygning, som tages i brug til foråret.",
            "Der var intet at bemærke.",
        ],
        date(2010, 10, 14),
        None,
    ),
]
