import pytest
from fastapi.testclient import TestClient

from tests import workbench_story

STRIKE = "i-beacon-1-assault-30"


def ids(answer) -> list[str]:
    return [incident["incident_id"] for incident in answer.json()["incidents"]]


def test_list_holds_every_incident_with_its_class(client: TestClient) -> None:
    body = client.get("/api/incidents").json()
    assert body["total"] == len(body["incidents"]) == 8
    strike = next(i for i in body["incidents"] if i["incident_id"] == STRIKE)
    assert (strike["quad"], strike["sources"], strike["disputed"]) == ("MX", 3, ["harm"])


def test_list_leaves_out_what_only_one_incident_needs(client: TestClient) -> None:
    strike = client.get("/api/incidents", params={"event_type": "ASSAULT", "background": False}).json()["incidents"][0]
    assert "reasons" not in strike
    assert all("figures" not in toll for toll in strike["harm"])


@pytest.mark.parametrize(
    ("parameters", "count"),
    [
        ({"event_type": ["ASSAULT", "AID"]}, 3),
        ({"quad": "VX"}, 2),
        ({"status": "denied"}, 1),
        ({"country": "MIR", "event_type": "CONSULT"}, 1),
        ({"actor": "Government of Miral"}, 2),
        ({"target": "energy.generation"}, 1),
        ({"since": "2031-03-08", "until": "2031-03-08"}, 3),
        ({"text": "generators"}, 1),
        ({"background": True}, 1),
        ({"killed_at_least": 12}, 1),
        ({"box": "30,46,31,47"}, 2),
    ],
)
def test_every_filter_reaches_the_store(client: TestClient, parameters: dict[str, object], count: int) -> None:
    body = client.get("/api/incidents", params=parameters).json()
    assert body["total"] == len(body["incidents"]) == count


def test_pages_follow_each_other_in_the_asked_order(client: TestClient) -> None:
    whole = ids(client.get("/api/incidents", params={"order": "oldest"}))
    pages = [ids(client.get("/api/incidents", params={"order": "oldest", "limit": 3, "offset": n})) for n in (0, 3, 6)]
    assert [len(page) for page in pages] == [3, 3, 2]
    assert [each for page in pages for each in page] == whole


def test_facets_show_what_else_could_be_chosen(client: TestClient) -> None:
    everything = client.get("/api/incidents").json()["facets"]
    chosen = client.get("/api/incidents", params={"event_type": "AID"}).json()
    assert chosen["total"] == 1
    assert chosen["facets"]["event_type"] == everything["event_type"]
    assert chosen["facets"]["quad"] == {"MC": 1}


def test_incident_comes_with_all_that_it_rests_on(client: TestClient) -> None:
    body = client.get(f"/api/incidents/{STRIKE}").json()
    assert [event["doc_id"] for event in body["events"]] == ["beacon-1", "coastal-1", "orst-1", "beacon-2"]
    assert {d["doc_id"]: d["published_method"] for d in body["documents"]}["orst-1"] == "inferred"
    assert {claim["event_id"] for claim in body["claims"]} == {event["event_id"] for event in body["events"]}
    names = {name for reason in body["incident"]["reasons"] for name, _ in reason["comparisons"]}
    assert names
    assert names == set(body["comparisons"])


def test_every_figure_leads_to_its_words(client: TestClient) -> None:
    body = client.get(f"/api/incidents/{STRIKE}").json()
    texts = {document["doc_id"]: document["text"] for document in body["documents"]}
    killed = next(i for i, toll in enumerate(body["incident"]["harm"]) if toll["kind"] == "killed" and not toll["subset"])
    figures = body["incident"]["harm"][killed]["figures"]
    told = {}
    for citation in body["citations"]:
        if citation["field"] == "harm" and citation["index"] == killed:
            figure = figures[citation["figure"]]
            assert figure["doc_id"] == citation["doc_id"]
            told[citation["figure"]] = (figure["min"], texts[citation["doc_id"]][citation["start"] : citation["end"]])
    assert sorted(told) == list(range(len(figures)))
    assert sorted(told.values()) == [
        (0, "nobody was killed"),
        (4, "an earlier figure of four"),
        (4, "four people"),
        (6, "Six people"),
        (6, "six people"),
    ]


def test_the_id_of_an_event_leads_to_its_incident(client: TestClient) -> None:
    body = client.get("/api/incidents/coastal-1-assault-40").json()
    assert body["incident"]["incident_id"] == STRIKE


def test_linked_incident_is_told(client: TestClient) -> None:
    body = client.get("/api/incidents/i-beacon-3-consult-25").json()
    (link,) = body["incident"]["links"]
    assert link["kind"] == "fulfils"
    assert body["linked"][link["target"]]["status"] == "planned"


def test_timeline_counts_by_day_and_class(client: TestClient) -> None:
    days = client.get("/api/timeline", params={"background": False}).json()["days"]
    assert [(day["day"], day["quads"]) for day in days] == [
        ("2031-03-04", {"MX": 1}),
        ("2031-03-06", {"VX": 2}),
        ("2031-03-08", {"VC": 3}),
        ("2031-03-09", {"MC": 1}),
    ]
    assert (days[0]["killed_min"], days[0]["killed_max"]) == (0, 6)


def test_document_with_events_and_what_its_versions_changed(client: TestClient) -> None:
    body = client.get("/api/documents/beacon-3").json()
    assert body["document"]["text"] == workbench_story.MET.text
    assert {event["event_type"] for event in body["events"]} == {"CONSULT", "AGREE", "AID", "ASSAULT"}
    first, second = body["versions"]
    assert (first["doc_id"], first["changes"], second["version"]) == ("beacon-3a", [], 2)
    removed = [change["text"] for change in second["changes"] if change["op"] == "removed"]
    assert removed == ["An agreement is near, Miral said."]


def test_search_gives_sentences_with_their_offsets(client: TestClient) -> None:
    (hit,) = client.get("/api/search", params={"text": "arms depot"}).json()["hits"]
    assert hit["doc_id"] == "orst-1"
    assert workbench_story.THIRD.text[hit["start"] : hit["end"]].strip() == hit["text"].strip()


def test_totals_and_health(client: TestClient) -> None:
    assert client.get("/api/totals").json()["documents"] == len(workbench_story.DOCUMENTS)
    health = client.get("/api/health").json()
    assert (health["status"], health["incidents"]) == ("ok", 8)


def test_codebook_tells_types_and_countries(client: TestClient) -> None:
    body = client.get("/api/codebook").json()
    assert [t["quad"] for t in body["types"] if t["name"] == "ASSAULT"] == ["MX"]
    assert len(body["types"]) == 16
    assert body["countries"]["UKR"] == "Ukraine"


def test_openapi_describes_every_parameter(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    assert {"/api/incidents", "/api/incidents/{incident_id}", "/api/timeline", "/api/documents/{doc_id}"} <= set(paths)
    named = {p["name"] for p in paths["/api/incidents"]["get"]["parameters"]}
    assert {"event_type", "quad", "status", "country", "killed_at_least", "box", "limit", "offset"} <= named
    assert not any(path.startswith("/plain") for path in paths)
