"""The tables on disk: exact bytes, harmless cells, and nothing lost on the way back."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from graphbuilder.errors import InputError
from graphbuilder.export.csv import read_table, write_tables
from graphbuilder.export.formulas import neutralise, restore
from graphbuilder.export.restored import restored
from graphbuilder.export.tables import TABLES, joined, joined_sentences, rows
from graphbuilder.records import Knowledge

HEADERS = {
    "documents": "document_id,title,date,source,path,language,characters,sentences,sha256",
    "entities": "entity_id,name,type,country,aliases,mentions,documents,wikidata",
    "mentions": "entity_id,document_id,sentence,start,end,text,kind",
    "triples": "triple_id,document_id,sentence,subject,relation,object,subject_id,object_id,subject_type,object_type,"
    "relation_type,polarity,modality,attributed_to,date,confidence,start,end,evidence,statement_id,rule,attribution_chain",
    "deals": "deal_id,supplier,recipient,weapon,weapon_category,quantity,unit,value,currency,kind,status,ordered,"
    "delivered,supplier_id,recipient_id,weapon_id,operators,manufacturer,first_reported,last_reported,documents,"
    "triples,confidence,evidence,delivery_years",
    "deal_events": "deal_id,date,reported,status,wording,polarity,modality,said_by,standing,quantity,value,currency,"
    "document_id,sentence,start,end,triples,confidence,evidence",
    "decisions": "entity_id,outcome,scope,name,other,other_id,score,reason,documents,document_id",
    "attributes": "entity_id,attribute,value,start,end,origin,source,documents",
}
FIRST_ROWS = {
    "documents": "d1,Frigates,2019-08,Wire,a.txt,en,64,2,",
    "entities": "e1,Ruritania,COUNTRY,RUR,Strelsau|a¦b,2,d1,",
    "mentions": "e1,d1,0,0,9,Ruritania,name",
    "triples": "t1,d1,0,Ruritania,sell to,Freedonia,e1,e2,COUNTRY,COUNTRY,SUPPLIES,affirmed,asserted,,2019,0.816,0,41,"
    "Ruritania sold two frigates to Freedonia.,s1,active,",
    "deals": "v1,Ruritania,Freedonia,Frigate,ships,2,,,,sale,ordered,2019,,e1,e2,e3,,,,,d1,t1,0.700,"
    "Ruritania sold two frigates to Freedonia. ¶ It was ⁋ the first sale.,2020|2021",
    "deal_events": "v1,2019,2019-08,ordered,sell to,affirmed,asserted,,current,2,,,d1,0,0,41,t1,0.816,"
    "Ruritania sold two frigates to Freedonia.",
    "decisions": 'e1,joined,article,,,,1.000,"capital ""Strelsau"" of ""Ruritania""",1,d1',
    "attributes": "e1,country,RUR,,,table,invented,",
}


@pytest.mark.parametrize("table", TABLES)
def test_header_and_first_row(table: str, knowledge: Knowledge, tmp_path: Path) -> None:
    write_tables(knowledge, tmp_path)
    written = (tmp_path / f"{table}.csv").read_bytes().decode("utf-8").split("\n")
    assert written[:2] == [HEADERS[table], FIRST_ROWS[table]]
    assert written[-1] == ""


