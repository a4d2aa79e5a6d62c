// Deals and statements as tables: sorted by a click on a head, filtered by words, tied to the graph both ways.
const COLUMNS = {
  deals: [
    ["supplier", "Supplier"], ["recipient", "Recipient"], ["weapon", "Weapon"], ["weapon_category", "Category"],
    ["quantity", "Quantity", "number"], ["value", "Value", "money"], ["kind", "Kind"], ["status", "Status"], ["ordered", "Ordered"],
    ["delivered", "Delivered", "number"], ["first_reported", "First reported"], ["last_reported", "Last reported"], ["confidence", "Confidence", "share"],
  ],
  statements: [
    ["subject", "Subject"], ["relation", "Relation"], ["object", "Object"], ["relation_type", "Type"], ["polarity", "Polarity"],
    ["modality", "Modality"], ["by", "Said by"], ["date", "Date"], ["reported", "Reported"], ["confidence", "Confidence", "share"],
  ],
};
const ROWS_AT_ONCE = 400;
const tables = { deals: { sort: "last_reported", down: true, words: "", rows: ROWS_AT_ONCE }, statements: { sort: "reported", down: true, words: "", rows: ROWS_AT_ONCE } };

// Thousands of rows are compared in one way, made once, and their words folded once.
let collator = null;
const foldedRows = { deals: null, statements: null };

function foldedRow(name, place) {
  foldedRows[name] ??= new Array(model[name].length);
  return foldedRows[name][place] ??= fold(rowText(name, model[name][place]));
}

function tableRows(name) {
  const table = tables[name];
  const asked = fold(table.words).split(/\s+/).filter(Boolean);
  const rows = model[name].map((row, place) => ({ row, place })).filter(({ row, place }) => rowPasses(name, row, place)
    && asked.every((part) => foldedRow(name, place).includes(part)));
  const by = table.sort;
  const way = table.down ? -1 : 1;
  return rows.sort((a, b) => compareCells(a.row[by], b.row[by], way) || a.place - b.place);
}

// Empty cells come last whichever way a column is sorted.
function compareCells(a, b, way) {
  const [noA, noB] = [a === null || a === "" || a === undefined, b === null || b === "" || b === undefined];
  if (noA || noB) return noA - noB;
  if (typeof a === "number" && typeof b === "number") return (a - b) * way;
  collator ??= new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  return collator.compare(String(a), String(b)) * way;
}

function rowText(name, row) {
  return [...COLUMNS[name].map(([key]) => row[key] ?? ""), name === "statements" ? model.sentences[row.sentence] : row.deal_id].join(" ");
}

// The tables follow the filters of the graph.
function rowPasses(name, row, place) {
  if (name === "deals") {
    if (state.off.status.has(row.status)) return false;
    return !(row.confidence < state.confidence) && (!state.document || row.documents.includes(state.document));
  }
  if (state.document && row.document !== state.document) return false;
  if (row.confidence < state.confidence || state.off.polarity.has(row.polarity) || state.off.modality.has(row.modality)) return false;
  const month = monthOf(reportedOf(row));
  if ((state.from !== null || state.to !== null) && (month === null || month < (state.from ?? 0) || month > (state.to ?? Infinity))) return false;
  return !state.off.relation.has(row.relation_type) && ![row.subject_id, row.object_id].some((id) => state.off.type.has(nodes.get(id)?.type));
}

function openRow(view) {
  state.view = view;
  show();
  showTable();
  markRow();
  $("table").querySelector("[aria-selected=true]")?.scrollIntoView({ block: "center" });
}

function showTable() {
  const name = state.view;
  if (!COLUMNS[name]) return;
  const rows = tableRows(name);
  const table = tables[name];
  const box = el("input", { type: "search", id: "table-words", placeholder: "Filter rows", "aria-label": "Filter rows", input: (event) => { table.words = event.target.value; refillTable(); } });
  box.value = table.words;
  $("table").replaceChildren(
    el("div.table-head", {}, el("h2", {}, name === "deals" ? "Deals" : "Statements"), el("span", { id: "table-count", role: "status" }), box,
      button("Copy", () => copyText(separated(name, tableRows(name), "\t"))), button("CSV", () => saveCsv(name))),
    el("div.scroll", { tabindex: 0 }, el("table", {}, el("thead", {}, el("tr", {}, COLUMNS[name].map((column) => headCell(name, column)))), el("tbody", { id: "rows" }))));
  fillRows(name, rows);
}

function refillTable() {
  fillRows(state.view, tableRows(state.view));
}

function headCell(name, [key, text, kind]) {
  const table = tables[name];
  const sorted = table.sort === key;
  return el(`th${kind ? `.${kind}` : ""}`, { scope: "col", "aria-sort": sorted ? (table.down ? "descending" : "ascending") : "none" },
    button([text, el("span.arrow", { "aria-hidden": "true" }, sorted ? (table.down ? "▾" : "▴") : "")], () => {
      table.down = sorted ? !table.down : Boolean(kind);
      table.sort = key;
      showTable();
      markRow();
    }, { "data-sort": key }));
}

function fillRows(name, rows) {
  const table = tables[name];
  $("table-count").textContent = rows.length === model[name].length ? count(rows.length, "row") : `${grouped(rows.length)} of ${count(model[name].length, "row")}`;
  $("rows").replaceChildren(...rows.slice(0, table.rows).map((one) => bodyRow(name, one)));
  if (rows.length > table.rows) {
    $("rows").append(el("tr", {}, el("td", { colspan: COLUMNS[name].length }, button(`Show ${count(rows.length - table.rows, "more row")}`, () => { table.rows = Infinity; refillTable(); }))));
  }
  if (!rows.length) $("rows").append(el("tr", {}, el("td.none", { colspan: COLUMNS[name].length }, "No row passes the filters")));
  markRow();
}

function bodyRow(name, { row, place }) {
  const go = () => (name === "deals" ? select("node", row.deal_id) : selectStatement(row, place));
  return el("tr", { tabindex: 0, "data-row": name === "deals" ? row.deal_id : row.id, "data-edge": name === "deals" ? null : edgeOfStatement.get(place), click: go,
    keydown: (event) => { if (event.key === "Enter") go(); } },
  COLUMNS[name].map(([key, , kind]) => el(`td${kind ? `.${kind}` : ""}`, {}, cell(row, key, kind))));
}

function cell(row, key, kind) {
  const value = row[key];
  if (value === null || value === undefined || value === "") return "";
  if (kind === "money") return words(money(value, row.currency));
  if (kind === "share") return percent(value);
  if (kind === "number") return grouped(value);
  if (key === "status") return status(value);
  if (key === "relation_type") return spoken(value);
  if (key === "relation" && row.polarity === "negated") return ["not ", words(value)];
  return words(value);
}

function selectStatement(row, place) {
  const edge = edgeOfStatement.get(place);
  if (edge) select("edge", edge);
  else if (nodes.has(row.subject_id)) select("node", row.subject_id);
  else if (nodes.has(row.object_id)) select("node", row.object_id);
}

function markRow() {
  const chosen = state.selected?.id;
  for (const row of $("table").querySelectorAll("tr[data-row]")) {
    row.setAttribute("aria-selected", String(chosen !== undefined && (row.dataset.row === chosen || row.dataset.edge === chosen)));
  }
}
