"""A made-up set of articles about arms transfers, as records, large enough to look like a real page."""

import hashlib

import networkx as nx

from graphbuilder.assemble.graph import graph_of
from graphbuilder.records import Article, Deal, DealEvent, Decision, Entity, EntityMention, Knowledge, Triple

_TYPES = {"C": "COUNTRY", "O": "ORGANIZATION", "P": "PERSON", "W": "WEAPON", "L": "LOCATION", "E": "EVENT"}

# type letter, name, country, aliases
_ENTITIES = """
C|Turkey|TUR|Türkiye;Ankara
C|Russia|RUS|Russian Federation;Moscow
C|United States|USA|US;U.S.;America
C|India|IND|New Delhi
C|France|FRA|
C|Germany|DEU|Berlin
C|Poland|POL|Warsaw
C|South Korea|KOR|Republic of Korea;Seoul
C|Ukraine|UKR|Kyiv
C|Egypt|EGY|Cairo
C|Greece|GRC|Athens
C|Croatia|HRV|Zagreb
C|Israel|ISR|
C|Indonesia|IDN|Jakarta
C|Norway|NOR|
C|Saudi Arabia|SAU|Riyadh
O|NATO||North Atlantic Treaty Organization;the alliance
O|European Union||EU
O|Rosoboronexport|RUS|
O|Rostec|RUS|
O|Lockheed Martin|USA|Lockheed
O|Dassault Aviation|FRA|Dassault
O|Hanwha Aerospace|KOR|Hanwha
O|Hyundai Rotem|KOR|
O|Baykar|TUR|Baykar Technologies
O|Rheinmetall|DEU|
O|State Department|USA|
O|Presidency of Defense Industries|TUR|SSB
O|Polish Armaments Agency|POL|
O|Israel Aerospace Industries|ISR|IAI
P|Recep Tayyip Erdogan|TUR|Erdogan
P|Vladimir Putin|RUS|Putin
P|Narendra Modi|IND|Modi
P|Emmanuel Macron|FRA|Macron
P|Mariusz Blaszczak|POL|Blaszczak
P|Ismail Demir|TUR|Demir
P|Lloyd Austin|USA|Austin
P|Dmitry Shugaev|RUS|Shugaev
P|Haluk Bayraktar|TUR|
W|S-400|RUS|S-400 Triumf;Triumph
W|F-35|USA|F-35A Lightning II;Lightning
W|F-16|USA|F-16V;Viper
W|Su-35|RUS|
W|Su-57|RUS|
W|Rafale|FRA|Rafale F3R
W|K2|KOR|K2 Black Panther;K2PL
W|K9|KOR|K9 Thunder
W|Bayraktar TB2|TUR|TB2
W|Leopard 2|DEU|Leopard 2A6;Leopard 2A8
W|HIMARS|USA|M142
W|Patriot|USA|MIM-104;PAC-3
W|Arrow 3|ISR|
W|AH-64 Apache|USA|Apache;AH-64E
W|FREMM|FRA|
W|air-defense systems||
W|transport helicopters||
L|Incirlik Air Base|TUR|Incirlik
L|Gdynia|POL|
L|Mersin|TUR|
E|MAKS 2019|RUS|MAKS air show
E|Kielce defence show|POL|MSPO
L|Karachi|PAK|
P|Elena Haddad||
O|Stockholm Institute|SWE|
"""

