// Evidence: what is said, the sentence with its words marked, where, when, by whom.
function evidence(group, { showFact = true } = {}) {
  const rows = group.map((place) => model.statements[place]);
  const [first] = rows;
  const article = documents.get(first.document);
  return el(`article.evidence${rows.some((row) => row.polarity === "negated") ? ".negated" : ""}`, { "data-statement": first.id },
    showFact && group.map((place, k) => fact(rows[k], place)),
    el("blockquote", { dir: "auto" }, ...marked(rows)),
    el("p.origin", {},
      article && (article.address ? link(article.address, article.title || article.id) : words(article.title || article.id)),
      article && !article.address && article.source && [" · ", words(article.source)],
      reportedOf(first) && [" · ", el("time", {}, words(reportedOf(first)))]),
    chips(first, Math.max(...rows.map((row) => row.confidence ?? 0))));
}

// Statements that come from one sentence and are meant alike stand together, so that the sentence is read once.
function bySentence(statements) {
  const groups = new Map();
  for (const place of statements) {
    const row = model.statements[place];
    const key = JSON.stringify([row.document, row.sentence, row.polarity, row.modality, row.by, row.date]);
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return [...groups.values()];
}

function fact(row, place) {
  const edge = edgeOfStatement.get(place);
  const relation = relationWord({ ...row, family: edges.get(edge)?.family ?? "other" });
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
function marked(rows) {
  const sentence = model.sentences[rows[0].sentence] ?? "";
  const spans = rows.flatMap((row) => (row.marks.length ? row.marks : spansByName(sentence, row)));
  const out = [];
  let at = 0;
  for (const [start, stop, role] of spans.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (start < at) continue;
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

function chips(row, confidence) {
  return el("p.chips", {},
    row.polarity === "negated" && el("span.chip.negated", {}, "denied"),
    row.modality !== "asserted" && el("span.chip.modal", {}, row.modality),
    row.by && el("span.chip", {}, "said by ", row.by_id ? end(row.by_id, row.by) : words(row.by)),
    row.date && el("span.chip", {}, "happens ", words(row.date)),
    el("span.chip.confidence", { title: `Confidence ${percent(confidence)}; found by ${row.rule}` },
      el("meter", { min: 0, max: 1, value: confidence }), ` ${percent(confidence)}`));
}

function evidenceList(statements, settings) {
  const most = 30;
  const groups = bySentence(statements);
  const list = el("div.evidences", {}, groups.slice(0, most).map((group) => evidence(group, settings)));
  if (groups.length > most) {
    list.append(button(`Show all ${grouped(groups.length)}`, (event) => {
      event.target.replaceWith(...groups.slice(most).map((group) => evidence(group, settings)));
    }));
  }
  return list;
}

// Sentences that came without a statement.
function bareEvidence(sentences) {
  return sentences.map((sentence) => el("article.evidence", {}, el("blockquote", { dir: "auto" }, sentence)));
}
