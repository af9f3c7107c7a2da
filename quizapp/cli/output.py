"""How the commands print what is for programs, and moments for people."""

import json
from datetime import datetime
from typing import Any


def print_json(told: Any) -> None:
    """Print data for a program, with every letter as it is."""
    print(json.dumps(told, indent=2, ensure_ascii=False))


def stamp(moment: datetime) -> str:
    """A moment as a list of a command has it, in the time of this place: 2026-03-12 09:30."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
