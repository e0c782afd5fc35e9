import pytest
from fastapi.testclient import TestClient

from dateline.api import create_app
from dateline.api.guard import host_name
from dateline.store import open_store


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("127.0.0.1:8765", "127.0.0.1"),
        ("LocalHost", "localhost"),
        ("[::1]:8765", "[::1]"),
        ("[::1]", "[::1]"),
        ("evil.example:8765", "evil.example"),
        ("", ""),
    ],
)
def test_host_without_port(header: str, host: str) -> None:
    assert host_name(header) == host


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:9999", "[::1]:8765"])
def test_loopback_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/api/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8765", "192.168.1.4", ""])
def test_other_names_are_refused(client: TestClient, host: str) -> None:
    answer = client.get("/api/health", headers={"Host": host})
    assert answer.status_code == 400
    assert "does not answer to the host name" in answer.json()["error"]


def test_a_name_can_be_allowed(story_path: str) -> None:
    app = create_app(lambda: open_store(story_path), allowed_hosts=["desk.example:8765"])
    with TestClient(app, base_url="http://desk.example:8765") as client:
        assert client.get("/api/health").status_code == 200
        assert client.get("/api/health", headers={"Host": "other.example"}).status_code == 400


@pytest.mark.parametrize("address", ["/api/health", "/api/incidents/nothing", "/plain/", "/"])
def test_every_answer_keeps_the_page_to_itself(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_even_a_refusal_has_the_headers(client: TestClient) -> None:
    answer = client.get("/api/health", headers={"Host": "evil.example"})
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
