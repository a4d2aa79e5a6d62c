"""Dates: every form of wording, its precision, and what it is counted from."""

import pytest

from graphbuilder.dates import DateSpan, find_dates, parse_date

ABSOLUTE = [
    ("month-day-year", "Sept. 23, 2016", "2016-09-23"),
    ("month-day-no-comma", "Aug 29 2019", "2019-08-29"),
    ("upper-case", "AUGUST 20, 2019", "2019-08-20"),
    ("day-month-year", "8 March 2019", "2019-03-08"),
    ("ordinal", "the 17th of August, 2023", "2023-08-17"),
    ("weekday-short", "Sat 15 Jul 2023", "2023-07-15"),
    ("weekday-long-with-rest", "Published Sunday, 5 March 2023 | 4 min read", "2023-03-05"),
    ("after-place", "Oslo, Oct 5, 2018", "2018-10-05"),
    ("after-clock", "Updated 14:05 GMT, 12 March 2022", "2022-03-12"),
    ("rfc-2822", "Fri, 23 Sep 2016 10:00:00 GMT", "2016-09-23"),
    ("iso", "2022-12-19", "2022-12-19"),
    ("iso-with-time", "2022-12-19T14:05:00Z", "2022-12-19"),
    ("iso-slashes", "2022/12/19", "2022-12-19"),
    ("compact", "20221219", "2022-12-19"),
    ("iso-month", "2022-12", "2022-12"),
    ("hyphens-and-name", "15-Jul-2023", "2023-07-15"),
    ("dots", "20.03.2019", "2019-03-20"),
    ("slashes-day-first", "20/03/2019", "2019-03-20"),
    ("slashes-month-first", "03/20/2019", "2019-03-20"),
    ("slashes-open", "03/04/2019", "2019"),
    ("month-year", "September 2024", "2024-09"),
    ("month-of-year", "late August of 2016", "2016-08"),
    ("range-of-days", "March 3-5, 2022", "2022-03-03"),
    ("year", "in late 2025", "2025"),
    ("year-by", "by 2030", "2030"),
    ("year-quarter", "the first quarter of 2024", "2024"),
    ("year-season", "in spring 2022", "2022"),
    ("year-fiscal", "fiscal year 2023", "2023"),
    ("year-alone", "2019", "2019"),
    ("year-attribute", "the 2019 sanctions", "2019"),
    ("year-mid", "mid-2027", "2027"),
    ("year-brackets", "the order (2019) was small", "2019"),
    ("decade", "mid-2020s", ""),
    ("decade-alone", "in the 1990s", ""),
    ("years-range", "2015-18", ""),
    ("number-not-year", "the sale of 2000 tanks", ""),
    ("number-thousands", "in 2,019 villages", ""),
    ("show-name", "the MAKS-2019 show", ""),
    ("modal", "it may 12 times fail", ""),
    ("no-such-day", "February 30, 2021", ""),
    ("month-without-reference", "in July", ""),
    ("weekday-without-reference", "on Tuesday", ""),
    ("empty", "", ""),
]

