// The knowledge of the page, read from its JSON islands, and the indexes everything else looks things up in.
const island = (id) => JSON.parse(document.getElementById(id).textContent);
const model = island("model");
const drawing = island("network");
const options = JSON.parse(island("options"));

const nodes = new Map(model.nodes.map((node) => [node.id, node]));
const edges = new Map(model.edges.map((edge) => [edge.id, edge]));
const deals = new Map(model.deals.map((deal) => [deal.deal_id, deal]));
const documents = new Map(model.documents.map((one) => [one.id, one]));
const edgesOf = new Map(model.nodes.map((node) => [node.id, []]));
const statementsOf = new Map(model.nodes.map((node) => [node.id, []]));
const edgeOfStatement = new Map();
const dealsOfStatement = new Map();

for (const edge of model.edges) {
  edgesOf.get(edge.from).push(edge);
  if (edge.to !== edge.from) edgesOf.get(edge.to).push(edge);
  if (edge.family !== "deal") for (const place of edge.statements) edgeOfStatement.set(place, edge.id);
}
model.statements.forEach((row, place) => {
  for (const id of new Set([row.subject_id, row.object_id])) statementsOf.get(id)?.push(place);
});
for (const deal of model.deals) {
  for (const place of deal.statements) {
    if (!dealsOfStatement.has(place)) dealsOfStatement.set(place, []);
    dealsOfStatement.get(place).push(deal.deal_id);
  }
}

function nameOf(id) {
  return nodes.get(id)?.label ?? id;
}

function otherEnd(edge, id) {
  return edge.from === id ? edge.to : edge.from;
}

// When a statement was reported: the article's date, or the statement's own where the article has none.
function reportedOf(row) {
  return row.reported || row.date;
}

// The months (as counted from year 0) in which an edge was reported.
function monthsOf(edge) {
  const dates = edge.statements.map((place) => reportedOf(model.statements[place]));
  if (!dates.some(Boolean)) dates.push(edge.first_date, edge.last_date);
  return [...new Set(dates.map(monthOf).filter((month) => month !== null))];
}

function monthOf(date) {
  const found = /^(\d{4})(?:-(\d\d))?/.exec(date ?? "");
  return found ? Number(found[1]) * 12 + (found[2] ? Number(found[2]) - 1 : 0) : null;
}

function monthText(month) {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

for (const edge of model.edges) edge.months = monthsOf(edge);
