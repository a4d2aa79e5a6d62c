// Painting once and showing often: while the view moves, a picture of the scene and of what lies around it is moved
// instead; while it rests, what the pointer touches is painted over a picture of the rest.
const REST = 110; // milliseconds without a move until everything is painted again
const AROUND = 0.4; // of the view's size, on each side, in the picture that is moved
const [LEAST_STRETCH, MOST_STRETCH] = [0.55, 1.9];
const pictures = { still: null, wide: null }; // {canvas, scale, x, y, margin}: the view they were made in
let painted = null; // the view of the last full painting
let stale = true; // what is shown has changed since
let resting = 0;

function redraw() {
  stale = true;
  network.redraw();
}

// Called by vis-network in place of its own drawing, with its view already set.
function paintView(ctx) {
  const view = viewNow();
  if (followMoves()) stale = true;
  zoom = view.scale;
  if (stale || !painted) paintResting(ctx, view);
  else if (!sameView(painted, view)) paintMoving(ctx, view);
  else if (sameView(pictures.still, view)) showPicture(ctx, pictures.still, view);
  else paintResting(ctx, view);
  paintHovered(ctx);
}

function viewNow() {
  const { scale, translation } = network.body.view;
  const canvas = network.canvas.frame.canvas;
  return { scale, x: translation.x, y: translation.y, width: canvas.clientWidth, height: canvas.clientHeight, ratio: network.canvas.pixelRatio || 1 };
}

function sameView(picture, view) {
  return Boolean(picture) && ["scale", "x", "y", "width", "height", "ratio"].every((key) => picture[key] === view[key]);
}

function paintResting(ctx, view) {
  clearTimeout(resting);
  paintScene(ctx, view.scale, boxOf(view, 0));
  pictures.still = pictures.wide = null;
  painted = view;
  stale = false;
  $("canvas").dataset.moving = "false";
  fitBoxes();
}

// Before something is painted over the resting scene: keep how it looks without.
function keepStill() {
  const view = viewNow();
  if (stale || hovered.kind || !sameView(painted, view) || sameView(pictures.still, view)) return;
  pictures.still = picture("still", view, 0, (target) => target.drawImage(network.canvas.frame.canvas, 0, 0));
}

function paintMoving(ctx, view) {
  clearTimeout(resting);
  resting = setTimeout(redraw, REST);
  $("canvas").dataset.moving = "true";
  if (!covers(pictures.wide, view)) pictures.wide = widePicture(view);
  showPicture(ctx, pictures.wide, view);
}

function widePicture(view) {
  return picture("wide", view, AROUND, (target) => {
    target.fillStyle = colour.ground;
    target.fillRect(0, 0, target.canvas.width, target.canvas.height);
    target.setTransform(view.ratio * view.scale, 0, 0, view.ratio * view.scale, view.ratio * (view.x + AROUND * view.width), view.ratio * (view.y + AROUND * view.height));
    paintScene(target, view.scale, boxOf(view, AROUND));
  });
}

// The part of the drawing that a view shows, with a margin in shares of its size.
function boxOf({ scale, x, y, width, height }, margin) {
  return [(-x - margin * width) / scale, (-y - margin * height) / scale, (width * (1 + margin) - x) / scale, (height * (1 + margin) - y) / scale];
}

const kept = {};

function picture(name, view, margin, paint) {
  const canvas = kept[name] ??= document.createElement("canvas");
  const [width, height] = [view.width, view.height].map((side) => Math.ceil(side * (1 + 2 * margin) * view.ratio));
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const target = canvas.getContext("2d");
  target.setTransform(1, 0, 0, 1, 0, 0);
  target.clearRect(0, 0, width, height);
  paint(target);
  return { ...view, margin, canvas };
}

function covers(wide, view) {
  if (!wide || wide.width !== view.width || wide.height !== view.height) return false;
  const stretch = view.scale / wide.scale;
  if (stretch < LEAST_STRETCH || stretch > MOST_STRETCH) return false;
  const [have, need] = [boxOf(wide, wide.margin), boxOf(view, 0)];
  return have[0] <= need[0] && have[1] <= need[1] && have[2] >= need[2] && have[3] >= need[3];
}

function showPicture(ctx, { canvas, scale, x, y, width, height, margin }, view) {
  const stretch = view.scale / scale;
  ctx.save();
  ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  ctx.drawImage(canvas, view.x - (x + margin * width) * stretch, view.y - (y + margin * height) * stretch, width * (1 + 2 * margin) * stretch, height * (1 + 2 * margin) * stretch);
  ctx.restore();
}