# article, subject, relation, object, relation type, polarity (+ or -), modality, speaker, sentence after the subject
_FACTS = """
0|Turkey|sign with|Russia|SIGNS|+|asserted||had signed a contract with Russia for two regiments of the S-400
0|Russia|deliver to|Turkey|SUPPLIES|+|asserted||delivered the first parts of the system to Turkey in July
0|Russia|deliver|S-400|SUPPLIES|+|asserted||delivered the S-400 by air over two weeks
0|Turkey|test|S-400|OPERATES|+|planned|Ismail Demir|would test the S-400 in the autumn, its procurement chief said
0|United States|suspend from|F-35|SUSPENDS|+|asserted||suspended its ally from the F-35 programme
0|United States|suspend|Turkey|SUSPENDS|+|asserted||suspended Turkey after the first crates had arrived
1|Turkey|buy|Su-57|NEGOTIATES|+|possible|Recep Tayyip Erdogan|could buy the Su-57 if the door stays closed, the president hinted
1|Vladimir Putin|meet|Recep Tayyip Erdogan|MEETS|+|asserted||met Recep Tayyip Erdogan at the show and walked him past the aircraft
1|Russia|offer to|Turkey|SUPPLIES|+|possible|Dmitry Shugaev|has offered the Su-35 to Turkey, an official told reporters
1|Russia|offer|Su-35|SUPPLIES|+|possible|Dmitry Shugaev|has offered the Su-35 on good terms
1|Recep Tayyip Erdogan|visit|MAKS 2019|VISITS|+|asserted||visited MAKS 2019 on its opening day
1|Rostec|produce|Su-57|PRODUCES|+|asserted||produces the Su-57 at its plant in the east
1|Dmitry Shugaev|say|Russia|STATES|+|asserted||spoke for Russia at the show
2|India|order|S-400|BUYS|+|asserted||ordered five regiments of the S-400
2|Russia|supply to|India|SUPPLIES|+|planned||will supply the batteries to India within two years
2|United States|sanction|India|SANCTIONS|-|asserted|State Department|has not sanctioned India over the order
2|Narendra Modi|meet|Vladimir Putin|MEETS|+|asserted||met Vladimir Putin before the signing
2|Rosoboronexport|sell|S-400|SUPPLIES|+|asserted||sells the S-400 abroad
3|France|sell to|India|SUPPLIES|+|asserted||sold 36 fighters to India under an agreement of governments
3|India|buy|Rafale|BUYS|+|asserted||bought the Rafale for its northern bases
3|Dassault Aviation|build|Rafale|PRODUCES|+|asserted||builds the Rafale near Bordeaux
3|France|sell to|Egypt|SUPPLIES|+|asserted||had sold 24 of them to Egypt earlier
3|Emmanuel Macron|visit|India|VISITS|+|asserted||visited India to close the talks
3|Greece|order|Rafale|BUYS|+|asserted||ordered 18 of the Rafale, twelve of them used
4|Poland|order from|South Korea|BUYS|+|asserted||ordered tanks and howitzers from South Korea
4|Poland|order|K2|BUYS|+|asserted||ordered 180 of the K2
4|Poland|order|K9|BUYS|+|asserted||ordered 212 of the K9
4|Hyundai Rotem|produce|K2|PRODUCES|+|asserted||produces the K2
4|Hanwha Aerospace|produce|K9|PRODUCES|+|asserted||produces the K9
4|South Korea|deliver to|Poland|SUPPLIES|+|asserted||delivered the first ten tanks to Poland
4|Mariusz Blaszczak|welcome in|Gdynia|VISITS|+|asserted||welcomed the ship in Gdynia
4|Polish Armaments Agency|negotiate with|Hyundai Rotem|NEGOTIATES|+|planned|Mariusz Blaszczak|will negotiate with Hyundai Rotem over local production
5|Germany|allow|Leopard 2|APPROVES|+|conditional||would allow its partners to pass on the Leopard 2 if others join
5|Poland|ask|Germany|SUPPLIES|+|requested||asked Germany for leave to send its tanks
5|Germany|send to|Ukraine|SUPPLIES|+|planned||will send 14 tanks to Ukraine
5|Rheinmetall|produce|Leopard 2|PRODUCES|+|asserted||produces the gun of the Leopard 2
5|United States|send to|Ukraine|SUPPLIES|+|asserted||has sent launchers to Ukraine since June
5|Ukraine|operate|HIMARS|OPERATES|+|asserted||operates HIMARS along the river
5|South Korea|refuse to send to|Ukraine|REFUSES|+|asserted||refused to send weapons to Ukraine
6|Baykar|produce|Bayraktar TB2|PRODUCES|+|asserted||produces the Bayraktar TB2 in a plant by the sea
6|Haluk Bayraktar|head|Baykar|LEADS|+|asserted||heads Baykar
6|Poland|receive|Bayraktar TB2|BUYS|+|asserted||received the first Bayraktar TB2 in the autumn
6|Ukraine|buy|Bayraktar TB2|BUYS|+|asserted||bought the Bayraktar TB2 before the war
6|Turkey|sell to|Russia|SUPPLIES|-|asserted|Haluk Bayraktar|has not sold the drone to Russia, its maker said
7|Croatia|call off|F-16|CANCELS|+|asserted||called off the purchase of the F-16
7|Israel|offer to|Croatia|SUPPLIES|+|asserted||had offered twelve used jets to Croatia
7|Croatia|choose|Rafale|BUYS|+|asserted||then chose the Rafale
7|United States|block|Israel|OPPOSES|+|asserted||blocked Israel from handing over the jets
8|Germany|buy|Arrow 3|BUYS|+|planned||will buy the Arrow 3
8|Israel Aerospace Industries|build|Arrow 3|PRODUCES|+|asserted||builds the Arrow 3
8|United States|approve|Arrow 3|APPROVES|+|asserted||approved the export of the Arrow 3
8|Norway|order|Leopard 2|BUYS|+|asserted||ordered 54 of the Leopard 2
9|Egypt|order|Su-35|BUYS|+|asserted||ordered the Su-35
9|Lloyd Austin|warn|Egypt|OPPOSES|+|asserted||warned Egypt against the purchase
9|United States|sell to|Indonesia|SUPPLIES|+|possible||may sell fighters to Indonesia
9|Indonesia|drop|Su-35|CANCELS|+|asserted||dropped the Su-35
9|Indonesia|order|Rafale|BUYS|+|asserted||ordered 42 of the Rafale
9|Turkey|belong to|NATO|MEMBER_OF|+|asserted||belongs to NATO
9|Poland|belong to|NATO|MEMBER_OF|+|asserted||belongs to NATO
9|Germany|belong to|European Union|MEMBER_OF|+|asserted||belongs to the European Union
9|Lockheed Martin|produce|F-35|PRODUCES|+|asserted||produces the F-35
9|Lockheed Martin|produce|HIMARS|PRODUCES|+|asserted||produces HIMARS
9|F-35|compete with|Su-57|COMPETES_WITH|+|asserted||competes with the Su-57
9|United States|sell to|Saudi Arabia|SUPPLIES|+|asserted||sold helicopters to Saudi Arabia
9|Saudi Arabia|operate|AH-64 Apache|OPERATES|+|asserted||operates the AH-64 Apache
9|Poland|order|AH-64 Apache|BUYS|+|requested||asked for 96 of the AH-64 Apache
9|Poland|operate|Patriot|OPERATES|+|asserted||operates Patriot
"""

