// The names below the marks: written last, never smaller than a reader can read, the important first, none over another.
const LINE = 17;
const LEAST_TEXT = 10.5; // pixels on the screen
const MOST_LABELS = 400;
let labelBoxes = []; // of the last painting: a name is as good to click as its mark

function paintLabels(ctx, marks) {
  const size = Math.max(14, LEAST_TEXT / zoom);
  const taken = new Ground(120 / zoom);
  const wanted = [];
  labelBoxes = [];
  for (const n of marks) {
    taken.add(n, markBox(n));
    const labelled = model.nodes[n].type !== "DEAL" || !cardOpen();
    if (labelled && nodeLook[n] !== DIM) wanted.push(n);
  }
  wanted.sort((a, b) => labelRank(b) - labelRank(a) || a - b);
  for (const n of wanted.slice(0, MOST_LABELS)) writeLabel(ctx, n, size, taken);
}

function labelRank(n) {
  return model.nodes[n].importance + (nodeLook[n] === CHOSEN ? 4 : nodeLook[n] === NEAR ? 2 : 0);
}

function writeLabel(ctx, n, size, taken, strong = nodeLook[n] === CHOSEN) {
  const node = model.nodes[n];
  const line = (LINE / 14) * size;
  ctx.font = `${strong || node.importance > 0.75 ? 600 : 400} ${size}px ${FONT}`;
  const lines = node.type === "DEAL" ? node.lines.slice(0, 1) : node.lines;
  const half = Math.max(...lines.map((text) => ctx.measureText(text).width)) / 2;
  const height = line * lines.length - 3;
  const [x, y] = [nodeX[n], nodeY[n]];
  const beside = extent(n)[1] + 4;
  const tops = [y + beside, y - beside - height]; // below, else above
  const boxAt = (top) => [x - half, top, x + half, top + height];
  const top = tops.find((one) => !taken.hits(n, boxAt(one))) ?? (strong ? tops[0] : null);
  if (top === null) return;
  taken.add(n, boxAt(top));
  labelBoxes.push({ n, box: boxAt(top) });
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = size * 0.28;
  ctx.strokeStyle = colour.halo;
  ctx.fillStyle = colour.ink;
  lines.forEach((text, k) => {
    ctx.strokeText(text, x, top + k * line);
    ctx.fillText(text, x, top + k * line);
  });
}

function markBox(n) {
  const [w, h] = extent(n);
  return [nodeX[n] - w, nodeY[n] - h, nodeX[n] + w, nodeY[n] + h];
}

// Boxes by the cells of a grid they lie in, so that a label is only held against what is near it.
class Ground {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  * keys([left, top, right, bottom]) {
    for (let x = Math.floor(left / this.cell); x <= right / this.cell; x += 1) {
      for (let y = Math.floor(top / this.cell); y <= bottom / this.cell; y += 1) yield x * 100003 + y;
    }
  }

  add(id, box) {
    for (const key of this.keys(box)) addTo(this.cells, key, { id, box });
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
