"""The parts of an article: what is title, date, byline, dateline, caption, furniture, and what is text."""

from itertools import pairwise

import pytest

from graphbuilder.read.headers import date_of_line, dateline
from graphbuilder.read.segment import segment

BODY = "Norland has agreed to buy twelve howitzers from Sudland, its defence ministry said. They are due next year."
LAST = "The ministry gave no price for the guns, which are to replace older ones."


def parts(text: str, kind: str) -> list[str]:
    return [text[block.start : block.end] for block in segment(text).blocks if block.kind == kind]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("May 3, 2021", "2021-05-03", id="plain"),
        pytest.param("Published Monday, 3 May 2021 | 4 min read", "2021-05-03", id="published"),
        pytest.param("Updated 14:05 GMT, 3 May 2021", "2021-05-03", id="updated"),
        pytest.param("Updated 5 May 2021 | Published 3 May 2021", "2021-05-03", id="published-wins"),
        pytest.param("NORTHTOWN, May 3, 2021", "2021-05-03", id="place"),
        pytest.param("May 3, 2021 / 2:14 PM / Updated 3 years ago", "2021-05-03", id="clock"),
        pytest.param("May 2021", "2021-05", id="month"),
        pytest.param("2021", "2021", id="year"),
        pytest.param("Annual Arms Report May 2021", "", id="title-at-the-top"),
        pytest.param("Norland buys howitzers in May 2021", "", id="title-with-verb"),
        pytest.param("It was ordered on May 3, 2021, and came late.", "", id="sentence"),
        pytest.param("Norland's 2021 budget", "", id="year-within"),
    ],
)
def test_date_of_line(line: str, expected: str) -> None:
    assert date_of_line(line, first=True) == expected


@pytest.mark.parametrize(
    ("paragraph", "length", "date", "agency"),
    [
        pytest.param("NORTHTOWN — Norland", 12, "", "", id="capitals"),
        pytest.param("NORTHTOWN, Norland — The", 21, "", "", id="region"),
        pytest.param("NORTHTOWN, Aug. 29 (Reuters) - Norland", 31, "", "Reuters", id="agency"),
        pytest.param("NORTHTOWN (AP) — Norland", 17, "", "AP", id="agency-without-date"),
        pytest.param("NORTHTOWN, May 14, 2021 - The", 26, "2021-05-14", "", id="date"),
        pytest.param("NORTHTOWN: Norland", 11, "", "", id="colon"),
        pytest.param("Northtown, Norland – The", 21, "", "", id="mixed-case-region"),
        pytest.param("New Northtown — Norland", 16, "", "", id="mixed-case"),
        pytest.param("NORTHTOWN, May 14. /TASS/. Norland", 27, "", "TASS", id="wire"),
        pytest.param("NORTHTOWN/SOUTHTOWN (Reuters) - The", 32, "", "Reuters", id="two-places"),
    ],
)
def test_dateline(paragraph: str, length: int, date: str, agency: str) -> None:
    found = dateline(paragraph)
    assert found is not None
    assert (found.length, found.date, found.agency) == (length, date, agency)


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param("Norland — Sudland's largest customer — has bought guns.", id="insertion"),
        pytest.param("NATO members agreed.", id="acronym"),
        pytest.param("US: we will not sell", id="short-acronym-colon"),
        pytest.param("Norland, which buys guns, said", id="commas"),
        pytest.param("F-16 jets were sold.", id="hyphen"),
        pytest.param("Norland – a member – said", id="lower-case-after-dash"),
    ],
)
def test_no_dateline(paragraph: str) -> None:
    assert dateline(paragraph) is None


