// The vis-network drawing: what is in it, what is dimmed, and what a hand does to it.
const BUDGET = 300;
// What a link to the part already chosen adds to a node's importance.
const CLOSENESS = 0.15;
// From so many edges on, moving hides them.
const HEAVY = 1200;
const nodesData = new vis.DataSet();
const edgesData = new vis.DataSet();
const looks = new Map();
const edgeLooks = new Map();
const hovered = { node: null, edge: null };
const drawn = new Set();
const places = new Map(drawing.nodes.map((node) => [node.id, node]));
const curves = new Map(drawing.edges.map((edge) => [edge.id, edge]));
let network = null;
let moving = false;
let rest = 0;

function viewScale() {
  return network ? network.body.view.scale : 1;
}

// A small graph is drawn whole. Of a large one, a part that hangs together: from the node that matters most
// to the neighbour that matters most, and so on; a new start where no neighbour is left.
function firstDrawn() {
  const order = [...model.nodes].sort((a, b) => linked.has(b.id) - linked.has(a.id) || b.importance - a.importance);
  if (order.length <= BUDGET * 1.3) {
    for (const node of order) drawn.add(node.id);
    return;
  }
  const edge = new Map();
  const take = (id) => {
    drawn.add(id);
    edge.delete(id);
    for (const one of edgesOf.get(id)) {
      const other = otherEnd(one, id);
      if (!drawn.has(other)) edge.set(other, (edge.get(other) ?? nodes.get(other).importance) + CLOSENESS);
    }
  };
  while (drawn.size < BUDGET) {
    let best = null;
    for (const [id, score] of edge) if (best === null || score > edge.get(best)) best = id;
    take(best ?? order.find((node) => !drawn.has(node.id)).id);
  }
}

function startDrawing() {
  firstDrawn();
  network = new vis.Network($("canvas"), { nodes: nodesData, edges: edgesData }, {
    ...options,
    interaction: { ...options.interaction, hideEdgesOnDrag: model.edges.length > HEAVY, hideEdgesOnZoom: model.edges.length > HEAVY },
  });
  window.network = network;
  network.on("afterDrawing", (ctx) => { drawOverEdges(ctx); drawLabels(ctx); });
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) select("node", node);
    else if (edge !== undefined) select("edge", edge);
    else select(null);
  });
  network.on("doubleClick", ({ nodes: [node] }) => node !== undefined && openNeighbourhood(node));
  network.on("hoverNode", ({ node }) => hover("node", node));
  network.on("blurNode", () => hover("node", null));
  network.on("hoverEdge", ({ edge }) => hover("edge", edge));
  network.on("blurEdge", () => hover("edge", null));
  network.on("dragStart", startMoving);
  network.on("dragEnd", stopMoving);
  network.on("zoom", () => { startMoving(); stopMoving(); });
}

function startMoving() {
  moving = true;
  hideTip();
}

function stopMoving() {
  clearTimeout(rest);
  rest = setTimeout(() => { moving = false; network.redraw(); }, 120);
}

const known = new Set(); // the nodes vis has

function syncData() {
  const wantedNodes = model.nodes.filter((node) => drawn.has(node.id));
  const wantedEdges = model.edges.filter((edge) => drawn.has(edge.from) && drawn.has(edge.to));
  nodesData.update(wantedNodes.filter((node) => nodeChanged(node)).map((node) => ({
    ...(known.has(node.id) ? { id: node.id } : { ...places.get(node.id), ctxRenderer: drawNode }),
    hidden: !passing.nodes.has(node.id),
  })));
  edgesData.update(wantedEdges.filter((edge) => edgeChanged(edge)).map((edge) => ({
    ...curves.get(edge.id),
    ...edgeLook(edge),
    hidden: !passing.edges.has(edge.id),
  })));
  for (const node of wantedNodes.filter(({ id }) => !known.has(id))) {
    network.body.nodes[node.id].shape.distanceToBorder = borderDistance(node);
    known.add(node.id);
  }
}

// What was last handed to vis for each node and edge: handing over everything again is what costs.
const handed = new Map();

function changedSince(key, now) {
  if (handed.get(key) === now) return false;
  handed.set(key, now);
  return true;
}

function nodeChanged(node) {
  return changedSince(`n${node.id}`, String(passing.nodes.has(node.id)));
}

function edgeChanged(edge) {
  return changedSince(`e${edge.id}`, `${passing.edges.has(edge.id)} ${edgeLooks.get(edge.id) ?? "plain"} ${colour.ground}`);
}

// What is in focus stays bright: the selection with its neighbours, or a path; time dims what lies outside it.
function findLooks() {
  looks.clear();
  edgeLooks.clear();
  const inTimeNodes = new Set();
  const brushed = state.from !== null || state.to !== null;
  for (const id of passing.edges) {
    const edge = edges.get(id);
    if (inTime(edge)) inTimeNodes.add(edge.from).add(edge.to);
    else edgeLooks.set(id, "dim");
  }
  if (brushed) for (const id of passing.nodes) if (!inTimeNodes.has(id)) looks.set(id, "dim");
  const focus = focusOf();
  if (!focus) return;
  for (const id of passing.nodes) if (!focus.nodes.has(id)) looks.set(id, "dim");
  for (const id of passing.edges) if (!focus.edges.has(id)) edgeLooks.set(id, "dim");
  for (const id of focus.nodes) if (looks.get(id) !== "dim") looks.set(id, "near");
  for (const id of focus.edges) if (edgeLooks.get(id) !== "dim") edgeLooks.set(id, "near");
  for (const id of focus.chosen) looks.set(id, "chosen");
  if (focus.edge) edgeLooks.set(focus.edge, "chosen");
}

function focusOf() {
  if (state.path) return pathFocus();
  if (!state.selected) return null;
  if (state.selected.kind === "edge") {
    const edge = edges.get(state.selected.id);
    return { nodes: new Set([edge.from, edge.to]), edges: new Set([edge.id]), chosen: [], edge: edge.id };
  }
  const id = state.selected.id;
  const near = edgesOf.get(id).filter((edge) => passing.edges.has(edge.id));
  return { nodes: new Set([id, ...near.flatMap((edge) => [edge.from, edge.to])]), edges: new Set(near.map((edge) => edge.id)), chosen: [id] };
}

// Draw again after a choice: filters, data, looks, counts. Called from everywhere, cheap enough for a slider.
function paint() {
  applyFilters();
  findLooks();
  syncData();
  network.redraw();
  showCount();
}

function showCount() {
  const shown = [...passing.nodes].filter((id) => drawn.has(id)).length;
  const rest = [...passing.nodes].length - shown;
  $("shown").textContent = `${shown.toLocaleString("en")} of ${count(model.nodes.length, "node")} shown`;
  $("more").hidden = rest <= 0;
  $("more").textContent = `Show ${Math.min(rest, BUDGET).toLocaleString("en")} more`;
}

function showMore() {
  const waiting = model.nodes.filter((node) => passing.nodes.has(node.id) && !drawn.has(node.id));
  waiting.sort((a, b) => b.importance - a.importance);
  for (const node of waiting.slice(0, BUDGET)) drawn.add(node.id);
  paint();
}
