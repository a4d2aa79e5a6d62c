// What lies under the pointer, and the small card beside it.
const HAND = 8; // pixels around a line in which it is hit
const hovered = { kind: null, place: null };

// {kind, place} of what is at a point of the drawing, nearest first: marks, then names, then lines.
function hitAt(x, y) {
  zoom = viewScale();
  const node = nodeAt(x, y);
  if (node !== null) return { kind: "node", place: node };
  const edge = edgeAt(x, y);
  return edge === null ? null : { kind: "edge", place: edge };
}

function nodeAt(x, y) {
  let best = null;
  let nearest = 1;
  for (let n = 0; n < shownNode.length; n += 1) {
    if (!shownNode[n]) continue;
    const [w, h] = extent(n);
    const [dx, dy] = [Math.abs(x - nodeX[n]) / (w + 2 / zoom), Math.abs(y - nodeY[n]) / (h + 2 / zoom)];
    const away = model.nodes[n].type === "DEAL" ? Math.max(dx, dy) : Math.hypot(dx, dy);
    if (away < nearest) [best, nearest] = [n, away];
  }
  if (best !== null) return best;
  return labelBoxes.find(({ n, box }) => shownNode[n] && meet(box, [x, y, x, y]))?.n ?? null;
}

function edgeAt(x, y) {
  const reach = HAND / zoom;
  let best = null;
  let nearest = reach;
  for (let k = 0; k < edgeLook.length; k += 1) {
    if (!edgeShown(k) || !edgeMeets(k, [x - reach, y - reach, x + reach, y + reach])) continue;
    const away = distanceTo(k, x, y);
    if (away < nearest) [best, nearest] = [k, away];
  }
  return best;
}

function distanceTo(k, x, y) {
  let nearest = Infinity;
  let [px, py] = pointOn(k, 0);
  for (let step = 1; step <= 16; step += 1) {
    const [qx, qy] = pointOn(k, step / 16);
    const [dx, dy] = [qx - px, qy - py];
    const t = Math.min(1, Math.max(0, ((x - px) * dx + (y - py) * dy) / (dx * dx + dy * dy || 1)));
    nearest = Math.min(nearest, Math.hypot(x - px - t * dx, y - py - t * dy));
    [px, py] = [qx, qy];
  }
  return nearest;
}

function hover(hit) {
  const [kind, place] = [hit?.kind ?? null, hit?.place ?? null];
  if (kind === hovered.kind && place === hovered.place) return;
  keepStill();
  Object.assign(hovered, { kind, place });
  $("canvas").style.cursor = kind ? "pointer" : "";
  if (kind === null) hideTip();
  else showTip(kind === "node" ? nodeTip(model.nodes[place]) : edgeTip(model.edges[place]));
  network.redraw();
}

function paintHovered(ctx) {
  if (hovered.kind === "node" && shownNode[hovered.place]) {
    paintNode(ctx, hovered.place, true);
    const box = labelBoxes.length;
    if (model.nodes[hovered.place].type !== "DEAL" || !cardOpen()) writeLabel(ctx, hovered.place, Math.max(14, LEAST_TEXT / zoom), new Ground(1e6), true);
    labelBoxes.length = box;
  } else if (hovered.kind === "edge" && edgeShown(hovered.place)) {
    ctx.beginPath();
    traceEdge(ctx, hovered.place);
    ctx.lineWidth = edgeWidth[hovered.place] + 4 / zoom;
    ctx.strokeStyle = colour.accent;
    ctx.globalAlpha = 0.45;
    ctx.stroke();
    ctx.globalAlpha = 1;
    if (model.edges[hovered.place].family !== "deal") paintWord(ctx, hovered.place, new Ground(1e6));
  }
}

function nodeTip(node) {
  const note = node.type === "DEAL" ? dealNote(deals.get(node.id)) : `${TYPE_WORD[node.type] ?? node.type} · ${count(node.mentions, "mention")}`;
  return [el("strong", {}, words(node.label)), el("span", {}, words(note))];
}

function dealNote(deal) {
  return deal ? [deal.kind, deal.status, money(deal.value, deal.currency)].filter(Boolean).join(" · ") : "Deal";
}

function edgeTip(edge) {
  const first = edge.statements.length ? model.sentences[model.statements[edge.statements[0]].sentence] : edge.evidence[0];
  return [
    el("strong", {}, words(nameOf(edge.from)), ` ${edge.polarity === "negated" ? "not " : ""}`, words(edge.relation), " ", words(nameOf(edge.to))),
    first && words(first.length > 180 ? `${first.slice(0, 180)}…` : first, "q"),
    edge.weight > 1 && el("span", {}, count(edge.weight, "statement")),
  ];
}

let pointer = { x: 0, y: 0 };
let looking = 0;

function startHover() {
  $("canvas").addEventListener("pointermove", (event) => {
    const box = $("stage").getBoundingClientRect();
    pointer = { x: event.clientX - box.left, y: event.clientY - box.top };
    if (!$("tip").hidden) placeTip();
    if (event.buttons || event.pointerType === "touch") hover(null);
    else if (!looking) looking = requestAnimationFrame(look);
  });
  $("canvas").addEventListener("pointerleave", () => hover(null));
}

function look() {
  looking = 0;
  const at = network.DOMtoCanvas(pointer);
  hover(hitAt(at.x, at.y));
}

function showTip(content) {
  $("tip").replaceChildren(...content.filter(Boolean));
  $("tip").hidden = false;
  placeTip();
}

function placeTip() {
  const [tip, stage] = [$("tip"), $("stage")];
  const x = Math.min(pointer.x + 16, stage.clientWidth - tip.offsetWidth - 8);
  const y = pointer.y + tip.offsetHeight + 26 > stage.clientHeight ? pointer.y - tip.offsetHeight - 12 : pointer.y + 18;
  tip.style.transform = `translate(${Math.max(4, x)}px, ${Math.max(4, y)}px)`;
}

function hideTip() {
  $("tip").hidden = true;
}
