// The panel at the side: what is known of the selected node, edge, deal or path; an overview when nothing is selected.
function showPanel() {
  const panel = $("panel");
  const content = panelContent();
  panel.replaceChildren(...content);
  panel.scrollTop = 0;
  panel.dataset.open = String(Boolean(state.selected || state.path || pathFrom));
}

function panelContent() {
  if (pathFrom) return pathAsked();
  if (state.path) return pathPanel();
  if (state.selected?.kind === "edge") return edgePanel(edges.get(state.selected.id));
  if (state.selected) {
    const node = nodes.get(state.selected.id);
    return node.type === "DEAL" ? dealPanel(node) : entityPanel(node);
  }
  return overview();
}

function panelHead(type, kicker, title, ...below) {
  return el("header.panel-head", {},
    el("div.kicker", {}, type && el(`span.badge.type-${type}`, {}, icon(type, 14)), el("span", {}, kicker),
      button("×", () => select(null), { class: "close", "aria-label": "Close", title: "Close (Escape)" })),
    el("h2", {}, title), ...below);
}

function section(title, ...content) {
  return el("section", {}, el("h3", {}, title), ...content);
}

function facts(rows) {
  return el("dl", {}, rows.filter(([, value]) => value !== "" && value !== null && value !== undefined && value !== false)
    .flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value instanceof Node ? value : words(value))]));
}

function entityPanel(node) {
  const near = edgesOf.get(node.id);
  const ofDeals = [...new Set(near.filter((edge) => edge.family === "deal").flatMap((edge) => [edge.from, edge.to]))]
    .filter((id) => deals.has(id) && id !== node.id);
  const statements = statementsOf.get(node.id) ?? [];
  return [
    panelHead(node.type, TYPE_WORD[node.type] ?? node.type, [node.type === "COUNTRY" && node.flag ? `${node.flag} ` : "", words(node.label)],
      node.aliases.length > 0 && el("p.aliases", {}, "also ", node.aliases.slice(0, 30).flatMap((alias, k) => [k ? ", " : "", words(alias)])),
      el("div.actions", {}, button("Neighbourhood", () => openNeighbourhood(node.id)), button("Path to …", () => startPath(node.id)))),
    facts([
      ["Country", node.country && node.type !== "COUNTRY" && [node.flag, node.country].filter(Boolean).join(" ")],
      ["Mentions", node.mentions ? grouped(node.mentions) : ""],
      ["Articles", node.documents.length ? grouped(node.documents.length) : ""],
      ...knownOf(node),
      ["Wikidata", node.wikidata && (/^Q\d+$/.test(node.wikidata) ? link(`https://www.wikidata.org/wiki/${node.wikidata}`, node.wikidata) : node.wikidata)],
    ]),
    ofDeals.length > 0 && section(count(ofDeals.length, "deal"), el("div.deal-list", {}, ofDeals.map((id) => dealCard(deals.get(id))))),
    statements.length > 0 && section(count(statements.length, "statement"), ...relationGroups(statements)),
    whyJoined(node),
  ].filter(Boolean);
}

