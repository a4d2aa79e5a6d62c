// Making elements. Text only ever enters the page as text; a link only leads to the web.
const $ = (id) => document.getElementById(id);

// A table of words that knows nothing but its rows: "__proto__" from an article finds nothing in it.
function lookup(rows) {
  return Object.assign(Object.create(null), rows);
}

// el("p.note", {title: "x"}, "text", child): a tag with classes, attributes (functions become listeners), children.
function el(what, attributes = {}, ...children) {
  const [tag, ...classes] = what.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// Words from an article or a name: set apart, so that right-to-left text does not turn what stands around it.
function words(text, what = "bdi") {
  return el(what, { dir: "auto" }, String(text ?? ""));
}

function link(address, text) {
  if (!/^https?:\/\/[^\s]+$/i.test(address ?? "")) return words(text);
  return el("a", { href: address, rel: "noopener noreferrer nofollow", target: "_blank" }, words(text));
}

function button(text, action, attributes = {}) {
  return el("button", { type: "button", click: action, ...attributes }, text);
}

function icon(name, size = 16) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("width", size);
  svg.setAttribute("height", size);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", ICONS[name] ?? ICONS.EVENT);
  svg.append(path);
  return svg;
}

function say(text) {
  $("live").textContent = text;
}

function download(name, blob) {
  const address = URL.createObjectURL(blob);
  const anchor = el("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
