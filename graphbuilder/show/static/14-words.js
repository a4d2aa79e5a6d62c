// The closed lists of the data in reading order, and how they are spoken of.
const TYPES = ["COUNTRY", "ORGANIZATION", "PERSON", "WEAPON", "DEAL", "LOCATION", "EVENT"];
const TYPE_WORDS = lookup({
  COUNTRY: "Countries", ORGANIZATION: "Organizations", PERSON: "People", WEAPON: "Weapons",
  DEAL: "Deals", LOCATION: "Places", EVENT: "Events",
});
const TYPE_WORD = lookup({
  COUNTRY: "Country", ORGANIZATION: "Organization", PERSON: "Person", WEAPON: "Weapon",
  DEAL: "Deal", LOCATION: "Place", EVENT: "Event",
});
const FAMILIES = ["deal", "transfer", "talks", "conflict", "structure", "other"];
const FAMILY_WORDS = lookup({
  deal: "Parts of a deal", transfer: "Transfer", talks: "Talks, visits", conflict: "Conflict, refusal",
  structure: "Structure", other: "Other",
});
const MODALITIES = ["asserted", "planned", "possible", "requested", "conditional"];
const POLARITIES = ["affirmed", "negated"];

function spoken(code) {
  return code ? code.toLowerCase().replaceAll("_", " ") : "no type";
}

function capital(text) {
  return text ? text[0].toUpperCase() + text.slice(1) : text;
}

function percent(confidence) {
  return confidence === null || confidence === undefined ? "" : `${Math.round(confidence * 100)} %`;
}

// 12,345. Not through the browser's own words for numbers, which take longer to find than a page to open.
function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

function count(number, one, many = `${one}s`) {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

function money(value, currency) {
  if (value === null || value === undefined) return "";
  const steps = [[1e9, "billion"], [1e6, "million"]];
  const step = steps.find(([size]) => Math.abs(value) >= size);
  const amount = step ? `${Number((value / step[0]).toPrecision(4))} ${step[1]}` : grouped(value);
  return currency ? `${currency} ${amount}` : amount;
}

// Icons on a field of 24 by 24, drawn on the canvas and in the page alike.
const ICONS = lookup({
  COUNTRY: "M5 3v18h2v-7h11l-2.5-4L18 6H7V3z",
  ORGANIZATION: "M4 21V9l8-6 8 6v12h-6v-6h-4v6z",
  PERSON: "M12 12a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zm0 2c-4.6 0-8.5 2.4-8.5 5.6V21h17v-1.4C20.500 16.400 16.600 14 12 14z",
  WEAPON: "M11 2h2v3.100A7 7 0 0 1 18.900 11H22v2h-3.100A7 7 0 0 1 13 18.900V22h-2v-3.100A7 7 0 0 1 5.100 13H2v-2h3.100A7 7 0 0 1 11 5.100zm1 5a5 5 0 1 0 0 10 5 5 0 0 0 0-10zm0 3a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
  DEAL: "M4 7h11V3l6 5.500-6 5.500v-4H4zm16 10H9v4l-6-5.500L9 10v4h11z",
  LOCATION: "M12 2a7 7 0 0 0-7 7c0 5.200 7 13 7 13s7-7.800 7-13a7 7 0 0 0-7-7zm0 9.500a2.500 2.500 0 1 1 0-5 2.500 2.500 0 0 1 0 5z",
  EVENT: "M7 2h2v2h6V2h2v2h3v17H4V4h3zm-1 7v10h12V9z",
  FIT: "M3 9V3h6v2H5v4zm12-6h6v6h-2V5h-4zM3 15h2v4h4v6H3zm16 0h2v6h-6v-2h4z",
  MOVE: "M12 2l4 4h-3v5h5V8l4 4-4 4v-3h-5v5h3l-4 4-4-4h3v-5H6v3l-4-4 4-4v3h5V6H8z",
  SAVE: "M11 3h2v9h4l-5 5-5-5h4zM4 19h16v2H4z",
  THEME: "M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z",
});
