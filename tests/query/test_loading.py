"""Loading: from a folder of this or another version, and from GraphML alone, without losing a type."""

import csv
import json
from pathlib import Path
from typing import Any

import networkx
import pandas
import pytest
from worlds import hostile_records, saved, world

from graphbuilder import load
from graphbuilder.errors import InputError
from graphbuilder.export.graphml import flattened
from graphbuilder.export.tables import TABLES


def _rewritten(path: Path, change: Any) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = [change(dict(row)) for row in csv.DictReader(file)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _without(*names: str) -> Any:
    return lambda row: {name: cell for name, cell in row.items() if name not in names}


@pytest.mark.parametrize("known", [None, hostile_records()], ids=["plain", "hostile"])
def test_a_folder_gives_the_same_graph(known: Any, tmp_path: Path) -> None:
    built = world(known)
    back = load(saved(built, tmp_path / "out"))
    for table in TABLES:
        pandas.testing.assert_frame_equal(pandas.DataFrame(back.tables[table]), pandas.DataFrame(built.tables[table]))
    assert networkx.utils.graphs_equal(back.graph, flattened(built.graph))


@pytest.mark.parametrize("known", [None, hostile_records()], ids=["plain", "hostile"])
def test_graphml_alone_gives_the_same_graph_entities_and_deals(known: Any, tmp_path: Path) -> None:
    built = world(known)
    back = load(saved(built, tmp_path / "out") / "graph.graphml")
    assert networkx.utils.graphs_equal(back.graph, flattened(built.graph))
    for _, attributes in back.graph.nodes(data=True):
        assert type(attributes["mentions"]) is int
    kept = [name for name in built.entities.columns if name != "documents"]
    if known is None:
        pandas.testing.assert_frame_equal(back.entities[kept], built.entities[kept])
        pandas.testing.assert_frame_equal(pandas.DataFrame(back.deals), pandas.DataFrame(built.deals))
    assert back.entities.dtypes.equals(built.entities.dtypes)
    assert back.deals.dtypes.equals(built.deals.dtypes)
    assert set(back.documents["document_id"]) == {"d1", "d2", "d3"}


def test_graphml_alone_can_be_asked_saved_and_shown(tmp_path: Path) -> None:
    back = load(saved(world(), tmp_path / "out") / "graph.graphml")
    assert list(back.deals(supplier="Strelsau").deals["deal_id"]) == ["v1", "v2"]
    assert len(back.triples(relation_type="SUPPLIES", polarity="affirmed").triples) == 3
    assert back.triples["start"].isna().all()
    assert back.paths("Rassendyll", "Firefly", most=1)["step"].max() == 3
    assert "Ruritania" in back.to_html()
    again = load(saved(back, tmp_path / "again"))
    for table in TABLES:
        pandas.testing.assert_frame_equal(pandas.DataFrame(again.tables[table]), pandas.DataFrame(back.tables[table]))


def test_columns_that_an_older_version_did_not_write_are_unknown(tmp_path: Path) -> None:
    out = saved(world(), tmp_path / "out")
    _rewritten(out / "deals.csv", _without("delivery_years", "value", "weapon_category"))
    _rewritten(out / "triples.csv", _without("rule", "sentence"))
    back = load(out)
    assert list(back.deals["delivery_years"]) == ["", "", ""]
    assert back.deals["value"].isna().all()
    assert back.triples["sentence"].isna().all()
    assert list(back.deals.columns) == [column.name for column in TABLES["deals"]]
    assert list(back.deals(supplier="Ruritania").deals["deal_id"]) == ["v1", "v2"]
    assert "Ruritania" in back.to_html()


def test_tables_that_an_older_version_did_not_write_are_empty(tmp_path: Path) -> None:
    out = saved(world(), tmp_path / "out")
    for table in ("deal_events", "decisions", "attributes"):
        (out / f"{table}.csv").unlink()
    back = load(out)
    assert (len(back.deal_events), len(back.decisions), len(back.attributes)) == (0, 0, 0)
    assert len(back.deals(status="ordered").deals) == 1


def test_columns_and_tables_of_a_newer_version_are_carried(tmp_path: Path) -> None:
    out = saved(world(), tmp_path / "out")
    _rewritten(out / "deals.csv", lambda row: {"urgency": f"=high, {row['deal_id']}", **row})
    (out / "moods.csv").write_text('deal_id,mood\nv1,"good, still"\nv2,bad\n', encoding="utf-8")
    (out / "notes.txt").write_text("of the user", encoding="utf-8")
    marker = json.loads((out / ".graphbuilder.json").read_text(encoding="utf-8"))
    marker["files"].append("moods.csv")
    (out / ".graphbuilder.json").write_text(json.dumps(marker), encoding="utf-8")
    back = load(out)
    assert list(back.deals.columns)[-1] == "urgency"
    assert back.tables["moods"].to_numpy().tolist() == [["v1", "good, still"], ["v2", "bad"]]
    part = back.deals(status="discussed")
    assert list(part.deals["urgency"]) == ["=high, v2"]
    assert part.tables["moods"].to_numpy().tolist() == [["v2", "bad"]]
    again = load(saved(part, tmp_path / "again"))
    assert list(again.deals["urgency"]) == ["=high, v2"]
    assert again.tables["moods"].to_numpy().tolist() == [["v2", "bad"]]


def test_a_row_without_its_id_is_damage(tmp_path: Path) -> None:
    out = saved(world(), tmp_path / "out")
    _rewritten(out / "deals.csv", _without("deal_id"))
    with pytest.raises(InputError, match="lacks the column 'deal_id'"):
        load(out)


def test_a_file_that_is_no_graphml_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.graphml"
    path.write_text("<html/>", encoding="utf-8")
    with pytest.raises(InputError, match="no GraphML of this program"):
        load(path)


def test_entities_in_xml_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    path = tmp_path / "a.graphml"
    path.write_text(
        f'<!DOCTYPE g [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="k" for="node" attr.name="label" attr.type="string"/>'
        '<graph edgedefault="directed"><node id="a"><data key="k">&x;</data></node></graph></graphml>',
        encoding="utf-8",
    )
    assert "secret" not in str(load(path).graph.nodes(data=True))
