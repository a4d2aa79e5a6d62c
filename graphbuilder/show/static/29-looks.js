// What is in the drawing, and how each node and edge stands out. What is in focus stays bright: the selection with its
// neighbours, or a path; time dims what lies outside it.
const [PLAIN, DIM, NEAR, CHOSEN] = [0, 1, 2, 3];
const nodeLook = new Uint8Array(model.nodes.length);
const edgeLook = new Uint8Array(model.edges.length);
const drawn = new Uint8Array(model.nodes.length); // taken into the drawing
const shownNode = new Uint8Array(model.nodes.length); // taken in, and passing the filters
let shownNumber = 0;

function findLooks() {
  shownNumber = 0;
  for (let n = 0; n < drawn.length; n += 1) shownNumber += shownNode[n] = drawn[n] & passNode[n];
  const focus = focusOf();
  nodeLook.fill(focus ? DIM : PLAIN);
  edgeLook.fill(focus ? DIM : PLAIN);
  if (focus) {
    for (const id of focus.nodes) nodeLook[nodes.get(id).place] = NEAR;
    for (const id of focus.edges) edgeLook[edges.get(id).place] = NEAR;
  }
  if (state.from !== null || state.to !== null) dimOtherTimes();
  if (!focus) return;
  for (const id of focus.chosen) nodeLook[nodes.get(id).place] = CHOSEN;
  if (focus.edge) edgeLook[edges.get(focus.edge).place] = CHOSEN;
}

function dimOtherTimes() {
  const during = new Uint8Array(nodeLook.length);
  model.edges.forEach((edge, k) => {
    if (!passEdge[k]) return;
    if (inTime(edge)) during[edgeFrom[k]] = during[edgeTo[k]] = 1;
    else edgeLook[k] = DIM;
  });
  for (let n = 0; n < during.length; n += 1) if (!during[n]) nodeLook[n] = DIM;
}

function focusOf() {
  if (state.path) return pathFocus();
  if (!state.selected) return null;
  if (state.selected.kind === "edge") {
    const edge = edges.get(state.selected.id);
    return { nodes: new Set([edge.from, edge.to]), edges: new Set([edge.id]), chosen: [], edge: edge.id };
  }
  const id = state.selected.id;
  const near = edgesOf.get(id).filter((edge) => passEdge[edge.place]);
  return { nodes: new Set([id, ...near.flatMap((edge) => [edge.from, edge.to])]), edges: new Set(near.map((edge) => edge.id)), chosen: [id] };
}

// A small graph is drawn whole. Of a large one, a part that hangs together: from the node that matters most
// to the neighbour that matters most, and so on; a new start where no neighbour is left.
const BUDGET = 300;
// What a link to the part already chosen adds to a node's importance.
const CLOSENESS = 0.15;

function firstDrawn() {
  const importance = Float64Array.from(model.nodes, (node) => node.importance);
  const order = Int32Array.from(importance, (_, n) => n).sort((a, b) => linked[b] - linked[a] || importance[b] - importance[a] || a - b);
  if (order.length <= BUDGET * 1.3) {
    drawn.fill(1);
    return;
  }
  const front = [];
  const reached = new Uint8Array(order.length);
  let next = 0;
  for (let number = 0; number < BUDGET; number += 1) {
    while (drawn[order[next]]) next += 1;
    let best = order[next];
    let most = -1;
    for (const n of front) if (!drawn[n] && importance[n] > most) [best, most] = [n, importance[n]];
    drawn[best] = 1;
    for (const edge of edgesOf.get(model.nodes[best].id)) {
      const other = edgeFrom[edge.place] === best ? edgeTo[edge.place] : edgeFrom[edge.place];
      if (reached[other]) importance[other] += CLOSENESS;
      else front.push(other);
      reached[other] = 1;
    }
  }
}
