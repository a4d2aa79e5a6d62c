"""FollowTheMoney: entities that the library itself finds valid.

The library needs ICU to install, so that it is not among the packages for tests; where it is not there, these are skipped,
unless GRAPHBUILDER_REQUIRE_FTM says that they must not be.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from worlds import HARMLESS, hostile_records, world

if os.environ.get("GRAPHBUILDER_REQUIRE_FTM"):
    import followthemoney
else:
    followthemoney = pytest.importorskip("followthemoney")


@pytest.fixture
def entities(tmp_path: Path) -> list[Any]:
    world(hostile_records()).export(tmp_path / "a.ftm.json", "ftm")
    lines = (tmp_path / "a.ftm.json").read_text(encoding="utf-8").split("\n")
    return [followthemoney.model.get_proxy(json.loads(line), cleaned=False) for line in lines if line]


def _by_schema(entities: list[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for proxy in entities:
        found.setdefault(proxy.schema.name, []).append(proxy)
    return found


def test_all_are_valid_and_lead_somewhere(entities: list[Any]) -> None:
    ids = {proxy.id for proxy in entities}
    assert len(ids) == len(entities)
    for proxy in entities:
        proxy.schema.validate(proxy.to_dict())
        for prop, value in proxy.itervalues():
            assert prop.type.validate(value), (prop.name, value)
            if prop.type.name == "entity":
                assert value in ids


def test_all_are_there(entities: list[Any]) -> None:
    found = _by_schema(entities)
    counts = {schema: len(proxies) for schema, proxies in found.items()}
    of_deals = {"Contract": 3, "ContractAward": 3, "Documentation": 4}
    assert counts == {"Article": 3, "Asset": 2, "Company": 1, "Mention": 10, "Person": 2, "PublicBody": 3} | of_deals
    award = next(proxy for proxy in found["ContractAward"] if proxy.first("status") == "delivered")
    assert (award.first("amount"), award.first("currency"), award.first("date")) == ("5000000000", "EUR", "2019-05")
    assert {proxy.first("country") for proxy in found["PublicBody"]} == {"fr", "au", "ru"}
    assert "Q7377984" in {proxy.first("wikidataId") for proxy in found["Person"]}


def test_hostile_texts_survive(entities: list[Any]) -> None:
    names = {proxy.first("name") for proxy in _by_schema(entities)["Person"]}
    assert any(" ".join(HARMLESS.split())[:60] == " ".join(str(name).split())[:60] for name in names)


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        world(hostile_records()).export(tmp_path / name, "ftm")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
