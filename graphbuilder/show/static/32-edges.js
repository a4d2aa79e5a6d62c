// How an edge looks: colour by family, line by modality, a cross where it is denied, its word where there is room.
const DASHES = lookup({ asserted: false, planned: [9, 6], possible: [3, 5], requested: [9, 4, 2, 4], conditional: [2, 4] });
// So many labels at most are written at once, and only from this zoom on unless an end is in focus.
const MOST_LABELS = 160;
const LABEL_ZOOM = 1.15;

function edgeLook(edge) {
  const look = edgeLooks.get(edge.id) ?? "plain";
  const negated = edge.polarity === "negated";
  const base = negated ? colour.negated : colour[`family-${edge.family}`];
  const strength = { dim: 0.08, near: 0.95, chosen: 1, plain: edge.family === "other" ? 0.5 : 0.72 }[look];
  const width = Math.min(5, 1.2 + 0.7 * Math.log2(1 + edge.weight)) + (look === "chosen" ? 2.5 : 0);
  return {
    id: edge.id,
    width: edge.family === "deal" ? Math.min(3, width) : width,
    dashes: DASHES[edge.modality] ?? false,
    color: { color: base, opacity: strength, inherit: false },
    arrows: { to: { enabled: edge.relation_type !== "WEAPON", scaleFactor: 0.55 } },
  };
}

function middleOf(edge) {
  const drawn = network.body.edges[edge.id];
  return drawn?.connected ? drawn.edgeType.getPoint(0.5) : null;
}

function drawOverEdges(ctx) {
  const scale = viewScale();
  const candidates = [];
  for (const id of passing.edges) {
    const edge = edges.get(id);
    const look = edgeLooks.get(id) ?? "plain";
    if (look === "dim" || !edgesData.get(id)) continue;
    const wanted = look === "chosen" || look === "near" || id === hovered.edge || scale >= LABEL_ZOOM;
    if (edge.polarity === "negated" && scale > 0.25) drawCross(ctx, edge);
    if (wanted && edge.family !== "deal") candidates.push(edge);
  }
  const taken = [...passing.nodes].filter((id) => drawn.has(id) && looks.get(id) !== "dim").map((id) => markBox(nodes.get(id), network.body.nodes[id]));
  candidates.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  candidates.slice(0, MOST_LABELS).forEach((edge) => drawWord(ctx, edge, taken));
}

function drawCross(ctx, edge) {
  const at = middleOf(edge);
  if (!at) return;
  ctx.save();
  ctx.translate(at.x, at.y);
  ctx.beginPath();
  ctx.arc(0, 0, 8, 0, 2 * Math.PI);
  ctx.fillStyle = colour.ground;
  ctx.fill();
  ctx.strokeStyle = colour.negated;
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(-3.500, -3.500);
  ctx.lineTo(3.500, 3.500);
  ctx.moveTo(3.500, -3.500);
  ctx.lineTo(-3.500, 3.500);
  ctx.stroke();
  ctx.restore();
}

function drawWord(ctx, edge, taken) {
  const at = middleOf(edge);
  if (!at || !edge.relation) return;
  const text = edge.relation.length > 26 ? `${edge.relation.slice(0, 25)}…` : edge.relation;
  ctx.save();
  ctx.font = `500 12px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 5;
  ctx.strokeStyle = colour.halo;
  const down = edge.polarity === "negated" ? 17 : 0;
  const half = ctx.measureText(text).width / 2;
  const box = [at.x - half, at.y + down - 7, at.x + half, at.y + down + 7];
  if (edgeLooks.get(edge.id) !== "chosen" && taken.some((other) => meet(box, other))) {
    ctx.restore();
    return;
  }
  taken.push(box);
  ctx.strokeText(text, at.x, at.y + down);
  ctx.fillStyle = edge.polarity === "negated" ? colour.negated : colour[`family-${edge.family}`];
  ctx.fillText(text, at.x, at.y + down);
  ctx.restore();
}
