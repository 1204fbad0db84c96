// Zooming and moving a map: by buttons, keys, the wheel with Ctrl, drag, two fingers. What is looked at stands in the address.
const NEAREST = 40;
const STEP = 1.6;
const SHOWN = 40;
const GAP = 10;
const COUNTRY = 15;

const bounded = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));
const stretched = (lat) => (Math.asinh(Math.tan((lat * Math.PI) / 180)) * 180) / Math.PI;
const latitude = (y) => (Math.atan(Math.sinh((y * Math.PI) / 180)) * 180) / Math.PI;

/** What of the drawing is looked at: a box in it, never beyond its edges. */
class View {
  constructor(svg) {
    const { width, height } = svg.viewBox.baseVal;
    const { west, east, south, north } = svg.dataset;
    Object.assign(this, { svg, width, height, x: 0, y: 0, zoom: 1 });
    this.box = { west: Number(west), east: Number(east), south: Number(south), north: Number(north) };
  }

  /** Units of the drawing that are one pixel. */
  get unit() {
    return this.width / this.zoom / this.svg.clientWidth;
  }

  move(x, y) {
    this.x = bounded(x, 0, this.width - this.width / this.zoom);
    this.y = bounded(y, 0, this.height - this.height / this.zoom);
  }

  /** Closer by a factor; the point of the drawing stays where it is. */
  closer(factor, at = this.middle()) {
    const zoom = bounded(this.zoom * factor, 1, NEAREST);
    const kept = this.zoom / zoom;
    this.zoom = zoom;
    this.move(at.x - (at.x - this.x) * kept, at.y - (at.y - this.y) * kept);
  }

  middle() {
    return { x: this.x + this.width / this.zoom / 2, y: this.y + this.height / this.zoom / 2 };
  }

  centre({ x, y }) {
    this.move(x - this.width / this.zoom / 2, y - this.height / this.zoom / 2);
  }

  has({ x, y }) {
    return x >= this.x && x <= this.x + this.width / this.zoom && y >= this.y && y <= this.y + this.height / this.zoom;
  }

  /** The point of the drawing under the pointer. */
  under(event) {
    const frame = this.svg.getBoundingClientRect();
    return { x: this.x + (event.clientX - frame.left) * this.unit, y: this.y + (event.clientY - frame.top) * this.unit };
  }

  /** The middle as latitude and longitude, and how near. */
  toString() {
    const { west, east, south, north } = this.box;
    const { x, y } = this.middle();
    const lon = west + (x / this.width) * (east - west);
    const lat = latitude(north - (y / this.height) * (north - south));
    return [lat.toFixed(3), lon.toFixed(3), this.zoom.toFixed(2)].join(",");
  }

  go(words) {
    const [lat, lon, zoom] = words.split(",").map(Number);
    if (![lat, lon, zoom].every(Number.isFinite)) return;
    const { west, east, south, north } = this.box;
    this.zoom = bounded(zoom, 1, NEAREST);
    this.centre({ x: ((lon - west) / (east - west)) * this.width, y: ((north - stretched(lat)) / (north - south)) * this.height });
  }
}

function zoomable(frame) {
  const svg = frame.querySelector("svg.map");
  if (!svg) return;
  const view = new View(svg);
  const dots = [...svg.querySelectorAll("circle")].map((dot) => ({ dot, radius: Number(dot.getAttribute("r")) }));
  const heads = [...svg.querySelectorAll(".ways a > .way-head")].map((head) => ({ head, place: head.getAttribute("transform") }));
  const open = [...svg.querySelectorAll(".open-way")].map((way) => ({ way, x: way.dataset.x, y: way.dataset.y }));
  const countries = [...svg.querySelectorAll(".countries text")].map((name) => ({ name, x: Number(name.getAttribute("x")), y: Number(name.getAttribute("y")) }));
  const names = [...svg.querySelectorAll(".names text")].map((name) => ({
    name,
    x: Number(name.getAttribute("x")) - GAP,
    y: Number(name.getAttribute("y")) - 4,
  }));
  const buttons = tools(frame, { "+": () => view.closer(STEP), "−": () => view.closer(1 / STEP), "⤢": () => view.closer(0) }, draw);

  /** Dots, heads of arrows and names keep their size on the screen. */
  function draw() {
    const unit = view.unit;
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width / view.zoom} ${view.height / view.zoom}`);
    frame.classList.toggle("is-near", view.zoom > 1);
    for (const { dot, radius } of dots) dot.setAttribute("r", radius * unit);
    for (const { head, place } of heads) head.setAttribute("transform", `${place} scale(${unit})`);
    for (const { way, x, y } of open) way.setAttribute("transform", `translate(${x} ${y}) scale(${unit}) translate(${-x} ${-y})`);
    write(names, countries, view, unit);
    buttons["−"].disabled = buttons["⤢"].disabled = view.zoom === 1;
    buttons["+"].disabled = view.zoom === NEAREST;
    remember();
  }

  let soon = 0;
  function remember() {
    clearTimeout(soon);
    soon = setTimeout(() => history.replaceState(null, "", view.zoom > 1 ? `#map=${view}` : location.pathname + location.search), 300);
  }

  byKeys(frame, view, draw);
  byPointer(frame, svg, view, draw);
  svg.addEventListener("focusin", (event) => {
    const dot = event.target.querySelector("circle");
    if (!dot) return;
    const at = { x: dot.cx.baseVal.value, y: dot.cy.baseVal.value };
    if (!view.has(at)) {
      view.centre(at);
      draw();
    }
  });
  const asked = /^#map=(.+)$/.exec(location.hash);
  if (asked) view.go(asked[1]);
  new ResizeObserver(draw).observe(svg);
}

