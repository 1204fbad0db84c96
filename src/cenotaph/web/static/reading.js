// The reading room: going from claim to claim, the words behind a field, keys.
import { rangeOf } from "./offsets.js";
import { judgingKeys, keepJudging } from "./judging.js";

const text = document.querySelector("#text");
const panel = document.querySelector("#panel");
const keys = document.querySelector("#keys");
const keysOn = document.querySelector("#keys-on");
const overview = panel.innerHTML;
const first = panel.querySelector("[data-shown]");

export const room = {
  text,
  panel,
  blind: new URLSearchParams(location.search).has("blind"),
  chosen: first ? { kind: first.dataset.shown, id: first.dataset.id } : null,
  marks,
  ids,
  show,
  close,
  say,
  put,
};

function marks(kind) {
  return [...text.querySelectorAll(`[data-${kind}]`)];
}

function ids(kind) {
  return [...new Set(marks(kind).flatMap((mark) => mark.dataset[kind].split(" ")))];
}

function say(sentence) {
  document.querySelector("#status").textContent = sentence;
}

function put(html) {
  panel.innerHTML = html;
  panel.scrollTop = 0;
  CSS.highlights?.delete("evidence");
}

function light() {
  for (const mark of text.querySelectorAll(".is-chosen")) mark.classList.remove("is-chosen");
  if (!room.chosen) return;
  const { kind, id } = room.chosen;
  for (const mark of marks(kind)) if (mark.dataset[kind].split(" ").includes(id)) mark.classList.add("is-chosen");
}

function bring() {
  const mark = text.querySelector(".is-chosen");
  if (!mark) return;
  const box = mark.getBoundingClientRect();
  const roomy = matchMedia("(min-width: 62rem)").matches;
  const bottom = roomy ? innerHeight - 40 : innerHeight * 0.5;
  if (box.top < 80 || box.bottom > bottom) mark.scrollIntoView({ block: roomy ? "center" : "start" });
}

async function show(kind, id) {
  room.chosen = { kind, id };
  light();
  bring();
  const answer = await fetch(`/${kind}/${encodeURIComponent(id)}/panel${room.blind ? "?blind=1" : ""}`, { headers: { "x-part": "1" } }).catch(() => null);
  if (!answer?.ok || room.chosen?.id !== id) return;
  put(await answer.text());
  const query = new URLSearchParams(location.search);
  for (const name of ["claim", "handling", "words"]) query.delete(name);
  query.set(kind, id);
  history.replaceState(null, "", `?${query}#${encodeURIComponent(id)}`);
}

function next(kind, step) {
  const all = ids(kind);
  if (!all.length) return say(`There is no ${kind} in this report.`);
  const here = room.chosen?.kind === kind ? all.indexOf(room.chosen.id) : -1;
  show(kind, all[here < 0 ? (step > 0 ? 0 : all.length - 1) : (here + step + all.length) % all.length]);
}

function close() {
  room.chosen = null;
  light();
  put(overview);
  history.replaceState(null, "", room.blind ? "?blind=1" : location.pathname);
}

function evidence(button) {
  for (const other of panel.querySelectorAll(".evidence")) other.setAttribute("aria-pressed", String(other === button));
  const range = rangeOf(text, Number(button.dataset.start), Number(button.dataset.end));
  if (!range) return;
  if (CSS.highlights) CSS.highlights.set("evidence", new Highlight(range));
  else getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  const box = range.getBoundingClientRect();
  if (box.top < 80 || box.bottom > innerHeight - 60) range.startContainer.parentElement.scrollIntoView({ block: "center" });
}

function nextEvidence() {
  const all = [...panel.querySelectorAll(".evidence")];
  const at = all.findIndex((one) => one.getAttribute("aria-pressed") === "true");
  if (all.length) evidence(all[(at + 1) % all.length]);
}

text.addEventListener("click", (event) => {
  const mark = event.target.closest("[data-claim], [data-handling]");
  if (!mark) return;
  event.preventDefault();
  if (!getSelection().isCollapsed) return;
  const kind = mark.dataset.claim ? "claim" : "handling";
  const here = mark.dataset[kind].split(" ");
  const again = room.chosen?.kind === kind ? here.indexOf(room.chosen.id) : -1;
  show(kind, here[(again + 1) % here.length]);
});

panel.addEventListener("click", (event) => {
  const button = event.target.closest(".evidence");
  const link = event.target.closest("[data-go]");
  if (button) evidence(button);
  if (link) {
    event.preventDefault();
    show("claim", link.dataset.go);
  }
});

const actions = {
  j: () => next("claim", 1),
  k: () => next("claim", -1),
  h: () => next("handling", 1),
  e: nextEvidence,
  "?": () => keys.showModal(),
  ...judgingKeys(room),
};

keysOn.checked = localStorage.getItem("keys") !== "off";
keysOn.addEventListener("change", () => localStorage.setItem("keys", keysOn.checked ? "on" : "off"));

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
  if (event.key === "Escape" && room.chosen) return panel.querySelector("[data-editing]") ? show(room.chosen.kind, room.chosen.id) : close();
  if (event.key === "Escape" && panel.querySelector("[data-editing]")) return close();
  if (event.target.closest("input, textarea, select") || !keysOn.checked) return;
  const action = actions[event.key.toLowerCase()];
  if (action) {
    event.preventDefault();
    action();
  }
});

light();
bring();
const asked = /^(\d+)-(\d+)$/.exec(new URLSearchParams(location.search).get("words") ?? "");
const words = asked && panel.querySelector(`.evidence[data-start="${asked[1]}"][data-end="${asked[2]}"]`);
if (words) evidence(words);
keepJudging(room);
