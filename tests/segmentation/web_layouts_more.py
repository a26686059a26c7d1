"""More invented minutes in published layouts: single points, associations and schools, transcripts of one paragraph a page."""

from __future__ import annotations

from datetime import date

from .web_layouts import WebLayout

SINGLE_POINTS = [
    WebLayout(
        "one point on a page whose outcome lists the participants with numbers",
        """1. Godkendelse af dagsorden

Sagsfremstilling

.....

Beslutning

Dagsordenspunkt 1: Godkendelse af dagsorden

Økonomiudvalgets beslutning i mødet den 31. marts 2020

Mødet startede kl. 15.30 og sluttede kl. 16.45.

 

Fraværende med afbud:

Ingen.

 

Dagsorden:

Mødet blev afholdt som et videomøde.

 

Deltagerne var:

1. Overborgmester Finn Juhl (A)

2. Lars Weis (A)

3. Jonas Bjerg (A)

4. Borgmester Jesper Kron (A)

5. Borgmester Ninna Heden (Ø)

 

Der blev lørdag den 28. marts 2020 udsendt en tillægsdagsorden.

Økonomiudvalget besluttede at behandle tillægsdagsordenen som nyt punkt 14.

 

Dagsordenen blev herefter godkendt.
""",
        [("1", "Godkendelse af dagsorden")],
        [None],
        date(2020, 3, 31),
        "Økonomiudvalget",
    ),
    WebLayout(
        "one point on a page, its title unnumbered under date and place",
        """Mødedato: 12.09.2019, kl. 18:30
Mødested: Møllehuset, Bakkevej 6

Referat og godkendelse af dagsordenen

Se alle bilag

Lyngby Bakke Lokaludvalg skal drøfte referatet af det seneste møde og godkende dagsordenen for det aktuelle møde.

Indstilling

Formanden indstiller,

1. at Lyngby Bakke Lokaludvalg drøfter referatet af mødet den 15. august 2019.

2. at Lyngby Bakke Lokaludvalg godkender dagsordenen for det aktuelle møde.

Problemstilling

Lokaludvalget skal drøfte referatet.

Løsning

Referater

Referatet drøftes. Eventuelle rettelser noteres.

Dagsorden

Dagsordenen godkendes, og inhabilitet bliver afklaret.

Økonomi

Intet.

Videre proces

Intet.

 

Beslutning

 

  1. Lokaludvalget havde ingen bemærkninger til referatet.

  2. Lokaludvalget godkendte, at en tillægsdagsorden med følgende punkter blev behandlet:
    1. Hotel i Købmagergade
    2. Kommunens arkitekturpolitik

  3. Lokaludvalget godkendte dagsordenen med ovennævnte tilføjelse.

Til top
""",
        [(None, "Referat og godkendelse af dagsordenen")],
        [
            "1. Lokaludvalget havde ingen bemærkninger til referatet. 2. Lokaludvalget godkendte, at en tillægsdagsorden med følgende "
            "punkter blev behandlet: 1. Hotel i Købmagergade 2. Kommunens arkitekturpolitik 3. Lokaludvalget godkendte dagsordenen med "
            "ovennævnte tilføjelse."
        ],
        date(2019, 9, 12),
        None,
    ),
    WebLayout(
        "one point whose text is a numbered list",
        """Tilbage til oversigt

Regionsrådet
23-08-2021 13:00

Udskriv

1. Meddelelse fra formanden

Referat

Følgende emner blev nævnt under dette punkt på Regionsrådets møde den 23. august 2021:

1. Afbud. Der var afbud fra Line Hald og Jette Ravn.

2. Formandsbeslutning. Ulla Ast orienterede om, at hun havde truffet beslutning om en rokade.
""",
        [("1", "Meddelelse fra formanden")],
        [
            "Følgende emner blev nævnt under dette punkt på Regionsrådets møde den 23. august 2021: 1. Afbud. Der var afbud fra "
            "Line Hald og Jette Ravn. 2. Formandsbeslutning. Ulla Ast orienterede om, at hun havde truffet beslutning om en rokade."
        ],
        date(2021, 8, 23),
        "Regionsrådet",
    ),
    WebLayout(
        "empty headings, a heading and the next title glued",
        """UDVALG

Handicaprådet

MØDE

Referat

STED

Birkelunden, Skovvej 5, 9999 Lerbæk

STARTTIDSPUNKT

03-11-2015 16:30:00

SLUTTIDSPUNKT

03-11-2015 19:00:00


PUNKTER

1. Orientering og rundvisning Birkelunden
2. Godkendelse af dagsorden og referat
3. Eventuelt1. Orientering og rundvisning Birkelunden

Sagsgang og sagstype
Handicaprådet
 
Orientering

Indstilling
Chef for Aktiv hele livet Karen Schou indstiller, at
 

Alternativ indstilling
Beskrivelse af sagen
Handicaprådet har tidligere besluttet, at rådet holder et eller to møder på en institution.
 
Der er afsat ½ time ekstra til mødet.

Beskrivelse af alternativ indstilling
Økonomiske konsekvenser
Øvrige konsekvenser
Høring
Lovgrundlag – link
Sagshistorik, henvisninger
Beslutning i Handicaprådet den 03-11-2015
Centerleder Kirsten Bæk viste rådet rundt.
 
Gode ideer udmøntes i samarbejde med de frivillige.

Referat
Sagsfremstilling2. Godkendelse af dagsorden og referat

Sagsgang og sagstype
Handicaprådet
 
Beslutning

Indstilling
Formanden indstiller, at dagsordenen godkendes.

Beslutning i Handicaprådet den 03-11-2015
Godkendt.

Referat
Sagsfremstilling3. Eventuelt

Beslutning i Handicaprådet den 03-11-2015
Intet.
""",
        [
            ("1", "Orientering og rundvisning Birkelunden"),
            ("2", "Godkendelse af dagsorden og referat"),
            ("3", "Eventuelt"),
        ],
        [
            "Centerleder Kirsten Bæk viste rådet rundt. Gode ideer udmøntes i samarbejde med de frivillige.",
            "Godkendt.",
            "Intet.",
        ],
        date(2015, 11, 3),
        "Handicaprådet",
    ),
    WebLayout(
        "case number above each title, recommendation in bullets, back to the top",
        """Abonnér
Referat
til
mødet i HMU Psykiatri og Social
den 6. november 2017 kl. 11:30
i Regionshuset Lyngå, Konference 1, Møllevej 26, 9999 Lyngå


Sagnr.: 1-13-3-57-16

1. Godkendelse af dagsorden

Det indstilles, at HMU

  • godkender dagsordenen for HMU-mødet den 6. november 2017.

Beslutning

Else Vester ankommer klokken 13.00.

 

Afbud fra: Gert Pil, Per Jørn og Lene Brun.

 

HMU besluttede at godkende dagsordnen.

Tilbage til toppen
Sagnr.: 1-13-3-57-16

2. Godkendelse af referat fra HMU-mødet den 4. september 2017

Det indstilles, at HMU

  • godkender referat fra HMU-mødet den 4. september 2017.

Beslutning

HMU besluttede at godkende referatet fra mødet den 4. september 2017.

Tilbage til toppen
Sagnr.: 1-13-3-57-16

3. Opsamling fra temadrøftelser

Det indstilles, at HMU

  • drøfter forslag til nye arbejdsformer
  • udvælger fire temaer

 

Sagsfremstilling

HMU havde den 19. januar 2017 og 4. september 2017 temadrøftelser. De tre gennemgående temaer var at få et forum, som er:

- fleksibelt

- nærværende

 

Nye arbejdsformer

Den første del af forslaget berører nye arbejdsformer.

Beslutning

HMU drøftede forslaget og udvalgte fire temaer.
""",
        [
            ("1", "Godkendelse af dagsorden"),
            ("2", "Godkendelse af referat fra HMU-mødet den 4. september 2017"),
            ("3", "Opsamling fra temadrøftelser"),
        ],
        [
            None,
            "HMU besluttede at godkende referatet fra mødet den 4. september 2017.",
            "HMU drøftede forslaget og udvalgte fire temaer.",
        ],
        date(2017, 11, 6),
        None,
    ),
    WebLayout(
        "contents as a dashed list with clock times",
        """Dagsordener og referater fra HMU på Socialområdet
- Udvalg: HMU Socialområdet
- Mødedato: 28. februar, 2025 kl. 09:30
- Mødested: Tingvej 11, 2. sal tv., 9999 Lyngå, frokoststuen
Pkt. tekst
- 1. Velkomst og kort præsentation af programmet (kl. 12.00-12.05)
- 2. Tjek-ind ved bordene (kl. 12.05-12.15)
- 3. Evaluering af mødet (kl. 15.00-15.05)
1. Velkomst og kort præsentation af programmet (kl. 12.00-12.05)
Sagsfremstilling
Formandskabet byder velkommen og gennemgår kort programmet.
Afbud
- Tina Beck
- Jan Kold
Beslutning
Formanden bød kort velkommen og præsenterede programmet.
Der var afbud fra:
- Tina Beck
- Jan Kold
2. Tjek-ind ved bordene (kl. 12.05-12.15)
Sagsfremstilling
Alle hilser på hinanden.
Beslutning
Punktet blev gennemført.
3. Evaluering af mødet (kl. 15.00-15.05)
Beslutning
Mødet var godt.
""",
        [
            ("1", "Velkomst og kort præsentation af programmet"),
            ("2", "Tjek-ind ved bordene"),
            ("3", "Evaluering af mødet"),
        ],
        [None, "Punktet blev gennemført.", "Mødet var godt."],
        date(2025, 2, 28),
        "HMU Socialområdet",
    ),
    WebLayout(
        "fold-out text glued to the title",
        """Det fælles landdistriktsråd - Dagsordener og referater
Mødedato: 31. august 2023
Mødested: Administrationshuset, Stationsparken 1, 9999 Lerbæk
Dagsordenpunkter
1. Godkendelse af dagsordenKlik her for at folde ud og læse mere om Godkendelse af dagsorden
Beslutningstema
Godkendelse af dagsorden
Sagsfremstilling
Det Fælles Landdistriktsråd skal godkende dagsordenen for mødet.
Administrationen indstiller
at | dagsordenen godkendes |
Beslutning
Godkendt
Per Ander og Gert Vind deltog ikke på mødet.
Kenny Dal og Morten Juul deltog som suppleanter.
2. Lokal fællesvarme - udmøntning af midlerKlik her for at folde ud og læse mere om Lokal fællesvarme - udmøntning af midler
Beslutningstema
Rådet skal tage stilling til, hvordan midlerne udmøntes.
Økonomi
Der er afsat 100.000 kr.
Historik
På møde den 27. oktober 2022 blev der afsat 100.000 kr. til projekter.
Sagsfremstilling
Projektet danner grundlag for bevillingen.
Administrationen indstiller
at | midlerne fordeles |
Beslutning
Godkendt.
""",
        [("1", "Godkendelse af dagsorden"), ("2", "Lokal fællesvarme - udmøntning af midler")],
        ["Godkendt", "Godkendt."],
        date(2023, 8, 31),
        None,
    ),
    WebLayout(
        "members and contents before the points, the agenda's approval outside them",
        """Handicaprådet

Publiceret 25-10-2017

Onsdag den 25-10-2017 kl. 16:15

Indholdsfortegnelse:

Åbne
36 Høring: Forslag til lokalplan 512 -
boligområde ved Møllebakken i Lerbæk
37 Høring: Lokalplan 315 for boligområde i Bavne Ager
38 Hvem skal modtage årets handicappris?

Medlemmer:

Bente Ulk DH Annelise Hald DH
Jonna Prys Pia Fogt
   

Godkendelse af dagsorden:
Godkendt

Fraværende:
Jonna Prys

Meddelelser:
Mødeprotokollen udsendes i løbet af weekenden.
Åbne

36. Høring: Forslag til lokalplan 512 - boligområde ved Møllebakken i Lerbæk
01.02G00 - 2017/27111

Sagsfremstilling
Handicaprådet behandler forslag til lokalplan 512 for at afgive et høringssvar.

Baggrund
Udvalget godkendte forslaget til offentlig fremlæggelse.

Beslutning
Rådet har ingen bemærkninger.

37. Høring: Lokalplan 315 for boligområde i Bavne Ager
01.02G00 - 2017/27112

Sagsfremstilling
Handicaprådet behandler forslaget.

Beslutning
Rådet bemærker, at stierne skal være jævne.

38. Hvem skal modtage årets handicappris?
00.01G00 - 2017/111

Sagsfremstilling
Der er fire kandidater.

Beslutning
Prisen gives til Birkelunden.
""",
        [
            (None, "Godkendelse af dagsorden"),
            (None, "Meddelelser"),
            ("36", "Høring: Forslag til lokalplan 512 - boligområde ved Møllebakken i Lerbæk"),
            ("37", "Høring: Lokalplan 315 for boligområde i Bavne Ager"),
            ("38", "Hvem skal modtage årets handicappris?"),
        ],
        [
            "Godkendt",
            "Mødeprotokollen udsendes i løbet af weekenden.",
            "Rådet har ingen bemærkninger.",
            "Rådet bemærker, at stierne skal være jævne.",
            "Prisen gives til Birkelunden.",
        ],
        date(2017, 10, 25),
        "Handicaprådet",
    ),
]