# supplier, recipient, weapon, category, quantity, value, kind, status, ordered, maker, article
_DEALS = """
Russia|Turkey|S-400|air defence systems|2|2500000000|sale|delivered|2017-12|Rosoboronexport|0
Russia|India|S-400|air defence systems|5|5430000000|sale|delivering|2018-10|Rosoboronexport|2
France|India|Rafale|aircraft|36|7800000000|sale|delivered|2016-09|Dassault Aviation|3
France|Egypt|Rafale|aircraft|24||sale|delivered|2015|Dassault Aviation|3
South Korea|Poland|K2|armoured vehicles|180|3370000000|sale|delivering|2022-08|Hyundai Rotem|4
South Korea|Poland|K9|artillery|212|2400000000|sale|delivering|2022-08|Hanwha Aerospace|4
Germany|Ukraine|Leopard 2|armoured vehicles|14||aid|approved|||5
United States|Ukraine|HIMARS|artillery|16||aid|delivering|2022-06|Lockheed Martin|5
Turkey|Poland|Bayraktar TB2|aircraft|24|270000000|sale|delivering|2021-05|Baykar|6
Israel|Croatia|F-16|aircraft|12|500000000|sale|cancelled|||7
Israel|Germany|Arrow 3|air defence systems|1|3500000000|sale|approved||Israel Aerospace Industries|8
Russia|Egypt|Su-35|aircraft|||sale|suspended|2018||9
United States|Poland|AH-64 Apache|aircraft|96|12000000000|sale|requested|||9
France|Greece|Rafale|aircraft|18|2500000000|sale|ordered|2021-01|Dassault Aviation|3
"""

_TITLES = [
    "Air defence crates land near the capital",
    "At the air show, two presidents and an aircraft",
    "Delhi signs in spite of the warnings",
    "A fighter finds its buyers",
    "Warsaw orders by the hundred",
    "Who sends tanks, and who does not",
    "The drone that everybody wants",
    "Zagreb calls the whole thing off",
    "Berlin looks up",
    "A year of orders, counted",
]
_DATES = [
    "2019-07-15",
    "2019-08-29",
    "2018-10-06",
    "2021-01-26",
    "2022-08-30",
    "2023-01-27",
    "2022-10-24",
    "2019-01-11",
]
_DATES += ["2023-06-14", "2023-12"]


def _rows(table: str) -> list[list[str]]:
    return [line.split("|") for line in table.strip().splitlines()]


def _id(prefix: str, text: str) -> str:
    return prefix + hashlib.sha256(text.encode()).hexdigest()[:12]


