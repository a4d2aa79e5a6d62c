// Which nodes and edges pass the filters, and how many each choice of a filter would give: one walk over the edges.
const passNode = new Uint8Array(model.nodes.length);
const passEdge = new Uint8Array(model.edges.length);
const endsOf = [Int32Array.from(model.edges, (edge) => nodes.get(edge.from).place), Int32Array.from(model.edges, (edge) => nodes.get(edge.to).place)];
const linked = new Uint8Array(model.nodes.length);
model.edges.forEach((edge, k) => {
  if (edge.from !== edge.to) linked[endsOf[0][k]] = linked[endsOf[1][k]] = 1;
});
const linkedNumber = linked.reduce((sum, one) => sum + one, 0);

const EDGE_FACETS = lookup({ relation: "relation_type", polarity: "polarity", modality: "modality" });
// For each facet its values, and of each node or edge the place of its value among them.
const codes = lookup({
  type: coded(model.nodes.map((node) => node.type)),
  status: coded(model.nodes.map((node) => (node.type === "DEAL" ? node.status ?? "" : null))),
  ...Object.fromEntries(Object.entries(EDGE_FACETS).map(([facet, key]) => [facet, coded(model.edges.map((edge) => edge[key]))])),
});
let counts = lookup({});

function coded(column) {
  const values = [...new Set(column)];
  const places = new Map(values.map((value, place) => [value, place]));
  return { values, at: Uint16Array.from(column, (value) => places.get(value)) };
}

function offFlags(facet) {
  return Uint8Array.from(codes[facet].values, (value) => (value !== null && state.off[facet].has(value) ? 1 : 0));
}

function nodePasses(node) {
  return !state.off.type.has(node.type) && (node.type !== "DEAL" || !state.off.status.has(node.status ?? ""));
}

// What is no facet: nothing of it is counted where it fails.
function passesRest(edge) {
  return edge.confidence >= state.confidence && (!state.document || edge.documents.includes(state.document));
}

function inTime(edge) {
  if (state.from === null && state.to === null) return true;
  return edge.months.some((month) => month >= (state.from ?? 0) && month <= (state.to ?? Infinity));
}

// An edge that fails one facet alone counts for that facet: it would come if its choice were turned on.
function applyFilters() {
  passNode.fill(0);
  const off = lookup(Object.fromEntries(FACETS.map((facet) => [facet, offFlags(facet)])));
  const numbers = lookup(Object.fromEntries(FACETS.map((facet) => [facet, new Uint32Array(codes[facet].values.length)])));
  const near = { type: new Uint8Array(model.nodes.length), status: new Uint8Array(model.nodes.length) };
  const [from, to] = endsOf;
  model.edges.forEach((edge, k) => {
    const [a, b] = [from[k], to[k]];
    passEdge[k] = 0;
    if (!passesRest(edge)) return;
    const fails = (off.type[codes.type.at[a]] | off.type[codes.type.at[b]]) + 2 * (off.status[codes.status.at[a]] | off.status[codes.status.at[b]])
      + 4 * off.relation[codes.relation.at[k]] + 8 * off.polarity[codes.polarity.at[k]] + 16 * off.modality[codes.modality.at[k]];
    if (fails === 0) passEdge[k] = passNode[a] = passNode[b] = 1;
    if (fails === 0 || fails === 1) near.type[a] = near.type[b] = 1;
    if (fails === 0 || fails === 2) near.status[a] = near.status[b] = 1;
    if (fails === 0 || fails === 4) numbers.relation[codes.relation.at[k]] += 1;
    if (fails === 0 || fails === 8) numbers.polarity[codes.polarity.at[k]] += 1;
    if (fails === 0 || fails === 16) numbers.modality[codes.modality.at[k]] += 1;
  });
  for (const facet of ["type", "status"]) near[facet].forEach((one, n) => { numbers[facet][codes[facet].at[n]] += one; });
  counts = lookup(Object.fromEntries(FACETS.map((facet) => [facet, new Map(codes[facet].values.map((value, k) => [value, numbers[facet][k]]))])));
  addUnlinked();
}

// A name is shown while one of its links is; names that never had one are shown on request.
function addUnlinked() {
  if (state.alone || linkedNumber === 0) model.nodes.forEach((node, n) => { if (!linked[n] && nodePasses(node)) passNode[n] = 1; });
  if (state.selected?.kind === "node") passNode[nodes.get(state.selected.id).place] = 1;
}

function filtersActive() {
  return FACETS.some((facet) => state.off[facet].size) || state.confidence > 0 || Boolean(state.document)
    || state.from !== null || state.to !== null;
}

function clearFilters() {
  for (const facet of FACETS) state.off[facet].clear();
  Object.assign(state, { confidence: 0, document: "", from: null, to: null });
}
