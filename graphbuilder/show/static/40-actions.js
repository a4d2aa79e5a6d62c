// What a reader does: select, open a neighbourhood, walk, find a path, fit, save.
const NEIGHBOURS = 60;
let pathFrom = null;

function select(kind, id, { centre = false, step = true } = {}) {
  hideTip();
  if (pathFrom && kind === "node" && id !== pathFrom) {
    showPath(pathFrom, id);
    return;
  }
  pathFrom = null;
  state.path = null;
  state.selected = kind ? { kind, id } : null;
  show({ centre, step });
}

function show({ centre = false, step = true, panel = true, sliding = false } = {}) {
  if (state.selected) reveal(state.selected);
  paint();
  if (panel) showPanel();
  showView();
  showLegend();
  showTimeline();
  markRow();
  writeAddress(step, sliding);
  if (centre && state.view === "graph") centreOn();
}

// Bring what was selected into the drawing, with its ends or its most important neighbours.
function reveal({ kind, id }) {
  if (kind === "edge") {
    draw(edges.get(id).from);
    draw(edges.get(id).to);
  } else if (!drawn[nodes.get(id).place]) {
    draw(id);
    openAround(id, 12);
  }
}

function draw(id) {
  drawn[nodes.get(id).place] = 1;
}

function openAround(id, most) {
  const near = edgesOf.get(id).map((edge) => nodes.get(otherEnd(edge, id)));
  near.sort((a, b) => b.importance - a.importance);
  for (const node of near.slice(0, most)) draw(node.id);
}

function openNeighbourhood(id) {
  openAround(id, NEIGHBOURS);
  state.selected = { kind: "node", id };
  show();
  fitTo(placesOf(focusOf().nodes));
}

// On the screen, in pixels, beside what is fitted in: names reach beyond their marks.
const MARGIN = [44, 26];

// The view that shows these nodes, leaving room for what lies over the drawing's edges.
function fitTo(places, closest = 1.25, animation = calm()) {
  const there = places.filter((n) => shownNode[n]);
  if (!there.length) return;
  const [left, top, right, bottom] = rangeOf(there);
  const { clientWidth, clientHeight } = $("canvas");
  const height = Math.max(80, clientHeight - sheetHeight());
  const scale = Math.max(0.01, Math.min(closest, (clientWidth - 2 * MARGIN[0]) / (right - left), (height - 2 * MARGIN[1]) / (bottom - top)));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + sheetHeight() / 2 / scale }, scale, animation });
}

function placesOf(ids) {
  return [...ids].map((id) => nodes.get(id).place);
}

function fitAll(animation = calm()) {
  fitTo(model.nodes.map((_, n) => n), 1.4, animation);
}

// No animation for those who asked their system for none.
function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 350, easingFunction: "easeInOutQuad" };
}

function centreOn() {
  if (state.path) fitTo(placesOf(focusOf().nodes));
  else if (state.selected?.kind === "edge") fitTo(placesOf([edges.get(state.selected.id).from, edges.get(state.selected.id).to]));
  else if (state.selected) {
    const n = nodes.get(state.selected.id).place;
    const scale = Math.max(viewScale(), 0.9);
    network.moveTo({ position: { x: nodeX[n], y: nodeY[n] + sheetHeight() / 2 / scale }, scale, animation: calm() });
  }
}

// On a narrow screen the panel covers the foot of the graph while it is open.
function sheetHeight() {
  return matchMedia("(max-width: 900px)").matches && $("panel").dataset.open === "true" ? $("panel").offsetHeight : 0;
}

// The neighbour that lies most nearly in the direction of an arrow key.
function walk(dx, dy) {
  if (state.selected?.kind !== "node") {
    const at = network.getViewPosition();
    network.moveTo({ position: { x: at.x + (dx * 80) / viewScale(), y: at.y + (dy * 80) / viewScale() } });
    return;
  }
  const here = nodes.get(state.selected.id).place;
  let best = null;
  for (const edge of edgesOf.get(state.selected.id)) {
    const id = otherEnd(edge, state.selected.id);
    const there = nodes.get(id).place;
    if (!passEdge[edge.place] || there === here) continue;
    const [gx, gy] = [nodeX[there] - nodeX[here], nodeY[there] - nodeY[here]];
    const length = Math.hypot(gx, gy) || 1;
    const along = (gx * dx + gy * dy) / length;
    if (along > 0.35 && (!best || along - length / 4000 > best.score)) best = { id, score: along - length / 4000 };
  }
  if (best) select("node", best.id, { centre: true });
}

function startPath(id) {
  pathFrom = id;
  showPanel();
  $("search").focus();
  say("Choose the other end of the path");
}

function showPath(from, to) {
  pathFrom = null;
  state.path = [from, to];
  state.selected = null;
  for (const id of shortestPath(from, to)?.nodes ?? [from, to]) draw(id);
  show({ centre: true });
}

// Breadth first over the links that pass the filters, either way; the one more often said first.
function shortestPath(from, to) {
  const came = new Map([[from, null]]);
  let front = [from];
  while (front.length && !came.has(to)) {
    const next = [];
    for (const id of front) {
      for (const edge of [...edgesOf.get(id)].sort((a, b) => b.weight - a.weight)) {
        const other = otherEnd(edge, id);
        if (came.has(other) || !passEdge[edge.place]) continue;
        came.set(other, { id, edge });
        next.push(other);
      }
    }
    front = next;
  }
  if (!came.has(to)) return null;
  const found = { nodes: [to], edges: [] };
  for (let step = came.get(to); step; step = came.get(step.id)) {
    found.nodes.unshift(step.id);
    found.edges.unshift(step.edge);
  }
  return found;
}

function pathFocus() {
  const found = shortestPath(...state.path);
  if (!found) return { nodes: new Set(state.path), edges: new Set(), chosen: state.path };
  return { nodes: new Set(found.nodes), edges: new Set(found.edges.map((edge) => edge.id)), chosen: state.path };
}

function zoomBy(factor) {
  network.moveTo({ scale: Math.min(4, Math.max(0.03, viewScale() * factor)), animation: calm() });
}

function toggleMove() {
  const on = $("move").getAttribute("aria-pressed") !== "true";
  $("move").setAttribute("aria-pressed", String(on));
  network.setOptions({ physics: { enabled: on, stabilization: false, solver: "forceAtlas2Based", forceAtlas2Based: { springLength: 130, avoidOverlap: 0.6 } } });
}
