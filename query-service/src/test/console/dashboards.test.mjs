import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { open, serious, settled } from './browser.mjs';
import { QueryService } from './stub/query-service.mjs';
import { starter } from './starter.mjs';

function withBoard() {
  const query = new QueryService();
  query.post_dashboards({ body: starter() });
  return query;
}
const place = (query, id) => { const { x, y, w, h } = query.dashboards.get('d1').layout.widgets.find(one => one.id === id); return { x, y, w, h }; };

describe('dashboards', () => {
  it('is built from nothing: three widgets, saved and still there after a reload', async () => {
    const query = new QueryService();
    const page = await open('/dashboards', { query });
    await settled(page);
    await page.getByRole('button', { name: 'New dashboard' }).click();
    await page.getByLabel('Title').fill('Growth');
    for (const [kind, title] of [['chart', 'Events'], ['kpi', 'Messages'], ['funnel', 'Onboarding']]) {
      await page.getByRole('button', { name: 'Add a widget' }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Kind').selectOption(kind);
      await dialog.getByLabel('Title').fill(title);
      if (title === 'Events') assert.deepEqual(await serious(page), []);
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('heading', { name: title }).waitFor();
    }
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.reload();
    await settled(page);
    assert.deepEqual(await page.locator('.widget h2').allInnerTexts().then(all => all.sort()), ['Events', 'Messages', 'Onboarding']);
    assert.equal(query.dashboards.get('d1').title, 'Growth');
    await page.context().close();
  });

  it('moves and resizes a widget by pointer and by keyboard, and saves that', async () => {
    const query = withBoard();
    const page = await open('/dashboards/d1?edit=1', { query });
    await settled(page);
    const cell = await page.evaluate(() => document.querySelector('.board').clientWidth / 12);
    const drag = async (name, dx, dy) => {
      const box = await page.getByRole('button', { name }).boundingBox();
      await page.mouse.move(box.x + 12, box.y + 12);
      await page.mouse.down();
      await page.mouse.move(box.x + 12 + dx / 2, box.y + 12 + dy / 2);
      await page.mouse.move(box.x + 12 + dx, box.y + 12 + dy);
      await page.mouse.up();
    };
    await drag(/^Move Active people today/, 3 * cell, 0);
    await drag(/^Resize Events by type/, -2 * cell, 76);
    await page.getByRole('button', { name: /^Resize Onboarding/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    assert.deepEqual(place(query, 'people'), { x: 3, y: 0, w: 3, h: 2 });
    assert.deepEqual([place(query, 'events').w, place(query, 'events').h], [6, 6]);
    assert.deepEqual([place(query, 'onboarding').w, place(query, 'onboarding').h], [5, 7]);
    const shown = await page.locator('[data-widget=events]').boundingBox();
    assert.ok(Math.abs(shown.width - 6 * cell) < 24, `it is ${shown.width} wide`);
    await page.context().close();
  });

  it('does not write over what somebody else has saved', async () => {
    const query = withBoard();
    const page = await open('/dashboards/d1?edit=1', { query });
    await settled(page);
    query.put_dashboards({ id: 'd1', body: { ...starter(), title: 'Theirs', revision: 1 } });
    await page.getByLabel('Title').fill('Mine');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody else has saved this dashboard meanwhile.').waitFor();
    assert.equal(query.dashboards.get('d1').title, 'Theirs');
    await page.context().close();
  });

  it('is shared by a link that works without a key, changes nothing, and ends when it is ended', async () => {
    const query = withBoard();
    const page = await open('/dashboards/d1', { query });
    await settled(page);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Make a link' }).click();
    const link = new URL(await page.getByLabel('The link; it is shown once').inputValue());
    assert.deepEqual(await serious(page), []);

    const guest = await open(link.pathname, { query, key: '' });
    await settled(guest);
    assert.equal(await guest.locator('h1').innerText(), 'Product health');
    assert.equal(await guest.locator('.widget').count(), 8);
    assert.equal(await guest.getByRole('button', { name: 'Edit' }).count(), 0);
    assert.deepEqual(await serious(guest), []);
    assert.ok(guest.asked.every(one => one.authorization === null && one.url.includes('/api/v1/shared/')), 'only what is shared is asked, with no key');

    await page.getByRole('button', { name: 'End it now' }).click();
    await page.waitForFunction(() => !document.querySelector('.share-line'));
    await guest.reload();
    await guest.getByText('This link does not work any more').waitFor();
    await page.context().close();
    await guest.context().close();
  });

  it('takes a chart over from explore', async () => {
    const query = withBoard();
    const page = await open('/explore?metric=events&breakdown=type', { query });
    await settled(page);
    await page.getByRole('link', { name: 'Add to a dashboard' }).click();
    await page.getByRole('button', { name: 'Product health' }).click();
    await page.waitForURL('**/dashboards/d1');
    const made = query.dashboards.get('d1').layout.widgets.at(-1);
    assert.deepEqual([made.title, made.question.last, made.question.breakdown], ['Events by type', 'PT24H', ['type']]);
    await page.context().close();
  });
});
