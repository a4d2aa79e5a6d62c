// The small card beside the pointer.
function hover(kind, id) {
  hovered[kind] = id;
  if (kind === "edge" && id && hovered.node) return;
  if (id === null) hideTip();
  else showTip(kind === "node" ? nodeTip(nodes.get(id)) : edgeTip(edges.get(id)));
  network.redraw();
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

function startHover() {
  $("canvas").addEventListener("pointermove", (event) => {
    const box = $("stage").getBoundingClientRect();
    pointer = { x: event.clientX - box.left, y: event.clientY - box.top };
    if (!$("tip").hidden) placeTip();
  });
  $("canvas").addEventListener("pointerleave", hideTip);
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
