"""Invented minutes for the tests of this room."""

from __future__ import annotations

from pathlib import Path

BODIES = ("Hovby Skolebestyrelse", "Lyngdal Ældreråd", "Økonomiudvalget i Egelund")
TASKS = (
    "Sekretariatet udarbejder et notat om cykelparkering senest den {day}. marts 2024.",
    "Vejafdelingen undersøger prisen på {day} nye lamper inden udgangen af marts.",
    "Formanden kontakter Kulturforvaltningen om sal {day} hurtigst muligt.",
)


def minutes_text(number: int) -> str:
    body = BODIES[number % 3]
    task = TASKS[number % 3].format(day=number % 27 + 1)
    return (
        f"{body}\nReferat af møde nr. {number} den {number % 27 + 1}. januar 2024\n\n1. Godkendelse af dagsorden\nBeslutning: Godkendt.\n\n"
        f"2. Sag nr. {number}\nSagsfremstilling\nDer er søgt om midler til forsøg {number}.\nBeslutning: Godkendt. {task}\n"
    )


def write_minutes(folder: Path, count: int) -> list[str]:
    """``count`` referater, two with the same content, in two folders; their paths, sorted."""
    paths = []
    for number in range(count):
        path = folder / ("a" if number % 2 else "b") / f"{number:04d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(minutes_text(0 if number == count - 1 else number), encoding="utf-8")
        paths.append(str(path))
    return sorted(paths)
