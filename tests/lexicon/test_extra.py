import pytest

from graphbuilder.errors import InputError
from graphbuilder.lexicon import load_lexicon


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_tsv_file_adds_entries(tmp_path):
    path = write(
        tmp_path,
        "own.tsv",
        "# my own weapons\n"
        "type\tname\taliases\tcountry\tcategory\tkind\tmaker\n"
        "WEAPON\tZmaj-7\tZmaj 7M|Dragonet?\tSRB\tartillery\thowitzer\tYugoimport SDPR\n",
    )
    lexicon = load_lexicon((path,))
    entry = lexicon.entry("weapon:Zmaj-7")
    assert (entry.country, entry.category, entry.maker) == ("SRB", "artillery", "Yugoimport SDPR")
    assert [(match.entry, match.ambiguous) for match in lexicon.lookup("Dragonet")] == [(entry, True)]
    assert lexicon.lookup("Zmaj-7s")[0].entry is entry


def test_a_csv_file_adds_to_a_known_entry(tmp_path):
    path = write(tmp_path, "own.csv", 'type,name,aliases,wikidata\nWEAPON,S-400,"Big Bird, the|Forty-N6",Q1234\n')
    lexicon = load_lexicon((path,))
    entry = lexicon.entry("weapon:S-400")
    assert (entry.wikidata, entry.country) == ("Q1234", "RUS")
    assert "S-400 Triumf" in entry.aliases
    assert lexicon.lookup("Forty-N6")[0].entry is entry


@pytest.mark.parametrize("kind", ["country", "PERSON", "Organization"])
def test_types_are_read_in_any_case(tmp_path, kind):
    path = write(tmp_path, "own.tsv", f"type\tname\tcountry\n{kind}\tZedland\tZED\n")
    (match,) = load_lexicon((path,)).lookup("Zedland")
    assert match.entry.type == kind.upper()


def test_the_package_tables_are_left_alone(tmp_path):
    path = write(tmp_path, "own.tsv", "type\tname\nWEAPON\tQwx-1\n")
    load_lexicon((path,))
    assert load_lexicon().entry("weapon:Qwx-1") is None


WRONG = [
    ("no type column", "own.tsv", "name\tcountry\nS-1\tRUS\n", "line 1.*lacks the column 'type'.*Add the column"),
    ("unknown type", "own.tsv", "type\tname\nTANK\tS-1\n", "line 2, column type: 'TANK'.*Write one of"),
    ("empty name", "own.tsv", "type\tname\nWEAPON\t\n", "line 2, column name: the name is empty"),
    ("wrong country", "own.csv", "type,name,country\nWEAPON,S-1,Russia\n", "line 2, column country: 'Russia'.*TUR"),
    ("country without code", "own.csv", "type,name\nCOUNTRY,Zedland\n", "line 2, column country.*needs"),
    ("wrong category", "own.csv", "type,name,category\nWEAPON,S-1,tanks\n", "column category: 'tanks'.*aircraft"),
    ("wrong year", "own.csv", "type,name,role,from\nPERSON,A B,president,May\n", "column from: 'May'.*four digits"),
    ("too many cells", "own.tsv", "type\tname\nWEAPON\tS-1\tRUS\n", "line 2: 3 cells.*2 columns"),
    ("unknown column", "own.tsv", "type\tname\tcolour\nWEAPON\tS-1\tred\n", "'colour' is not known"),
    ("empty file", "own.tsv", "", "the table is empty"),
]


@pytest.mark.parametrize(("name", "text", "message"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_wrong_file_is_refused_with_its_place(tmp_path, name, text, message):
    path = write(tmp_path, name, text)
    with pytest.raises(InputError, match=message) as caught:
        load_lexicon((path,))
    assert str(path) in str(caught.value)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        load_lexicon((tmp_path / "none.tsv",))


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "own.tsv"
    path.write_bytes("type\tname\nWEAPON\tHürkuş".encode("utf-16"))
    with pytest.raises(InputError, match="not UTF-8"):
        load_lexicon((path,))
