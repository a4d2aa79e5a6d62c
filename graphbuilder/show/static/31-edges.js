// How edges look: colour by family, line by modality, a cross where it is denied, its word where there is room.
// Lines that look alike are one path: one stroke an edge is what makes large graphs slow.
const DASHES = [[], [9, 6], [3, 5], [9, 4, 2, 4], [2, 4]]; // in the order of MODALITIES
const TONES = [...FAMILIES, "negated"];
const STRENGTH = [0.72, 0.08, 0.95, 1]; // by look: plain, dim, near, chosen
const IN_ONE_STROKE = 250;
const MOST_EDGES = 9000;
const [FEW_EDGES, LEAST_SOFT] = [350, 0.3];
const ARROW_ZOOM = 0.32;
const DASH_ZOOM = 0.3;
// So many words at most are written at once, and only from this zoom on unless an end is in focus.
const MOST_WORDS = 160;
const MOST_CROSSES = 400;
const WORD_ZOOM = 1.15;

const edgeTone = Uint8Array.from(model.edges, (edge) => (edge.polarity === "negated" ? TONES.length - 1 : Math.max(0, FAMILIES.indexOf(edge.family))));
const edgeDash = Uint8Array.from(model.edges, (edge) => Math.max(0, MODALITIES.indexOf(edge.modality)));
const edgeWidth = Float32Array.from(model.edges, (edge) => Math.min(edge.family === "deal" ? 3 : 5, Math.round(2 * (1.2 + 0.7 * Math.log2(1 + edge.weight))) / 2));
// The more important both ends, the sooner an edge is painted where not all can be.
const edgeRank = Int32Array.from(model.edges, (_, k) => k);
const edgeWeight = Float32Array.from(model.edges, (edge, k) => model.nodes[edgeFrom[k]].importance + model.nodes[edgeTo[k]].importance + 0.1 * edge.weight);
edgeRank.sort((a, b) => edgeWeight[b] - edgeWeight[a] || a - b);

let softness = 1;

function edgeShown(k) {
  return passEdge[k] && shownNode[edgeFrom[k]] && shownNode[edgeTo[k]];
}

// The edges that cross a box, the strongest up to a number, those in focus always.
function edgesIn(box, most) {
  const out = [];
  for (const k of edgeRank) {
    if (edgeShown(k) && (out.length < most || edgeLook[k] >= NEAR) && edgeMeets(k, box)) out.push(k);
  }
  return out;
}