ASSOCIATIONS = [
    WebLayout(
        "Pkt. without punctuation, initials after the title, no headings",
        """Til stede: Sanne Sand, Mette Fjord, Jens Gade og Thomas From (sekretær)

Afbud:

Fravær:

Pkt. 1 Godkendelse af referat

Referat godkendt.

Pkt. 2 Årsrapport

Revisor Kristian Dahl gennemgik årsrapporten. Konklusionen er, at skolens økonomi er sund.

Bestyrelsen godkendte og underskrev årsrapporten.

Bestyrelsen bemyndigede Dorte Skov til at indberette årsrapporten.

Pkt. 3 Meddelelser fra bestyrelsesformand (SMS)

Sanne Sand orienterede om den uddannelsespolitiske verden.

Pkt. 4 Meddelelser fra elevråd (MEK & RF)

Elevrådet orienterede om:

At elevrådets nye vedtægter nu er udformet.

En kommende inspirationstur til udlandet.
""",
        [
            ("1", "Godkendelse af referat"),
            ("2", "Årsrapport"),
            ("3", "Meddelelser fra bestyrelsesformand"),
            ("4", "Meddelelser fra elevråd"),
        ],
        [
            "Referat godkendt.",
            "Revisor Kristian Dahl gennemgik årsrapporten. Konklusionen er, at skolens økonomi er sund. Bestyrelsen godkendte og "
            "underskrev årsrapporten. Bestyrelsen bemyndigede Dorte Skov til at indberette årsrapporten.",
            "Sanne Sand orienterede om den uddannelsespolitiske verden.",
            "Elevrådet orienterede om: At elevrådets nye vedtægter nu er udformet. En kommende inspirationstur til udlandet.",
        ],
        None,
        None,
    ),
    WebLayout(
        "titles stand in the agenda only, the minutes say Ad. 1",
        """Referat af bestyrelsesmøde d. 26. april 2010

Tilstede: Malene, Rune, Anne, Birte og Kell

Dagsorden:
1) Vagtværn
2) Vedtægtsændringer
3) Vedtægter, Grundejerforeningen
4) Evt.

Ad. 1
Tilbudene lød på omkring 6 kr. pr. husstand. Vi har besluttet ikke at gå videre med denne sag.

Ad. 2
Vedtægterne blev gennemgået. Vi er blevet enige om, at revisionen kan vente.

Ad. 3
Malene kontakter kommunen for at høre, hvordan vi får udarbejdet nøglen.

Ad. 4
Gennemgang af område. Anne og Kell foretager en gennemgang sammen med kommunen.

Legepladser. Vi må afvente stiftelsen.
""",
        [
            ("1", "Vagtværn"),
            ("2", "Vedtægtsændringer"),
            ("3", "Vedtægter, Grundejerforeningen"),
            ("4", "Evt."),
        ],
        [
            "Tilbudene lød på omkring 6 kr. pr. husstand. Vi har besluttet ikke at gå videre med denne sag.",
            "Vedtægterne blev gennemgået. Vi er blevet enige om, at revisionen kan vente.",
            "Malene kontakter kommunen for at høre, hvordan vi får udarbejdet nøglen.",
            "Gennemgang af område. Anne og Kell foretager en gennemgang sammen med kommunen. Legepladser. Vi må afvente stiftelsen.",
        ],
        date(2010, 4, 26),
        "Bestyrelsen",
    ),
    WebLayout(
        "topics that end in a colon, lines wrapped",
        """Referat af Bestyrelsesmøde d. 31. august 2010

Tilstede: Ole Mej, Henrik Røn, Helle Nyby, Lars Svend

Indkomne bilag:
Bestyrelsen gennemgik de seneste indkomne bilag fra bl.a. Fællesforeningen
og de sidste bilag fra vinterens snerydning osv.

Arbejdsdag Torsdag d. 9. Sept. kl. 17.00 – senest 21.00:
Stamvejen: Lugning af ukrudt langs stamvejen.
Skal vi leje en container.
Ole M. spørger kommunen om vi selv må beskære træerne.

Snerydning:
Ifm. generalforsamlingen blev det drøftet om vi skal have en fælles snerydning med de andre
grundejerforeninger på Bækvej.
Vi arbejder videre med at undersøge muligheden for dette.

Økonomi:
Lars Svend orienterede om foreningens økonomi.

Referent: Lars Horn
""",
        [
            (None, "Indkomne bilag"),
            (None, "Arbejdsdag Torsdag d. 9. Sept. kl. 17.00 – senest 21.00"),
            (None, "Snerydning"),
            (None, "Økonomi"),
        ],
        [
            "Bestyrelsen gennemgik de seneste indkomne bilag fra bl.a. Fællesforeningen og de sidste bilag fra vinterens snerydning osv.",
            "Stamvejen: Lugning af ukrudt langs stamvejen. Skal vi leje en container. Ole M. spørger kommunen om vi selv må beskære "
            "træerne.",
            "Ifm. generalforsamlingen blev det drøftet om vi skal have en fælles snerydning med de andre grundejerforeninger på Bækvej. "
            "Vi arbejder videre med at undersøge muligheden for dette.",
            "Lars Svend orienterede om foreningens økonomi.",
        ],
        date(2010, 8, 31),
        "Bestyrelsen",
    ),
    WebLayout(
        "title and outcome on one line",
        """Referat, 10. oktober 2017

Mødet foregik i lokalrådslokalet ved skolen i Elsted.


1. Godkendelse af referatet fra seneste møde. Godkendt.

2. Godkendelse af næstformandens udtrædelse af lokalrådet og af  Landsbyforum. Taget til efterretning.

3. Status på festen og vælgermødet. Begge arrangementer kører på skinner.

4. Tilrettelæggelse af generalforsamlingen den 1. november 2017. Formanden forsøger at booke sanglokalet. Dagsorden er under udarbejdelse.

5. Eventuelt. Henvendelse fra kommunens konsulent følges op. Elsted Lokalråd byder ind med hytter og stier.

 Deltagere: Mikael Lau, Bent Maj, Søren Hald. Der var afbud fra Lasse Jørn.
""",
        [
            ("1", "Godkendelse af referatet fra seneste møde"),
            ("2", "Godkendelse af næstformandens udtrædelse af lokalrådet og af Landsbyforum"),
            ("3", "Status på festen og vælgermødet"),
            ("4", "Tilrettelæggelse af generalforsamlingen den 1. november 2017"),
            ("5", "Eventuelt"),
        ],
        [
            "Godkendt.",
            "Taget til efterretning.",
            "Begge arrangementer kører på skinner.",
            "Formanden forsøger at booke sanglokalet. Dagsorden er under udarbejdelse.",
            "Henvendelse fra kommunens konsulent følges op. Elsted Lokalråd byder ind med hytter og stier.",
        ],
        date(2017, 10, 10),
        None,
    ),
    WebLayout(
        "bullets under every point, the next number follows without a blank line",
        """Kommende møder: 26/10 med mad kl. 18 i Konfirmandstuen & Borgermøde d. 1/11.

Fremmødte:   Gunner Skib, Susan Lau, Helle Sens og Jakob Lund.

Fraværende:  Allan Skou, Svend Bruun.

1. Borgermøde 1/11-2016

·       Poster/Flyers:

o   Søren P. mangler at melde tilbage

o   600 flyers

·       Uddeling af flyers – GS sender kort ud med oversigt over sognet

o   Assens – HS

·       HS er dirigent
2. Hvem er på valg?

·       Svend Bruun går af

·       Ny formand bliver valgt på konstituerende lokalrådsmøde efter borgermødet.
3. Opfordre borgere til at blive medlemmer af lokalrådet

·       Morten K. (Junior) – JØ

·       Kaj J. – GS
4. Andet

·       TV besøger skolen torsdag d. 13/10 – sendes kl 14, 17:30 og 19:55.
""",
        [
            ("1", "Borgermøde 1/11-2016"),
            ("2", "Hvem er på valg?"),
            ("3", "Opfordre borgere til at blive medlemmer af lokalrådet"),
            ("4", "Andet"),
        ],
        [None, None, None, None],
        None,
        None,
    ),
    WebLayout(
        "chapter number before the agenda word, titles end in blanks",
        """Referat af bestyrelsesmøde 16. november 2021

Emne:Referat  EKSTRAORDINÆRT BESTYRELSESMØDE I GRUNDEJERFORENINGEN SOL STRAND   torsdag den 16. november 2021 kl. 20.00 – 22.00    
Sted: Teams 
Deltagere: Anna Hall #72 Formand 
 Niels Jakob #17 Næstformand 
 Bilag 1:  Notat til referat fra bestyrelsesmøde den 16. nov. 2021.
 Bilag 2: Bestyrelsens svar til notatet.

1 DAGSORDEN  

1. Valg af referent 

Preben blev valgt som referent. 

2. Webhotel og e-mail 

– Hvor var vi/ hvor er vi/ hvor skal vi hen 

Hvor var vi? 

Bestyrelsen besluttede, at Preben overtager posten som webmaster.  

Den praktiske proces blev aftalt: 

Anna orienterer webmasteren om, at han vil blive kontaktet.

3. Eventuelt 

Intet.
""",
        [("1", "Valg af referent"), ("2", "Webhotel og e-mail"), ("3", "Eventuelt")],
        [
            "Preben blev valgt som referent.",
            "– Hvor var vi/ hvor er vi/ hvor skal vi hen Hvor var vi? Bestyrelsen besluttede, at Preben overtager posten som webmaster. "
            "Den praktiske proces blev aftalt: Anna orienterer webmasteren om, at han vil blive kontaktet.",
            "Intet.",
        ],
        date(2021, 11, 16),
        None,
    ),
    WebLayout(
        "agenda first, then numbers with a colon and capitals",
        """Generalforsamling 2005

GRUNDEJERFORENINGEN ”SOLGÅRDEN” 
Referat fra generalforsamling 2005, tirsdag den 8. november 2005 
 
DAGSORDEN: 
1. Valg af dirigent 
Bestyrelsen foreslår Bjarne Ols 
2. Formandens beretning 
3. Budget 2005/2006* 
4. Trekantens fremtid 
A: Forslag fra Mogens Hald* 
B: Bestyrelsens 3 forslag* 
5. Eventuelt 
Fremmøde: 
Ud over bestyrelsen var 25 grundejere repræsenteret, i alt 31 ud af 215 medlemmer (14.4 %) 
 
1: VALG AF DIRIGENT 
Bestyrelsen foreslår Bjarne Ols 
Bjarne blev enstemmigt valgt og konstaterede, at generalforsamlingen var lovligt indkaldt. 
 
2: FORMANDENS BERETNING 
To store emner har stået højt på bestyrelsens dagsorden. 
Først og fremmest vores veje og fortove. 
 
Lad mig starte med vejene. 
 
3: BUDGET 
Budgettet blev vedtaget. 
 
4: TREKANTENS FREMTID 
Forslaget blev trukket. 
 
5: EVENTUELT 
Intet. 
""",
        [
            ("1", "VALG AF DIRIGENT"),
            ("2", "FORMANDENS BERETNING"),
            ("3", "BUDGET"),
            ("4", "TREKANTENS FREMTID"),
            ("5", "EVENTUELT"),
        ],
        [None, None, "Budgettet blev vedtaget.", "Forslaget blev trukket.", "Intet."],
        date(2005, 11, 8),
        None,
    ),
    WebLayout(
        "comment form below, dashes before numbers",
        """Ekstraordinært Ældrerådsmøde – Referat 14. december 2018

Ekstraordinært Ældrerådsmøde – Referat

Data om mødet

Dato:         14. december 2018

Tid:            9.00-10.00

Sted:          Møllegården

Mødedeltagere:

Leif Ing (LI), Nadia Lang (NL) og Nils Høj (NH)

Fra forvaltningen: Ingen

Dagsorden:

På grund af særlige omstændigheder er mødet indkaldt telefonisk, hvilket ved mødets start blev godkendt af deltagerne.

1.    Meddelelse om udtræden

Ved mail af 13. december 2018 har Knud Berg meddelt, at han udtræder af Ældrerådet.

2.  Konstituering

Når det er afgjort, om rådet kan fortsætte, vil rådet re-konstituere sig.

3.    Næste møde og underskrift af liste for mødediæter

Næste møde er tidligere berammet til 11. januar 2019, kl. 10 på rådhuset.

4.    Eventuelt

Der er enighed om, at det berammede træf gennemføres.

Ref.: NH

Skriv et svar

Din e-mailadresse vil ikke blive publiceret. Krævede felter er markeret med *
""",
        [
            ("1", "Meddelelse om udtræden"),
            ("2", "Konstituering"),
            ("3", "Næste møde og underskrift af liste for mødediæter"),
            ("4", "Eventuelt"),
        ],
        [
            "Ved mail af 13. december 2018 har Knud Berg meddelt, at han udtræder af Ældrerådet.",
            "Når det er afgjort, om rådet kan fortsætte, vil rådet re-konstituere sig.",
            "Næste møde er tidligere berammet til 11. januar 2019, kl. 10 på rådhuset.",
            "Der er enighed om, at det berammede træf gennemføres.",
        ],
        date(2018, 12, 14),
        "Ældrerådet",
    ),
]

