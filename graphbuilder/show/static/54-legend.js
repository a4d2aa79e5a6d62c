// The legend, which is also the filter: a click on a row turns it off or on, with a double click only it stays.
function startLegend() {
  $("filters").replaceChildren(
    el("div.filter-head", {}, el("h2", {}, "Show"), button("Reset", () => { clearFilters(); changed(); }, { id: "reset", hidden: true })),
    el("fieldset", { id: "facet-type" }, el("legend", {}, "Names")),
    el("label.check", { id: "alone-label" }, el("input", { type: "checkbox", id: "alone", change: (event) => { state.alone = event.target.checked; changed(); } }), el("span", { id: "alone-text" })),
    el("fieldset", { id: "facet-status", hidden: model.deals.length === 0 }, el("legend", {}, "Deals")),
    el("fieldset", { id: "facet-relation" }, el("legend", {}, "Relations")),
    el("fieldset", { id: "facet-modality" }, el("legend", {}, "How it is meant")),
    el("fieldset", { id: "facet-polarity" }, el("legend", {}, "Said to be so, or not")),
    el("fieldset", {}, el("legend", {}, "Confidence at least"),
      el("div.slider", {}, el("input", { type: "range", id: "confidence", min: 0, max: 100, step: 5, "aria-label": "Confidence at least, in percent", input: (event) => { state.confidence = Number(event.target.value) / 100; changed(true); } }), el("output", { id: "confidence-text" }))),
    el("fieldset", {}, el("legend", {}, "Article"), articleChoice()));
  $("alone-label").hidden = model.nodes.length === linkedNumber || linkedNumber === 0;
  $("alone-text").textContent = `Unlinked names (${grouped(model.nodes.length - linkedNumber)})`;
}

function articleChoice() {
  // Thousands of articles would hold up the opening: they come right after it.
  setTimeout(fillArticles);
  return el("select", { id: "article", "aria-label": "Article", change: (event) => { state.document = event.target.value; changed(); } },
    el("option", { value: "" }, `All ${count(model.documents.length, "article")}`));
}

function fillArticles() {
  $("article").append(...model.documents.map((one) => el("option", { value: one.id }, [one.date, one.title || one.id].filter(Boolean).join(" · ").slice(0, 90))));
  $("article").value = state.document;
}

// After a filter was turned: draw, count and write the address again, without a new step of history.
function changed(sliding = false) {
  show({ step: false, panel: Boolean(state.path), sliding });
  if (state.view !== "graph") showTable();
}

function showLegend() {
  $("reset").hidden = !filtersActive();
  $("alone").checked = state.alone;
  $("confidence").value = Math.round(state.confidence * 100);
  $("confidence-text").textContent = percent(state.confidence);
  $("article").value = state.document;
  const types = [...new Set([...TYPES, ...codes.type.values])].filter((type) => codes.type.values.includes(type));
  fillFacet("type", types, (type) => el(`span.badge.type-${type}`, {}, icon(type, 14)), (type) => TYPE_WORDS[type] ?? capital(spoken(type)));
  const stages = Object.keys(STATE_OF).filter((one) => codes.status.values.includes(one));
  fillFacet("status", stages, (one) => el(`span.dot.state-${STATE_OF[one]}`), capital);
  showRelations();
  fillFacet("modality", MODALITIES, (value) => line(value, "affirmed"), capital);
  fillFacet("polarity", POLARITIES, (value) => line("asserted", value), (value) => (value === "negated" ? "Denied" : "Affirmed"));
}

const familyOf = new Map(model.edges.map((edge) => [edge.relation_type, edge.family]));

function showRelations() {
  const numbers = counts.relation;
  const rows = [];
  for (const family of FAMILIES) {
    const types = [...familyOf].filter(([, its]) => its === family).map(([type]) => type);
    if (!types.length) continue;
    types.sort((a, b) => (numbers.get(b) ?? 0) - (numbers.get(a) ?? 0) || (a < b ? -1 : 1));
    const total = types.reduce((sum, type) => sum + (numbers.get(type) ?? 0), 0);
    const allOff = types.every((type) => state.off.relation.has(type));
    const open = $("facet-relation").querySelector(`details[data-family="${family}"]`)?.open ?? false;
    rows.push(el("details.family", { "data-family": family, open },
      el("summary", {}, facetButton("family", family, !allOff, total, el(`span.swatch.family-${family}`), FAMILY_WORDS[family], () => toggleAll("relation", types, allOff))),
      el("div.types", {}, types.map((type) => facetButton("relation", type, !state.off.relation.has(type), numbers.get(type) ?? 0, null, capital(spoken(type)), () => toggle("relation", type))))));
  }
  $("facet-relation").replaceChildren(el("legend", {}, "Relations"), ...rows);
}

function fillFacet(facet, values, sign, text) {
  const box = $(`facet-${facet}`);
  const rows = values.map((value) => facetButton(facet, value, !state.off[facet].has(value), counts[facet].get(value) ?? 0, sign(value), text(value), () => toggle(facet, value), () => only(facet, value, values)));
  const focused = document.activeElement?.dataset?.value;
  box.replaceChildren(box.querySelector("legend"), ...rows);
  if (focused !== undefined) box.querySelector(`[data-value="${CSS.escape(focused)}"]`)?.focus();
}

function facetButton(facet, value, on, number, sign, text, action, alone) {
  return el("button.facet", {
    type: "button", "aria-pressed": String(on), "data-facet": facet, "data-value": value,
    click: (event) => { event.preventDefault(); if (event.shiftKey && alone) alone(); else action(); },
    title: alone ? "Click to hide or show; with Shift only this" : null,
  }, sign, el("span.text", {}, text), el("span.number", {}, grouped(number)));
}

function toggle(facet, value) {
  if (!state.off[facet].delete(value)) state.off[facet].add(value);
  changed();
}

function toggleAll(facet, values, on) {
  for (const value of values) state.off[facet][on ? "delete" : "add"](value);
  changed();
}

function only(facet, value, values) {
  const already = values.every((other) => (other === value) !== state.off[facet].has(other));
  state.off[facet] = new Set(already ? [] : values.filter((other) => other !== value));
  changed();
}

// A short stroke as the canvas draws it.
function line(modality, polarity) {
  return el(`span.stroke.${modality}.${polarity}`, { "aria-hidden": "true" }, polarity === "negated" ? "×" : "");
}
