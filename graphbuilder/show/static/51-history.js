// What happened to a deal, step by step; and why the names of an entity were joined.
const STANDINGS = lookup({ past: "since passed", disputes: "stands against the present state", supports: "denies that the deal has ended" });
const OUTCOMES = lookup({ joined: "joined", apart: "kept apart", corrected: "corrected", ignored: "correction not carried out" });
const MOST_DECISIONS = 40;

// The log of the deal where there is one; what no step tells stands below it.
function dealHistory(deal) {
  const events = eventsOf.get(deal.deal_id) ?? [];
  const told = new Set(events.flatMap((event) => event.statements));
  const rest = deal.statements.filter((place) => !told.has(place));
  return [events.map(eventEntry), events.length && rest.length ? el("h4", {}, "Also said of it") : null, rest.length ? evidenceList(rest) : null];
}

function eventEntry(event) {
  const amounts = [event.quantity !== null && `${grouped(event.quantity)} pieces`, money(event.value, event.currency)].filter(Boolean).join(" · ");
  return el(`div.event.${event.standing}${event.polarity === "negated" ? ".negated" : ""}`, { "data-status": event.status },
    el("p.step", {}, el("time", {}, words(event.date || event.reported || "no date")), " ", status(event.status), " ",
      el("span.wording", {}, event.polarity === "negated" && "not ", words(event.wording))),
    el("p.chips", {}, event.modality !== "asserted" && el("span.chip.modal", {}, event.modality),
      event.by && el("span.chip", {}, "said by ", event.by_id ? end(event.by_id, event.by) : words(event.by)),
      amounts && el("span.chip", {}, words(amounts)), STANDINGS[event.standing] && el("span.chip.standing", {}, STANDINGS[event.standing])),
    event.statements.length ? bySentence(event.statements).slice(0, 3).map((group) => evidence(group, { showFact: false })) : bareEvidence([event.evidence].filter(Boolean)));
}

function whyJoined(node) {
  const decisions = decisionsOf.get(node.id) ?? [];
  const rows = decisions.length ? decisions.slice(0, MOST_DECISIONS).map(decisionRow) : node.reasons.map((reason) => el("li", {}, words(reason)));
  if (!rows.length) return null;
  return el("details.why", {}, el("summary", {}, "Why its names were joined or kept apart"), el("ul", {}, rows),
    decisions.length > MOST_DECISIONS && el("p.hint", {}, `${grouped(decisions.length - MOST_DECISIONS)} more are in decisions.csv`));
}

function decisionRow(one) {
  return el("li", { "data-outcome": one.outcome }, words(one.name, "strong"), one.other && [" · ", one.other_id && one.other_id !== one.entity_id ? end(one.other_id, one.other) : words(one.other)],
    el("span.outcome", {}, ` ${OUTCOMES[one.outcome] ?? one.outcome}: `), words(one.reason), one.documents > 1 && el("small", {}, ` (${count(one.documents, "article")})`));
}

// Offices, makers and the like, those with years with them.
function knownOf(node) {
  return (attributesOf.get(node.id) ?? []).filter((one) => one.attribute !== "country").slice(0, 12)
    .map((one) => [capital(one.attribute), [one.value, one.start || one.end ? `(${one.start || "…"} to ${one.end || "today"})` : ""].filter(Boolean).join(" ")]);
}