TRANSCRIPTS = [
    WebLayout(
        "transcript: contents and points run on in one paragraph a page",
        """Egelund Kommune. Kommunalbestyrelsen. Referat

Størrelse: px
Starte visningen fra side:

Download "Egelund Kommune. Kommunalbestyrelsen. Referat"

Transkript

1 Egelund Kommune Kommunalbestyrelsen Referat Dato: Starttidspunkt for møde: Kl Sluttidspunkt for møde: Kl Mødested: Afbud fra: Onsdag den 15-maj-2002 Kommunalbestyrelsens mødelokaler Fraværende: Ingen. Mødedeltagere: Arne Ebs, Birger Jens, Kristian Ulrik åben

2 Indholdsfortegnelse Til efterretning - for åbne døre...i 89. Til efterretning - Kvartalsrapport vedr. kommunens samlede budget...i 90. Til efterretning - Dalby Slot...ii Til behandling - for åbne døre...iii 91. Klage over afgørelse i udvalg...iii åben

3 Side i Til efterretning - for åbne døre 89. Til efterretning - Kvartalsrapport vedr. kommunens samlede budget J.nr.:. Sagsid.: Initialer: Åben sag Økonomiafdelingen fremsender regnskabsrapport. Bilag ligger i sagen. Beslutning: Taget til efterretning. 90. Til efterretning - Dalby Slot J.nr.:. Sagsid.: Initialer: Åben sag Slottet har fremsendt regnskab. Beslutning: Taget til efterretning.

4 Side ii Til behandling - for åbne døre 91. Klage over afgørelse i udvalg J.nr.:. Sagsid.: Initialer: Åben sag Foreningen klager over afgørelsen. Beslutning: Klagen afvises.
""",
        [
            ("89", "Til efterretning - Kvartalsrapport vedr. kommunens samlede budget"),
            ("90", "Til efterretning - Dalby Slot"),
            ("91", "Klage over afgørelse i udvalg"),
        ],
        ["Taget til efterretning.", "Taget til efterretning.", "Klagen afvises."],
        date(2002, 5, 15),
        "Kommunalbestyrelsen",
    ),
    WebLayout(
        "transcript: agenda in a line, then Ad 1. with Beslutning inside the paragraph",
        """Referat af møde i bestyrelsen for Lyngå Gymnasium den 23. september 2014

Størrelse: px
Starte visningen fra side:

Download "Referat af møde i bestyrelsen for Lyngå Gymnasium den 23. september 2014"

Transkript

1 Referat af møde i bestyrelsen for Lyngå Gymnasium den 23. september 2014 I mødet deltog Peder Øst, Thomas Blok og Anne Storm (referent). Dagsorden: 1. Godkendelse af referat 2. Opfølgning på beslutninger fra sidste bestyrelsesmøde 3. Nyt fra formanden og rektor 4. Evt. Sagsfremstilling: Ad 1. Godkendelse af referat Beslutning Bestyrelsen godkendte og underskrev referat af bestyrelsens møde den 18. juni Ad 2. Opfølgning på beslutninger fra sidste bestyrelsesmøde Orientering fast punkt Se nedenfor under punkt 3. Der var ikke andre beslutninger til opfølgning fra sidste møde. Ad 3. Nyt fra formanden og rektor Orientering Formand og rektor orienterede om nyt fra skolen. 1

2 Bestyrelsen besluttede at rette henvendelse til ministeriet. Ad 4. Evt. Intet.
""",
        [
            ("1", "Godkendelse af referat"),
            ("2", "Opfølgning på beslutninger fra sidste bestyrelsesmøde"),
            ("3", "Nyt fra formanden og rektor"),
            ("4", "Evt."),
        ],
        [
            "Bestyrelsen godkendte og underskrev referat af bestyrelsens møde den 18. juni",
            None,
            None,
            "Intet.",
        ],
        date(2014, 9, 23),
        None,
    ),
    WebLayout(
        "transcript: headings in capitals, the body's decision names the meeting",
        """for mødet den 28. september 2011 kl i Beboerhuset, Møllegade 34

Save this PDF as:
 WORD  PNG  TXT  JPG

Størrelse: px
Starte visningen fra side:

Download "for mødet den 28. september 2011 kl. 18.30 i Beboerhuset, Møllegade 34"

Transkript

1 1. Åben spørgetid ( ) 2. Referat og dagsorden ( ) 3. Bydelsplanen - høringssvar ( )

2 1. Åben spørgetid ( ) INDSTILLING OG BESLUTNING Under dette punkt har tilhørerne mulighed for at stille spørgsmål til lokaludvalget. LERHAVNS LOKALUDVALGS BESLUTNING I MØDET DEN 28. SEPTEMBER 2011 Intet 2. Referat og dagsorden ( ) Lerhavns Lokaludvalg drøfter referatet af det seneste møde. INDSTILLING OG BESLUTNING Formanden indstiller, 1. at Lerhavns Lokaludvalg drøfter referatet 2. at Lerhavns Lokaludvalg godkender dagsordenen PROBLEMSTILLING Lokaludvalget skal drøfte referatet. LØSNING Referat Referatet drøftes. ØKONOMI - 1

3 VIDERE PROCES - BILAG Det seneste referat LERHAVNS LOKALUDVALGS BESLUTNING I MØDET DEN 28. SEPTEMBER 2011 Lerhavns Lokaludvalg havde ingen bemærkninger til referatet. 3. Bydelsplanen - høringssvar ( ) INDSTILLING OG BESLUTNING Formanden indstiller, 1. at høringssvaret godkendes LERHAVNS LOKALUDVALGS BESLUTNING I MØDET DEN 28. SEPTEMBER 2011 Lokaludvalget godkendte høringssvaret.
""",
        [("1", "Åben spørgetid"), ("2", "Referat og dagsorden"), ("3", "Bydelsplanen - høringssvar")],
        [
            "Intet",
            "Lerhavns Lokaludvalg havde ingen bemærkninger til referatet.",
            "Lokaludvalget godkendte høringssvaret.",
        ],
        date(2011, 9, 28),
        "Lerhavns Lokaludvalg",
    ),
    WebLayout(
        "transcript of which only the list of other documents is there",
        """REFERAT. Ordinært møde i Seniorrådet Dato: Onsdag den 17. december 2014 kl Sted: Lyngå Rådhus, Salen, 2. sal.

Relaterede dokumenter
Dagsorden for ordinært møde i Seniorrådet

Dagsorden for ordinært møde i Seniorrådet

REFERAT. Ordinært møde i Seniorrådet. Sted: Lyngå Rådhus, Salen, 1. sal værelse 103. Dagsorden:

Dato: Onsdag den 29. april 2014 kl Sted: Lyngå Rådhus, Udvalgsværelse D, 1. sal værelse 103

Torsdag den 19. juni 2014 kl. 10:00-13:00 på Lyngå Rådhus Udvalgsværelse D, 1. sal værelse 103

DAGSORDEN. 1. Godkendelse af dagsorden

Bilag: Punkt 2: Referater fra Forretningsudvalgsmøderne den 16. marts, 8. marts og 26. februar 2016.

1. at Seniorrådet tager referater af Forretningsudvalgets møder til efterretning.

Medlemmer: Kirsten Nis (formand), Bente Ket (næstformand)
""",
        [],
        [],
        date(2014, 12, 17),
        "Seniorrådet",
    ),
    WebLayout(
        "transcript: number, title and text run on without headings",
        """MØDE I: Handicaprådet lokale 211, kl DATO: EMNE: SAGSNR.: 18/611

Størrelse: px
Starte visningen fra side:

Download "MØDE I: Handicaprådet lokale 211, kl DATO: EMNE: SAGSNR.: 18/611"

Transkript

1 LERBÆK KOMMUNE REFERAT MØDE I: Handicaprådet lokale 211, kl DATO: EMNE: SAGSNR.: 18/611 DELTAGERE: AFBUD: MØDENR.: 1 Tine Veber, Jan Jak, Karsten Fuhr Leon Eng (referent) 1. Godkendelse af dagsorden Dagsorden blev godkendt. 2. Introduktion til rådets formål og opgaver a. Kort gennemgang af vedtægter. Se bilag. Vedtægter blev kort gennemgået. b. Drøftelse af rådets tilgang. Handicaprådet besluttede, at formand og næstformand koordinerer høringssvar. 3. Beslutningspunkter a. Valg af formand og næstformand for Handicaprådet Handicaprådet valgte Tine Veber som formand. 4. Eventuelt Intet.
""",
        [
            ("1", "Godkendelse af dagsorden"),
            ("2", "Introduktion til rådets formål og opgaver"),
            ("3", "Beslutningspunkter"),
            ("4", "Eventuelt"),
        ],
        ["Dagsorden blev godkendt.", None, None, "Intet."],
        None,
        "Handicaprådet",
    ),
]

MORE_LAYOUTS = [*SINGLE_POINTS, *ASSOCIATIONS, *TRANSCRIPTS]
