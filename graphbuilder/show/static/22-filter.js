// Which nodes and edges pass the filters, and how many each choice of a filter would give.
const passing = { nodes: new Set(), edges: new Set() };
const linked = new Set(model.edges.flatMap((edge) => (edge.from === edge.to ? [] : [edge.from, edge.to])));

const FACET_VALUE = {
  relation: (edge) => edge.relation_type,
  polarity: (edge) => edge.polarity,
  modality: (edge) => edge.modality,
};

function endsPass(edge, without = "") {
  return nodePasses(nodes.get(edge.from), without) && nodePasses(nodes.get(edge.to), without);
}

function nodePasses(node, without = "") {
  if (without !== "type" && state.off.type.has(node.type)) return false;
  return without === "status" || node.type !== "DEAL" || !state.off.status.has(node.status);
}

function edgePasses(edge, without = "") {
  for (const facet of ["relation", "polarity", "modality"]) {
    if (facet !== without && state.off[facet].has(FACET_VALUE[facet](edge))) return false;
  }
  if (without !== "confidence" && edge.confidence < state.confidence) return false;
  if (without !== "document" && state.document && !edge.documents.includes(state.document)) return false;
  return endsPass(edge, without);
}

function inTime(edge) {
  if (state.from === null && state.to === null) return true;
  return edge.months.some((month) => month >= (state.from ?? 0) && month <= (state.to ?? Infinity));
}

// A name is shown while one of its links is; names that never had one are shown on request.
function applyFilters() {
  passing.nodes.clear();
  passing.edges.clear();
  for (const edge of model.edges) {
    if (!edgePasses(edge)) continue;
    passing.edges.add(edge.id);
    passing.nodes.add(edge.from);
    passing.nodes.add(edge.to);
  }
  for (const node of model.nodes) {
    if (nodePasses(node) && !linked.has(node.id) && (state.alone || linked.size === 0)) passing.nodes.add(node.id);
  }
  if (state.selected?.kind === "node") passing.nodes.add(state.selected.id);
}

function countsOf(facet) {
  const out = new Map();
  const add = (value) => out.set(value, (out.get(value) ?? 0) + 1);
  if (facet === "type" || facet === "status") {
    const ends = new Set();
    for (const edge of model.edges) if (edgePasses(edge, facet)) ends.add(edge.from).add(edge.to);
    for (const id of ends) if (facet === "type" || nodes.get(id).type === "DEAL") add(nodes.get(id)[facet]);
  } else {
    for (const edge of model.edges) if (edgePasses(edge, facet)) add(FACET_VALUE[facet](edge));
  }
  return out;
}

function filtersActive() {
  return FACETS.some((facet) => state.off[facet].size) || state.confidence > 0 || Boolean(state.document)
    || state.from !== null || state.to !== null;
}

function clearFilters() {
  for (const facet of FACETS) state.off[facet].clear();
  Object.assign(state, { confidence: 0, document: "", from: null, to: null });
}
