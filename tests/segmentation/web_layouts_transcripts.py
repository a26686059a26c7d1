"""Invented transcripts of document viewers: a page is one paragraph, digits are lost, titles run on into what follows them."""

from __future__ import annotations

from datetime import date

from .web_layouts import WebLayout

_VIEWER = """Referat

Størrelse: px
Starte visningen fra side:

Download "Referat"

Transkript

"""

TRANSCRIPT_LAYOUTS = [
    WebLayout(
        "titles before an openness mark, absentees before the answer",
        _VIEWER
        + """1 Referat Kulturudvalget Mødedato: Mandag den 23. november 2015 Mødetidspunkt: Kl. 8:00 Mødested: Lokale 3 Medlemmer: Nanna Vorup (A) Egon Pabst (V) Fraværende: Egon Pabst Sagsoversigt Side 01. Godkendelse af dagsorden Takster for øvelokaler Meddelelser og eventuelt...16 Bilagsliste...17

2 Kulturudvalget Mødedato Side Godkendelse af dagsorden Åben sag Sagsnr.: Sagen afgøres i: Bilag: Kulturudvalget Indstilling Formanden indstiller: At dagsordenen godkendes Beslutninger Kulturudvalget den Ikke til stede: Egon Pabst, Ida Brask Dagsordenen godkendt.

3 Kulturudvalget Mødedato Side Takster for øvelokaler Åben sag Sagsnr.: Sagen afgøres i: Bilag: 15/24042 Kulturudvalget Baggrund Taksterne har stået stille i fem år. Indstilling Forvaltningen indstiller: At taksterne hæves Beslutninger Kulturudvalget den Ikke til stede: Egon Pabst Godkendt.
""",
        [(None, "Godkendelse af dagsorden"), (None, "Takster for øvelokaler")],
        ["Dagsordenen godkendt.", "Godkendt."],
        date(2015, 11, 23),
        "Kulturudvalget",
    ),
    WebLayout(
        "who treated the case behind the title, the answer under body, date and number",
        _VIEWER
        + """1 Møde i Kommunalbestyrelsen mandag den 28. november 2005, Kl i mødesalen REFERAT INDHOLDSFORTEGNELSE 1... Meddelelser Ny styrelsesvedtægt - 2. behandling Grønt råd i Lerbæk Vejadgang til Lyngå 15 1. Meddelelser

2 Kommunalbestyrelsens møde 28. november 2005 Punkt 1: Der var ingen meddelelser. 2. Ny styrelsesvedtægt - 2. behandling Økonomiudvalget den 25. oktober 2005, pkt. 3 Økonomiudvalget den 22. november 2005, pkt. 2 Resumé Vedtægten fordeler opgaverne mellem udvalgene. Indstilling Administrationen indstiller, at vedtægten vedtages. Kommunalbestyrelsens møde 28. november 2005 Punkt 2: Vedtaget. 3. Grønt råd i Lerbæk Økonomiudvalget den 22. november 2005, pkt. 3 Kommunalbestyrelsens møde 28. november 2005 Punkt 3: Udsat.
""",
        [("1", "Meddelelser"), ("2", "Ny styrelsesvedtægt - 2. behandling"), ("3", "Grønt råd i Lerbæk")],
        [None, None, None],
        date(2005, 11, 28),
        "Kommunalbestyrelsen",
    ),
    WebLayout(
        "a title in capitals before a heading in capitals",
        _VIEWER
        + """1 BESLUTNINGER KULTURUDVALGET Mandag den 4. januar 2010 Kl. 10.00 Lokale 6 Medlemmer: Nanna Vorup Egon Pabst 1

2 Indholdsfortegnelse 1. Mødeplan 2010 for udvalget og rådet samt oplæg Takster for havnen Side 2

3 Den 4. januar 2010 KULTURUDVALGET SAG NR. 1 MØDEPLAN 2010 FOR UDVALGET OG RÅDET SAMT OPLÆG ADMINISTRATIONENS INDSTILLING 1. at mødeplanen godkendes, og 2. at oplægget drøftes. RESUME Udvalget fastlægger selv sine møder. KULTURUDVALGETS BESLUTNING Godkendt.
""",
        [("1", "MØDEPLAN 2010 FOR UDVALGET OG RÅDET SAMT OPLÆG")],
        ["Godkendt."],
        date(2010, 1, 4),
        None,
    ),
    WebLayout(
        "a speaker with three names behind the title",
        _VIEWER
        + """1 Referat fra fællesmødet den 13. november 2014 i Lerbæk. Dato: Ref.: nvo 1. Velkomst ved formanden og valg af dirigent. 2. Grundvand i Lerbæk 3. Budget for 2015 4. Evt. Ad 1. Velkomst ved formanden og valg af dirigent Arne Welling Christensen bød velkommen til de mange fremmødte. Til dirigent valgtes Nanna Vorup. Ad 2. Grundvand i Lerbæk Egon Pabst fortalte om kortlægningen. Ad 3. Budget for 2015 Budgettet blev godkendt. Ad 4. Evt. Intet.
""",
        [
            ("1", "Velkomst ved formanden og valg af dirigent"),
            ("2", "Grundvand i Lerbæk"),
            ("3", "Budget for 2015"),
            ("4", "Evt."),
        ],
        [
            "Arne Welling Christensen bød velkommen til de mange fremmødte. Til dirigent valgtes Nanna Vorup.",
            "Egon Pabst fortalte om kortlægningen.",
            "Budgettet blev godkendt.",
            "Intet.",
        ],
        date(2014, 11, 13),
        None,
    ),
    WebLayout(
        "titles that end in a bracket and a stop",
        _VIEWER
        + """1 Møde i bestyrelsen torsdag den 8. oktober 2009 kl. 16 Deltagere: Bestyrelsen Nanna Vorup Egon Pabst Dato: 3. november 2009 Afbud: Ida Brask Sekretariat: Bo Krag (referent) Nanna Vorup bød velkommen til et møde med mange emner. Referat: 1. Organisering af sekretariatet (Bilag 1). Direktør Bo Krag gennemgik notatet og fremhævede, at opgaven er at betjene bestyrelsen.

2 Statens almindelige regler gælder. 2. Budget for 2010 (Bilag 2). Bo gennemgik budgettet. Bestyrelsen godkendte budgettet. 3. Eventuelt. Intet.
""",
        [("1", "Organisering af sekretariatet (Bilag 1)"), ("2", "Budget for 2010 (Bilag 2)"), ("3", "Eventuelt")],
        [None, "Bo gennemgik budgettet. Bestyrelsen godkendte budgettet.", "Intet."],
        date(2009, 10, 8),
        "Bestyrelsen",
    ),
    WebLayout(
        "who presents the point behind its title, and then as the subject",
        _VIEWER
        + """1 DAGSORDEN 8. møde i nationalkomiteen den 24. april 2018 kl Deltagere: Nanna Vorup (Friluftsgruppen), Egon Pabst (Lerbæk Kommune) og Bodil Tang (referent). Afbud: Kaj Hessel (Skovlauget). Lerbæk, Havnevej 13, 4000 Lerbæk 1. Velkomst og godkendelse af dagsorden ved Nanna Vorup Nanna Vorup bød velkommen, og dagsordenen blev godkendt. 2. Præsentation og orientering ved Egon Pabst Egon Pabst indbød alle til at præsentere sig og fortalte om årets gang i laugene. Han sender en liste over ture. 3. Næste år ved Bodil Tang Bodil Tang så frem mod foråret. Planen blev godkendt.
""",
        [
            ("1", "Velkomst og godkendelse af dagsorden ved Nanna Vorup"),
            ("2", "Præsentation og orientering ved Egon Pabst"),
            ("3", "Næste år ved Bodil Tang"),
        ],
        [
            "Nanna Vorup bød velkommen, og dagsordenen blev godkendt.",
            "Egon Pabst indbød alle til at præsentere sig og fortalte om årets gang i laugene. Han sender en liste over ture.",
            "Bodil Tang så frem mod foråret. Planen blev godkendt.",
        ],
        date(2018, 4, 24),
        None,
    ),
    WebLayout(
        "the viewer's title holds the first point, and each outcome is opened by the body's meeting and the point",
        """2...Sager på lukket møde. 1. Meddelelser Kultur- og Fritidsudvalgets møde 5. oktober 2004 Punkt 1:

Størrelse: px
Starte visningen fra side:

Download "2...Sager på lukket møde. 1. Meddelelser Kultur- og Fritidsudvalgets møde 5. oktober 2004 Punkt 1:"

Transkript

1 Møde i Kultur- og Fritidsudvalget tirsdag den 5. oktober 2004 REFERAT 1. Meddelelser Resumé Udvalget inviteres til konference i november. Kultur- og Fritidsudvalgets møde 5. oktober 2004 Punkt 1: Til efterretning. 2. Regnskab for biblioteket Resumé Biblioteket har aflagt regnskab, og tallene er gennemgået af revisor. Forvaltningens indstilling: at regnskabet godkendes. Kultur- og Fritidsudvalgets møde 5. oktober 2004 Punkt 2: Godkendt. 3. Lån til klubhus Resumé Klubben søger om et lån på 40.000 kr. til tag og vinduer. Kultur- og Fritidsudvalgets møde 5. oktober 2004 Punkt 3: Udsat.
""",
        [("1", "Meddelelser"), ("2", "Regnskab for biblioteket"), ("3", "Lån til klubhus")],
        [
            "Kultur- og Fritidsudvalgets møde 5. oktober 2004 Punkt 1: Til efterretning.",
            "Kultur- og Fritidsudvalgets møde 5. oktober 2004 Punkt 2: Godkendt.",
            "Kultur- og Fritidsudvalgets møde 5. oktober 2004 Punkt 3: Udsat.",
        ],
        date(2004, 10, 5),
        None,
    ),
    WebLayout(
        "the first point of a contents list that runs on, right above the point itself",
        _VIEWER
        + """1 Referat onsdag den 5. maj 2010 Kl. 17:00 i Mødelokale 1, Lerbæk

2 Indholdsfortegnelse 1. KF - Godkendelse af dagsorden KF - Temadrøftelse KF - Orientering KF - Ansøgning om tilskud til sommerkoncert KF - Forlængelse af lejeaftale KF - Eventuelt...19

3 Side 1 1. KF - Godkendelse af dagsorden Sagsnr.: 09/24829 Beslutning den : Godkendt.

4 Side 2 2. KF - Temadrøftelse Sagsnr.: 10/9728 Museets leder fortæller om planerne. Beslutning den : Drøftet.

5 Side 3 3. KF - Orientering Sagsnr.: 09/24826 Tilskud til festivalen. Beslutning den : Taget til orientering.
""",
        [("1", "KF - Godkendelse af dagsorden"), ("2", "KF - Temadrøftelse"), ("3", "KF - Orientering")],
        ["Godkendt.", "Drøftet.", "Taget til orientering."],
        date(2010, 5, 5),
        None,
    ),
    WebLayout(
        "a speaker with a hyphen in the first name behind the title",
        _VIEWER
        + """1 Referat Bestyrelsesmødet tirsdag den 28. maj 2019 i Lerbæk Til stede: Niels-Christian Levin Vorup (formand), Egon Pabst og Bodil Tang (referent). 1. Godkendelse af dagsorden Niels-Christian Levin Vorup bød velkommen til mødet. Dagsordenen blev godkendt. 2. Regnskab Egon Pabst gennemgik tallene. Regnskabet blev godkendt. 3. Eventuelt Intet.
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Regnskab"), ("3", "Eventuelt")],
        [
            "Niels-Christian Levin Vorup bød velkommen til mødet. Dagsordenen blev godkendt.",
            "Egon Pabst gennemgik tallene. Regnskabet blev godkendt.",
            "Intet.",
        ],
        date(2019, 5, 28),
        "Bestyrelsen",
    ),
    WebLayout(
        "a page in one paragraph, numbers without any mark behind the ends of sentences, the file named behind the title",
        """Transkript

1 Referat for: Lerbæk Provstiudvalg PU møde 3. april 2014 Kl Mødested: Sognegårdssalen Afbud: Nanna Vorup Mødepunkt Beslutning 1 Godkendelse af dagsorden Godkendt. Årshjulet kommer på i maj. 2 Ny port i diget Sag: Diget ved kirken (1386) Bo Krag gennemgik de tre tilbud. Det billigste vælges. 3 Maling af våbenhus PU anbefaler projektet til stiftet. 4 Salg af jord Sag: Jorden mod syd (214 - 17) Sagen udsættes, da vurderingen mangler. Der skal bestilles en ny vurdering af jorden senest til august.
""",
        [
            ("1", "Godkendelse af dagsorden"),
            ("2", "Ny port i diget"),
            ("3", "Maling af våbenhus"),
            ("4", "Salg af jord"),
        ],
        [
            "Godkendt. Årshjulet kommer på i maj.",
            "Bo Krag gennemgik de tre tilbud. Det billigste vælges.",
            "PU anbefaler projektet til stiftet.",
            "Sagen udsættes, da vurderingen mangler. Der skal bestilles en ny vurdering af jorden senest til august.",
        ],
        date(2014, 4, 3),
        "Lerbæk Provstiudvalg",
    ),
    WebLayout(
        "sub-points by decimals in the midst of a page, behind the time of their point",
        """Transkript

1 Referat af møde i Hovedbestyrelsen den 24. juni 2015 Deltagere: Nanna Vorup, Egon Pabst og Bo Krag 1. Godkendelse af dagsorden 2. Sager til beslutning 2.1 Takster for 2016 2.2 Plan for kurser 3. Eventuelt

2 1. Godkendelse af dagsorden Dagsordenen blev godkendt uden bemærkninger. 2. Sager til beslutning (20 min.) 2.1 Takster for 2016 Hovedbestyrelsen vedtog de foreslåede takster. 2.2 Plan for kurser Bo Krag gennemgik udkastet, og planen blev drøftet. 3. Eventuelt Der var intet til dette punkt denne gang.
""",
        [
            ("1", "Godkendelse af dagsorden"),
            ("2", "Sager til beslutning"),
            ("2.1", "Takster for 2016"),
            ("2.2", "Plan for kurser"),
            ("3", "Eventuelt"),
        ],
        [
            "Dagsordenen blev godkendt uden bemærkninger.",
            None,
            "Hovedbestyrelsen vedtog de foreslåede takster.",
            "Bo Krag gennemgik udkastet, og planen blev drøftet.",
            "Der var intet til dette punkt denne gang.",
        ],
        date(2015, 6, 24),
        "Hovedbestyrelsen",
    ),
    WebLayout(
        "titles in capitals, the number of the first one lost",
        """Transkript

1 Referat af generalforsamlingen den 24. marts 2012 i Havneforeningen VALG AF OP TIL FIRE DIRIGENTER Nanna Vorup og Egon Pabst blev valgt som dirigenter. De gennemgik den udsendte dagsorden og fremlagde en plan for dagen. 2. VEDTAGELSE AF FORRETNINGSORDEN Forretningsordenen blev godkendt. Dirigenterne udpegede stemmetællerne. 3. BERETNING OM FORENINGENS VIRKSOMHED I DE TO ÅR Bo Krag aflagde den mundtlige beretning, og der var en debat om broen.
""",
        [("2", "VEDTAGELSE AF FORRETNINGSORDEN"), ("3", "BERETNING OM FORENINGENS VIRKSOMHED I DE TO ÅR")],
        [None, "Bo Krag aflagde den mundtlige beretning, og der var en debat om broen."],
        date(2012, 3, 24),
        "Generalforsamlingen",
    ),
]