@pytest.mark.parametrize("table", TABLES)
def test_rows_come_back(table: str, knowledge: Knowledge, tmp_path: Path) -> None:
    write_tables(knowledge, tmp_path)
    assert list(read_table(table, tmp_path)) == list(rows(table, knowledge))


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_build_has_headers(table: str, tmp_path: Path) -> None:
    write_tables(Knowledge(), tmp_path)
    assert (tmp_path / f"{table}.csv").read_text(encoding="utf-8") == HEADERS[table] + "\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param("+SUM(A1)", "'+SUM(A1)", id="plus"),
        pytest.param("- he said", "'- he said", id="dash"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("\r=1", "'\r=1", id="carriage return"),
        pytest.param("\n=1", "'\n=1", id="line feed"),
        pytest.param("＝1", "'＝1", id="wide equals sign"),
        pytest.param("'=1", "''=1", id="already quoted"),
        pytest.param("''=1", "'''=1", id="already quoted twice"),
        pytest.param("'Yes', he said", "'Yes', he said", id="quotation"),
        pytest.param("-5", "-5", id="negative number"),
        pytest.param("+3.25", "+3.25", id="signed decimal"),
        pytest.param("-5+cmd", "'-5+cmd", id="number with more behind it"),
        pytest.param("S-400", "S-400", id="sign inside"),
        pytest.param("", "", id="empty"),
    ],
)
def test_formulas(text: str, written: str) -> None:
    assert neutralise(text) == written
    assert restore(written) == text


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        'He said "no", twice',
        "two\nlines",
        "a\r\nb",
        "\r",
        "nul \x00 sign",
        "−5 °C",
        "''-",
        " lead",
    ],
)
def test_any_text_survives(text: str, knowledge: Knowledge, tmp_path: Path) -> None:
    mention = replace(knowledge.mentions[0], text=text)
    write_tables(replace(knowledge, mentions=(mention,)), tmp_path)
    assert list(read_table("mentions", tmp_path)) == [("e1", "d1", 0, 0, 9, text, "name")]


def test_a_lone_surrogate_does_not_lose_the_build(knowledge: Knowledge, tmp_path: Path) -> None:
    write_tables(replace(knowledge, mentions=(replace(knowledge.mentions[0], text="a\ud800b"),)), tmp_path)
    assert next(read_table("mentions", tmp_path))[5] == "a?b"


def test_items_are_told_apart_by_splitting() -> None:
    assert joined(["a|b", "c"]).split("|") == ["a¦b", "c"]
    assert joined_sentences(["a ¶ b", "c"]).split(" ¶ ") == ["a ⁋ b", "c"]


def test_a_number_too_large_for_a_column_is_left_out(knowledge: Knowledge) -> None:
    deal = replace(knowledge.deals[0], value=10**30)
    assert next(rows("deals", replace(knowledge, deals=(deal,))))[7] is None


def test_records_come_back(knowledge: Knowledge, tmp_path: Path) -> None:
    write_tables(knowledge, tmp_path)
    back = restored({table: read_table(table, tmp_path) for table in TABLES})
    assert back.mentions == knowledge.mentions
    assert back.sentences == knowledge.sentences
    assert back.articles[0] == replace(knowledge.articles[0], text="")
    assert back.entities[1:] == knowledge.entities[1:]
    assert back.entities[0].aliases == ("Strelsau", "a¦b")
    assert back.triples == (replace(knowledge.triples[0], confidence=0.816),)
    assert back.deals == (replace(knowledge.deals[0], evidence=back.deals[0].evidence),)
    assert (back.decisions, back.attributes) == (knowledge.decisions, knowledge.attributes)
    assert back.entities[0].reasons == ('capital "Strelsau" of "Ruritania"', 'kept apart from "Freedonia": two states')
    assert back.deal_events == (replace(knowledge.deal_events[0], confidence=0.816),)
    assert back.deals[0].evidence[1] == "It was ⁋ the first sale."


def test_a_column_added_behind_is_passed_over(knowledge: Knowledge, tmp_path: Path) -> None:
    write_tables(knowledge, tmp_path)
    path = tmp_path / "mentions.csv"
    with path.open(encoding="utf-8", newline="") as file:
        longer = [[*row, "new"] for row in csv.reader(file)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(longer)
    assert list(read_table("mentions", tmp_path)) == list(rows("mentions", knowledge))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "has no mentions.csv", id="missing file"),
        pytest.param("entity_id,text\n", "lacks the column 'document_id'", id="missing column"),
        pytest.param(HEADERS["mentions"] + "\ne1,d1\n", "line 2 of .* is damaged", id="short row"),
        pytest.param(HEADERS["mentions"] + "\ne1,d1,x,0,9,R,name\n", "line 2 of .* is damaged", id="no number"),
    ],
)
def test_damage_is_told(content: str | None, message: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "mentions.csv").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        list(read_table("mentions", tmp_path))
