// Light and dark. Colours live in the style sheet alone; the canvas reads them from there.
const colour = {};
const COLOUR_NAMES = ["ground", "surface", "ink", "faint", "line", "accent", "halo", "negated",
  ...TYPES.map((type) => `type-${type}`), ...FAMILIES.map((family) => `family-${family}`),
  ...["early", "open", "done", "stopped"].map((state) => `state-${state}`)];

const STATE_OF = lookup({
  discussed: "early", requested: "early", approved: "open", ordered: "open", delivering: "open",
  delivered: "done", suspended: "stopped", cancelled: "stopped", refused: "stopped",
});

function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of COLOUR_NAMES) colour[name] = style.getPropertyValue(`--${name}`).trim();
}

function stateColour(status) {
  return colour[`state-${STATE_OF[status] ?? "early"}`];
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function startTheme(redraw) {
  let kept = null;
  try { kept = localStorage.getItem("graphbuilder-theme"); } catch { kept = null; } // storage may be forbidden
  if (kept === "dark" || kept === "light") document.documentElement.dataset.theme = kept;
  readColours();
  $("theme").append(icon("THEME"));
  $("theme").addEventListener("click", toggleTheme);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readColours(); redraw(); });
  // Paper is light.
  window.addEventListener("beforeprint", () => printing("light", redraw));
  window.addEventListener("afterprint", () => printing(null, redraw));
}

let beforePrint;

function printing(theme, redraw) {
  const { dataset } = document.documentElement;
  if (theme) beforePrint = dataset.theme;
  const next = theme ?? beforePrint;
  if (next) dataset.theme = next;
  else delete dataset.theme;
  readColours();
  redraw();
}

function toggleTheme() {
  const next = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  try { localStorage.setItem("graphbuilder-theme", next); } catch { /* the choice then lasts as long as the page */ }
  readColours();
  redraw();
}
