// When things were reported: a histogram with two handles; what lies outside them turns grey.
const MOST_BINS = 72;
let bins = null; // {first, width, numbers}

function startTimeline() {
  const months = model.edges.filter((edge) => edge.family !== "deal").flatMap((edge) => edge.months);
  const reported = months.length ? months : model.edges.flatMap((edge) => edge.months);
  if (new Set(reported).size < 2) {
    $("timeline").hidden = true;
    return;
  }
  const first = reported.reduce((a, b) => (a < b ? a : b));
  const last = reported.reduce((a, b) => (a > b ? a : b));
  const width = Math.ceil((last - first + 1) / MOST_BINS);
  const numbers = new Array(Math.ceil((last - first + 1) / width)).fill(0);
  for (const month of reported) numbers[Math.floor((month - first) / width)] += 1;
  bins = { first, width, numbers };
  const most = Math.max(...numbers);
  const handle = (id, text) => el("input", { type: "range", id, min: 0, max: numbers.length - 1, step: 1, "aria-label": text, input: onBrush });
  $("timeline").replaceChildren(
    el("p", {}, el("span", {}, "Reported"), el("output", { id: "time-text" }), button("All", () => { state.from = state.to = null; changed(); }, { id: "time-all" })),
    el("div.bars", {}, numbers.map((number, k) => {
      const bar = el("i", { title: `${binText(k)}: ${number}`, "data-bin": k });
      bar.style.height = `${number ? Math.max(8, (number / most) * 100) : 0}%`;
      return bar;
    })),
    el("div.handles", {}, handle("time-from", "From"), handle("time-to", "To")),
    el("p.ends", {}, el("span", {}, monthText(first)), el("span", {}, monthText(last))));
  startBrush();
}

function binText(k) {
  const start = bins.first + k * bins.width;
  return bins.width === 1 ? monthText(start) : `${monthText(start)} to ${monthText(start + bins.width - 1)}`;
}

// Drawing over the bars chooses from one to the other; a click chooses one.
function startBrush() {
  const bars = $("timeline").querySelector(".bars");
  const binAt = (event) => {
    const box = bars.getBoundingClientRect();
    return Math.min(bins.numbers.length - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * bins.numbers.length)));
  };
  let start = null;
  const drawTo = (event) => {
    const here = binAt(event);
    setBrush(Math.min(start, here), Math.max(start, here));
  };
  bars.addEventListener("pointerdown", (event) => {
    start = binAt(event);
    bars.setPointerCapture(event.pointerId);
    drawTo(event);
  });
  bars.addEventListener("pointermove", (event) => { if (start !== null) drawTo(event); });
  for (const name of ["pointerup", "pointercancel"]) bars.addEventListener(name, () => { start = null; });
}

function onBrush(event) {
  const [from, to] = [$("time-from"), $("time-to")];
  if (Number(from.value) > Number(to.value)) {
    if (event.target === from) to.value = from.value;
    else from.value = to.value;
  }
  setBrush(Number(from.value), Number(to.value));
}

function setBrush(low, high) {
  state.from = low === 0 ? null : bins.first + low * bins.width;
  state.to = high === bins.numbers.length - 1 ? null : bins.first + (high + 1) * bins.width - 1;
  changed(true);
}

function showTimeline() {
  if (!bins) return;
  const last = bins.numbers.length - 1;
  const clip = (k) => Math.min(last, Math.max(0, k));
  const low = state.from === null ? 0 : clip(Math.floor((state.from - bins.first) / bins.width));
  const high = state.to === null ? last : clip(Math.floor((state.to - bins.first) / bins.width));
  $("time-from").value = low;
  $("time-to").value = high;
  const all = state.from === null && state.to === null;
  $("time-all").hidden = all;
  const within = all ? 0 : model.edges.reduce((sum, edge, k) => sum + (passEdge[k] && inTime(edge) ? 1 : 0), 0);
  $("time-text").textContent = all ? "" : `${binText(low).slice(0, 7)} to ${binText(high).slice(-7)} · ${count(within, "link")}`;
  for (const bar of $("timeline").querySelectorAll("i")) bar.classList.toggle("out", Number(bar.dataset.bin) < low || Number(bar.dataset.bin) > high);
}