def sample() -> tuple[Knowledge, "nx.MultiDiGraph[str]"]:
    """Return the records and the graph built from them."""
    entity_ids = {name: _id("n", name) for _, name, *_ in _rows(_ENTITIES)}
    triples, mentions, texts = _triples(entity_ids)
    articles = tuple(
        Article(_id("d", title), text, (), title, date, "https://news.example/" + str(place))
        for place, (title, date, text) in enumerate(zip(_TITLES, _DATES, texts, strict=True))
    )
    entities = tuple(
        Entity(
            entity_ids[name],
            name,
            _TYPES[letter],
            country,
            tuple(alias for alias in aliases.split(";") if alias),
            1 + 3 * sum(m.entity_id == entity_ids[name] for m in mentions),
            tuple(sorted({m.document_id for m in mentions if m.entity_id == entity_ids[name]})),
            reasons=("the same name in several articles",) if aliases else (),
        )
        for letter, name, country, aliases in _rows(_ENTITIES)
    )
    deals = tuple(_deal(row, entity_ids, triples) for row in _rows(_DEALS))
    knowledge = Knowledge(
        articles,
        (),
        entities,
        tuple(mentions),
        tuple(triples),
        deals,
        deal_events=tuple(_events(deals[0], triples, entity_ids)),
        decisions=_decisions(entity_ids),
    )
    return knowledge, graph_of({entity.entity_id: entity for entity in entities}, triples, deals)


def _triples(entity_ids: dict[str, str]) -> tuple[list[Triple], list[EntityMention], list[str]]:
    kinds = {name: _TYPES[letter] for letter, name, *_ in _rows(_ENTITIES)}
    texts = [title + ".\n" for title in _TITLES]
    triples, mentions = [], []
    for number, row in enumerate(_rows(_FACTS)):
        place, subject, relation, target, relation_type, sign, modality, speaker, rest = row
        article, sentence = int(place), f"{subject} {rest}."
        start = len(texts[article])
        texts[article] += sentence + " "
        document_id = _id("d", _TITLES[article])
        for name in (subject, target):
            at = sentence.find(name)
            if at >= 0:
                span = (start + at, start + at + len(name))
                mentions.append(EntityMention(entity_ids[name], document_id, number, *span, name, "name"))
        polarity = "affirmed" if sign == "+" else "negated"
        meaning = (
            relation_type,
            polarity,
            modality,
            entity_ids.get(speaker, speaker),
            "",
            round(0.55 + number % 9 / 20, 2),
        )
        ends = (subject, relation, target, entity_ids[subject], entity_ids[target], kinds[subject], kinds[target])
        where = (start, start + len(sentence), sentence, f"s{number}", "verb:active")
        triples.append(Triple(f"t{number:03}", document_id, number, *ends, *meaning, *where))
    return triples, mentions, texts


def _deal(row: list[str], entity_ids: dict[str, str], triples: list[Triple]) -> Deal:
    supplier, recipient, weapon, category, quantity, value, kind, status, ordered, maker, article = row
    document_id, date = _id("d", _TITLES[int(article)]), _DATES[int(article)]
    about = [t for t in triples if t.document_id == document_id and {t.subject, t.object} & {recipient, weapon}]
    return Deal(
        deal_id=_id("x", "|".join(row)),
        supplier=supplier,
        recipient=recipient,
        weapon=weapon,
        weapon_category=category,
        quantity=int(quantity) if quantity else None,
        unit="",
        value=int(value) if value else None,
        currency="USD" if value else "",
        kind=kind,
        status=status,
        ordered=ordered,
        delivered=None,
        supplier_id=entity_ids[supplier],
        recipient_id=entity_ids[recipient],
        weapon_id=entity_ids[weapon],
        manufacturer=(maker,) if maker else (),
        first_reported=date,
        last_reported=date,
        documents=(document_id,),
        triples=tuple(t.triple_id for t in about),
        confidence=0.8,
        evidence=tuple(dict.fromkeys(t.evidence for t in about)),
    )


def _events(deal: Deal, triples: list[Triple], entity_ids: dict[str, str]) -> list[DealEvent]:
    """Tell the first deal as three steps: ordered long before, delivered, and a test that is only announced."""
    steps = [
        ("2017-12", "ordered", "sign with", "past", "asserted", ""),
        ("2019-07", "delivered", "deliver to", "current", "asserted", ""),
        ("", "delivering", "test", "past", "planned", entity_ids["Ismail Demir"]),
    ]
    out = []
    for date, status, wording, standing, modality, speaker in steps:
        told = next(t for t in triples if t.document_id == deal.documents[0] and t.relation == wording)
        figures = (2 if status == "ordered" else None, None, "")
        where = (told.document_id, told.sentence, told.start, told.end, (told.triple_id,), 0.8, told.evidence)
        step = (deal.deal_id, date, "2019-07-15", status, wording, "affirmed", modality, speaker, standing)
        out.append(DealEvent(*step, *figures, *where))
    return out


def _decisions(entity_ids: dict[str, str]) -> tuple[Decision, ...]:
    turkey, russia = entity_ids["Turkey"], entity_ids["Russia"]
    return (
        Decision(turkey, "joined", "articles", "Turkey", "Türkiye", turkey, 1.0, "two names of one country", 3),
        Decision(turkey, "apart", "article", "Ankara", "Moscow", russia, 0.1, "two capitals", 1),
    )
