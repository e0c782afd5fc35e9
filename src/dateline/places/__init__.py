"""Places: from words to points that are drawn as certain as they are.

`find_places` reads a text; `open_gazetteer` gives the gazetteer alone. Place names and coordinates are from GeoNames
(https://www.geonames.org/, CC BY 4.0) and from tables of our own (`data/*.tsv`).
"""

from dateline.places.entry import Entry, Kind, PlaceMention
from dateline.places.finding import find_places
from dateline.places.gazetteer import Gazetteer, open_gazetteer
from dateline.places.record import mention_record
from dateline.places.tables import Country

__all__ = ["Country", "Entry", "Gazetteer", "Kind", "PlaceMention", "find_places", "mention_record", "open_gazetteer"]
