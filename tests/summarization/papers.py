"""Bilag of our own for the tests: invented places, the shapes of real ones."""

NOTE = """Bilag 2 – Fremtidens badeanstalt i Lindkøbing

Indhold
Baggrund .......... 2
Økonomi .......... 3

Baggrund

Badeanstalten i Lindkøbing blev opført i 1962. Den har i mange år været samlingssted
for foreninger og skoler. Hvem bruger den i dag?

Lindkøbing Kommune
Kultur og Fritid
Torvet 4
8999 Lindkøbing

Sagsnr.: 04.04.00-P20-3-24
Sagsbehandler: Nanna Vorup

Side 1 af 3
 Tabel 1: Besøgende fordelt på år
2021 41.200
2022 38.900
2023 36.050
Kilde: Egne opgørelser

Antallet af besøgende er faldet fra 41.200 i 2021 til 36.050 i 2023. Det svarer til et
fald på 12,5 pct.

Økonomi

Forvaltningen foreslår, at badeanstalten renoveres for 18,5 mio. kr. i 2025. Udgiften
finansieres af anlægspuljen med 12 mio. kr. og et lån på 6,5 mio. kr. Alternativt kan
badeanstalten lukkes, hvilket sparer 3,1 mio. kr. om året.

Følgende skal afklares inden budgetforhandlingerne:
- Foreningerne skal have oplyst, hvor de kan træne i byggeperioden.
- Skolerne skal aftale bustransport til Vorup Bad.

Videre proces

Kulturudvalget skal tage stilling til renoveringen den 12. november 2024. Anlægsarbejdet
udbydes i januar 2025, og badeanstalten genåbner senest den 1. marts 2026.
"""
