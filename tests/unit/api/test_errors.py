import pytest
from fastapi.testclient import TestClient

from dateline.api import create_app
from tests import workbench_story


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/api/incidents?event_type=WAR", 400, "event_type 'WAR' is not in the codebook"),
        ("/api/incidents?target=moon", 400, "target 'moon' is not in the codebook"),
        ("/api/incidents?since=2031-03-09&until=2031-03-01", 400, "is after until"),
        ("/api/incidents?box=1,2,3", 400, "is not four numbers"),
        ("/api/incidents?box=0,50,10,40", 400, "south first"),
        ("/api/incidents?quad=XX", 422, "Parameter quad: "),
        ("/api/incidents?since=yesterday", 422, "Parameter since: "),
        ("/api/incidents?country=ukraine", 422, "Parameter country: "),
        ("/api/incidents?limit=100000", 422, "Parameter limit: "),
        ("/api/incidents?offset=-1", 422, "Parameter offset: "),
        ("/api/incidents?colour=red", 422, "There is no parameter 'colour'"),
        ("/api/search", 422, "Parameter text: "),
        ("/api/incidents/nothing", 404, "nothing"),
        ("/api/documents/nothing", 404, "nothing"),
        ("/api/nonsense", 404, "There is no /api/nonsense"),
    ],
)
def test_faults_are_one_sentence(client: TestClient, address: str, status: int, says: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert list(answer.json()) == ["error"]
    assert says in answer.json()["error"]
    assert "\n" not in answer.json()["error"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_written(client: TestClient, method: str) -> None:
    for address in ("/api/incidents", f"/api/documents/{workbench_story.FIRST.id}", "/"):
        assert client.request(method, address).status_code == 405


class Broken:
    """A store that opens, and then fails."""

    def __enter__(self) -> "Broken":
        return self

    def __exit__(self, *exc: object) -> None:
        pass

    def totals(self) -> None:
        raise RuntimeError("disk on fire at /secret/place")


def test_a_failure_says_so_without_its_details() -> None:
    app = create_app(Broken)  # type: ignore[arg-type]
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        answer = client.get("/api/health")
    assert answer.status_code == 500
    assert "RuntimeError" in answer.json()["error"]
    assert "secret" not in answer.text
