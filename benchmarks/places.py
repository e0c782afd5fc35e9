"""How well and how fast places are found: `python benchmarks/places.py TR_NEWS.xml [--misses]`.

Reads the XML of the "Pragmatic Guide to Geoparsing" corpora. A gold toponym counts as right if the GeoNames id agrees or the
point lies within 161 km of the gold point; every gold toponym with coordinates is in the denominator. Gold offsets that do not
match their phrase are moved to the nearest place where it stands; those that stand nowhere count as wrong.
"""

import argparse
import statistics
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from dateline.model import Span
from dateline.places import PlaceMention, find_places, open_gazetteer

LIMIT_KM = 161.0


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated toponym."""

    start: int
    end: int
    phrase: str
    geonameid: int
    lat: float
    lon: float
    feature: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its toponyms."""

    text: str
    toponyms: list[Gold]


def _nearest(text: str, phrase: str, start: int) -> int:
    places, at = [], text.find(phrase)
    while at >= 0:
        places.append(at)
        at = text.find(phrase, at + 1)
    return min(places, key=lambda p: abs(p - start), default=-1)


def read(path: Path) -> list[Article]:
    """The articles of a corpus file."""
    articles = []
    for node in ElementTree.parse(path).getroot():  # noqa: S314 - a local corpus file that the developer names
        text = node.findtext("text") or ""
        toponyms = []
        for item in node.iter("toponym"):
            tag = item.find("gaztag")
            latitude = tag.findtext("lat") if tag is not None else item.findtext("lat")
            longitude = tag.findtext("lon") if tag is not None else item.findtext("lon")
            if not latitude or not longitude:
                continue
            phrase, start = item.findtext("phrase") or "", int(item.findtext("start") or 0)
            if text[start : start + len(phrase)] != phrase:
                start = _nearest(text, phrase, start)
            number = int((tag.get("geonameid") if tag is not None else 0) or 0)
            feature = (tag.findtext("fclass") if tag is not None else "") or ""
            toponyms.append(Gold(start, start + len(phrase), phrase, number, float(latitude), float(longitude), feature))
        articles.append(Article(text, toponyms))
    return articles


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance."""
    a, b = radians(lat), radians(other_lat)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other_lon - lon) / 2) ** 2
    return 12742 * asin(sqrt(min(1.0, h)))


def judge(gold: Gold, found: PlaceMention) -> tuple[bool, bool, float | None]:
    """Whether id or point is right, whether the point is, and the distance in km (None without an answer)."""
    place = found.place
    if place is None or place.lat is None or place.lon is None:
        return False, False, None
    away = distance_km(gold.lat, gold.lon, place.lat, place.lon)
    same = bool(gold.geonameid) and place.geonameid == gold.geonameid
    return same or away <= LIMIT_KM, away <= LIMIT_KM, away


def resolve(articles: list[Article], show: bool) -> None:
    """Accuracy with the gold spans given."""
    total = right = near = answered = 0
    errors: list[float] = []
    by_class: Counter[tuple[str, bool]] = Counter()
    bins: Counter[tuple[int, bool]] = Counter()
    for article in articles:
        usable = [g for g in article.toponyms if g.start >= 0]
        total += len(article.toponyms)
        mentions = find_places(article.text, spans=[Span(g.start, g.end) for g in usable])
        for gold, found in zip(usable, mentions, strict=True):
            ok, close, away = judge(gold, found)
            right, near = right + ok, near + close
            by_class[gold.feature, ok] += 1
            if away is not None and found.place is not None:
                answered += 1
                errors.append(0.0 if ok and not close else away)
                bins[min(9, int(found.place.confidence * 10)), ok] += 1
            if show and not ok:
                print("MISS", gold.phrase, gold.feature, gold.lat, gold.lon, "->", _brief(found), "|", _around(article.text, gold))
    print(
        f"gold spans: {total}; id or within 161 km {right / total:.3f}; point within 161 km {near / total:.3f}; answered {answered}"
    )
    print(f"error of answers: median {statistics.median(errors):.1f} km, mean {statistics.mean(errors):.1f} km")
    for feature in sorted({f for f, _ in by_class}):
        good, bad = by_class[feature, True], by_class[feature, False]
        print(f"  class {feature or '-'}: {good}/{good + bad}")
    print("  confidence: " + "  ".join(f"{b / 10:.1f}+ {bins[b, True]}/{bins[b, True] + bins[b, False]}" for b in range(10)))


def _brief(found: PlaceMention) -> str:
    place = found.place
    return f"{place.name} {place.country} {place.admin1} {place.precision} {place.lat} {place.lon}" if place else "nothing"


def _around(text: str, gold: Gold) -> str:
    return text[max(0, gold.start - 40) : gold.end + 30].replace("\n", " ")


def search(articles: list[Article], show: bool) -> None:
    """Precision and recall of the spans found, with and without the gold's demonyms, and of spans with the right place."""
    gazetteer = open_gazetteer()
    gold_count = exact = loose = found_count = end_to_end = people = loose_found = 0
    for article in articles:
        gold = [g for g in article.toponyms if g.start >= 0]
        mentions = find_places(article.text)
        people += sum(gazetteer.demonym(g.phrase) is not None for g in gold)
        gold_count, found_count = gold_count + len(article.toponyms), found_count + len(mentions)
        by_span = {(m.start, m.end): m for m in mentions}
        for g in gold:
            hit = by_span.get((g.start, g.end))
            touching = next((m for m in mentions if m.start < g.end and g.start < m.end), None)
            exact, loose = exact + (hit is not None), loose + (touching is not None)
            end_to_end += touching is not None and judge(g, touching)[0]
            if show and touching is None:
                print("LOST", g.phrase, g.feature, "|", _around(article.text, g))
        for m in mentions:
            touched = any(m.start < g.end and g.start < m.end for g in gold)
            loose_found += touched
            if show and not touched:
                print("EXTRA", m.text, "|", article.text[max(0, m.start - 40) : m.end + 30].replace("\n", " "))
    print(f"raw text: {found_count} found, {gold_count} gold of which {people} are demonyms")
    for name, hits, good in (("exact", exact, exact), ("overlap", loose, loose_found)):
        precision, recall, lean = good / found_count, hits / gold_count, hits / (gold_count - people)
        print(
            f"  {name}: P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f};"
            f" gold without demonyms: R {lean:.3f} F1 {2 * precision * lean / (precision + lean):.3f}"
        )
    lean = end_to_end / (gold_count - people)
    print(f"  end to end (overlap and right place): {end_to_end / gold_count:.3f}, without demonyms {lean:.3f}")


def speed(articles: list[Article]) -> None:
    """Documents and characters a second on one core, and the time to open the gazetteer."""
    open_gazetteer.cache_clear()
    start = time.process_time()
    open_gazetteer()
    opened = time.process_time() - start
    texts = [a.text for a in articles]
    for name in ("cold", "warm"):
        start = time.process_time()
        for text in texts:
            find_places(text)
        took = time.process_time() - start
        size = sum(map(len, texts))
        rate = f"{len(texts) / took:.0f} documents/s, {size / took / 1e6:.2f} MB/s"
        print(f"speed {name}: {rate} (mean {size / len(texts):.0f} characters)")
    print(f"opening: {opened * 1000:.1f} ms")


def main() -> None:
    """Runs all three measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--misses", action="store_true", help="print every wrong, lost and extra place")
    arguments = parser.parse_args()
    articles = read(arguments.corpus)
    speed(articles)
    resolve(articles, arguments.misses)
    search(articles, arguments.misses)


if __name__ == "__main__":
    main()
