import io
import json
import sys
from types import SimpleNamespace

import pytest

from dateline.cli import jsonlines, shapes
from dateline.cli.tally import Tally
from dateline.errors import DatelineError

GOOD = {"id": 1, "sentence": "Ann met Bob.", "actor": {"start": 0, "end": 3}, "recipient": {"start": 8, "end": 11}}


@pytest.fixture
def read(monkeypatch):
    def read(text, shape=shapes.Relation):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
        tally = Tally()
        return list(jsonlines.records("-", shape, tally.refuse)), tally

    return read


def test_good_lines_pass_unchanged_and_blank_ones_are_skipped(read):
    record = GOOD | {"more": [1]}
    assert read(f"\n{json.dumps(record)}\n\n")[0] == [record]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "one JSON object a line is wanted"),
        ("{}}", "JSON is malformed"),
        ("[1]", "Expected `object`"),
        ('{"id": 1}', "missing required field `sentence`"),
        (json.dumps(GOOD | {"actor": {"start": "0", "end": 3}}), "$.actor.start"),
        (json.dumps(GOOD | {"actor": {"start": 0, "end": 99}}), "actor: 0 to 99 is no part of a text of 12 characters"),
        (json.dumps(GOOD | {"recipient": {"start": 5, "end": 5}}), "recipient: 5 to 5"),
    ],
)
def test_a_bad_line_is_named_by_its_number_and_the_rest_goes_on(read, capsys, line, says):
    records, tally = read(f"{json.dumps(GOOD)}\n{line}\n{json.dumps(GOOD)}\n")
    printed = capsys.readouterr().err
    assert len(records) == 2
    assert tally.refused == 1
    assert printed.startswith("dateline: standard input, line 2: ")
    assert says in printed
    assert printed.count("\n") == 1


def test_no_record_at_all_is_said(read, capsys):
    assert read("\n")[0] == []
    assert "holds no records" in capsys.readouterr().err


def test_bytes_that_are_no_utf8_are_one_bad_line(tmp_path, capsys):
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"id": "\xff"}\n' + json.dumps(GOOD).encode())
    tally = Tally()
    assert list(jsonlines.records(str(path), shapes.Relation, tally.refuse)) == [GOOD]
    assert tally.refused == 1


def test_a_file_that_is_not_there_is_a_plain_error():
    with pytest.raises(DatelineError, match=r"nowhere\.jsonl: cannot be opened"):
        list(jsonlines.records("nowhere.jsonl", shapes.Relation, Tally().refuse))


@pytest.mark.parametrize("published", ["2025-12-22", "2025-12-22T10:00:00+01:00", "2025-12-22T10:00:00Z"])
def test_a_day_or_a_moment_of_publication_will_do(read, published):
    assert read(json.dumps({"id": 1, "text": "now", "published": published}), shapes.Dated)[1].refused == 0


def test_a_day_that_is_none_is_refused(read, capsys):
    read(json.dumps({"id": 1, "text": "now", "published": "22 Dec"}), shapes.Dated)
    assert "'22 Dec' is no ISO 8601 date" in capsys.readouterr().err


def test_output_is_utf8_one_object_a_line(capsysbinary):
    jsonlines.write([{"name": "Харків"}, {"b": None}])
    assert capsysbinary.readouterr().out == '{"name":"Харків"}\n{"b":null}\n'.encode()


def test_a_byte_order_mark_and_deep_nesting(read, capsys):
    records, tally = read(f"\ufeff{json.dumps(GOOD)}\n{'[' * 100_000}\n{json.dumps(GOOD)}\n")
    assert (len(records), tally.refused) == (2, 1)
    assert capsys.readouterr().err.count("\n") == 1


def test_each_object_is_out_before_the_next_is_asked_for(capsysbinary):
    def objects():
        yield {"a": 1}
        assert capsysbinary.readouterr().out == b'{"a":1}\n'
        yield {"a": 2}

    jsonlines.write(objects())
