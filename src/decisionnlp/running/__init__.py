"""Many documents: a pool of processes on one machine (``batch``), PySpark beyond it (``spark``), a ledger over meetings
(``ledger``), results as data sets (``frames``), and the corpus as spaCy examples (``spacy_examples``)."""
