// The rows of a table as CSV or for the clipboard. A text that a spreadsheet would run gets an apostrophe before it.
const RISKY = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?[0-9]+(?:[.,][0-9]+)*$/;

function harmless(value) {
  if (value === null || value === undefined) return "";
  const text = Array.isArray(value) ? value.join("|") : String(value);
  return typeof value !== "number" && RISKY.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function quoted(text, separator) {
  if (separator === "\t") return text.replace(/[\t\r\n]+/g, " ");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function separated(name, rows, separator) {
  const keys = name === "deals"
    ? Object.keys(model.deals[0] ?? {}).filter((key) => !["statements", "evidence"].includes(key))
    : ["id", ...COLUMNS.statements.map(([key]) => key), "document", "evidence"];
  const lines = rows.map(({ row }) => keys.map((key) => quoted(harmless(key === "evidence" ? model.sentences[row.sentence] : row[key]), separator)).join(separator));
  return `${[keys.join(separator), ...lines].join("\n")}\n`;
}

function saveCsv(name) {
  // The mark at the start makes spreadsheets read UTF-8.
  download(`${name}.csv`, new Blob(["\ufeff", separated(name, tableRows(name), ",")], { type: "text/csv;charset=utf-8" }));
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const box = el("textarea", { class: "unseen" });
    box.value = text;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
  say("Copied");
}
