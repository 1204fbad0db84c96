// Judging in the reading room: forms are sent without leaving it; selected words go into fields or become claims.
import { offsetOf } from "./offsets.js";

const FIELDS = {
  claim: { place: "place", sources: "on whose word", victims_text: "victims", side: "whose people", until: "as of" },
  handling: { place: "place", facility: "facility", from_place: "from", to_place: "to", sources: "on whose word" },
};
let last = null;

async function ask(address, options = {}) {
  return fetch(address, { ...options, headers: { "x-part": "1" } }).catch(() => null);
}

async function send(room, form) {
  const answer = await ask(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  if (!answer) return room.say("The server does not answer; nothing was filed.");
  const verdict = form.dataset.judge;
  if (answer.status === 205) return location.reload();
  if (answer.headers.get("content-type")?.includes("html")) room.put(partOf(await answer.text()));
  const shown = room.panel.querySelector("[data-shown]");
  if (!answer.ok) return room.panel.querySelector("#message")?.scrollIntoView({ block: "nearest" });
  if (verdict === "add") return location.assign(`?${shown.dataset.shown}=${shown.dataset.id}#${shown.dataset.id}`);
  settle(room, shown);
  room.say(`${verdict}: filed.`);
  if (verdict === "accept" || verdict === "reject") waiting(room, shown);
}

/** A failure comes as a whole page; of it only what it says belongs beside the text. */
function partOf(html) {
  if (!html.includes("<html")) return html;
  const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  return main ? `<div role="alert" id="message">${main.innerHTML}</div>` : html;
}

/** The marks of what was judged show its state. */
function settle(room, shown) {
  if (!shown) return;
  const { shown: kind, id, state } = shown.dataset;
  room.chosen = { kind, id };
  for (const mark of room.marks(kind)) {
    if (!mark.dataset[kind].split(" ").includes(id)) continue;
    mark.className = mark.className.replace(/\bis-(open|accepted|rejected|corrected|added)\b/, `is-${state}`);
  }
}

/** On to the next that nobody has judged. */
function waiting(room, shown) {
  const { shown: kind, id } = shown.dataset;
  const all = room.ids(kind);
  const open = new Set(room.marks(kind).filter((mark) => mark.classList.contains("is-open")).flatMap((mark) => mark.dataset[kind].split(" ")));
  const order = [...all.slice(all.indexOf(id) + 1), ...all.slice(0, all.indexOf(id))];
  const next = order.find((one) => open.has(one));
  if (next) room.show(kind, next);
  else room.say("Everything here has been judged.");
}

async function edit(room, values = {}) {
  if (!room.chosen) return room.say("Choose a claim first.");
  const query = new URLSearchParams(room.blind ? { ...values, blind: "1" } : values);
  const answer = await ask(`/edit/${encodeURIComponent(room.chosen.id)}?${query}`);
  if (!answer?.ok) return;
  room.put(await answer.text());
  const [field] = Object.keys(values);
  const target = room.panel.querySelector(field ? `[name="${field}"]` : ".entries input, .entries select");
  target?.focus();
}

/** The selected words of the report: where they stand, or null where nothing of it is selected. */
function selected(room) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!room.text.contains(range.startContainer) || !room.text.contains(range.endContainer)) return null;
  const words = range.toString();
  const start = offsetOf(room.text, range.startContainer, range.startOffset);
  const end = offsetOf(room.text, range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start || !words.trim()) return null;
  const before = words.length - words.trimStart().length;
  const after = words.length - words.trimEnd().length;
  return { start: start + before, end: end - after, words: words.trim(), box: range.getBoundingClientRect() };
}

async function add(room, what) {
  const found = selected(room);
  if (!found) return room.say("Select the words that say how many, then press N.");
  const query = new URLSearchParams({ report: room.text.dataset.report, start: found.start, end: found.end, what });
  const answer = await ask(`/adding?${query}`);
  if (!answer?.ok) return;
  room.chosen = null;
  room.put(await answer.text());
  picked.hidden = true;
  room.panel.querySelector("select[name=harm], select[name=cargo]")?.focus();
}

const picked = document.querySelector("#picked");

function offer(room) {
  const found = selected(room);
  picked.hidden = true;
  if (!found || !room.panel.closest(".room") || !document.querySelector("[data-may-judge]")) return;
  picked.replaceChildren();
  const button = (label, action) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.className = "second";
    made.addEventListener("click", () => {
      action();
      picked.hidden = true;
    });
    picked.append(made);
  };
  const form = room.panel.querySelector("[data-editing] form");
  const field = form && last && form.contains(last) ? last : null;
  if (field) button(`Into “${field.closest("label").firstChild.textContent.trim()}”`, () => into(field, found.words));
  else {
    if (room.chosen) for (const [name, label] of Object.entries(FIELDS[room.chosen.kind])) button(`As ${label}`, () => take(room, name, found.words));
    button("Add as a claim", () => add(room, "claim"));
    button("Add as a handling", () => add(room, "handling"));
  }
  picked.hidden = false;
  const top = scrollY + found.box.bottom + 8;
  picked.style.top = `${top}px`;
  picked.style.left = `${Math.max(8, Math.min(found.box.left, document.documentElement.clientWidth - picked.offsetWidth - 8))}px`;
}

function into(field, words) {
  field.value = field.tagName === "TEXTAREA" && field.value.trim() ? `${field.value.trim()}\n${words}` : words;
  field.focus();
}

function take(room, name, words) {
  edit(room, { [name]: words.replace(/\s+/g, " ") });
}

/** Forms and links of the panel are taken over; a selection offers what can be done with it. */
export function keepJudging(room) {
  room.panel.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-judge]");
    if (!form) return;
    event.preventDefault();
    send(room, form);
  });
  room.panel.addEventListener("click", (event) => {
    if (event.target.closest("[data-edit]")) {
      event.preventDefault();
      edit(room);
    }
    if (event.target.closest("[data-cancel]")) {
      event.preventDefault();
      if (room.chosen) room.show(room.chosen.kind, room.chosen.id);
      else room.close();
    }
  });
  room.panel.addEventListener("focusin", (event) => {
    if (event.target.matches(".entries input, .entries textarea")) last = event.target;
  });
  document.addEventListener("selectionchange", () => {
    clearTimeout(offer.soon);
    offer.soon = setTimeout(() => offer(room), 150);
  });
}

export function judgingKeys(room) {
  if (!document.querySelector("[data-may-judge]")) return {};
  const form = (verdict) => room.panel.querySelector(`[data-judge="${verdict}"]`);
  return {
    a: () => (form("accept") ? send(room, form("accept")) : room.say("Choose a claim first.")),
    r: () => {
      const reject = room.panel.querySelector(".reject");
      if (!reject) return room.say("Choose a claim first.");
      reject.open = true;
      reject.querySelector("input[name=reason]").select();
    },
    c: () => edit(room),
    n: () => add(room, "claim"),
    m: () => add(room, "handling"),
    u: () => {
      const blank = document.querySelector("#undo-own");
      send(room, blank);
    },
  };
}
