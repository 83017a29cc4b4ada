// Where things stand on a page, compared with what was looked at and found good: boxes rather than pixels, since fonts differ.
// UPDATE_LAYOUT=1 writes what is there now; look at the page before that is committed.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { open, PHONE, settled } from './browser.mjs';
import { QueryService } from './stub/query-service.mjs';
import { starter } from './starter.mjs';

const FILE = new URL('layout.json', import.meta.url);
const known = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
const PARTS = '.side, .main, .page > *, .card, .chart-plot, .funnel-track';
const SIDEWAYS = 4; // pixels
const DOWNWARDS = 0.12; // of the height of the page, as lines of text wrap elsewhere with another font
const PAGES = ['/', '/explore?metric=events&breakdown=type&range=7d', '/funnels', '/retention', '/dashboards/d1', '/rejected'];

describe('layout', () => {
  for (const [size, viewport] of Object.entries({ desk: { width: 1280, height: 900 }, phone: PHONE })) {
    for (const address of PAGES) {
      it(`${address} at a ${size}'s width`, async () => {
        const query = new QueryService();
        query.post_dashboards({ body: starter() });
        const page = await open(address, { viewport, query });
        await settled(page);
        const found = await page.evaluate(parts => [...document.querySelectorAll(parts)].filter(one => one.offsetParent !== null || one.matches('.side')).map(one => {
          const { x, y, width, height } = one.getBoundingClientRect();
          const name = one.dataset.widget || one.querySelector?.(':scope > .card-head h2')?.textContent || one.className.toString().split(' ')[0];
          return { name, x: Math.round(x), y: Math.round(y + scrollY), w: Math.round(width), h: Math.round(height) };
        }), PARTS);
        await page.context().close();
        const key = size + ' ' + address;
        if (process.env.UPDATE_LAYOUT) {
          known[key] = found;
          writeFileSync(FILE, '{\n' + Object.entries(known).map(([name, boxes]) => `${JSON.stringify(name)}: [\n  ${boxes.map(box => JSON.stringify(box)).join(',\n  ')}\n]`).join(',\n') + '\n}\n');
          return;
        }
        const height = Math.max(...known[key].map(box => box.y + box.h));
        assert.deepEqual(found.map(box => box.name), known[key].map(box => box.name));
        found.forEach((box, i) => {
          const good = known[key][i];
          const moved = Math.abs(box.x - good.x) > SIDEWAYS || Math.abs(box.w - good.w) > SIDEWAYS
            || Math.abs(box.y - good.y) > DOWNWARDS * height || Math.abs(box.h - good.h) > DOWNWARDS * height;
          assert.ok(!moved, `${box.name}: ${JSON.stringify(box)} instead of ${JSON.stringify(good)}`);
        });
      });
    }
  }
});
