// The present view as a picture: PNG from the canvas, SVG from the same painting through a context that writes elements.
function savePng() {
  const source = network.canvas.frame.canvas;
  const target = el("canvas", { width: source.width, height: source.height });
  const ctx = target.getContext("2d");
  ctx.fillStyle = colour.ground;
  ctx.fillRect(0, 0, target.width, target.height);
  ctx.drawImage(source, 0, 0);
  target.toBlob((blob) => blob && download("graph.png", blob), "image/png");
}

function saveSvg() {
  const view = viewNow();
  const ctx = new SvgContext(view.width, view.height);
  ctx.translate(view.x, view.y);
  ctx.scale(view.scale, view.scale);
  paintScene(ctx, view.scale, boxOf(view, 0), Infinity);
  redraw();
  download("graph.svg", new Blob([ctx.text()], { type: "image/svg+xml;charset=utf-8" }));
}

const iconOf = new Map(Object.entries(ICONS).map(([name, path]) => [iconPaths[name], path]));
const ANCHORS = lookup({ left: "start", center: "middle", right: "end" });
// Where the baseline lies below the named line, in shares of the size of the text.
const BASELINES = lookup({ top: 0.82, middle: 0.35, alphabetic: 0 });
const ruler = document.createElement("canvas").getContext("2d");
const shortNumber = (number) => String(Math.round(number * 100) / 100);

class SvgContext {
  constructor(width, height) {
    Object.assign(this, { width, height, globalAlpha: 1, lineWidth: 1, font: "14px sans-serif", textAlign: "left", textBaseline: "alphabetic", fillStyle: "#000", strokeStyle: "#000" });
    this.at = { scale: 1, x: 0, y: 0 };
    this.kept = [];
    this.dashes = [];
    this.path = [];
    this.out = [];
  }

  save() { this.kept.push({ ...this.at }); }

  restore() { this.at = this.kept.pop() ?? this.at; }

  translate(x, y) { this.at = { ...this.at, x: this.at.x + x * this.at.scale, y: this.at.y + y * this.at.scale }; }

  scale(factor) { this.at = { ...this.at, scale: this.at.scale * factor }; }

  setLineDash(dashes) { this.dashes = dashes; }

  measureText(text) {
    ruler.font = this.font;
    return ruler.measureText(text);
  }

  beginPath() { this.path = []; }

  closePath() { this.path.push("Z"); }

  step(letter, ...numbers) {
    const { scale, x, y } = this.at;
    this.path.push(letter + numbers.map((number, k) => shortNumber(number * scale + (k % 2 ? y : x))).join(" "));
  }

  moveTo(x, y) { this.step("M", x, y); }

  lineTo(x, y) { this.step("L", x, y); }

  quadraticCurveTo(cx, cy, x, y) { this.step("Q", cx, cy, x, y); }

  // Only whole circles are painted.
  arc(x, y, r) {
    const size = shortNumber(r * this.at.scale);
    this.step("M", x - r, y);
    for (const side of [x + r, x - r]) this.path.push(`A${size} ${size} 0 1 0 ${shortNumber(side * this.at.scale + this.at.x)} ${shortNumber(y * this.at.scale + this.at.y)}`);
    this.path.push("Z");
  }

  rect(x, y, width, height) {
    this.step("M", x, y);
    for (const [px, py] of [[x + width, y], [x + width, y + height], [x, y + height]]) this.step("L", px, py);
    this.closePath();
  }

  roundRect(x, y, width, height, radii) {
    const [a, b, c, d] = Array.isArray(radii) ? radii : [radii, radii, radii, radii];
    this.step("M", x + a, y);
    this.step("L", x + width - b, y);
    this.step("Q", x + width, y, x + width, y + b);
    this.step("L", x + width, y + height - c);
    this.step("Q", x + width, y + height, x + width - c, y + height);
    this.step("L", x + d, y + height);
    this.step("Q", x, y + height, x, y + height - d);
    this.step("L", x, y + a);
    this.step("Q", x, y, x + a, y);
    this.closePath();
  }

  fill(icon) {
    const own = icon instanceof Path2D ? { d: iconOf.get(icon), "fill-rule": "evenodd", transform: `translate(${shortNumber(this.at.x)} ${shortNumber(this.at.y)}) scale(${this.at.scale.toFixed(4)})` } : { d: this.path.join("") };
    this.write("path", { ...own, fill: this.fillStyle, "fill-opacity": this.globalAlpha });
  }

  stroke() {
    this.write("path", { d: this.path.join(""), fill: "none", ...this.lineLook() });
  }

  lineLook() {
    const dashes = this.dashes.map((one) => shortNumber(one * this.at.scale)).join(" ");
    return { stroke: this.strokeStyle, "stroke-opacity": this.globalAlpha, "stroke-width": shortNumber(this.lineWidth * this.at.scale), "stroke-linejoin": "round", "stroke-dasharray": dashes };
  }

  fillText(text, x, y) { this.letters(text, x, y, { fill: this.fillStyle, "fill-opacity": this.globalAlpha }); }

  strokeText(text, x, y) { this.letters(text, x, y, { fill: "none", ...this.lineLook() }); }

  letters(text, x, y, look) {
    const [, weight, size] = /^(?:(\d+) )?([\d.]+)px/.exec(this.font) ?? [null, "400", "14"];
    const pixels = Number(size) * this.at.scale;
    this.write("text", {
      x: shortNumber(x * this.at.scale + this.at.x), y: shortNumber(y * this.at.scale + this.at.y + BASELINES[this.textBaseline] * pixels),
      "font-family": FONT, "font-size": shortNumber(pixels), "font-weight": weight ?? "400", "text-anchor": ANCHORS[this.textAlign], ...look,
    }, text);
  }

  write(tag, attributes, text = null) {
    const parts = Object.entries(attributes).filter(([, value]) => value !== "" && value !== undefined).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
    this.out.push(text === null ? `<${tag}${parts.join("")}/>` : `<${tag}${parts.join("")}>${escaped(text)}</${tag}>`);
  }

  text() {
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${this.width} ${this.height}" width="${this.width}" height="${this.height}">`
      + `<rect width="100%" height="100%" fill="${escaped(colour.ground)}"/>${this.out.join("\n")}</svg>\n`;
  }
}

// XML has no place for control characters.
function escaped(text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd").toWellFormed()
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
