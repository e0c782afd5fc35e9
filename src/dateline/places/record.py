"""The plain-dictionary form of a mention."""

from dateline.model.record import Record
from dateline.places.entry import PlaceMention


def mention_record(mention: PlaceMention) -> Record:
    """`{start, end, text, place}` with `place` null where the words name no known place."""
    place = mention.place
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "place": None
        if place is None
        else {
            "geonameid": place.geonameid,
            "name": place.name,
            "country": place.country,
            "admin1": place.admin1,
            "lat": place.lat,
            "lon": place.lon,
            "precision": place.precision,
            "radius_km": place.radius_km,
            "confidence": round(place.confidence, 3),
        },
    }
