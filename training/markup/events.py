"""Event lines: `1 ASSAULT.drone | actor a RUS MIL | place d | date e 2026-02-17 | ...` as codebook records.

A field may end in ` + {json}`: what the short form cannot say of it (a name beside the words, coordinates).
"""

import json
import re
from datetime import date
from typing import Any

from dateline.model import Part, Span
from dateline.model.record import Record
from training.markup.inline import Marks, Place

STATUSES = ("planned", "conditional", "alleged", "denied")
_HEAD = re.compile(r"(\d+)\s+([A-Za-z]+)(?:\.([A-Za-z-]+))?")
_WORD = re.compile(r'"(?:[^"\\]|\\.)*"|\S+')
_UNITS = ("people", "households", "buildings")


class EventLine:
    """Reads one event line against the marks of its document; `wrong` gathers what is not understood."""

    def __init__(self, marks: Marks, parts: dict[str, str]) -> None:
        self.wrong: list[str] = []
        self._marks = marks
        self._parts = parts
        self._record: Record = {}

    def read(self, line: str) -> Record | None:
        """The event of the line, or None where its head is not `N TYPE` or `N TYPE.mode`."""
        head, *fields = re.split(r"\s*\|\s*", line.strip().rstrip("|").strip())
        match = _HEAD.fullmatch(head)
        if not match:
            self.wrong.append(f"an event line begins with `N TYPE` or `N TYPE.mode`, not {head!r}")
            return None
        number = int(match[1])
        self._record = _empty(number, match[2], match[3])
        for place in self._marks.triggers.get(number, []):
            self._evidence("trigger", place)
        for text in fields:
            try:
                self._field(text)
            except (ValueError, IndexError, json.JSONDecodeError):
                self.wrong.append(f"event {number}: {text!r} is not understood; MARKUP.md has the fields")
        told = [e for e in self._record["evidence"] if e["role"] == "trigger"]
        self._record["trigger"] = [self._parts[e["in"]][e["start"] : e["end"]] for e in told]
        return self._record

    def _field(self, text: str) -> None:
        short, _, extra = text.partition(" + {")
        key, *words = _WORD.findall(short)
        record = self._record
        if key in STATUSES and not words:
            if record["status"] != "occurred":
                raise ValueError
            record["status"] = key
        elif key in _FLAGS and not words:
            record[_FLAGS[key]] = True
        elif key == "context":
            record["contexts"] = words
        elif key == "trigger":
            self._span(words[0], "trigger")
        elif key in ("actor", "recip"):
            name, role = ("actors", "actor") if key == "actor" else ("recipients", "recipient")
            record[name].append(self._entity(words, role, len(record[name])) | _extra(extra))
        elif key == "by":
            record["attribution"] = self._entity(words, "attribution") | _extra(extra)
        elif key == "place":
            self._once("place")
            record["place"] = self._named(words[0], "place") | _extra(extra)
        elif key == "date":
            self._once("date")
            record["date"] = self._date(words, extra)
        elif key in ("harm", "target", "impact"):
            name = {"harm": "harm", "target": "targets", "impact": "impacts"}[key]
            read = {"harm": self._harm, "target": self._target, "impact": self._impact}[key]
            record[name].append(read(words, len(record[name])) | _extra(extra))
        else:
            raise ValueError

    def _once(self, field: str) -> None:
        if self._record[field] is not None:
            raise ValueError

    def _span(self, reference: str, role: str, index: int = 0) -> str | None:
        if reference == "-":
            return None
        quoted = reference.startswith('"')
        places = self._quoted(json.loads(reference)) if quoted else self._marks.spans.get(reference, [])
        if not places:
            raise ValueError
        for place in places:
            self._evidence(role, place, index, "" if quoted else reference)
        first = places[0]
        return first.span.of(self._parts[first.part])

    def _quoted(self, words: str) -> list[Place]:
        """Where words in quotes stand first."""
        parts: tuple[Part, ...] = ("text", "title")
        for part in parts:
            at = self._parts[part].find(words)
            if at >= 0:
                return [Place(Span(at, at + len(words)), part)]
        return []

    def _evidence(self, role: str, place: Place, index: int = 0, letter: str = "") -> None:
        entry: Record = {"role": role, "start": place.span.start, "end": place.span.end, "in": place.part}
        if role != "trigger":
            entry |= {"index": index} | ({"span": letter} if letter else {})
        self._record["evidence"].append(entry)

    def _named(self, reference: str, role: str, index: int = 0) -> Record:
        words = self._span(reference, role, index)
        return {"text": words, "name": words}

    def _entity(self, words: list[str], role: str, index: int = 0) -> Record:
        reference, country, sector = words
        return self._named(reference, role, index) | {
            "country": "" if country == "-" else country,
            "sector": "" if sector == "-" else sector,
        }

    def _date(self, words: list[str], extra: str) -> Record | None:
        told = self._span(words[0], "date")
        days = [date.fromisoformat(w) for w in words[1:] if w not in ("-", "?")]
        if not days:
            return None
        start, end = days[0], days[-1]
        if end < start or len(days) > 2:
            raise ValueError
        found: Record = {"text": told, "start": start.isoformat(), "end": end.isoformat(), "precision": precision(start, end)}
        return found | _extra(extra)

    def _harm(self, words: list[str], index: int) -> Record:
        found: Record = {}
        told = self._span(words[0], "harm", index)
        while len(words) > 4 and (words[-1] in ("sub", "old") or words[-2] == "by"):
            if words[-2] == "by":
                found["attribution"] = {"text": self._span(words[-1], "harm_attribution", index)}
                words = words[:-2]
            else:
                found["subset" if words[-1] == "sub" else "superseded"] = True
                words = words[:-1]
        kind, low, high, *who = words[1:]
        least, most = _number(low), _number(high)
        if least is not None and most is not None and least > most:
            raise ValueError
        named = " ".join(who)
        return {
            "kind": kind,
            "min": least,
            "max": most,
            "who": None if named in ("", "-", "?") else named,
            "text": told,
        } | found

    def _target(self, words: list[str], index: int) -> Record:
        reference, kind, *extent = words
        return {"kind": kind, "extent": extent[0] if extent else "unknown", "text": self._span(reference, "target", index)}

    def _impact(self, words: list[str], index: int) -> Record:
        reference, kind, *counted = words
        found: Record = {"kind": kind}
        if counted:
            if counted[0] not in _UNITS:
                raise ValueError
            found[counted[0]] = {"min": _number(counted[1]), "max": _number(counted[-1])}
        return found | {"text": self._span(reference, "impact", index)}


_FLAGS = {"bg": "background", "agg": "aggregate", "opt": "optional"}


def _empty(number: int, event_type: str, mode: str | None) -> Record:
    lists: dict[str, list[Any]] = {k: [] for k in ("contexts", "actors", "recipients", "harm", "targets", "impacts", "evidence")}
    return {
        "number": number,
        "trigger": [],
        "event_type": event_type,
        "mode": mode,
        "status": "occurred",
        "background": False,
        "aggregate": False,
        "place": None,
        "date": None,
        "attribution": None,
        "optional": False,
    } | lists


def _extra(tail: str) -> Record:
    return json.loads("{" + tail) if tail else {}


def _number(word: str) -> int | None:
    return None if word == "?" else int(word.replace(",", "").replace("_", ""))


def precision(start: date, end: date) -> str:
    """How exact a span of days is, by its length: day (one or two days), week, month or year."""
    days = (end - start).days + 1
    return "day" if days <= 2 else "week" if days <= 10 else "month" if days <= 45 else "year"
