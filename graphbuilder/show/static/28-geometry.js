// Where everything stands, by the places of nodes and edges in the model, in the units of the drawing (pixels at zoom 1).
const placing = island("places"); // nodes: x, y, radius of each; edges: how far each bends
const [nodeX, nodeY, radius] = [0, 1, 2].map((part) => Float32Array.from(model.nodes, (_, n) => placing.nodes[3 * n + part]));
const bend = Float32Array.from(placing.edges);
// The control point of each edge's curve; of an edge from a node to itself, the centre of its ring.
const [viaX, viaY] = [new Float32Array(model.edges.length), new Float32Array(model.edges.length)];
const [edgeFrom, edgeTo] = endsOf;
const RING = 18;

// The curves of vis-network ("curvedCW"), so that both agree where an edge runs.
function bendEdge(k) {
  const [a, b] = [edgeFrom[k], edgeTo[k]];
  if (a === b) {
    const away = (radius[a] + RING) * Math.SQRT1_2;
    [viaX[k], viaY[k]] = [nodeX[a] + away, nodeY[a] - away];
    return;
  }
  const [dx, dy] = [nodeX[b] - nodeX[a], nodeY[a] - nodeY[b]];
  const length = (Math.abs(bend[k]) * 0.5 + 0.5) * Math.hypot(dx, dy);
  const angle = Math.atan2(dy, dx) + (bend[k] * 0.5 + 0.5) * Math.PI;
  [viaX[k], viaY[k]] = [nodeX[a] + length * Math.sin(angle), nodeY[a] + length * Math.cos(angle)];
}

for (let k = 0; k < bend.length; k += 1) bendEdge(k);

function pointOn(k, t) {
  const [a, b] = [edgeFrom[k], edgeTo[k]];
  if (a === b) return [viaX[k] + RING * Math.cos(2 * Math.PI * t - Math.PI * 1.25), viaY[k] + RING * Math.sin(2 * Math.PI * t - Math.PI * 1.25)];
  const [u, v, w] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
  return [u * nodeX[a] + v * viaX[k] + w * nodeX[b], u * nodeY[a] + v * viaY[k] + w * nodeY[b]];
}

function edgeMeets(k, [left, top, right, bottom]) {
  const [a, b] = [edgeFrom[k], edgeTo[k]];
  const more = a === b ? RING : 0;
  return Math.max(nodeX[a], nodeX[b], viaX[k] + more) >= left && Math.min(nodeX[a], nodeX[b], viaX[k] - more) <= right
    && Math.max(nodeY[a], nodeY[b], viaY[k] + more) >= top && Math.min(nodeY[a], nodeY[b], viaY[k] - more) <= bottom;
}

// After a hand or the physics moved nodes: take over their places; true where any had moved.
function followMoves() {
  const moved = [];
  for (const id of network.body.nodeIndices) {
    const body = network.body.nodes[id];
    const n = nodes.get(id)?.place;
    if (n === undefined || (nodeX[n] === Math.fround(body.x) && nodeY[n] === Math.fround(body.y))) continue;
    [nodeX[n], nodeY[n]] = [body.x, body.y];
    moved.push(id);
  }
  for (const id of moved) for (const edge of edgesOf.get(id)) bendEdge(edge.place);
  return moved.length > 0;
}

function rangeOf(places) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const n of places) {
    const [w, h] = [(model.nodes[n].type === "DEAL" ? model.nodes[n].width / 2 : radius[n]) + 20, radius[n] + 26];
    box[0] = Math.min(box[0], nodeX[n] - w);
    box[1] = Math.min(box[1], nodeY[n] - h);
    box[2] = Math.max(box[2], nodeX[n] + w);
    box[3] = Math.max(box[3], nodeY[n] + h);
  }
  return box;
}
