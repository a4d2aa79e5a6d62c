// What the reader has chosen: selection, path, filters, view. The address after # holds all of it.
const FACETS = ["type", "status", "relation", "polarity", "modality"];
const state = {
  view: "graph",
  selected: null, // {kind: "node" | "edge", id}
  path: null, // [id, id]
  off: Object.fromEntries(FACETS.map((facet) => [facet, new Set()])),
  confidence: 0,
  document: "",
  from: null, // months
  to: null,
  alone: false, // names without a link
};

function addressOf() {
  const out = new URLSearchParams();
  if (state.view !== "graph") out.set("view", state.view);
  if (state.selected) out.set(state.selected.kind, state.selected.id);
  if (state.path) out.set("path", JSON.stringify(state.path));
  for (const facet of FACETS) if (state.off[facet].size) out.set(`no-${facet}`, [...state.off[facet]].sort().join(","));
  if (state.confidence > 0) out.set("confidence", String(Math.round(state.confidence * 100)));
  if (state.document) out.set("document", state.document);
  if (state.from !== null) out.set("from", monthText(state.from));
  if (state.to !== null) out.set("to", monthText(state.to));
  if (state.alone) out.set("alone", "1");
  return out.toString();
}

function readAddress() {
  const got = new URLSearchParams(location.hash.slice(1));
  const view = got.get("view");
  state.view = ["deals", "statements"].includes(view) ? view : "graph";
  state.selected = null;
  if (nodes.has(got.get("node"))) state.selected = { kind: "node", id: got.get("node") };
  else if (edges.has(got.get("edge"))) state.selected = { kind: "edge", id: got.get("edge") };
  state.path = readPath(got.get("path"));
  for (const facet of FACETS) state.off[facet] = new Set((got.get(`no-${facet}`) ?? "").split(",").filter(() => got.has(`no-${facet}`)));
  const confidence = Number(got.get("confidence"));
  state.confidence = confidence > 0 && confidence <= 100 ? confidence / 100 : 0;
  state.document = documents.has(got.get("document")) ? got.get("document") : "";
  state.from = monthOf(got.get("from"));
  state.to = monthOf(got.get("to"));
  state.alone = got.get("alone") === "1";
}

function readPath(text) {
  try {
    const ends = JSON.parse(text ?? "null");
    return Array.isArray(ends) && ends.length === 2 && ends.every((id) => nodes.has(id)) ? ends : null;
  } catch {
    return null;
  }
}

let written = null;
let waiting = 0;
const SLIDER_REST = 200; // milliseconds; browsers refuse an address that changes too often

// Selections become steps that "back" undoes; turning a filter only changes the present step.
function writeAddress(step, sliding = false) {
  clearTimeout(waiting);
  if (sliding) {
    waiting = setTimeout(() => writeAddress(false), SLIDER_REST);
    return;
  }
  const address = addressOf();
  if (address === written) return;
  written = address;
  setAddress(address, step);
}

// Not through location.hash: before the page's load event is through, browsers replace the present step instead of adding one.
function setAddress(address, step) {
  // Inside a notebook the page has no address of its own: "#..." would lead to the notebook's.
  if (location.protocol === "about:") return;
  try {
    window.history[step ? "pushState" : "replaceState"](null, "", address ? `#${address}` : location.pathname + location.search);
  } catch {
    // A browser that allows no address here, or none so often: the page goes on without.
  }
}

// Back, forward and an edited address: some of them are told as popstate, some as hashchange, some as both.
function onAddress(show) {
  const read = () => {
    if (new URLSearchParams(location.hash.slice(1)).toString() === written) return;
    clearTimeout(waiting);
    readAddress();
    written = addressOf();
    show();
  };
  window.addEventListener("popstate", read);
  window.addEventListener("hashchange", read);
}
