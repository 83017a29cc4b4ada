// What holds for every page: it opens by its address, reads well in both themes and for those who cannot see, fits a phone.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { open, PHONE, serious, settled } from './browser.mjs';
import { QueryService } from './stub/query-service.mjs';
import { starter } from './starter.mjs';

const PAGES = {
  '/': 'Overview',
  '/explore?metric=events&breakdown=type&range=7d': 'Explore',
  '/explore?metric=active_users&range=30d&compare=previous': 'Explore',
  '/funnels': 'Funnels',
  '/funnels?funnel=own': 'Funnels',
  '/retention': 'Retention',
  '/retention?granularity=week&who=own': 'Retention',
  '/users': 'Users',
  '/users?id=ada': 'Users',
  '/live': 'Live events',
  '/rejected': 'Rejected events',
  '/dashboards': 'Dashboards',
  '/dashboards/d1': 'Product health',
  '/dashboards/d1?edit=1': 'Edit Product health',
  '/settings': 'Settings',
  '/settings?tab=plans': 'Settings',
  '/settings?tab=privacy': 'Settings',
  '/settings?tab=keys': 'Settings',
};

function filled() {
  const query = new QueryService();
  query.post_dashboards({ body: starter() });
  query.put_metric_definitions({ id: 'big_payments', body: { revision: 0, filter: "type = 'PAYMENT_COMPLETED'", measure: { kind: 'sum', field: 'properties.amount' }, dimensions: ['properties.currency'] } });
  return query;
}

for (const [address, title] of Object.entries(PAGES)) {
  describe(address, () => {
    it('has nothing serious for axe in light and dark, fits a phone, shows the same after a reload, and complains of nothing', async () => {
      const page = await open(address, { query: filled() });
      await settled(page);
      assert.equal(await page.locator('h1').innerText(), title);
      assert.deepEqual(await serious(page), [], 'light');
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
      assert.deepEqual(await serious(page), [], 'dark');

      await page.setViewportSize(PHONE);
      const before = [page.url(), await page.locator('h1').innerText()];
      await page.reload();
      await settled(page);
      assert.deepEqual([page.url(), await page.locator('h1').innerText()], before);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it is wider than the phone');
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  });
}
