"""Relations and types bound once for the hot paths: a member looked up on its class costs as much as ten comparisons."""

from __future__ import annotations

from decisionnlp.document import DeadlineType, Relation

REL_AFTER, REL_BEFORE, REL_BY = Relation.AFTER, Relation.BEFORE, Relation.BY
REL_FROM, REL_IN, REL_ON = Relation.FROM, Relation.IN, Relation.ON
TYPE_DATE, TYPE_EVENT, TYPE_INTERVAL = DeadlineType.DATE, DeadlineType.EVENT, DeadlineType.INTERVAL
TYPE_RECURRENCE, TYPE_VAGUE = DeadlineType.RECURRENCE, DeadlineType.VAGUE
