"""Plain pages without any script: the list and one incident, for where the workbench is not built or not wanted."""

from itertools import pairwise
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from dateline import codebook
from dateline.api.citations import Citation, citations
from dateline.api.markup import Markup, joined, tag
from dateline.api.query import IncidentQuery
from dateline.api.routes import IncidentParameters, InStore
from dateline.api.wording import act_words, actor_words, count_words, date_words, place_words, toll_words
from dateline.model import Document, Figure, Incident, Toll
from dateline.store import IncidentPage, StoredDocument

router = APIRouter(prefix="/plain", include_in_schema=False, default_response_class=HTMLResponse)
fallback = APIRouter(include_in_schema=False)

STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 1rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #8886; }
form { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0; }
.text { white-space: pre-line; max-width: 42rem; }
mark { text-decoration: underline; }
mark:target { outline: 3px solid; }
"""


@router.get("/style.css")
def style() -> Response:
    """The one stylesheet."""
    return Response(STYLE, media_type="text/css")


@router.get("/")
def listing(store: InStore, query: IncidentParameters) -> HTMLResponse:
    """The list with a form of filters and links to the pages before and after."""
    page = store.incidents(query.as_filter())
    rows = [_row(incident) for incident in page.incidents]
    head = [tag("th", name, scope="col") for name in ("Date", "Place", "Act", "Harm", "Sources")]
    return _page(
        "Incidents",
        _form(query),
        tag("p", f"{page.total} incidents. ", _pager(query, page)),
        tag("table", tag("thead", tag("tr", *head)), tag("tbody", *rows)),
    )


@router.get("/incidents/{incident_id}")
def incident_page(store: InStore, incident_id: str) -> HTMLResponse:
    """One incident: every value with links to its words in the documents below."""
    incident = store.incident(incident_id)
    cited = citations(incident, [store.event(event_id) for event_id in incident.event_ids])
    documents = [store.document(doc_id) for doc_id in incident.doc_ids]
    fields: list[tuple[str, str, str]] = [
        ("event_type", "What", act_words(incident)),
        ("actors", "Who", actor_words(incident.actors)),
        ("recipients", "To whom", actor_words(incident.recipients)),
        ("place", "Where", place_words(incident.place)),
        ("date", "When", date_words(incident.date)),
        ("targets", "What was hit", ", ".join(f"{t.kind} ({t.extent})" for t in incident.targets)),
        ("impacts", "Consequences", ", ".join(i.kind.replace("_", " ") for i in incident.impacts)),
        ("attributions", "Who says so", actor_words(incident.attributions) if incident.attributions else "the reports themselves"),
    ]
    facts = [tag("tr", tag("th", title, scope="row"), tag("td", words, _links(cited, field))) for field, title, words in fields]
    tolls = [_toll(index, toll, cited) for index, toll in enumerate(incident.harm)]
    return _page(
        act_words(incident),
        tag("p", tag("a", "All incidents", href="/plain/")),
        tag("table", tag("tbody", *facts)),
        joined(tolls),
        joined([_document(stored, cited) for stored in documents]),
    )


@fallback.get("/")
@fallback.get("/incidents/{incident_id}")
def to_plain(request: Request) -> RedirectResponse:
    """The workbench's addresses lead to the plain pages."""
    return RedirectResponse(request.url.replace(path=f"/plain{request.url.path}"))


def _page(title: str, *body: Markup) -> HTMLResponse:
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width"),
        tag("title", f"{title} - Dateline"),
        tag("link", rel="stylesheet", href="/plain/style.css"),
    )
    return HTMLResponse("<!doctype html>" + tag("html", head, tag("body", tag("h1", title), *body), lang="en"))


def _form(query: IncidentQuery) -> Markup:
    types = ["", *codebook.load().types]
    chosen = query.event_type[0] if query.event_type else ""
    options = [tag("option", name or "all types", value=name, selected=name == chosen) for name in types]
    return tag(
        "form",
        tag("input", type="search", name="text", value=query.text, placeholder="words in the reports", aria_label="words"),
        tag("select", *options, name="event_type", aria_label="type"),
        tag("button", "Show"),
        method="get",
    )


def _pager(query: IncidentQuery, page: IncidentPage) -> Markup:
    links = []
    for label, offset in (("Previous", query.offset - query.limit), ("Next", query.offset + query.limit)):
        if 0 <= offset < page.total:
            chosen = query.model_dump(mode="json", exclude_defaults=True) | {"offset": offset}
            links.append(tag("a", label, href="?" + urlencode(chosen, doseq=True)))
    return joined(links)


def _row(incident: Incident) -> Markup:
    link = tag("a", act_words(incident), href=f"/plain/incidents/{incident.incident_id}")
    harm = ", ".join(toll_words(toll) for toll in incident.harm)
    sources = f"{incident.sources}, {incident.independent_sources} independent"
    disputed = f"; disputed: {', '.join(incident.disputed)}" if incident.disputed else ""
    cells = (date_words(incident.date), place_words(incident.place), link, harm, sources + disputed)
    return tag("tr", *(tag("td", cell) for cell in cells))


def _toll(index: int, toll: Toll, cited: tuple[Citation, ...]) -> Markup:
    def row(number: int, figure: Figure) -> Markup:
        by = actor_words((figure.attribution,)) if figure.attribution else "the report itself"
        said = f"{count_words(figure.count)}{'' if figure.newest else ' (older figure)'}"
        own = [c for c in cited if c.figure == number and c.index == index]
        cells = (said, _links(tuple(own), "harm"), figure.publisher or "unknown", str(figure.published or "undated"), by)
        return tag("tr", *(tag("td", cell) for cell in cells))

    rows = [row(number, figure) for number, figure in enumerate(toll.figures)]
    return tag("section", tag("h2", toll_words(toll)), tag("table", tag("tbody", *rows)))


def _anchor(doc_id: str, part: str, start: int) -> str:
    return f"{doc_id}-{part}-{start}"


def _links(cited: tuple[Citation, ...], field: str) -> Markup:
    places = dict.fromkeys(_anchor(c.doc_id, c.part, c.start) for c in cited if c.field == field)
    return joined([tag("a", f" [{n}]", href=f"#{place}") for n, place in enumerate(places, 1)])


def _document(stored: StoredDocument, cited: tuple[Citation, ...]) -> Markup:
    document = stored.document
    published = f"{document.published or 'undated'} ({document.published_method})"
    own = [c for c in cited if c.doc_id == document.id]
    return tag(
        "article",
        tag("h2", _marked(document.title, document, "title", own)),
        tag("p", f"{document.publisher or 'unknown publisher'}, {published}. {document.url or document.address}"),
        tag("div", _marked(document.text, document, "text", own), class_="text"),
    )


def _marked(text: str, document: Document, part: str, cited: list[Citation]) -> Markup:
    """The text with every cited stretch in a mark; cuts stand at every start and end, so that overlaps need no nesting."""
    spans = [(c.start, c.end) for c in cited if c.part == part]
    cuts = sorted({0, len(text), *(n for span in spans for n in span if 0 <= n <= len(text))})
    pieces = []
    for start, end in pairwise(cuts):
        within = any(s <= start and end <= e for s, e in spans)
        words = text[start:end]
        pieces.append(tag("mark", words, id=_anchor(document.id, part, start)) if within else tag("span", words))
    return joined(pieces)
