// The keyboard, and the help that lists it.
const KEYS = [
  ["/", "search a name or alias; arrows choose, Enter opens"],
  ["Arrows", "walk to the neighbour in that direction, or move the view"],
  ["Enter", "open the neighbourhood of the selected node"],
  ["Escape", "close, step by step: list, help, panel, selection"],
  ["1 2 3", "graph, deals, statements"],
  ["f", "fit everything"],
  ["+ −", "zoom"],
  ["t", "light or dark"],
  ["?", "this help"],
];
const TIPS = [
  "Click a name, a line or a deal to read the sentences behind it; double click opens its neighbourhood.",
  "Click a row of the legend to hide it, with Shift to see it alone. The numbers say what is there under the other filters.",
  "Draw over the bars of the timeline to see what was reported then; what was reported at other times turns grey.",
  "“Path to …” in the panel finds the shortest way between two names.",
  "The address of the page holds what you see: copy it to share the view; back and forward work.",
  "Nothing on this page is loaded from elsewhere, and nothing you do here leaves it.",
];
const SHORTCUTS = {
  "/": () => { $("search").focus(); $("search").select(); },
  "?": () => toggleHelp(),
  f: () => fitAll(),
  t: () => toggleTheme(),
  "+": () => zoomBy(1.25),
  "=": () => zoomBy(1.25),
  "-": () => zoomBy(0.8),
  1: () => setView("graph"),
  2: () => setView("deals"),
  3: () => setView("statements"),
};
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") escape();
    else if (event.target.closest("input, select, textarea")) return;
    else if (SHORTCUTS[event.key]) {
      event.preventDefault();
      SHORTCUTS[event.key]();
    } else if (ARROWS[event.key] && state.view === "graph" && ["canvas", ""].includes(event.target.id)) {
      event.preventDefault();
      walk(...ARROWS[event.key]);
    } else if (event.key === "Enter" && event.target.id === "canvas" && state.selected?.kind === "node") {
      openNeighbourhood(state.selected.id);
    }
  });
}

function escape() {
  if (!$("help").hidden) toggleHelp();
  else if (document.body.dataset.filters === "open") toggleDrawer();
  else if (pathFrom) { pathFrom = null; showPanel(); } else if (state.selected || state.path) select(null);
}

function toggleHelp() {
  const help = $("help");
  if (!help.hidden) {
    help.hidden = true;
    $("help-open").focus();
    return;
  }
  help.replaceChildren(el("div.sheet", {},
    el("header", {}, el("h2", { id: "help-title" }, "How to read this page"), button("×", toggleHelp, { class: "close", "aria-label": "Close" })),
    el("ul", {}, TIPS.map((tip) => el("li", {}, tip))),
    el("h3", {}, "Keys"),
    el("dl.keys", {}, KEYS.flatMap(([key, text]) => [el("dt", {}, key.split(" ").map((one) => el("kbd", {}, one))), el("dd", {}, text)])),
    el("h3", {}, "Lines"),
    el("ul.lines", {}, MODALITIES.map((modality) => el("li", {}, line(modality, "affirmed"), capital(modality))), el("li", {}, line("asserted", "negated"), "Denied"))));
  help.hidden = false;
  help.querySelector(".close").focus();
}