# The reference is a Thursday.
RELATIVE = [
    ("weekday", "on Tuesday", "2019-08-27"),
    ("weekday-today", "on Thursday", "2019-08-29"),
    ("weekday-last", "last Thursday", "2019-08-22"),
    ("weekday-next", "next Friday", "2019-08-30"),
    ("weekday-part", "late on Friday evening", "2019-08-23"),
    ("weekday-newspaper", "told the Sunday Times", ""),
    ("today", "earlier today", "2019-08-29"),
    ("today-newspaper", "told USA Today", ""),
    ("yesterday", "Yesterday", "2019-08-28"),
    ("tomorrow", "tomorrow", "2019-08-30"),
    ("month", "in July", "2019-07"),
    ("month-same", "in August", "2019-08"),
    ("month-last-year-by-order", "in October", "2018-10"),
    ("month-ahead-by-preposition", "by November", "2019-11"),
    ("month-day", "on August 17", "2019-08-17"),
    ("day-month", "on 25 January", "2019-01-25"),
    ("day-month-before-year-turn", "on 30 December", "2018-12-30"),
    ("month-of-last-year", "in April last year", "2018-04"),
    ("day-of-last-year", "on 3 April last year", "2018-04-03"),
    ("month-of-this-year", "in April this year", "2019-04"),
    ("month-of-next-year", "in March next year", "2020-03"),
    ("last-month-name", "last July", "2019-07"),
    ("last-month-name-same", "last August", "2018-08"),
    ("next-month-name", "next March", "2020-03"),
    ("month-attribute", "the July agreement", "2019-07"),
    ("last-week", "last week", "2019-08"),
    ("this-week-in-two-months", "this week", "2019"),
    ("last-month", "last month", "2019-07"),
    ("this-month", "later this month", "2019-08"),
    ("last-year", "early last year", "2018"),
    ("next-year", "before next year", "2020"),
    ("past-duration", "over the last year", ""),
    ("year-end", "before the end of the year", "2019"),
    ("month-end", "at the end of the month", "2019-08"),
    ("years-end", "by year's end", "2019"),
    ("end-of-next-year", "by the end of next year", "2020"),
    ("last-summer", "last summer", "2018"),
    ("this-spring", "this spring", "2019"),
    ("winter-open", "last winter", ""),
    ("weeks-earlier", "two weeks earlier", "2019-08"),
    ("days-ago", "ten days ago", "2019-08-19"),
    ("months-ago", "Nine months ago", "2018-11"),
    ("years-ago", "3 years ago", "2016"),
    ("vague", "more than two years ago", ""),
    ("later-without-anchor", "three years later", ""),
    ("that-year-without-anchor", "in May that year", ""),
    ("coming-weeks", "in the coming weeks", ""),
    ("absolute-wins", "Tuesday, Aug. 27", "2019-08-27"),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row[1:], id=row[0]) for row in ABSOLUTE])
def test_absolute(text: str, expected: str) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row[1:], id=row[0]) for row in RELATIVE])
def test_relative(text: str, expected: str) -> None:
    assert parse_date(text, "2019-08-29") == expected


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        pytest.param("this month", "2024-09", "2024-09", id="month"),
        pytest.param("in April this year", "2024-09", "2024-04", id="month-of-year"),
        pytest.param("in February", "2024-09", "2024-02", id="month-name"),
        pytest.param("on Tuesday", "2024-09", "", id="weekday"),
        pytest.param("on 3 May", "2024-09", "2024-05-03", id="day"),
        pytest.param("in February", "2024", "", id="year-only"),
        pytest.param("last year", "2024", "2023", id="last-year"),
    ],
)
def test_partial_reference(text: str, reference: str, expected: str) -> None:
    assert parse_date(text, reference) == expected


@pytest.mark.parametrize(
    ("text", "tense", "expected"),
    [
        pytest.param("in September", "future", "2019-09", id="month"),
        pytest.param("in July", "future", "2020-07", id="month-next-year"),
        pytest.param("in September", "past", "2018-09", id="month-past"),
        pytest.param("on Friday", "future", "2019-08-30", id="weekday"),
        pytest.param("on August 17", "future", "2020-08-17", id="day"),
    ],
)
def test_tense(text: str, tense: str, expected: str) -> None:
    assert parse_date(text, "2019-08-29", tense=tense) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("three years later", "2018", id="later"),
        pytest.param("in May that year", "2015-05", id="that-year"),
        pytest.param("the following year", "2016", id="following-year"),
        pytest.param("two years ago", "2022", id="ago-is-from-the-article"),
    ],
)
def test_anchor(text: str, expected: str) -> None:
    assert parse_date(text, "2024-09", anchor="2015") == expected


def test_find_dates_gives_all_in_text_order() -> None:
    text = "Ordered in 2015, delivered on 3 May 2018 and again last year."
    assert find_dates(text, "2020-01-01") == (
        DateSpan(8, 15, "2015"),
        DateSpan(30, 40, "2018-05-03"),
        DateSpan(51, 60, "2019"),
    )
