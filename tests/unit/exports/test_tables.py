"""The tables of an edition: as readers of tables expect them, and with metadata that fit."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

from built import CORPUS, VOCABULARY, harbour
from concordance.exports import tables
from concordance.model.vocabulary import Term

TERM = Term("A", "")
CORPUS_WITH_TERMS = replace(
    CORPUS,
    vocabulary=replace(
        VOCABULARY, facets={"actors": {"crews": Term("Crews", "Those, who “work”."), "a": Term("A", "")}}
    ),
    annotations={
        **CORPUS.annotations,
        "rules-1": replace(CORPUS.annotations["rules-1"], who=(("actors", ("crews", "a")),)),
    },
)


def test_spreadsheets_see_that_a_table_is_in_utf_8_and_every_line_has_all_columns() -> None:
    made = tables.make_files(harbour(corpus=CORPUS_WITH_TERMS))
    for name in ("entries", "links", "terms"):
        text = str(made[f"data/{name}.csv"])
        assert text.startswith("\ufeff")
        assert text.endswith("\r\n")
        rows = [*csv.reader(io.StringIO(text[1:], newline=""))]
        assert {len(row) for row in rows} == {len(rows[0])}


def test_the_metadata_describe_the_tables(tmp_path: Path) -> None:
    edition = harbour(corpus=CORPUS_WITH_TERMS)
    for path, content in tables.make_files(edition).items():
        (tmp_path / Path(path).name).write_bytes(str(content).encode())
    # It loads much, and every process of the tests reads this file.
    from csvw import TableGroup

    group = TableGroup.from_file(tmp_path / "csv-metadata.json")
    assert group.check_referential_integrity(strict=True)
    assert [table.check_primary_key() for table in group.tables] == [True] * 3
    read = {str(table.url): [*table.iterdicts(strict=True)] for table in group.tables}
    assert [row["id"] for row in read["entries.csv"]] == [*edition.concordance.entries]
    assert read["entries.csv"][0]["terms"] == ["actors-crews", "actors-a"]
    assert [row["reason"] for row in read["links.csv"]] == [link.reason for link in edition.concordance.links]
    assert read["terms.csv"][0]["means"] == "Those, who “work”."
