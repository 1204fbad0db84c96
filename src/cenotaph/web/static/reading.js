// The reading room: going from claim to claim, the words behind a field, keys.
import { place, rangeOf } from "./offsets.js";

const text = document.querySelector("#text");
const panel = document.querySelector("#panel");
const keys = document.querySelector("#keys");
const keysOn = document.querySelector("#keys-on");
const overview = panel.innerHTML;
let shown = panel.querySelector("[data-claim], [data-handling]");
let chosen = shown ? { kind: shown.dataset.claim ? "claim" : "handling", id: shown.dataset.claim || shown.dataset.handling } : null;

function marks(kind) {
  return [...text.querySelectorAll(`[data-${kind}]`)];
}

function ids(kind) {
  return [...new Set(marks(kind).flatMap((mark) => mark.dataset[kind].split(" ")))];
}

function light() {
  for (const mark of text.querySelectorAll(".is-chosen")) mark.classList.remove("is-chosen");
  if (!chosen) return;
  for (const mark of marks(chosen.kind)) {
    if (mark.dataset[chosen.kind].split(" ").includes(chosen.id)) mark.classList.add("is-chosen");
  }
}

function seen(id) {
  const anchor = document.getElementById(id);
  if (!anchor) return;
  const mark = anchor.parentElement.querySelector(".is-chosen") || anchor;
  const box = mark.getBoundingClientRect();
  const roomy = matchMedia("(min-width: 62rem)").matches;
  const bottom = roomy ? innerHeight - 40 : innerHeight * 0.5;
  if (box.top < 80 || box.bottom > bottom) mark.scrollIntoView({ block: roomy ? "center" : "start" });
}

export async function show(kind, id, { quiet = false } = {}) {
  chosen = { kind, id };
  light();
  seen(id);
  const answer = await fetch(`/${kind}/${encodeURIComponent(id)}/panel`);
  if (!answer.ok || !chosen || chosen.id !== id) return;
  panel.innerHTML = await answer.text();
  panel.scrollTop = 0;
  CSS.highlights?.delete("evidence");
  if (!quiet) history.replaceState(null, "", `?${kind}=${encodeURIComponent(id)}#${encodeURIComponent(id)}`);
}

function next(kind, step) {
  const all = ids(kind);
  if (!all.length) return;
  const here = chosen && chosen.kind === kind ? all.indexOf(chosen.id) : -1;
  const there = here < 0 ? (step > 0 ? 0 : all.length - 1) : (here + step + all.length) % all.length;
  show(kind, all[there]);
}

function close() {
  chosen = null;
  light();
  panel.innerHTML = overview;
  history.replaceState(null, "", location.pathname);
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
  if (!mark || event.metaKey || event.ctrlKey || !getSelection().isCollapsed) return;
  event.preventDefault();
  const kind = mark.dataset.claim ? "claim" : "handling";
  const here = mark.dataset[kind].split(" ");
  const again = chosen && chosen.kind === kind ? here.indexOf(chosen.id) : -1;
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
};

keysOn.checked = localStorage.getItem("keys") !== "off";
keysOn.addEventListener("change", () => localStorage.setItem("keys", keysOn.checked ? "on" : "off"));

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
  if (event.target.closest("input, textarea, select")) return;
  if (event.key === "Escape" && chosen) close();
  else if (keysOn.checked && actions[event.key.toLowerCase()]) {
    event.preventDefault();
    actions[event.key.toLowerCase()]();
  }
});

light();
if (chosen) seen(chosen.id);
export { actions, place };
