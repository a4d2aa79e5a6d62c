// How a node looks: shape, colour and icon by type, a card for a deal. Labels come later, over all marks.
const FONT = '"Inter", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Noto Sans", Arial, sans-serif';
const iconPaths = lookup(Object.fromEntries(Object.entries(ICONS).map(([name, path]) => [name, new Path2D(path)])));
const CARD_HEIGHT = 46;
// On the screen, in pixels: a mark does not get smaller than a hand can hit while there are few, a card closes when its
// text gets too small, and icons rest where they would be specks.
const LEAST_MARK = [[600, 8], [3000, 3.5], [Infinity, 2]];
const LEAST_CARD_TEXT = 8.5;
const LEAST_ICON = 6;
const CLOSED_CARD = [50, 36];
let zoom = 1; // of what is painted at present

function leastMark() {
  return LEAST_MARK.find(([most]) => shownNumber <= most)[1];
}

// Far away the more important still is the larger.
function markSize(n) {
  return Math.max(radius[n], (leastMark() * (0.7 + 0.5 * model.nodes[n].importance)) / zoom);
}

function cardOpen() {
  return 14 * zoom >= LEAST_CARD_TEXT;
}

// Half the width and half the height of what is drawn for a node, without its label.
function extent(n) {
  if (model.nodes[n].type !== "DEAL") return [markSize(n), markSize(n)];
  if (cardOpen()) return [model.nodes[n].width / 2, CARD_HEIGHT / 2];
  const shrink = Math.max(1, (1.6 * leastMark()) / zoom / CLOSED_CARD[1]);
  return [CLOSED_CARD[0] * shrink / 2, CLOSED_CARD[1] * shrink / 2];
}

const circle = (ctx, x, y, r) => ctx.arc(x, y, r, 0, 2 * Math.PI);
const OUTLINES = lookup({
  COUNTRY: circle,
  PERSON: circle,
  ORGANIZATION: (ctx, x, y, r) => ctx.roundRect(x - r * 0.92, y - r * 0.92, r * 1.84, r * 1.84, r * 0.34),
  WEAPON: (ctx, x, y, r) => polygon(ctx, x, y, r * 1.08, 6, 0),
  LOCATION: (ctx, x, y, r) => polygon(ctx, x, y, r * 1.15, 3, Math.PI / 2),
  EVENT: (ctx, x, y, r) => polygon(ctx, x, y, r * 1.12, 4, 0),
});

function polygon(ctx, x, y, r, corners, turn) {
  for (let k = 0; k < corners; k += 1) {
    const angle = turn + (k * 2 * Math.PI) / corners;
    ctx[k ? "lineTo" : "moveTo"](x + r * Math.cos(angle), y + r * Math.sin(angle));
  }
  ctx.closePath();
}

function paintNode(ctx, n, hover = false) {
  const node = model.nodes[n];
  const look = nodeLook[n];
  ctx.globalAlpha = look === DIM ? 0.16 : 1;
  if (node.type === "DEAL") paintCard(ctx, n, node, look === CHOSEN || hover);
  else paintMark(ctx, n, node, hover);
  ctx.globalAlpha = 1;
}

// A dimmed mark is pale, yet no line shows through it.
function backing(ctx) {
  const alpha = ctx.globalAlpha;
  ctx.globalAlpha = 1;
  ctx.fillStyle = colour.ground;
  ctx.fill();
  ctx.globalAlpha = alpha;
}

function paintMark(ctx, n, node, hover) {
  const [x, y, r] = [nodeX[n], nodeY[n], markSize(n)];
  const outline = OUTLINES[node.type] ?? OUTLINES.EVENT;
  const alpha = ctx.globalAlpha;
  if (nodeLook[n] === CHOSEN || hover) {
    ctx.beginPath();
    outline(ctx, x, y, r + 6);
    ctx.fillStyle = colour.accent;
    ctx.globalAlpha = nodeLook[n] === CHOSEN ? 0.9 : 0.45;
    ctx.fill();
    ctx.globalAlpha = alpha;
  }
  ctx.beginPath();
  outline(ctx, x, y, r);
  if (alpha < 1) backing(ctx);
  ctx.fillStyle = colour[`type-${node.type}`] ?? colour.faint;
  ctx.fill();
  ctx.lineWidth = Math.min(2.5, r / 6);
  ctx.strokeStyle = colour.ground;
  ctx.stroke();
  if (r * zoom < LEAST_ICON) return;
  ctx.fillStyle = "#fff";
  if (node.type === "COUNTRY" && node.country) writeCode(ctx, node.country.slice(0, 3), x, y + r * 0.05, r);
  else paintIcon(ctx, node.type, x, y - (node.type === "LOCATION" ? r * 0.18 : 0), r * 1.1);
}

function writeCode(ctx, code, x, y, r) {
  ctx.font = `700 ${Math.round(r * 0.72)}px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(code, x, y);
}

function paintIcon(ctx, name, x, y, size) {
  ctx.save();
  ctx.translate(x - size / 2, y - size / 2);
  ctx.scale(size / 24, size / 24);
  ctx.fill(iconPaths[name] ?? iconPaths.EVENT, "evenodd");
  ctx.restore();
}

function paintCard(ctx, n, node, strong) {
  const [x, y] = [nodeX[n], nodeY[n]];
  const [w, h] = extent(n);
  const open = cardOpen();
  const tone = stateColour(node.status);
  ctx.beginPath();
  ctx.roundRect(x - w, y - h, 2 * w, 2 * h, 8);
  backing(ctx);
  ctx.fillStyle = open ? colour.surface : tone;
  ctx.fill();
  if (open) {
    ctx.beginPath();
    ctx.roundRect(x - w, y - h, 26, 2 * h, [8, 0, 0, 8]);
    ctx.fillStyle = tone;
    ctx.fill();
    ctx.beginPath();
    ctx.roundRect(x - w, y - h, 2 * w, 2 * h, 8);
  }
  ctx.lineWidth = strong ? 3.5 : 1.5;
  ctx.strokeStyle = strong ? colour.accent : tone;
  ctx.stroke();
  ctx.fillStyle = "#fff";
  if (h * zoom >= LEAST_ICON) paintIcon(ctx, "DEAL", open ? x - w + 13 : x, y, open ? 16 : h * 1.5);
  if (!open) return;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillStyle = colour.ink;
  ctx.font = `600 14px ${FONT}`;
  ctx.fillText(node.lines[0], x - w + 35, y - 9);
  ctx.fillStyle = colour.faint;
  ctx.font = `400 12px ${FONT}`;
  ctx.fillText(node.lines[1] ?? "", x - w + 35, y + 10);
}

// Far away, nodes of one colour are specks: one path for all of them.
function paintSpecks(ctx, places) {
  const groups = new Map();
  for (const n of places) addTo(groups, `${model.nodes[n].type} ${nodeLook[n] === DIM}`, n);
  for (const [key, group] of groups) {
    const [type, dim] = key.split(" ");
    ctx.globalAlpha = dim === "true" ? 0.16 : 1;
    ctx.fillStyle = colour[`type-${type}`] ?? colour.faint;
    ctx.beginPath();
    for (const n of group) {
      const [w, h] = extent(n);
      ctx.rect(nodeX[n] - w * 0.85, nodeY[n] - h * 0.85, w * 1.7, h * 1.7);
    }
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}
