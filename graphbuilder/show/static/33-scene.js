// One painting of the graph: edges, marks, words, names. The same for the screen, a picture and a drawing in SVG.
// From so many marks on, those too small for an icon are painted as specks.
const MANY_MARKS = 700;
const SPECK = 5; // pixels on the screen

function paintScene(ctx, scale, box, mostEdges = MOST_EDGES) {
  zoom = scale;
  const places = edgesIn(box, mostEdges);
  const marks = nodesIn(box);
  ctx.lineCap = "butt";
  strokeEdges(ctx, places);
  if (zoom >= ARROW_ZOOM) fillArrows(ctx, places);
  const specks = marks.length > MANY_MARKS ? marks.filter((n) => extent(n)[1] * zoom < SPECK && nodeLook[n] < NEAR) : [];
  if (specks.length) paintSpecks(ctx, specks);
  const small = new Set(specks);
  for (const n of marks) if (!small.has(n)) paintNode(ctx, n);
  paintWords(ctx, places, marks);
  paintLabels(ctx, marks);
}

// The shown nodes in a box, those in focus last.
function nodesIn([left, top, right, bottom]) {
  const room = 90;
  const out = [[], [], []];
  for (let n = 0; n < shownNode.length; n += 1) {
    if (!shownNode[n] || nodeX[n] < left - room || nodeX[n] > right + room || nodeY[n] < top - room || nodeY[n] > bottom + room) continue;
    out[[1, 0, 2, 2][nodeLook[n]]].push(n);
  }
  return out.flat();
}