@pytest.mark.parametrize(
    ("head", "title", "date"),
    [
        pytest.param("Norland buys guns\nMay 3, 2021", "Norland buys guns", "2021-05-03", id="title-date"),
        pytest.param("May 3, 2021\nNorland buys guns", "Norland buys guns", "2021-05-03", id="date-first"),
        pytest.param("WORLD\nNorland buys some more guns", "Norland buys some more guns", "", id="kicker"),
        pytest.param("PRESS RELEASE\nNorland buys guns", "Norland buys guns", "", id="press-release"),
        pytest.param("Transmittal No: 21-07\nNorland – Howitzers", "Norland – Howitzers", "", id="identifier"),
        pytest.param("Who buys guns?\nMay 2021", "Who buys guns?", "2021-05", id="question"),
        pytest.param("Norland buys U.S.\n\nMay 2021", "Norland buys U.S.", "2021-05", id="abbreviation"),
        pytest.param("Guns: Norland buys\nBy Jane Roe | 3 May 2021", "Guns: Norland buys", "2021-05-03", id="date-in-byline"),
        pytest.param("Norland buys guns\nUpdated 5 May 2021\nPublished 3 May 2021", "Norland buys guns", "2021-05-03", id="published"),
        pytest.param("Norland buys guns\n\nA gun in Northtown, April 1, 2020. Photo by Jo Roe/Pool via REUTERS.\n\nMay 3, 2021", "Norland buys guns", "2021-05-03", id="caption-between"),
        pytest.param("", "", "", id="none"),
    ],
)  # fmt: skip
def test_title_and_date(head: str, title: str, date: str) -> None:
    text = f"{head}\n\n{BODY}\n\n{LAST}\n"
    found = segment(text)
    assert (found.title, found.date) == (title, date)
    assert parts(text, "body")[-2:] == [BODY, LAST]


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        pytest.param("By Jane Roe", "byline", id="byline"),
        pytest.param("By our defence editor in Northtown", "byline", id="byline-office"),
        pytest.param("(Reporting by Jane Roe; editing by John Doe)", "byline", id="reporting-by"),
        pytest.param("Jane Roe in Northtown contributed to this report.", "byline", id="contributed"),
        pytest.param("[Photo caption] A gun of the army.", "caption", id="caption-mark"),
        pytest.param("A gun fires in the snow. File photo.", "caption", id="file-photo"),
        pytest.param("FILE PHOTO: A gun fires in the snow.", "caption", id="file-photo-first"),
        pytest.param("A gun fires near Northtown, May 3, 2021. (AP Photo/Jo Roe)", "caption", id="ap-photo"),
        pytest.param("A gun fires in the snow. Image: Norland Army", "caption", id="image-credit"),
        pytest.param("READ MORE: Ten lakes to swim in", "furniture", id="read-more"),
        pytest.param("Share this story: Facebook | Email", "furniture", id="share"),
        pytest.param("Facebook | Twitter | Email", "furniture", id="share-buttons"),
        pytest.param("ADVERTISEMENT", "furniture", id="advertisement"),
        pytest.param("Sign up for our weekly newsletter.", "furniture", id="newsletter"),
        pytest.param("Subscribe now to read on", "furniture", id="subscribe"),
        pytest.param("Related: How Norland swims", "furniture", id="related"),
        pytest.param("More from Jane Roe", "furniture", id="more-from"),
        pytest.param("Comments (7)", "furniture", id="comments"),
        pytest.param("Photo gallery: Ten lakes", "furniture", id="gallery"),
        pytest.param("We use cookies to make this site work.", "furniture", id="cookies"),
        pytest.param("© 2021 Northtown News. All rights reserved.", "furniture", id="copyright"),
        pytest.param("This article first appeared in the Northtown News.", "furniture", id="first-appeared"),
        pytest.param("Norland press office. Reproduction permitted.", "furniture", id="reproduction"),
        pytest.param("Know more: Read Jane Roe’s story on lakes.", "furniture", id="know-more"),
        pytest.param("Get our app | Results | Weather", "furniture", id="app"),
        pytest.param("-30-", "furniture", id="end-mark"),
        pytest.param("Old guns", "furniture", id="heading"),
        pytest.param("https://example.org/guns", "furniture", id="address"),
    ],
)
def test_paragraph_between_paragraphs(paragraph: str, kind: str) -> None:
    text = f"Norland buys guns\n\n{BODY}\n\n{paragraph}\n\n{LAST}\n"
    assert paragraph in parts(text, kind)
    assert parts(text, "body") == [BODY, LAST]


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param("Share prices of the maker rose by a tenth after the news.", id="share-prices"),
        pytest.param("The guns were sent via Sudland.", id="via"),
        pytest.param("Support from the US remains strong.", id="support"),
        pytest.param("Moscow: no comment. Others spoke freely.", id="colon"),
        pytest.param("“Why not? We paid for it,” the minister said at a long press conference in the town of Northtown.", id="quoted-question"),
        pytest.param("More on the way are tanks and trucks.", id="more-on"),
        pytest.param("Reporting on such sales is voluntary.", id="reporting"),
        pytest.param("By May the army had received six of them.", id="by-month"),
        pytest.param("Video of the guns was shown on television, and a photo of them by a local paper went round.", id="video"),
        pytest.param("The report also found that the guns were old.", id="the-report-also"),
        pytest.param("How about delivery at 3:30 in the afternoon, one of the officers asked.", id="clock"),
        pytest.param("Contact between the two armies is frequent.", id="contact"),
    ],
)  # fmt: skip
def test_sentences_that_look_like_furniture_stay(paragraph: str) -> None:
    text = f"Norland buys guns\n\n{BODY}\n\n{paragraph}\n\n{LAST}\n"
    assert parts(text, "body") == [BODY, paragraph, LAST]


