"""Invented minutes whose numbers, labels or texts a page has glued, or which print their agenda as a list above ``Referat``."""

from __future__ import annotations

from datetime import date

from .web_layouts import WebLayout

GLUED_LAYOUTS = [
    WebLayout(
        "the next point's number glued to the end of a line",
        """Referat af skolebestyrelsesmøde den 14. maj 2013

Til stede: Nanna, Egon, Bodil

1.    Godkendelse af referat
Referatet blev godkendt.2.    Takster 2014
Godkendt3.    Ny cykelkælder
Det koster 40.000 kr., jf. bilag 2. Der søges en pulje
4.    Eventuelt
Intet.
""",
        [("1", "Godkendelse af referat"), ("2", "Takster 2014"), ("3", "Ny cykelkælder"), ("4", "Eventuelt")],
        ["Referatet blev godkendt.", "Godkendt", None, "Intet."],
        date(2013, 5, 14),
        "Skolebestyrelsen",
    ),
    WebLayout(
        "the first point glued to the list of participants",
        """Referat af lokalrådsmøde mandag den 5. marts 2018 i forsamlingshusetFraværende medlemmer:
Kaj Hessel

Nanna Vorup (referent)1. Valg af ordstyrer
Egon blev valgt.
2. Stien ved åen
Bodil skriver til lodsejeren.
3. Eventuelt
Intet.
""",
        [("1", "Valg af ordstyrer"), ("2", "Stien ved åen"), ("3", "Eventuelt")],
        ["Egon blev valgt.", "Bodil skriver til lodsejeren.", "Intet."],
        date(2018, 3, 5),
        "Lokalrådet",
    ),
    WebLayout(
        "the agenda as a list, and the points from 1 on below the report's heading",
        """Dagsorden til bestyrelsesmøde mandag den 4. februar 2019

1. Godkendelse af referat
2. Økonomi
3. Arbejdsdag
4. Eventuelt

Referat:

1. Godkendelse af referat
Referatet blev godkendt.

2. Økonomi
Kassereren gennemgik regnskabet.

3. Arbejdsdag
Egon køber brød.
""",
        [("1", "Godkendelse af referat"), ("2", "Økonomi"), ("3", "Arbejdsdag")],
        ["Referatet blev godkendt.", "Kassereren gennemgik regnskabet.", "Egon køber brød."],
        date(2019, 2, 4),
        None,
    ),
    WebLayout(
        "what was said under the numbers of an agenda whose last line is glued to the report's heading",
        """Referat af bestyrelsesmøde mandag den 4. februar 2019

Dagsorden:
  1) Godkendelse af referat
  2) Orientering fra formanden
  3) Arbejdsdag
  4) EventueltReferat: Afbud fra Kaj

  1) Referatet blev godkendt.

  2) Formanden har talt med kommunen om stien. Der kommer svar i marts.

  3) Vi mødes den 6. april. Egon køber brød.

  4) Intet.
""",
        [
            ("1", "Godkendelse af referat"),
            ("2", "Orientering fra formanden"),
            ("3", "Arbejdsdag"),
            ("4", "Eventuelt"),
        ],
        [None, None, None, None],
        date(2019, 2, 4),
        "Bestyrelsen",
    ),
    WebLayout(
        "titles in small letters, a colon, and names or single words behind it",
        """Referat af generalforsamling den 12. marts 2019

1. valg af dirigent: Egon Pabst
2. valg af referent: Nanna Vorup
3. forelæggelse af regnskab til godkendelse: Kassereren gennemgik tallene. Regnskabet er godkendt.
4. fastsættelse af kontingent: uændret
5. indkomne forslag: ingen
6. evt.: intet
""",
        [
            ("1", "valg af dirigent"),
            ("2", "valg af referent"),
            ("3", "forelæggelse af regnskab til godkendelse"),
            ("4", "fastsættelse af kontingent"),
            ("5", "indkomne forslag"),
            ("6", "evt."),
        ],
        ["Egon Pabst", "Nanna Vorup", None, "uændret", "ingen", "intet"],
        date(2019, 3, 12),
        None,
    ),
    WebLayout(
        "bare numbers, a full stop, and the text behind it",
        """Referat fra forældrerådsmøde 3. oktober 2018

Deltagere: Nanna, Egon

1 Godkendelse af dagsorden. Godkendt.
2 Nyt fra lederen. Der er ansat to nye pædagoger.
3 Legepladsen. Gyngen er i stykker. Egon reparerer den.
4 Eventuelt. Intet
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Nyt fra lederen"), ("3", "Legepladsen"), ("4", "Eventuelt")],
        ["Godkendt.", "Der er ansat to nye pædagoger.", None, "Intet"],
        date(2018, 10, 3),
        None,
    ),
    WebLayout(
        "unnumbered heads with a colon, their text on the same line",
        """Bestyrelsesmøde i Hvilstrup Beboerforening tirsdag d. 4. juni 2019

Tilstede: Egon, Nanna, Bodil

Valg af ordstyrer: Egon

Godkendelse af referat: Godkendt uden bemærkninger.

Sommerfest: Nanna bestiller telt.

Eventuelt: Lågen ved stien skal repareres.

Næste møde: 12. august kl. 19
""",
        [
            (None, "Valg af ordstyrer"),
            (None, "Godkendelse af referat"),
            (None, "Sommerfest"),
            (None, "Eventuelt"),
        ],
        ["Egon", "Godkendt uden bemærkninger.", "Nanna bestiller telt.", "Lågen ved stien skal repareres."],
        date(2019, 6, 4),
        None,
    ),
]
