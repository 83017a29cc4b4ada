import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CONSOLE, INGEST, KEY, open, PHONE, serious, settled } from './browser.mjs';
import { QueryService } from './stub/query-service.mjs';

describe('the shell', () => {
  it('asks for a key, keeps it out of the address, and sends it', async () => {
    const page = await open('/explore', { key: '' });
    await page.getByLabel('Key').fill(KEY);
    assert.deepEqual(await serious(page), []);
    await page.getByRole('button', { name: 'Open the console' }).click();
    await settled(page);
    assert.equal(page.url(), CONSOLE + '/explore');
    assert.equal(page.asked.at(-1).authorization, 'Bearer ' + KEY);
    await page.context().close();
  });

  it('asks again, and says why, when the key is not known', async () => {
    const query = new QueryService();
    query.get_realtime = () => ({ status: 401, body: { title: 'Unauthorized', detail: 'The key is not known.' } });
    const page = await open('/', { query });
    assert.equal(await page.getByRole('alert').innerText(), 'The key is not known.');
    await page.context().close();
  });

  it('is used with the keyboard alone: skip link, navigation, and the focus goes to the new page', async () => {
    const page = await open('/');
    await settled(page);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.getByRole('link', { name: 'Retention' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/retention');
    await settled(page);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'page');
    assert.equal(await page.getByRole('link', { name: 'Retention' }).getAttribute('aria-current'), 'page');
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Overview');
    await page.context().close();
  });

  it('remembers the theme that was chosen', async () => {
    const page = await open('/settings');
    await page.getByRole('button', { name: /^Theme/ }).click();
    await page.getByRole('button', { name: 'Theme: light' }).click();
    await page.reload();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
    await page.context().close();
  });

  it('opens and closes its menu on a phone', async () => {
    const page = await open('/', { viewport: PHONE });
    await settled(page);
    assert.equal(await page.getByRole('link', { name: 'Explore' }).count(), 0);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Explore' }).click();
    await page.waitForURL('**/explore');
    await page.context().close();
  });

  it('says plainly when ingest-service cannot be reached, and what to do', async () => {
    const page = await open('/rejected', { ingest: null });
    const said = await page.getByRole('alert').first().innerText();
    assert.match(said, new RegExp(INGEST));
    assert.match(said, /HTTP_CORS_ORIGINS/);
    await page.context().close();
  });

  it('is sent with a policy that lets nothing foreign run', async () => {
    const answer = await fetch(CONSOLE + '/explore');
    const policy = answer.headers.get('content-security-policy');
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self';/);
    assert.match(policy, new RegExp(`connect-src 'self' ${INGEST};`));
    assert.equal((await fetch(CONSOLE + '/console/core/router.js', { headers: { 'If-None-Match': (await fetch(CONSOLE + '/console/core/router.js')).headers.get('etag') } })).status, 304);
    assert.equal((await fetch(CONSOLE + '/console/..%2fopenapi.yaml')).ok, false);
  });
});