// Facts by relation type, the most frequent first, each group folded but the first few.
function relationGroups(statements) {
  const groups = new Map();
  for (const place of statements) {
    const type = model.statements[place].relation_type;
    groups.set(type, [...(groups.get(type) ?? []), place]);
  }
  const order = [...groups].sort((a, b) => (a[0] === "") - (b[0] === "") || b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  return order.map(([type, places], k) => el("details.group", { open: k < 3 },
    el("summary", {}, capital(type ? spoken(type) : "other"), el("span.number", {}, places.length)),
    evidenceList(places)));
}

function relationWord(edge) {
  const denied = edge.polarity === "negated";
  return el(`span.relation.${denied ? "denied" : `family-${edge.family}`}`, {}, denied && "not ", words(edge.relation));
}

function edgePanel(edge) {
  const parallel = edgesOf.get(edge.from).filter((other) => other.id !== edge.id && otherEnd(other, edge.from) === otherEnd(edge, edge.from));
  return [
    panelHead(null, edge.family === "deal" ? "Part of a deal" : `Relation · ${spoken(edge.relation_type)}`, [
      end(edge.from, nameOf(edge.from)), " ", relationWord(edge), " ", end(edge.to, nameOf(edge.to))]),
    facts([
      ["Polarity", edge.polarity], ["Modality", edge.modality], ["Statements", edge.weight],
      ["Confidence", percent(edge.confidence)],
      ["Dates", [...new Set([edge.first_date, edge.last_date])].filter(Boolean).join(" to ")],
    ]),
    section("Evidence", evidenceList(edge.statements, { showFact: edge.family === "deal" }), ...bareEvidence(edge.evidence)),
    parallel.length > 0 && section("Between the same two", el("ul.plain-list", {}, parallel.map((other) => el("li", {},
      button([words(nameOf(other.from)), " ", relationWord(other), " ", words(nameOf(other.to))],
        () => select("edge", other.id), { class: "plain" }), el("span.number", {}, other.weight))))),
  ].filter(Boolean);
}

function dealPanel(node) {
  const deal = deals.get(node.id);
  if (!deal) return [panelHead("DEAL", "Deal", words(node.label))];
  return [
    panelHead("DEAL", "Deal", [words(deal.supplier || "?"), " → ", words(deal.recipient || "?")],
      el("p.what", {}, deal.quantity !== null && `${grouped(deal.quantity)} ${deal.unit ? `${deal.unit} of ` : "× "}`, end(deal.weapon_id, deal.weapon)),
      el("p", {}, status(deal.status), " ", words(deal.kind)),
      el("div.actions", {}, button("Neighbourhood", () => openNeighbourhood(node.id)), button("Show in table", () => openRow("deals")))),
    facts([
      ["Supplier", end(deal.supplier_id, deal.supplier)], ["Recipient", end(deal.recipient_id, deal.recipient)],
      ["Category", deal.weapon_category], ["Value", money(deal.value, deal.currency)],
      ["Ordered", deal.ordered], ["Delivered", deal.delivered !== null ? grouped(deal.delivered) : ""],
      ["Delivery years", deal.delivery_years.join(", ")], ["Makers", deal.manufacturer.join(", ")], ["Operators", deal.operators.join(", ")],
      ["Reported", [...new Set([deal.first_reported, deal.last_reported])].filter(Boolean).join(" to ")],
      ["Confidence", percent(deal.confidence)],
    ]),
    section("History", el("div.history", {}, dealHistory(deal)), ...bareEvidence(deal.evidence)),
  ];
}

function status(text) {
  return text ? el(`span.status.state-${STATE_OF[text] ?? "early"}`, {}, text) : null;
}

function dealCard(deal) {
  return el("button.deal-card", { type: "button", "data-deal": deal.deal_id, click: () => select("node", deal.deal_id, { centre: true }) },
    el("strong", {}, words(deal.supplier || "?"), " → ", words(deal.recipient || "?")),
    el("span", {}, deal.quantity !== null && `${grouped(deal.quantity)} × `, words(deal.weapon)),
    el("span.foot", {}, status(deal.status), el("small", {}, words([deal.kind, money(deal.value, deal.currency), deal.ordered || deal.last_reported].filter(Boolean).join(" · ")))));
}

function overview() {
  const latest = [...model.deals].filter((deal) => nodes.has(deal.deal_id))
    .sort((a, b) => (b.last_reported > a.last_reported ? 1 : b.last_reported < a.last_reported ? -1 : b.confidence - a.confidence));
  const actors = model.nodes.filter((node) => ["COUNTRY", "ORGANIZATION", "PERSON"].includes(node.type) && linked[node.place])
    .sort((a, b) => b.importance - a.importance).slice(0, 8);
  return [
    el("header.panel-head", {}, el("div.kicker", {}, "Overview"), el("h2", {}, words(model.title)),
      el("p.hint", {}, "Select a name, a line or a deal to read the sentences behind it.")),
    latest.length > 0 && section("Latest deals", el("div.deal-list", {}, latest.slice(0, 8).map(dealCard)),
      latest.length > 8 && button(`All ${grouped(latest.length)} deals`, () => openRow("deals"))),
    actors.length > 0 && section("Most connected", el("ul.plain-list", {}, actors.map((node) => el("li", {},
      el(`span.badge.type-${node.type}`, {}, icon(node.type, 14)), end(node.id, node.label), el("span.number", {}, edgesOf.get(node.id).length))))),
  ].filter(Boolean);
}

function pathAsked() {
  return [panelHead(null, "Path", ["From ", words(nameOf(pathFrom)), " to …"],
    el("p.hint", {}, "Click the other end in the graph, or find it by name. Escape gives up."))];
}

function pathPanel() {
  const [from, to] = state.path;
  const found = shortestPath(from, to);
  const head = panelHead(null, "Shortest path", [words(nameOf(from)), " to ", words(nameOf(to))]);
  if (!found) return [head, el("p.hint", {}, "No path leads from one to the other through what the filters show.")];
  const steps = found.edges.map((edge, k) => {
    const along = edge.from === found.nodes[k];
    return el("li", {}, el("p", {}, along ? "" : "← ", button(relationWord(edge), () => select("edge", edge.id), { class: "plain" }), along ? " →" : ""),
      end(found.nodes[k + 1], nameOf(found.nodes[k + 1])));
  });
  return [head, el("p.hint", {}, count(found.edges.length, "step")), el("ol.path", {}, el("li", {}, end(from, nameOf(from))), steps)];
}
