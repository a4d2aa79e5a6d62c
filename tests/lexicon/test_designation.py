import pytest

from graphbuilder.lexicon import designation, variant_of

TAKEN_APART = [
    ("F-16C/D Block 70", "F-16", "C/D Block 70"),
    ("F-16C / D Block 70", "F-16", "C / D Block 70"),
    ("F-15EX", "F-15", "EX"),
    ("F-35A", "F-35", "A"),
    ("F/A-18E/F", "F/A-18", "E/F"),
    ("Su-30MKI", "Su-30", "MKI"),
    ("SU-35", "Su-35", ""),
    ("Su 35", "Su-35", ""),
    ("Sukhoi Su-57", "Su-57", ""),
    ("MiG-29s", "MiG-29", ""),
    ("Mi-17V-5", "Mi-17", "V-5"),
    ("Mi-17-V5", "Mi-17", "V5"),
    ("Il-76MD-90A", "Il-76", "MD-90A"),
    ("T-90MS", "T-90", "MS"),
    ("T-72B3M", "T-72", "B3M"),
    ("BMP-2s", "BMP-2", ""),
    ("Leopard 2A6", "Leopard 2", "A6"),
    ("Leopard 2A6s", "Leopard 2", "A6"),
    ("M1A2 SEPv3", "M1", "A2 SEPv3"),
    ("M777A2", "M777", "A2"),
    ("M109A6", "M109", "A6"),
    ("K2PL", "K2", "PL"),
    ("K9A1", "K9", "A1"),
    ("S-400s", "S-400", ""),
    ("S400", "S-400", ""),
    ("S-300PMU-2", "S-300", "PMU-2"),
    ("Kh-59", "Kh-59", ""),
    ("Kh-59MK2", "Kh-59", "MK2"),
    ("9M729", "9M729", ""),
    ("2S19M2", "2S19", "M2"),
    ("AIM-120C-7/8", "AIM-120", "C-7/8"),
    ("AN/TPS-80", "AN/TPS-80", ""),
    ("AN/APG-83", "AN/APG-83", ""),
    ("APG-83", "AN/APG-83", ""),
    ("AN/ALQ-254(V)1", "AN/ALQ-254", "(V)1"),
    ("Type 054A", "Type 054A", ""),
    ("KF-21", "KF-21", ""),
    ("MQ-9B", "MQ-9", "B"),
    ("J-10CE", "J-10", "CE"),
    ("HQ-9B", "HQ-9", "B"),
    ("CH-4B", "CH-4", "B"),
    ("JAS 39C/D", "JAS 39", "C/D"),
    ("Mirage 2000-5", "Mirage 2000", "5"),
    ("F110", "F110", ""),
    ("RD-93MA", "RD-93", "MA"),
    ("Shahed-136", "Shahed-136", ""),
]
NONE = [
    "COVID-19",
    "G-20",
    "G7",
    "P5+1",
    "Article 5",
    "MH-17",
    "MH17",
    "PS752",
    "Boeing 737",
    "A320",
    "A-320",
    "B-737",
    "H-1B",
    "F1",
    "F-1",
    "K-12",
    "T-20",
    "I-95",
    "C-4",
    "5G",
    "A-level",
    "Su-30 / Su-35",
    "Su-30/Su-35",
    "Su-27/30",
    "F-110",
    "Resolution 1929",
    "2019",
    "Block 70",
    "HIMARS",
    "",
]


@pytest.mark.parametrize(("text", "base", "variant"), TAKEN_APART, ids=[row[0] for row in TAKEN_APART])
def test_a_designation_is_taken_apart(text, base, variant):
    found = designation(text)
    assert found is not None
    assert (found.text, found.base, found.variant) == (text, base, variant)


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_designation_is_none(text):
    assert designation(text) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [("Su-30", "Su-35"), ("S-300", "S-400"), ("MiG-29", "MiG-31"), ("Leopard 1A5", "Leopard 2A5"), ("Mi-24", "Mi-28")],
)
def test_neighbouring_designations_stay_apart(left, right):
    assert designation(left).base != designation(right).base


@pytest.mark.parametrize(
    ("name", "base"), [("T-90MS", "T-90"), ("Su-30MKI", "Su-30"), ("Su-30", ""), ("Rafale", ""), ("COVID-19", "")]
)
def test_variant_of_names_the_base(name, base):
    assert variant_of(name) == base


@pytest.mark.parametrize(
    ("text", "country", "category"),
    [
        ("Kh-101", "RUS", "missiles"),
        ("AN/SPY-9", "USA", "sensors"),
        ("9K999", "RUS", "missiles"),
        ("BTR-82A", "RUS", "armoured vehicles"),
        ("Type 99", "", "other"),
    ],
)
def test_the_family_tells_country_and_category(text, country, category):
    found = designation(text)
    assert (found.country, found.category) == (country, category)
