"""Danish words for what the records call by codes, for everything that people read."""

from __future__ import annotations

import re

from decisionnlp.document import MeetingKind, Outcome

OUTCOMES = {
    Outcome.APPROVED: "godkendt",
    Outcome.APPROVED_WITH_CONDITIONS: "godkendt med ændringer eller betingelser",
    Outcome.RECOMMENDED: "anbefalet",
    Outcome.NOTED: "taget til efterretning",
    Outcome.DISCUSSED: "drøftet",
    Outcome.DECIDED: "besluttet",
    Outcome.DEFERRED: "udsat",
    Outcome.RETURNED: "sendt tilbage eller videre",
    Outcome.REJECTED: "forkastet",
    Outcome.WITHDRAWN: "udgået",
    Outcome.NONE: "intet udfald",
}
MEETINGS = {MeetingKind.MINUTES: "Referat", MeetingKind.AGENDA: "Dagsorden", MeetingKind.ATTACHMENT: "Bilag"}
FINDINGS = {"DECISION": "Beslutning", "APPROVAL": "Godkendelse", "FOLLOW_UP": "Opfølgning", "PLANNED": "Planlagt"}
SUBTYPES = {
    "adopted": "vedtaget", "recommended": "anbefalet", "conditional": "med ændring eller betingelse", "noted": "taget til efterretning",
    "deferred": "udsat", "returned": "sendt tilbage", "referred": "sendt videre", "rejected": "forkastet",
    "own_resolution": "egen beslutning", "chosen_option": "valg mellem muligheder", "appointed": "udpeget", "delegated": "bemyndigelse",
    "withdrawn": "udgået", "assignment": "opgave", "implicit": "underforstået", "standing": "fast opgave",
}  # fmt: skip

_UNITS = {"DAILY": "dag", "WEEKLY": "uge", "MONTHLY": "måned", "YEARLY": "år"}
_DAYS = {
    "MO": "mandag",
    "TU": "tirsdag",
    "WE": "onsdag",
    "TH": "torsdag",
    "FR": "fredag",
    "SA": "lørdag",
    "SU": "søndag",
}


def recurrence_words(rule: str) -> str:
    """What a recurrence rule says: ``FREQ=WEEKLY;INTERVAL=8`` is ``hver 8. uge``. A rule of another form stays as it is.

    >>> recurrence_words("FREQ=WEEKLY;BYDAY=MO")
    'hver mandag'
    >>> recurrence_words("FREQ=YEARLY")
    'hvert år'
    """
    parts = dict(re.findall(r"([A-Z]+)=([^;]+)", rule))
    if parts.get("FREQ") not in _UNITS or parts.keys() - {"FREQ", "INTERVAL", "BYDAY"}:
        return rule
    count = int(parts.get("INTERVAL", "1"))
    unit = _UNITS[parts["FREQ"]]
    every = f"hver {count}. {unit}" if count > 1 else f"{'hvert' if unit == 'år' else 'hver'} {unit}"
    days = [_DAYS[day] for day in parts.get("BYDAY", "").split(",") if day in _DAYS]
    if "BYDAY" in parts and len(days) != parts["BYDAY"].count(",") + 1:
        return rule
    if days and parts["FREQ"] == "WEEKLY":
        named = " og ".join(filter(None, (", ".join(days[:-1]), days[-1])))
        return f"hver {named}" if count == 1 else f"{named} {every}"
    return every if not days else rule
