// The flows that change something: rejected events, settings.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { open, serious, settled } from './browser.mjs';
import { IngestService } from './stub/ingest-service.mjs';
import { QueryService } from './stub/query-service.mjs';

describe('rejected', () => {
  it('tries a patch, says why not, and sends the mended event on', async () => {
    const ingest = new IngestService();
    const page = await open('/rejected', { ingest });
    await settled(page);
    await page.getByRole('button', { name: 'broken-0' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rejected event' });
    await dialog.getByText('"userId": "ada"').waitFor();
    assert.deepEqual(await serious(page), []);
    await dialog.getByLabel('Patch').fill('{"userId":"bob"}');
    await dialog.getByRole('button', { name: 'Try' }).click();
    await dialog.getByText(/Still rejected: missing_field type/).waitFor();
    await dialog.getByLabel('Patch').fill('{"type":');
    await dialog.getByRole('button', { name: 'Try' }).click();
    await dialog.getByText(/That is no JSON/).waitFor();
    await dialog.getByLabel('Patch').fill('{"type":"MESSAGE_SENT"}');
    await dialog.getByRole('button', { name: 'Send on' }).click();
    await page.getByText('It is on its way under its own id.').waitFor();
    assert.equal(ingest.rejected.get('0-0').resubmitted, true);
    await page.waitForFunction(() => !document.body.textContent.includes('broken-0'));
    await page.context().close();
  });

  it('mends a whole reason with one patch, after saying what would become of it', async () => {
    const ingest = new IngestService();
    const page = await open('/rejected', { ingest });
    await settled(page);
    await page.getByRole('button', { name: 'Mend all' }).first().click();
    await page.getByRole('button', { name: 'Try on all' }).click();
    await page.getByText('3 would be accepted, 0 rejected again.').waitFor();
    assert.equal([...ingest.rejected.values()].some(one => one.resubmitted), false);
    await page.getByRole('button', { name: 'Send all on' }).click();
    await page.getByText('3 sent on, 0 still rejected.').waitFor();
    await page.context().close();
  });
});

describe('settings', () => {
  it('previews a metric, says where its filter is wrong, and saves it', async () => {
    const query = new QueryService();
    const page = await open('/settings', { query });
    await settled(page);
    await page.getByRole('button', { name: 'New metric' }).click();
    await page.getByLabel('Name').fill('big_payments');
    await page.getByLabel('Of events where').fill('bad');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('filter: expected a comparison, at character 5').waitFor();
    await page.getByLabel('Of events where').fill("type = 'PAYMENT_COMPLETED'");
    await page.getByLabel('Measure').selectOption('sum');
    await page.getByLabel('Field', { exact: true }).fill('properties.amount');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('120 of 5,000 recent events match; the value would be 1,234.5.').waitFor();
    assert.deepEqual(await serious(page), []);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'big_payments', exact: true }).waitFor();
    assert.deepEqual(query.definitions.get('big_payments').measure, { kind: 'sum', field: 'properties.amount' });
    await page.context().close();
  });

  it('checks and saves a tracking plan, and what is taken out of events', async () => {
    const ingest = new IngestService();
    const page = await open('/settings?tab=plans', { ingest });
    await settled(page);
    await page.getByRole('button', { name: 'New plan' }).click();
    await page.getByLabel('Type of event').fill('PAYMENT_COMPLETED');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText('amount is required now').waitFor();
    assert.deepEqual(await serious(page), []);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'PAYMENT_COMPLETED' }).waitFor();
    await page.getByRole('tab', { name: 'Privacy' }).click();
    await page.getByLabel('Mask e-mail addresses').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. It holds for events that come from now on.').waitFor();
    assert.equal(ingest.settings.privacy.maskEmails, true);
    await page.context().close();
  });
});
