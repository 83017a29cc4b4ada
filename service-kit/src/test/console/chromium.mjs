// What tests of every console need: a Chromium, pages whose complaints are kept, and axe.
import { after, before } from 'node:test';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Where the service serves its console. */
export const CONSOLE = process.env.CONSOLE_URL;
export const PHONE = { width: 390, height: 844 };
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser;

before(async () => { browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] }); });
after(() => browser?.close());

/** An empty page of its own context; what it complains about later is in `page.complaints`. */
export async function blank({ theme = 'light', viewport = { width: 1280, height: 900 } } = {}) {
  const context = await browser.newContext({ colorScheme: theme, viewport, timezoneId: 'Europe/Berlin', locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', error => page.complaints.push(String(error)));
  page.on('console', message => { if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) page.complaints.push(message.text()); });
  return page;
}

/** Until nothing is loading any more. */
export async function settled(page) {
  await page.waitForSelector('h1');
  await page.waitForFunction(() => !document.querySelector('.skeleton') && !document.querySelector('[aria-busy]'));
}

/**
 * What axe finds serious or critical, in words. Evaluated by the debugger, as the page's policy rightly allows no foreign script.
 *
 * @param rule the only one that is asked for; all where none is named
 */
export async function serious(page, rule) {
  await page.evaluate(AXE);
  return page.evaluate(async only => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'], ...(only ? { runOnly: [only] } : {}) });
    return violations.filter(one => ['serious', 'critical'].includes(one.impact))
      .map(one => `${one.id}: ${one.nodes.slice(0, 4).map(node => node.target.join(' ') + ' ' + (node.any[0]?.message || '')).join(' | ')}`);
  }, rule);
}
