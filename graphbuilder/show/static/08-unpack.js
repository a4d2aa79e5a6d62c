// The data of the page: tables whose columns stand one after the other, pressed together where they are large.
async function readModel() {
  const holder = document.getElementById("model");
  const text = holder.dataset.form === "gzip" ? await inflated(holder.textContent) : holder.textContent;
  holder.remove();
  const packed = JSON.parse(text);
  for (const [name, value] of Object.entries(packed)) if (value?.columns) packed[name] = rowsOf(value);
  return packed;
}

async function inflated(text) {
  const letters = atob(text.trim());
  const bytes = new Uint8Array(letters.length);
  for (let k = 0; k < letters.length; k += 1) bytes[k] = letters.charCodeAt(k);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

// A column is a list of values; {of, at}: distinct values and the place of each row's; or {same}: one value for all rows.
function rowsOf({ length, columns }) {
  const readers = Object.entries(columns).map(([key, column]) => {
    if (Array.isArray(column)) return [key, (row) => column[row]];
    return [key, "of" in column ? (row) => column.of[column.at[row]] : () => column.same];
  });
  return Array.from({ length }, (_, row) => {
    const out = {};
    for (const [key, read] of readers) out[key] = read(row);
    return out;
  });
}
