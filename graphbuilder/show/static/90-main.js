// Putting the page together, once.
function setView(view) {
  state.view = view;
  show();
  if (view !== "graph") showTable();
}

function showView() {
  const table = state.view !== "graph";
  // The stage keeps its size behind a table, so that the canvas is ready when it comes back.
  $("stage").toggleAttribute("data-away", table);
  $("main").dataset.view = table ? "table" : "graph";
  $("table").hidden = !table;
  for (const tab of $("views").children) tab.setAttribute("aria-selected", String(tab.dataset.view === state.view));
}

function toggleDrawer() {
  const open = document.body.dataset.filters !== "open";
  document.body.dataset.filters = open ? "open" : "";
  $("toggle-filters").setAttribute("aria-expanded", String(open));
}

function showCounts() {
  const { counts } = model;
  $("counts").textContent = [count(counts.entities, "name"), count(counts.deals, "deal"), count(counts.statements, "statement"), count(counts.documents, "article")].join(" · ");
}

function startTools() {
  for (const tab of $("views").children) tab.addEventListener("click", () => setView(tab.dataset.view));
  $("fit").append(icon("FIT"));
  $("move").append(icon("MOVE"));
    $("fit").addEventListener("click", () => fitAll());
  $("move").addEventListener("click", toggleMove);
  $("png").addEventListener("click", savePng);
  $("svg").addEventListener("click", saveSvg);
  $("zoom-in").addEventListener("click", () => zoomBy(1.25));
  $("zoom-out").addEventListener("click", () => zoomBy(0.8));
  $("skip").addEventListener("click", () => $("panel").focus());
  $("more").addEventListener("click", () => showMore(BUDGET));
  $("everything").addEventListener("click", () => { showMore(Infinity); fitAll(); });
  $("help-open").addEventListener("click", toggleHelp);
  $("help").addEventListener("click", (event) => event.target === $("help") && toggleHelp());
  $("toggle-filters").addEventListener("click", toggleDrawer);
}

function start() {
  readAddress();
  written = addressOf();
  startTheme(redraw);
  startDrawing();
  startLegend();
  startTimeline();
  startSearch();
  startHover();
  startTools();
  startKeys();
  showCounts();
  if (state.selected) reveal(state.selected);
  show({ step: false });
  if (state.view !== "graph") showTable();
  onAddress(() => { show({ centre: true, step: false }); showTable(); });
  fitAll(false);
  if (state.selected || state.path) centreOn();
  network.once("afterDrawing", () => { document.documentElement.dataset.ready = "true"; });
  network.redraw();
}

start();
