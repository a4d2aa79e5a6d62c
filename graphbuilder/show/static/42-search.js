// Finding a name: each word typed must begin a word of the name or of one alias; the important come first.
const MOST_MATCHES = 12;
const index = model.nodes.map((node) => {
  const deal = deals.get(node.id);
  const names = [node.label, ...node.aliases, ...(deal ? [deal.weapon, deal.supplier, deal.recipient, node.id] : [])];
  return { node, names: names.map((name) => ({ name, folded: fold(name) })) };
});
let matches = [];
let active = -1;

function fold(text) {
  return String(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i");
}

function find(query) {
  const asked = fold(query).trim();
  if (!asked) return [];
  const parts = asked.split(/\s+/);
  const out = [];
  for (const { node, names } of index) {
    let best = 0;
    let by = "";
    for (const { name, folded } of names) {
      const score = matchScore(folded, asked, parts);
      if (score > best) [best, by] = [score, name];
    }
    if (best) out.push({ node, by, score: best + node.importance });
  }
  return out.sort((a, b) => b.score - a.score || (a.node.id < b.node.id ? -1 : 1)).slice(0, MOST_MATCHES);
}

function matchScore(folded, asked, parts) {
  if (folded === asked) return 8;
  if (folded.startsWith(asked)) return 6;
  if (parts.every((part) => folded.startsWith(part) || folded.includes(` ${part}`) || folded.includes(`-${part}`))) return 4;
  return folded.includes(asked) ? 2 : 0;
}

function startSearch() {
  const box = $("search");
  box.addEventListener("input", () => showMatches(find(box.value)));
  box.addEventListener("focus", () => box.value && showMatches(find(box.value)));
  box.addEventListener("blur", () => setTimeout(() => !$("matches").contains(document.activeElement) && showMatches([]), 120));
  box.addEventListener("keydown", onSearchKey);
}

function onSearchKey(event) {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (matches.length) activate((active + (event.key === "ArrowDown" ? 1 : matches.length - 1)) % matches.length);
  } else if (event.key === "Enter" && matches.length) {
    event.preventDefault();
    choose(matches[Math.max(0, active)]);
  } else if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    if (matches.length || $("search").value) $("search").value = "";
    else $("search").blur();
    showMatches([]);
  }
}

function showMatches(found) {
  matches = found;
  active = found.length ? 0 : -1;
  const list = $("matches");
  list.hidden = !found.length && !($("search").value && document.activeElement === $("search"));
  $("search").setAttribute("aria-expanded", String(!list.hidden));
  list.replaceChildren(...found.map((match, place) => matchRow(match, place)));
  if (!found.length && !list.hidden) list.append(el("li.none", {}, "No name or alias begins like this"));
  activate(active);
}

function matchRow(match, place) {
  const { node, by } = match;
  return el("li", { id: `match-${place}`, role: "option", "data-id": node.id, pointerdown: (event) => { event.preventDefault(); choose(match); } },
    el(`span.badge.type-${node.type}`, {}, icon(node.type, 14)),
    el("span.name", {}, node.type === "COUNTRY" && node.flag ? `${node.flag} ` : null, words(node.label),
      by !== node.label && el("small", {}, " also ", words(by))),
    el("small", {}, TYPE_WORD[node.type] ?? node.type));
}

function activate(place) {
  active = place;
  [...$("matches").children].forEach((row, k) => row.setAttribute("aria-selected", String(k === place)));
  if (place >= 0) $("search").setAttribute("aria-activedescendant", `match-${place}`);
  else $("search").removeAttribute("aria-activedescendant");
  $("matches").children[place]?.scrollIntoView({ block: "nearest" });
}

function choose({ node }) {
  $("search").value = "";
  showMatches([]);
  $("search").blur();
  select("node", node.id, { centre: true });
}
