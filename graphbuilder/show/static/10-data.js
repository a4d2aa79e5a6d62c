// The knowledge of the page, and the indexes everything else looks things up in.
const model = await readModel();
const island = (id) => JSON.parse(document.getElementById(id).textContent);
const options = JSON.parse(island("options"));

const nodes = new Map(model.nodes.map((node) => [node.id, node]));
const edges = new Map(model.edges.map((edge) => [edge.id, edge]));
const deals = new Map(model.deals.map((deal) => [deal.deal_id, deal]));
const documents = new Map(model.documents.map((one) => [one.id, one]));
const edgesOf = new Map(model.nodes.map((node) => [node.id, []]));
const statementsOf = new Map();
const edgeOfStatement = new Map();
const dealsOfStatement = new Map();

model.nodes.forEach((node, place) => { node.place = place; });
model.edges.forEach((edge, place) => {
  edge.place = place;
  edgesOf.get(edge.from).push(edge);
  if (edge.to !== edge.from) edgesOf.get(edge.to).push(edge);
  if (edge.family !== "deal") for (const one of edge.statements) edgeOfStatement.set(one, edge.id);
});
model.statements.forEach((row, place) => {
  addTo(statementsOf, row.subject_id, place);
  if (row.object_id !== row.subject_id) addTo(statementsOf, row.object_id, place);
});
const [eventsOf, decisionsOf, attributesOf] = [["events", "deal_id"], ["decisions", "entity_id"], ["attributes", "entity_id"]].map(([name, key]) => {
  const lists = new Map();
  for (const row of model[name]) addTo(lists, row[key], row);
  return lists;
});
for (const deal of model.deals) for (const place of deal.statements) addTo(dealsOfStatement, place, deal.deal_id);

function addTo(lists, key, value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
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

// Most edges were reported in one month of a few hundred: lists that say the same are one list.
const monthLists = new Map();
for (const edge of model.edges) {
  const months = monthsOf(edge);
  const key = months.join();
  if (!monthLists.has(key)) monthLists.set(key, months);
  edge.months = monthLists.get(key);
}
