// Finding a name: each word typed must begin a word of the name or of one alias; the important come first.
const MOST_MATCHES = 12;
let index = null; // made at the first search: a folded line of all names for each node
let last = { asked: "", within: null };
let matches = [];
let active = -1;

function fold(text) {
  return String(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i");
}

function searchIndex() {
  index ??= model.nodes.map((node) => {
    const deal = deals.get(node.id);
    const names = [node.label, ...node.aliases, ...(deal ? [deal.weapon, deal.supplier, deal.recipient, node.id] : [])];
    const folded = names.map(fold);
    return { node, names, folded, line: folded.join("\n") };
  });
  return index;
}

// What a longer query finds, a shorter one found too: only that is looked through again.
function find(query) {
  const asked = fold(query).trim();
  if (!asked) return [];
  const parts = asked.split(/\s+/);
  const among = last.within && last.asked && asked.startsWith(last.asked) ? last.within : searchIndex();
  const within = among.filter(({ line }) => parts.every((part) => line.includes(part)));
  last = { asked, within };
  return best(within.map((entry) => scored(entry, asked, parts)).filter(Boolean));
}

function scored({ node, names, folded }, asked, parts) {
  let most = 0;
  let by = "";
  for (let k = 0; k < names.length; k += 1) {
    const score = matchScore(folded[k], asked, parts);
    if (score > most) [most, by] = [score, names[k]];
  }
  // A weapon comes before the deals about it.
  return most ? { node, by, score: most + node.importance - (node.type === "DEAL" ? 1.5 : 0) } : null;
}

// The best few, without sorting all.
function best(found) {
  const out = [];
  for (const one of found) {
    if (out.length === MOST_MATCHES && !ahead(one, out.at(-1))) continue;
    const place = out.findIndex((other) => ahead(one, other));
    out.splice(place < 0 ? out.length : place, 0, one);
    out.length = Math.min(out.length, MOST_MATCHES);
  }
  return out;
}

function ahead(a, b) {
  return a.score > b.score || (a.score === b.score && a.node.place < b.node.place);
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
  box.addEventListener("focus", () => setTimeout(searchIndex));
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
