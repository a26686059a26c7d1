"""What the corpus holds: gold documents are the same records as a result, with a little about their origin."""

from __future__ import annotations

from dataclasses import dataclass

from decisionnlp.document import Minutes

LAYOUTS = (
    "firstagenda-bundle", "firstagenda-web", "sbsys", "acadre", "edagsorden", "region", "transcript", "word", "grid", "plain",
)  # fmt: skip
BODY_TYPES = (
    "byraad", "oekonomiudvalg", "fagudvalg", "magistrat", "raadmand", "regionsraad", "direktion", "skolebestyrelse",
    "gymnasium", "aeldreraad", "handicapraad", "med", "bolig", "lokalraad", "par17", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated document. ``minutes.source.text`` is its text; ``body_id`` is the invented body, which decides the split."""

    id: str
    body_id: str
    body_name: str
    layout: str
    body_type: str
    year: int
    minutes: Minutes
    annotator: str = "a"

    @property
    def text(self) -> str:
        """The source's text, to which all offsets refer."""
        return self.minutes.source.text
