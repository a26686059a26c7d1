"""Linked data: JSON-LD with schema.org's terms, and motions with vote events in Popolo's form.

schema.org: https://schema.org/Event, /Action, /DigitalDocument. Popolo: https://www.popoloproject.com/specs/ (motion, vote-event).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from decisionnlp.document import FollowUp, Item, Label, Meeting, MeetingKind, Minutes, Outcome, Vote
from decisionnlp.export.links import lasting_link, place_words
from decisionnlp.export.rows import flat_text, task_words
from decisionnlp.export.words import OUTCOMES

_OPTIONS = {"for": "yes", "against": "no", "abstain": "abstain"}
_RESULTS = {
    Outcome.APPROVED: "pass",
    Outcome.APPROVED_WITH_CONDITIONS: "pass",
    Outcome.RECOMMENDED: "pass",
    Outcome.REJECTED: "fail",
}


def _given(**values: Any) -> dict[str, Any]:
    return {name.replace("_at_", "@"): value for name, value in values.items() if value not in (None, "", [])}


def _dump(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def render_jsonld(results: Sequence[Minutes], *, link_base: str | None = None) -> str:
    """One graph: documents, meetings with their items as events, decisions and follow-ups as actions.

    Every action says by ``subjectOf`` where in which document it stands.
    """
    graph = [node for number, minutes in enumerate(results, 1) for node in _document(minutes, f"#d{number}", link_base)]
    return _dump({"@context": "https://schema.org", "@graph": graph})


def _document(minutes: Minutes, name: str, base: str | None) -> list[dict[str, Any]]:
    source = minutes.source
    digest = f"sha256:{source.sha256}" if source.sha256 else None
    nodes = [
        _given(
            _at_id=name,
            _at_type="DigitalDocument",
            name=source.path or "tekst",
            identifier=digest,
            inLanguage="da",
            url=lasting_link(minutes, base=base),
        )
    ]
    for number, meeting in enumerate(minutes.meetings, 1):
        if meeting.kind is MeetingKind.MINUTES:
            nodes += _meeting(minutes, meeting, f"{name}m{number}", name, base)
    return nodes


def _meeting(minutes: Minutes, meeting: Meeting, name: str, document: str, base: str | None) -> list[dict[str, Any]]:
    organizer = {"@type": "Organization", "name": meeting.body} if meeting.body else None
    day = meeting.date.isoformat() if meeting.date else None
    items = [f"{name}i{number}" for number in range(1, len(meeting.items) + 1)]
    nodes = [
        _given(
            _at_id=name,
            _at_type="Event",
            name=f"{meeting.body or 'Møde'} {day or ''}".strip(),
            startDate=day,
            organizer=organizer,
            recordedIn={"@id": document},
            subEvent=[{"@id": item} for item in items],
        )
    ]
    for identifier, item in zip(items, meeting.items, strict=True):
        nodes += _item(minutes, meeting, item, identifier, name)
    # Tasks that belong to no item: plan tables of attachments, lists at the end.
    nodes += [_task(minutes, task, f"{name}t{task.sentence.start}", name) for task in meeting.follow_ups]
    for node in nodes:
        if "subjectOf" in node:
            page, start, end = node["subjectOf"]
            node["subjectOf"] = _given(
                _at_type="CreativeWork",
                isPartOf={"@id": document},
                position=place_words(minutes, page, start, end),
                url=lasting_link(minutes, page, base=base),
            )
    return nodes


def _item(minutes: Minutes, meeting: Meeting, item: Item, name: str, meeting_name: str) -> list[dict[str, Any]]:
    day = meeting.date.isoformat() if meeting.date else None
    title = f"{item.number}. {item.title}" if item.number else item.title
    nodes = [
        _given(
            _at_id=name,
            _at_type="Event",
            name=title or "Punkt",
            startDate=day,
            superEvent={"@id": meeting_name},
            description=OUTCOMES[item.outcome],
        )
    ]
    for sentence in item.sentences:
        for given in sentence.labels:
            if given.label is not Label.FOLLOW_UP:
                nodes.append(
                    _given(
                        _at_id=f"{name}s{sentence.start}-{given.label.value.lower()}",
                        _at_type="Action",
                        name=given.label.value,
                        description=flat_text(minutes, sentence.span),
                        actionStatus="https://schema.org/CompletedActionStatus",
                        agent={"@type": "Organization", "name": meeting.body} if meeting.body else None,
                        startTime=day,
                        object={"@id": name},
                        subjectOf=(sentence.page, sentence.start, sentence.end),
                    )
                )
    nodes += [_task(minutes, task, f"{name}t{task.sentence.start}", name) for task in item.follow_ups]
    return nodes


def _task(minutes: Minutes, task: FollowUp, name: str, item: str) -> dict[str, Any]:
    dates = [found.latest for found in task.deadlines if found.latest]
    starts = [found.earliest for found in task.deadlines if found.earliest]
    agents = [
        _given(_at_type="Person" if o.kind == "person" else "Organization", name=o.name, email=o.email)
        for o in task.owners
    ]
    return _given(
        _at_id=name,
        _at_type="Action",
        name="FOLLOW_UP" if task.kind == "ordered" else "PLANNED",
        description=task_words(minutes, task),
        actionStatus="https://schema.org/PotentialActionStatus",
        agent=agents,
        startTime=min(starts).isoformat() if starts else None,
        endTime=min(dates).isoformat() if dates else None,
        object={"@id": item},
        subjectOf=(task.page, task.sentence.start, task.sentence.end),
    )


def render_popolo(results: Sequence[Minutes], *, link_base: str | None = None) -> str:
    """Items as motions, their ballots as vote events: ``{"motions": […], "vote_events": […]}``.

    ``sources`` are the addresses under ``link_base``, else the content's name (RFC 6920); the note says the place in the file.
    """
    motions: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    for number, minutes in enumerate(results, 1):
        for index, meeting in enumerate(minutes.meetings, 1):
            if meeting.kind is MeetingKind.MINUTES:
                for order, item in enumerate(meeting.items, 1):
                    _motion(minutes, meeting, item, f"d{number}m{index}i{order}", motions, events, link_base)
    return _dump({"motions": motions, "vote_events": events})


def _motion(
    minutes: Minutes,
    meeting: Meeting,
    item: Item,
    name: str,
    motions: list[dict[str, Any]],
    events: list[dict[str, Any]],
    base: str | None,
) -> None:
    day = meeting.date.isoformat() if meeting.date else None
    organization = {"name": meeting.body} if meeting.body else None
    result = _RESULTS.get(item.outcome)
    ballots = [vote for vote in item.votes if vote.position in _OPTIONS]
    page = next((sentence.page for sentence in item.sentences), 1)
    address = lasting_link(minutes, page, base=base)
    sources = [{"url": address, "note": place_words(minutes, page, item.start, item.end)}] if address else []
    points = [" ".join(point.text.split()) for point in item.recommendations]
    motions.append(
        _given(
            id=name,
            organization=organization,
            text=" ".join([item.title, *points]).strip() or "Punkt",
            classification=item.outcome.value,
            date=day,
            result=result,
            sources=sources,
        )
    )
    if ballots:
        events.append(
            _given(
                id=f"{name}v",
                identifier=item.number,
                motion_id=name,
                organization=organization,
                start_date=day,
                result=result,
                counts=[
                    _given(option=_OPTIONS[vote.position], value=vote.count)
                    for vote in ballots
                    if vote.count is not None
                ],
                votes=[vote for ballot in ballots for vote in _votes(ballot)],
                sources=sources,
            )
        )


def _votes(ballot: Vote) -> list[dict[str, Any]]:
    voters = [*ballot.parties, *ballot.names]
    return [{"voter": {"name": voter}, "option": _OPTIONS[ballot.position]} for voter in voters]
