// One statement with its evidence: what is said, the sentence with its words marked, where, when, by whom.
function evidence(place, { showFact = true } = {}) {
  const row = model.statements[place];
  const article = documents.get(row.document);
  return el(`article.evidence${row.polarity === "negated" ? ".negated" : ""}`, { "data-statement": row.id },
    showFact && fact(row, place),
    el("blockquote", { dir: "auto" }, ...marked(row)),
    el("p.origin", {},
      article && (article.address ? link(article.address, article.title || article.id) : words(article.title || article.id)),
      article && !article.address && article.source && [" · ", words(article.source)],
      reportedOf(row) && [" · ", el("time", {}, words(reportedOf(row)))]),
    chips(row));
}

function fact(row, place) {
  const edge = edgeOfStatement.get(place);
  const relation = el(`span.relation.family-${edges.get(edge)?.family ?? "other"}`, {}, row.polarity === "negated" && "not ", words(row.relation));
  return el("p.fact", {}, end(row.subject_id, row.subject), " ",
    edge ? el("button.plain", { type: "button", click: () => select("edge", edge) }, relation) : relation, " ",
    end(row.object_id, row.object));
}

// A name that leads to its node where it has one.
function end(id, text) {
  if (!nodes.has(id)) return words(text, "span");
  return el("button.plain", { type: "button", click: () => select("node", id, { centre: true }) }, words(text || nameOf(id)));
}

// The sentence, with subject and object marked at their places, or by name where the places are unknown.
function marked(row) {
  const sentence = model.sentences[row.sentence] ?? "";
  const spans = row.marks.length ? row.marks : spansByName(sentence, row);
  const out = [];
  let at = 0;
  for (const [start, stop, role] of spans) {
    out.push(sentence.slice(at, start), el(`mark.${role === "s" ? "subject" : "object"}`, {}, sentence.slice(start, stop)));
    at = stop;
  }
  out.push(sentence.slice(at));
  return out.filter(Boolean);
}

function spansByName(sentence, row) {
  const out = [];
  for (const [text, role] of [[row.subject, "s"], [row.object, "o"]]) {
    const start = text ? sentence.toLowerCase().indexOf(text.toLowerCase()) : -1;
    if (start >= 0 && !out.some(([from, to]) => start < to && start + text.length > from)) out.push([start, start + text.length, role]);
  }
  return out.sort((a, b) => a[0] - b[0]);
}

function chips(row) {
  return el("p.chips", {},
    row.polarity === "negated" && el("span.chip.negated", {}, "denied"),
    row.modality !== "asserted" && el("span.chip.modal", {}, row.modality),
    row.by && el("span.chip", {}, "said by ", row.by_id ? end(row.by_id, row.by) : words(row.by)),
    row.date && el("span.chip", {}, "happens ", words(row.date)),
    el("span.chip.confidence", { title: `Confidence ${percent(row.confidence)}; found by ${row.rule}` },
      el("meter", { min: 0, max: 1, value: row.confidence ?? 0 }), ` ${percent(row.confidence)}`));
}

// Statements that share a sentence and a fact are shown once.
function evidenceList(statements, settings) {
  const most = 40;
  const list = el("div.evidences", {}, statements.slice(0, most).map((place) => evidence(place, settings)));
  if (statements.length > most) {
    list.append(button(`Show all ${statements.length.toLocaleString("en")}`, (event) => {
      event.target.replaceWith(...statements.slice(most).map((place) => evidence(place, settings)));
    }));
  }
  return list;
}

// Sentences that came without a statement.
function bareEvidence(sentences) {
  return sentences.map((sentence) => el("article.evidence", {}, el("blockquote", { dir: "auto" }, sentence)));
}
