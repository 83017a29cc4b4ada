import assert from 'node:assert/strict';
import { it } from 'node:test';

const { added, compact, placed } = await import(new URL('../../main/resources/console/pages/dashboards/grid-layout.js', import.meta.url));
const overlaps = widgets => widgets.some(a => widgets.some(b => a.id < b.id && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h));

it('pushes others down and lets them rise again', () => {
  const before = [{ id: 'a', x: 0, y: 0, w: 6, h: 2 }, { id: 'b', x: 6, y: 0, w: 6, h: 2 }, { id: 'c', x: 0, y: 2, w: 12, h: 2 }];
  assert.deepEqual(placed(before, 'a', { x: 6 }), [{ id: 'a', x: 6, y: 0, w: 6, h: 2 }, { id: 'b', x: 6, y: 2, w: 6, h: 2 }, { id: 'c', x: 0, y: 4, w: 12, h: 2 }]);
});

it('never lets two widgets share a cell, whatever is done to them', () => {
  let seed = 7;
  const dice = sides => (seed = (seed * 48271) % 2147483647) % sides;
  let widgets = [];
  for (let i = 0; i < 12; i++) widgets = added(widgets, { id: 'w' + i, w: 2 + dice(6), h: 2 + dice(4) });
  for (let i = 0; i < 500; i++) {
    const change = dice(2) ? { x: dice(14) - 1, y: dice(20) - 1 } : { w: dice(15), h: dice(8) };
    widgets = placed(widgets, 'w' + dice(12), change);
    assert.equal(overlaps(widgets), false);
    assert.ok(widgets.every(one => one.x >= 0 && one.x + one.w <= 12 && one.y >= 0 && one.w >= 2 && one.h >= 2));
  }
  assert.equal(overlaps(compact(widgets)), false);
});
