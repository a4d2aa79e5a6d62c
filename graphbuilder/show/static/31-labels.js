// The names below the marks: written last, never smaller than a reader can read, the important first, none over another.
const LINE = 17;
const LEAST_TEXT = 10.5; // pixels on the screen
// Of so many nodes the labels rest while the view moves.
const MANY = 700;

function drawLabels(ctx) {
  const scale = viewScale();
  if (moving && drawn.size > MANY) return;
  const size = Math.max(14, LEAST_TEXT / scale);
  const wanted = [];
  const taken = new Ground(120 / scale);
  for (const id of passing.nodes) {
    const node = nodes.get(id);
    const body = network.body.nodes[id];
    const look = looks.get(id) ?? "plain";
    if (!body || body.options.hidden || !onScreen(body)) continue;
    taken.add(node.id, markBox(node, body));
    const strong = look === "chosen" || hovered.node === id;
    const labelled = node.type !== "DEAL" || !cardOpen();
    if (labelled && (look !== "dim" || strong)) wanted.push({ node, body, rank: node.importance + (strong ? 4 : look === "near" ? 2 : 0), strong });
  }
  wanted.sort((a, b) => b.rank - a.rank || (a.node.id < b.node.id ? -1 : 1));
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  for (const one of wanted) writeLabel(ctx, one, size, taken);
}

function writeLabel(ctx, { node, body, strong }, size, taken) {
  const line = (LINE / 14) * size;
  ctx.font = `${strong || node.importance > 0.75 ? 600 : 400} ${size}px ${FONT}`;
  const lines = node.type === "DEAL" ? node.lines.slice(0, 1) : node.lines;
  const half = Math.max(...lines.map((text) => ctx.measureText(text).width)) / 2;
  const height = line * lines.length - 3;
  const beside = extent(node)[1] / 2 + 4;
  const tops = [body.y + beside, body.y - beside - height]; // below, else above
  const boxAt = (top) => [body.x - half, top, body.x + half, top + height];
  const top = tops.find((one) => !taken.hits(node.id, boxAt(one))) ?? (strong ? tops[0] : null);
  if (top === null) return;
  taken.add(node.id, boxAt(top));
  ctx.lineWidth = size * 0.28;
  ctx.strokeStyle = colour.halo;
  ctx.fillStyle = colour.ink;
  lines.forEach((text, k) => {
    ctx.strokeText(text, body.x, top + k * line);
    ctx.fillText(text, body.x, top + k * line);
  });
}

function markBox(node, body) {
  const [w, h] = extent(node);
  return [body.x - w / 2, body.y - h / 2, body.x + w / 2, body.y + h / 2];
}

// Boxes by the cells of a grid they lie in, so that a label is only held against what is near it.
class Ground {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  * keys([left, top, right, bottom]) {
    for (let x = Math.floor(left / this.cell); x <= right / this.cell; x += 1) {
      for (let y = Math.floor(top / this.cell); y <= bottom / this.cell; y += 1) yield `${x} ${y}`;
    }
  }

  add(id, box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push({ id, box });
    }
  }

  hits(id, box) {
    for (const key of this.keys(box)) {
      if (this.cells.get(key)?.some((other) => other.id !== id && meet(box, other.box))) return true;
    }
    return false;
  }
}

function meet(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function onScreen(body) {
  const at = network.canvasToDOM({ x: body.x, y: body.y });
  return at.x > -80 && at.y > -80 && at.x < $("canvas").clientWidth + 80 && at.y < $("canvas").clientHeight + 80;
}
