// Where widgets stand on a grid of columns: pure functions over [{id, x, y, w, h}], in cells.

export const COLUMNS = 12;
const LOWEST_W = 2;
const LOWEST_H = 2;

const overlap = (a, b) => a.id !== b.id && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Kept on the grid and not too small. */
export const fitted = ({ x, y, w, h, ...rest }) => {
  const width = Math.min(COLUMNS, Math.max(LOWEST_W, Math.round(w)));
  return {
    ...rest,
    w: width,
    h: Math.max(LOWEST_H, Math.round(h)),
    x: Math.min(COLUMNS - width, Math.max(0, Math.round(x))),
    y: Math.max(0, Math.round(y)),
  };
};

/** One widget gets a place; those that it would cover move down, and then all move up as far as they can. */
export function placed(widgets, id, change) {
  const moved = fitted({ ...widgets.find(one => one.id === id), ...change });
  const settled = [moved];
  const others = widgets.filter(one => one.id !== id).sort((a, b) => a.y - b.y || a.x - b.x);
  for (const other of others) settled.push(lowered(other, settled));
  return inOrder(widgets, risen(settled, moved));
}

/** All move up as far as they can, the first one first. */
export const compact = widgets => inOrder(widgets, risen([...widgets].sort((a, b) => a.y - b.y || a.x - b.x)));

function lowered(widget, settled) {
  let candidate = widget;
  for (let blocker = settled.find(one => overlap(candidate, one)); blocker; blocker = settled.find(one => overlap(candidate, one))) {
    candidate = { ...candidate, y: blocker.y + blocker.h };
  }
  return candidate;
}

function risen(widgets, pinned) {
  const settled = pinned ? [pinned] : [];
  for (const widget of [...widgets].sort((a, b) => a.y - b.y || a.x - b.x)) {
    if (widget.id === pinned?.id) continue;
    let y = widget.y;
    while (y > 0 && !settled.some(one => overlap({ ...widget, y: y - 1 }, one))) y--;
    settled.push({ ...widget, y });
  }
  return settled;
}

const inOrder = (order, widgets) => order.map(one => widgets.find(other => other.id === one.id));

/** A new one goes below all others. */
export function added(widgets, widget) {
  const bottom = Math.max(0, ...widgets.map(one => one.y + one.h));
  return [...widgets, fitted({ x: 0, w: 6, h: 4, ...widget, y: bottom })].reduce((all, one, i, list) => (i === list.length - 1 ? beside(all, one) : [...all, one]), []);
}

function beside(widgets, widget) {
  const free = [];
  for (let y = 0; y <= widget.y; y++) for (let x = 0; x + widget.w <= COLUMNS; x++) free.push({ ...widget, x, y });
  return [...widgets, free.find(place => !widgets.some(one => overlap(place, one))) || widget];
}
