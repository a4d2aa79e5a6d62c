// How a node looks on the canvas: shape, colour and icon by type, a card for a deal. Labels come later, over all marks.
const FONT = '"Inter", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Noto Sans", Arial, sans-serif';
const iconPaths = lookup(Object.fromEntries(Object.entries(ICONS).map(([name, path]) => [name, new Path2D(path)])));
const CARD_HEIGHT = 46;
// On the screen, in pixels: a mark does not get smaller than a hand can hit, a card closes when its text gets too small.
const LEAST_MARK = 8;
const LEAST_CARD_TEXT = 8.5;
const CLOSED_CARD = [50, 36];

function markSize(node) {
  return Math.max(node.size, Math.min(LEAST_MARK / viewScale(), node.size * 2));
}

function cardOpen() {
  return 14 * viewScale() >= LEAST_CARD_TEXT;
}

// Width and height of what is drawn for a node, without its label.
function extent(node) {
  if (node.type !== "DEAL") return [markSize(node) * 2, markSize(node) * 2];
  return cardOpen() ? [node.width, CARD_HEIGHT] : CLOSED_CARD;
}

const OUTLINES = lookup({
  COUNTRY: (ctx, r) => ctx.arc(0, 0, r, 0, 2 * Math.PI),
  PERSON: (ctx, r) => ctx.arc(0, 0, r, 0, 2 * Math.PI),
  ORGANIZATION: (ctx, r) => ctx.roundRect(-r * 0.92, -r * 0.92, r * 1.84, r * 1.84, r * 0.34),
  WEAPON: (ctx, r) => polygon(ctx, r * 1.08, 6, 0),
  LOCATION: (ctx, r) => polygon(ctx, r * 1.15, 3, Math.PI / 2),
  EVENT: (ctx, r) => polygon(ctx, r * 1.12, 4, 0),
});

function polygon(ctx, r, corners, turn) {
  for (let k = 0; k < corners; k += 1) {
    const angle = turn + (k * 2 * Math.PI) / corners;
    ctx.lineTo(r * Math.cos(angle), r * Math.sin(angle));
  }
  ctx.closePath();
}

function drawNode({ ctx, id, x, y, state: { hover } }) {
  const node = nodes.get(id);
  const look = looks.get(id) ?? "plain";
  const deal = node.type === "DEAL";
  const [width, height] = extent(node);
  return {
    drawNode() {
      ctx.translate(x, y);
      ctx.globalAlpha = look === "dim" ? 0.16 : 1;
      (deal ? drawCard : drawMark)(ctx, node, look, hover);
    },
    nodeDimensions: { width, height },
  };
}

// A dimmed mark is pale, yet no line shows through it.
function backing(ctx) {
  const alpha = ctx.globalAlpha;
  ctx.globalAlpha = 1;
  ctx.fillStyle = colour.ground;
  ctx.fill();
  ctx.globalAlpha = alpha;
}

function drawMark(ctx, node, look, hover) {
  const r = markSize(node);
  const outline = OUTLINES[node.type] ?? OUTLINES.EVENT;
  if (look === "chosen" || hover) {
    ctx.beginPath();
    outline(ctx, r + 6);
    ctx.fillStyle = colour.accent;
    ctx.globalAlpha *= look === "chosen" ? 0.9 : 0.35;
    ctx.fill();
    ctx.globalAlpha = look === "dim" ? 0.16 : 1;
  }
  ctx.beginPath();
  outline(ctx, r);
  backing(ctx);
  ctx.fillStyle = colour[`type-${node.type}`] ?? colour.faint;
  ctx.fill();
  ctx.lineWidth = 2.5;
  ctx.strokeStyle = colour.ground;
  ctx.stroke();
  ctx.fillStyle = "#fff";
  if (node.type === "COUNTRY" && node.country) {
    ctx.font = `700 ${Math.round(r * 0.72)}px ${FONT}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(node.country.slice(0, 3), 0, r * 0.05);
    return;
  }
  const scale = (r * 1.1) / 24;
  ctx.save();
  ctx.translate(-12 * scale, (node.type === "LOCATION" ? -16 : -12) * scale);
  ctx.scale(scale, scale);
  ctx.fill(iconPaths[node.type] ?? iconPaths.EVENT, "evenodd");
  ctx.restore();
}

function drawCard(ctx, node, look, hover) {
  const [width, height] = extent(node);
  const open = cardOpen();
  const strong = look === "chosen" || hover;
  const tone = stateColour(node.status);
  ctx.beginPath();
  ctx.roundRect(-width / 2, -height / 2, width, height, 8);
  backing(ctx);
  ctx.fillStyle = colour.surface;
  ctx.fill();
  ctx.save();
  ctx.clip();
  ctx.fillStyle = tone;
  ctx.fillRect(-width / 2, -height / 2, open ? 26 : width, height);
  ctx.restore();
  ctx.lineWidth = strong ? 3.5 : 1.5;
  ctx.strokeStyle = strong ? colour.accent : tone;
  ctx.stroke();
  const side = open ? 16 : 28;
  ctx.save();
  ctx.translate(open ? -width / 2 + 5 : -side / 2, -side / 2);
  ctx.scale(side / 24, side / 24);
  ctx.fillStyle = "#fff";
  ctx.fill(iconPaths.DEAL, "evenodd");
  ctx.restore();
  if (!open) return;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillStyle = colour.ink;
  ctx.font = `600 14px ${FONT}`;
  ctx.fillText(node.lines[0], -width / 2 + 35, -9);
  ctx.fillStyle = colour.faint;
  ctx.font = `400 12px ${FONT}`;
  ctx.fillText(node.lines[1] ?? "", -width / 2 + 35, 10);
}

// Where an arrow meets a node: at the circle of a round mark, at the box of a card.
function borderDistance(node) {
  if (node.type !== "DEAL") return () => markSize(node) + 3;
  return (_ctx, angle) => {
    const [w, h] = extent(node);
    return Math.min(Math.abs((w / 2 + 3) / Math.cos(angle)), Math.abs((h / 2 + 3) / Math.sin(angle)));
  };
}
