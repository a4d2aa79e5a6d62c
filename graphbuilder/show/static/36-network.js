// vis-network holds the view, the hand and the physics; what is seen is painted by us, from everything or from a part.
// vis-network gets the first so many nodes: what it holds costs it at every move. The rest is painted and found all the same.
const MOST_HELD = 1200;
const nodesData = new vis.DataSet();
const edgesData = new vis.DataSet();
const heldNode = new Map(); // place -> hidden, as handed over last
const heldEdge = new Map();
let network = null;

function viewScale() {
  return network ? network.body.view.scale : 1;
}

function startDrawing() {
  firstDrawn();
  network = new vis.Network($("canvas"), { nodes: nodesData, edges: edgesData }, options);
  window.network = network;
  Object.assign(network.renderer, {
    _drawEdges: paintView,
    _drawNodes: () => ({ drawExternalLabels() {} }),
    _drawArrows() {},
  });
  network.on("click", ({ pointer: { canvas } }) => {
    const hit = hitAt(canvas.x, canvas.y);
    if (!hit) select(null);
    else select(hit.kind, (hit.kind === "node" ? model.nodes : model.edges)[hit.place].id);
  });
  network.on("doubleClick", ({ pointer: { canvas } }) => {
    const hit = hitAt(canvas.x, canvas.y);
    if (hit?.kind === "node") openNeighbourhood(model.nodes[hit.place].id);
  });
}

// Hand over what changed: handing over everything again is what costs.
function syncData() {
  const newNodes = [];
  for (let n = 0; n < drawn.length; n += 1) {
    if (!drawn[n] || (!heldNode.has(n) && heldNode.size >= MOST_HELD && nodeLook[n] !== CHOSEN)) continue;
    const hidden = !passNode[n];
    if (heldNode.get(n) === hidden) continue;
    newNodes.push(heldNode.has(n) ? { id: model.nodes[n].id, hidden } : { id: model.nodes[n].id, x: nodeX[n], y: nodeY[n], size: radius[n], shape: "dot", hidden });
    heldNode.set(n, hidden);
  }
  const newEdges = [];
  for (let k = 0; k < passEdge.length; k += 1) {
    if (!heldNode.has(edgeFrom[k]) || !heldNode.has(edgeTo[k])) continue;
    const hidden = !passEdge[k];
    if (heldEdge.get(k) === hidden) continue;
    newEdges.push(heldEdge.has(k) ? { id: model.edges[k].id, hidden } : { ...visEdge(k), hidden });
    heldEdge.set(k, hidden);
  }
  if (newNodes.length) nodesData.update(newNodes);
  if (newEdges.length) edgesData.update(newEdges);
  fitBoxes();
}

function visEdge(k) {
  const { id, from, to } = model.edges[k];
  return { id, from, to, smooth: { enabled: true, type: bend[k] >= 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend[k]) } };
}

// What vis-network takes hold of when a hand drags a node.
function fitBoxes() {
  zoom = viewScale();
  for (const n of heldNode.keys()) {
    const shape = network.body.nodes[model.nodes[n].id]?.shape;
    if (!shape) continue;
    const [left, top, right, bottom] = markBox(n);
    shape.boundingBox = { left, top, right, bottom };
    Object.assign(shape, { left, top, width: right - left, height: bottom - top, radius: radius[n] });
  }
}

// Draw again after a choice: filters, looks, data, counts. Called from everywhere, cheap enough for a slider.
function paint() {
  applyFilters();
  findLooks();
  syncData();
  redraw();
  showCount();
}

function showCount() {
  let rest = 0;
  for (let n = 0; n < drawn.length; n += 1) rest += passNode[n] & (drawn[n] ^ 1);
  $("shown").textContent = `${grouped(shownNumber)} of ${count(model.nodes.length, "node")} shown`;
  $("more").hidden = $("everything").hidden = rest <= 0;
  $("more").textContent = `Show ${grouped(Math.min(rest, BUDGET))} more`;
  $("everything").hidden = rest <= BUDGET;
  $("move").hidden = shownNumber > MOST_HELD;
}

function showMore(most) {
  const waiting = [];
  for (let n = 0; n < drawn.length; n += 1) if (passNode[n] && !drawn[n]) waiting.push(n);
  waiting.sort((a, b) => model.nodes[b].importance - model.nodes[a].importance || a - b);
  for (const n of waiting.slice(0, most)) drawn[n] = 1;
  paint();
}