function strokeEdges(ctx, places) {
  softness = Math.min(1, Math.max(LEAST_SOFT, Math.sqrt(FEW_EDGES / (places.length || 1))));
  const groups = new Map();
  for (const k of places) addTo(groups, edgeLook[k] + 4 * (edgeTone[k] + 8 * (edgeDash[k] + 8 * 2 * edgeWidth[k])), k);
  const order = [...groups].sort(([a], [b]) => ORDER[a % 4] - ORDER[b % 4] || a - b);
  for (const [, group] of order) strokeGroup(ctx, group);
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

const ORDER = [1, 0, 2, 3]; // by look: what is dim lies below, what is chosen on top

function strokeGroup(ctx, group) {
  const [k] = group;
  const look = edgeLook[k];
  ctx.strokeStyle = colour[TONES[edgeTone[k]] === "negated" ? "negated" : `family-${TONES[edgeTone[k]]}`];
  ctx.globalAlpha = look === PLAIN ? plainStrength(k) : STRENGTH[look];
  // Lines below a pixel are painted as hairlines, which costs least.
  ctx.lineWidth = Math.max(edgeWidth[k] + (look === CHOSEN ? 2.5 : 0), 0.7 / zoom);
  ctx.setLineDash(zoom > DASH_ZOOM ? DASHES[edgeDash[k]] : []);
  for (let first = 0; first < group.length; first += IN_ONE_STROKE) {
    ctx.beginPath();
    for (const one of group.slice(first, first + IN_ONE_STROKE)) traceEdge(ctx, one);
    ctx.stroke();
  }
}

// Many lines over each other speak more softly.
function plainStrength(k) {
  return (TONES[edgeTone[k]] === "other" ? 0.5 : STRENGTH[PLAIN]) * softness;
}

function traceEdge(ctx, k) {
  const [a, b] = [edgeFrom[k], edgeTo[k]];
  if (a === b) {
    ctx.moveTo(viaX[k] + RING, viaY[k]);
    ctx.arc(viaX[k], viaY[k], RING, 0, 2 * Math.PI);
    return;
  }
  ctx.moveTo(nodeX[a], nodeY[a]);
  const bow = Math.abs((nodeX[a] + nodeX[b]) / 2 - viaX[k]) + Math.abs((nodeY[a] + nodeY[b]) / 2 - viaY[k]);
  if (bow * zoom < 3) ctx.lineTo(nodeX[b], nodeY[b]);
  else ctx.quadraticCurveTo(viaX[k], viaY[k], nodeX[b], nodeY[b]);
}

function fillArrows(ctx, places) {
  const groups = new Map();
  for (const k of places) if (model.edges[k].relation_type !== "WEAPON" && edgeFrom[k] !== edgeTo[k]) addTo(groups, edgeLook[k] + 4 * edgeTone[k], k);
  for (const group of groups.values()) {
    ctx.fillStyle = colour[TONES[edgeTone[group[0]]] === "negated" ? "negated" : `family-${TONES[edgeTone[group[0]]]}`];
    ctx.globalAlpha = edgeLook[group[0]] === PLAIN ? plainStrength(group[0]) : STRENGTH[edgeLook[group[0]]];
    ctx.beginPath();
    for (const k of group) traceArrow(ctx, k);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

// The tip stands where the curve meets the border of its target: halving finds it.
function traceArrow(ctx, k) {
  const b = edgeTo[k];
  const [w, h] = extent(b);
  const card = model.nodes[b].type === "DEAL";
  let [outside, inside] = [0.3, 1];
  for (let step = 0; step < 8; step += 1) {
    const t = (outside + inside) / 2;
    const [x, y] = pointOn(k, t);
    const [dx, dy] = [Math.abs(x - nodeX[b]), Math.abs(y - nodeY[b])];
    if (card ? dx < w + 3 && dy < h + 3 : dx * dx + dy * dy < (w + 3) * (w + 3)) inside = t;
    else outside = t;
  }
  const [x, y] = pointOn(k, outside);
  const [px, py] = pointOn(k, Math.max(0, outside - 0.06));
  const angle = Math.atan2(y - py, x - px);
  const [long, wide] = [8 + 1.4 * edgeWidth[k], 3.2 + 0.8 * edgeWidth[k]];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  ctx.moveTo(x, y);
  ctx.lineTo(x - long * cos + wide * sin, y - long * sin - wide * cos);
  ctx.lineTo(x - long * cos - wide * sin, y - long * sin + wide * cos);
  ctx.closePath();
}

function paintWords(ctx, places, marks) {
  const bright = places.filter((k) => edgeLook[k] !== DIM);
  if (zoom > 0.25) for (const k of bright.filter((one) => model.edges[one].polarity === "negated").slice(0, MOST_CROSSES)) paintCross(ctx, k);
  const wanted = bright.filter((k) => model.edges[k].family !== "deal" && (edgeLook[k] >= NEAR || zoom >= WORD_ZOOM)).slice(0, MOST_WORDS);
  if (!wanted.length) return;
  const taken = new Ground(120);
  for (const n of marks) if (nodeLook[n] !== DIM) taken.add(null, markBox(n));
  for (const k of wanted) paintWord(ctx, k, taken);
}

function paintCross(ctx, k) {
  const [x, y] = pointOn(k, 0.5);
  ctx.beginPath();
  ctx.arc(x, y, 8, 0, 2 * Math.PI);
  ctx.fillStyle = colour.ground;
  ctx.fill();
  ctx.strokeStyle = colour.negated;
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(x - 3.5, y - 3.5);
  ctx.lineTo(x + 3.5, y + 3.5);
  ctx.moveTo(x + 3.5, y - 3.5);
  ctx.lineTo(x - 3.5, y + 3.5);
  ctx.stroke();
}

function paintWord(ctx, k, taken) {
  const edge = model.edges[k];
  if (!edge.relation) return;
  const text = edge.relation.length > 26 ? `${edge.relation.slice(0, 25)}…` : edge.relation;
  const [x, middle] = pointOn(k, 0.5);
  const y = middle + (edge.polarity === "negated" ? 17 : 0);
  ctx.font = `500 12px ${FONT}`;
  const half = ctx.measureText(text).width / 2;
  const box = [x - half, y - 7, x + half, y + 7];
  if (edgeLook[k] !== CHOSEN && taken.hits(undefined, box)) return;
  taken.add(null, box);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 5;
  ctx.strokeStyle = colour.halo;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = edge.polarity === "negated" ? colour.negated : colour[`family-${edge.family}`];
  ctx.fillText(text, x, y);
}