/** Names of what is in view, those first of which most is told, then countries, as far as they do not lie on one another. */
function write(names, countries, view, unit) {
  const taken = [];
  const isFree = (box) => !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
  for (const { name, x, y } of names) {
    const box = [x + GAP * unit, y - 8 * unit, x + (GAP + 4 + 7.4 * name.textContent.length) * unit, y + 8 * unit];
    const free = taken.length < SHOWN && view.has({ x, y }) && isFree(box);
    name.style.display = free ? "inline" : "none";
    if (!free) continue;
    taken.push(box);
    name.setAttribute("x", box[0]);
    name.setAttribute("y", y + 4 * unit);
    name.style.fontSize = `${12.5 * unit}px`;
    name.style.strokeWidth = `${3 * unit}px`;
  }
  const size = Math.min(COUNTRY, 9 + view.svg.clientWidth / 150) * unit;
  for (const { name, x, y } of countries) {
    const half = (name.textContent.length * size * 0.66) / 2;
    const box = [x - half, y - size, x + half, y + size * 0.3];
    const free = isFree(box);
    name.style.display = free ? "inline" : "none";
    name.style.fontSize = `${size}px`;
    if (free) taken.push(box);
  }
}

const LABELS = { "+": "Closer", "−": "Farther", "⤢": "The whole map" };

function tools(frame, actions, draw) {
  const bar = document.createElement("div");
  bar.className = "map-tools";
  const made = {};
  for (const [sign, action] of Object.entries(actions)) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.setAttribute("aria-label", LABELS[sign]);
    button.title = LABELS[sign];
    button.addEventListener("click", () => {
      action();
      draw();
      if (button.disabled) frame.focus();
    });
    made[sign] = button;
    bar.append(button);
  }
  frame.prepend(bar);
  return made;
}

function byKeys(frame, view, draw) {
  const aside = (x, y) => view.move(view.x + (x * view.width) / view.zoom / 5, view.y + (y * view.height) / view.zoom / 5);
  const keys = {
    "+": () => view.closer(STEP),
    "=": () => view.closer(STEP),
    "-": () => view.closer(1 / STEP),
    0: () => view.closer(0),
    ArrowLeft: () => aside(-1, 0),
    ArrowRight: () => aside(1, 0),
    ArrowUp: () => aside(0, -1),
    ArrowDown: () => aside(0, 1),
  };
  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    // Where all is in view, arrows scroll the page.
    if (event.key.startsWith("Arrow") && view.zoom === 1) return;
    event.preventDefault();
    keys[event.key]();
    draw();
  });
}

function byPointer(frame, svg, view, draw) {
  const down = new Map();
  let moved = false;
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    view.closer(Math.exp(-event.deltaY / 300), view.under(event));
    draw();
  }, { passive: false });
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    down.set(event.pointerId, event);
    moved = false;
  });
  svg.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const others = [...down.values()].filter((one) => one.pointerId !== event.pointerId);
    if (!moved && !others.length && Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) < 4) return;
    if (!moved) svg.setPointerCapture(event.pointerId);
    moved = true;
    frame.classList.add("is-held");
    if (others.length) pinch(view, before, event, others[0]);
    else view.move(view.x - (event.clientX - before.clientX) * view.unit, view.y - (event.clientY - before.clientY) * view.unit);
    down.set(event.pointerId, event);
    draw();
  });
  for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, (event) => {
    down.delete(event.pointerId);
    frame.classList.remove("is-held");
  });
  // What was dragged was not clicked, and links are not dragged away.
  svg.addEventListener("click", (event) => moved && event.preventDefault(), true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
}

/** Two fingers: as much closer as they are farther apart, about the middle between them. */
function pinch(view, before, now, other) {
  const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
  const middle = { clientX: (now.clientX + other.clientX) / 2, clientY: (now.clientY + other.clientY) / 2 };
  view.closer(apart(now) / apart(before), view.under(middle));
}

for (const frame of document.querySelectorAll(".map-frame")) zoomable(frame);
