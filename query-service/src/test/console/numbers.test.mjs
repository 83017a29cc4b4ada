// The flows around figures: overview, explore, users, live.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { open, settled } from './browser.mjs';
import { QueryService } from './stub/query-service.mjs';

describe('overview', () => {
  it('shows numbers that move by themselves, and that they stand still when the service is away', async () => {
    const query = new QueryService();
    const page = await open('/', { query });
    await settled(page);
    const events = page.locator('.now-figure').nth(2).locator('.now-value');
    const first = await events.innerText();
    await page.waitForFunction(before => document.querySelectorAll('.now-value')[2].textContent !== before, first);
    assert.match(await page.locator('.page-head .pill').innerText(), /Live/);
    query.get_realtime = () => ({ status: 503, body: { title: 'Away', detail: 'No copy of the data is ready.' } });
    await page.getByText('No copy of the data is ready. The figures below are the last that came.').waitFor();
    await page.context().close();
  });
});

describe('explore', () => {
  it('asks what its controls say, writes it into the address, and draws it', async () => {
    const query = new QueryService();
    const page = await open('/explore', { query });
    await settled(page);
    await page.getByLabel('Broken down by').selectOption('type');
    await page.getByRole('button', { name: '7d' }).click();
    await page.getByLabel('Only where').fill("properties.plan = 'plus'");
    await page.getByLabel('Only where').press('Enter');
    await settled(page);
    await page.waitForFunction(() => document.querySelectorAll('.legend button').length === 6);
    const asked = query.questions.at(-1);
    assert.deepEqual([asked.breakdown, asked.granularity, asked.filter, asked.timeZone], [['type'], 'hour', "properties.plan = 'plus'", 'Europe/Berlin']);
    assert.equal(Math.round((Date.parse(asked.to) - Date.parse(asked.from)) / 86_400_000), 7);
    const url = new URL(page.url());
    assert.deepEqual([url.searchParams.get('breakdown'), url.searchParams.get('range'), url.searchParams.get('filter')], ['type', '7d', "properties.plan = 'plus'"]);
    assert.ok(await page.locator('.u-over').count(), 'the chart is drawn');
    assert.equal(await page.locator('table.table tbody tr').count(), 6);
    await page.context().close();
  });

  it('says what is wrong with a filter', async () => {
    const page = await open('/explore?filter=bad');
    await page.getByText('filter: expected a comparison').waitFor();
    await page.context().close();
  });

  it('reads single values to the keyboard, and has them as a table', async () => {
    const page = await open('/explore?range=24h');
    await settled(page);
    await page.locator('.chart-plot').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    assert.match(await page.locator('.chart [role=status]').innerText(), /Events \d+/);
    await page.getByText('As a table').click();
    assert.ok(await page.getByRole('table', { name: 'Events' }).locator('tbody tr').count() >= 24);
    await page.context().close();
  });

  it('draws 100,000 points within two seconds, and moves over them at once', async () => {
    const query = new QueryService();
    query.post_query = ({ body }) => {
      const start = Date.parse('2026-01-01T00:00:00Z');
      const points = Array.from({ length: 100_000 }, (_, i) => ({ start: new Date(start + i * 60_000).toISOString(), value: Math.round(500 + 400 * Math.sin(i / 700)), count: 1 }));
      return { status: 200, body: { from: points[0].start, to: points.at(-1).start, granularity: 'minute', results: [{ metric: body.metrics[0], as: 'count', additive: true, groups: [{ dimension: '*', values: [], value: 1, count: 1, points }], groupsLeftOut: 0 }], meta: { source: 'store', instance: 'q', lagMs: 0 } } };
    };
    const page = await open('/explore', { query });
    await page.locator('.u-over').waitFor();
    const [drawn, moved] = await page.evaluate(async () => {
      const frame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
      let begun = performance.now();
      theme.choose('dark'); // draws all of it anew
      await frame();
      const all = performance.now() - begun;
      const over = document.querySelector('.u-over');
      const box = over.getBoundingClientRect();
      begun = performance.now();
      for (let i = 0; i < 20; i++) {
        over.dispatchEvent(new MouseEvent('mousemove', { clientX: box.x + box.width * i / 20, clientY: box.y + 20, bubbles: true }));
        await frame();
      }
      return [all, (performance.now() - begun) / 20];
    });
    console.log(`100,000 points: drawn in ${drawn.toFixed(0)} ms, a move of the pointer ${moved.toFixed(1)} ms`);
    assert.ok(drawn < 2000, `drawn in ${drawn} ms`);
    assert.ok(moved < 100, `moved in ${moved} ms`);
    await page.context().close();
  });
});

describe('users', () => {
  it('shows a person and their timeline, page by page, at the viewer\'s time', async () => {
    const page = await open('/users');
    await settled(page);
    await page.getByLabel('User id').fill('ada');
    await page.getByRole('button', { name: 'Look up' }).click();
    await settled(page);
    assert.equal(new URL(page.url()).searchParams.get('id'), 'ada');
    await page.getByText('3 Feb 2026, 09:12:44').waitFor(); // 08:12:44Z, in Berlin
    const before = await page.locator('.events details').count();
    await page.getByRole('button', { name: 'Show earlier events' }).click();
    await page.waitForFunction(count => document.querySelectorAll('.events details').length > count, before);
    await page.context().close();
  });

  it('says that nothing is known of somebody', async () => {
    const page = await open('/users?id=nobody');
    await page.getByText("Nothing is known of the user 'nobody'.").waitFor();
    await page.context().close();
  });
});

describe('live', () => {
  it('shows each event once, opens it, and never runs what came in one', async () => {
    const page = await open('/live');
    await settled(page);
    await page.waitForTimeout(2500); // a second look has the same events
    assert.equal(await page.locator('.events > li').count(), 12);
    await page.locator('.events summary').first().click();
    assert.match(await page.locator('.event-all pre').innerText(), /"eventId": "e-0-0"/);
    assert.equal(await page.locator('.events img').count(), 0);
    await page.getByLabel('Type').fill('USER_LOGIN');
    await page.getByLabel('Type').press('Enter');
    await page.waitForFunction(() => [...document.querySelectorAll('.events .pill')].every(pill => pill.textContent === 'User login'));
    assert.equal(new URL(page.url()).searchParams.get('type'), 'USER_LOGIN');
    await page.getByRole('button', { name: 'Pause' }).click();
    assert.equal(await page.getByRole('button', { name: 'Go on' }).getAttribute('aria-pressed'), 'true');
    await page.context().close();
  });
});
