"""Deadlines and units of any stretch of a document, read with what the whole of it, a register and a calendar tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from decisionnlp.document import Deadline, Owner, Source, Span, UnitMention
from decisionnlp.extraction import deadlines as deadline_grammar
from decisionnlp.extraction.acronyms import UnitDictionary
from decisionnlp.extraction.register import Register
from decisionnlp.extraction.units import UnitContext, find_units
from decisionnlp.flattening import FlatText, flatten
from decisionnlp.slotted import changed


@dataclass(frozen=True, slots=True)
class DocumentReader:
    """What is known of the whole document, and what its sentences and cells name in the light of it."""

    source: Source
    furniture: tuple[Span, ...]
    dictionary: UnitDictionary
    register: Register | None
    calendar: tuple[date, ...]
    # Flattened sentence → spaCy Doc, where a base pipeline takes part.
    parses: dict[str, Any] = field(default_factory=dict)
    # A sentence is read for its own task and again as a neighbour of others.
    _flats: dict[tuple[int, int], FlatText] = field(default_factory=dict, repr=False, compare=False)
    _units: dict[tuple[int, int, str, bool], tuple[UnitMention, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _deadlines: dict[tuple[int, int, str, date | None], tuple[Deadline, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def flat(self, start: int, end: int) -> FlatText:
        """The stretch ``[start, end)`` of the source as one running line, page furniture left out."""
        found = self._flats.get((start, end))
        if found is None:
            found = self._flats[start, end] = flatten(self.source.text, start, end, skip=self.furniture)
        return found

    def deadlines_in(self, flat: FlatText, day: date | None) -> list[Deadline]:
        """Deadlines of a flattened stretch with offsets into the source; ``text`` is the flattened wording."""
        if not flat.text:
            return []
        place = (flat.offsets[0], flat.offsets[-1], flat.text, day)
        known = self._deadlines.get(place)
        if known is None:
            found = []
            for deadline in deadline_grammar.find_deadlines(
                flat.text, meeting_date=day, calendar=self.calendar or None
            ):
                span = flat.span(deadline.start, deadline.end)
                found.append(changed(deadline, start=span.start, end=span.end))
            known = self._deadlines[place] = tuple(found)
        return list(known)

    def units_in(self, flat: FlatText, *, lead: bool = False) -> list[UnitMention]:
        """Units named in a flattened stretch, with offsets into the source; ``lead``: its words introduce a list of tasks."""
        if not flat.text:
            return []
        place = (flat.offsets[0], flat.offsets[-1], flat.text, lead)
        known = self._units.get(place)
        if known is None:
            context = UnitContext(
                dictionary=self.dictionary, register=self.register, lead=lead, parse=self.parses.get(flat.text)
            )
            known = self._units[place] = tuple(find_units(flat, context=context))
        return list(known)

    def owner(self, mention: UnitMention, *, linked: bool = False, name: str | None = None) -> Owner:
        """The mention with its full name: the register's first, then what the document taught; open where several fit."""
        kind, number, email = mention.kind, None, None
        full, candidates = self.dictionary.resolve(mention.text)
        if name is not None:
            full, candidates = name, ()
        if self.register is not None:
            units = self.register.lookup(mention.text) or self.register.lookup(full)
            if len(units) == 1:
                unit = units[0]
                full, candidates, kind, number, email = unit.name, (), unit.kind or kind, unit.id, unit.email
            elif units:
                full, candidates = mention.text, tuple(unit.name for unit in units)
        return Owner(
            mention.text, mention.start, mention.end, full, linked, kind, number, email, candidates, mention.rule
        )
