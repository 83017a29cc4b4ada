// What holds for every page: it opens by its address, reads well in both themes and for those who cannot see, fits a phone.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CONSOLE, CRUEL, PHONE, RUDE, api, open, serious, settled, submit } from './desk.mjs';

const PAGES = {
  '/': 'Review',
  '/?id=p1': 'Review',
  '/queue': 'Queue',
  '/case?id=p2': 'Case',
  '/appeals': 'Appeals',
  '/second-looks': 'Second looks',
  '/stats': 'Statistics',
  '/rules': 'Rules',
};

describe('the pages', () => {
  before(async () => {
    await submit('p1', RUDE + '! Write to me at ada@example.com');
    await submit('p2', CRUEL + ' and this one is long enough to break a line or two on a small telephone, without any doubt');
    await submit('p3', RUDE + ' three', 'bob');
    await api('mia', 'POST', 'p1/claim');
    await api('mia', 'POST', 'report', { contentId: 'p1', reporterId: 'carol', category: 'harassment' });
    await api('lea', 'POST', 'p3/reject');
    await api('mia', 'POST', 'p3/appeal', { authorId: 'bob', text: 'No!' });
  });

  // what comes after begins with an empty queue
  after(async () => {
    await api('mia', 'POST', 'p1/approve');
    await api('lea', 'POST', 'p2/approve');
    await api('mia', 'POST', 'appeals/p3/uphold');
  });

  for (const [address, title] of Object.entries(PAGES)) {
    it(address + ' has nothing serious for axe in light and dark, fits a phone, shows the same after a reload, and complains of nothing', async () => {
      const page = await open(address);
      await settled(page);
      assert.equal(await page.locator('h1').innerText(), title);
      assert.deepEqual(await serious(page), [], 'light');
      if (process.env.SHOTS) await page.screenshot({ path: shot(address, 'light') });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
      // nothing but the colours has changed
      assert.deepEqual(await serious(page, 'color-contrast'), [], 'dark');
      if (process.env.SHOTS) await page.screenshot({ path: shot(address, 'dark') });

      await page.setViewportSize(PHONE);
      const before = page.url();
      await page.reload();
      await settled(page);
      assert.equal(page.url(), before);
      assert.equal(await page.locator('h1').innerText(), title);
      if (process.env.SHOTS) await page.screenshot({ path: shot(address, 'phone') });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it is wider than the phone');
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }

  it('ask for a key, and say why when it is not known', async () => {
    const page = await open('/queue', { who: 'nobody' });
    await page.getByRole('alert').waitFor();
    assert.deepEqual(await serious(page), []);
    await page.context().close();
    const policy = (await fetch(CONSOLE + '/')).headers.get('content-security-policy');
    assert.match(policy, /default-src 'none'.*script-src 'self';.*img-src 'self' data: https:\/\/media.example;/);
  });
});

const shot = (address, name) => process.env.SHOTS + '/' + (address.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'start') + '-' + name + '.png';
