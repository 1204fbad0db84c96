// Offsets of a report's text (characters, as the ledger counts them) to places in the page, and back.
// The page has every character of the text in order; each paragraph tells the offset it begins at.

function texts(node) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

function characters(string) {
  let count = 0;
  for (const _ of string) count += 1;
  return count;
}

function units(string, count) {
  let at = 0;
  for (const letter of string) {
    if (count === 0) break;
    count -= 1;
    at += letter.length;
  }
  return at;
}

/** The paragraph in which an offset lies. */
function paragraphAt(text, offset) {
  const all = text.children;
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (Number(all[middle].dataset.at) <= offset) low = middle;
    else high = middle - 1;
  }
  return all[low];
}

/** The text node and the place in it of an offset. At a seam, `end` takes the node before it. */
export function place(text, offset, { end = false } = {}) {
  const paragraph = paragraphAt(text, end ? Math.max(0, offset - 1) : offset);
  if (!paragraph) return null;
  let left = offset - Number(paragraph.dataset.at);
  let last = null;
  for (const node of texts(paragraph)) {
    const length = characters(node.data);
    if (left < length || (end && left === length)) return { node, at: units(node.data, left) };
    left -= length;
    last = node;
  }
  return last ? { node: last, at: last.data.length } : null;
}

/** The range of two offsets, or null where they are not on this page. */
export function rangeOf(text, start, end) {
  const from = place(text, start);
  const to = place(text, end, { end: true });
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.at);
  range.setEnd(to.node, to.at);
  return range;
}

/** The offset of a place in the page, or null where it is not in the text. */
export function offsetOf(text, node, at) {
  const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
  if (!paragraph || !text.contains(paragraph)) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, at);
  return Number(paragraph.dataset.at) + characters(before.toString());
}