@pytest.mark.parametrize(
    "label",
    [
        pytest.param("Why it matters:", id="why-it-matters"),
        pytest.param("Why\xa0it\xa0matters:", id="no-break-spaces"),
        pytest.param("What’s next:", id="whats-next"),
        pytest.param("Background:", id="background"),
        pytest.param("Too many guns?", id="question"),
    ],
)
def test_label_is_cut_off(label: str) -> None:
    text = f"Norland buys guns\n\n{label} {BODY}\n\n{LAST}\n"
    assert parts(text, "body") == [BODY, LAST]
    assert label in parts(text, "furniture")


def test_prompt_takes_its_list_along() -> None:
    prompt = "Continue reading by signing in and get:\n  • Weekly letters\n  • Our archive\n\nMore from Jane Roe"
    text = f"Norland buys guns\n\n{BODY}\n\n{LAST}\n\n{prompt}"
    assert parts(text, "body") == [BODY, LAST]
    assert len(parts(text, "furniture")) == 4


def test_list_of_the_body_stays() -> None:
    text = f"Norland – Guns\n\n{BODY}\n\nNorland has asked for:\n• ten howitzers\n• spare parts\n"
    assert parts(text, "body") == [BODY, "Norland has asked for:", "ten howitzers", "spare parts"]


def test_links_at_the_end_go() -> None:
    text = f"Norland buys guns\n\n{BODY}\n\n{LAST}\n\nSudland wins the cup\nTen lakes to swim in\nWeather\n"
    assert parts(text, "body") == [BODY, LAST]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Norland buys guns from Sudland", id="one-line"),
        pytest.param("Norland bought guns from Sudland in 2017. The first came in July 2019.", id="one-paragraph"),
        pytest.param("By sea and by land the guns came to Norland.", id="by"),
    ],
)
def test_single_paragraph_is_text(text: str) -> None:
    assert parts(text, "body") == [text]
    assert segment(text).title == ""


def test_known_title_is_found_in_the_text() -> None:
    text = f"Norland  buys guns\n\n{BODY}\n"
    found = segment(text, "Norland buys guns")
    assert [block.kind for block in found.blocks] == ["title", "body"]


def test_known_title_need_not_be_in_the_text() -> None:
    found = segment(f"{BODY}\n{LAST}", "Norland buys guns")
    assert [block.kind for block in found.blocks] == ["body", "body"]
    assert found.title == "Norland buys guns"


def test_dateline_gives_date_and_agency() -> None:
    text = f"Norland buys guns\n\nNORTHTOWN, May 3, 2021 (Reuters) - {BODY}\n\n{LAST}"
    found = segment(text)
    assert (found.date, found.agency) == ("2021-05-03", "Reuters")
    assert parts(text, "dateline") == ["NORTHTOWN, May 3, 2021 (Reuters) -"]
    assert parts(text, "body") == [BODY, LAST]


def test_blocks_are_in_order_and_apart() -> None:
    text = f"WORLD\nNorland buys more guns\nMay 3, 2021\nBy Jane Roe\n\nNORTHTOWN — {BODY}\n\nBackground: {LAST}\n\nShare\n"
    blocks = segment(text).blocks
    assert [block.kind for block in blocks] == [
        "furniture", "title", "date", "byline", "dateline", "body", "furniture", "body", "furniture"
    ]  # fmt: skip
    assert all(first.end <= second.start for first, second in pairwise(blocks))
    assert all(text[block.start : block.end].strip() == text[block.start : block.end] for block in blocks)
