// A Chromium with the console in it, over stubs of both services. CONSOLE_URL is where query-service serves the console.
import { after, before } from 'node:test';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { IngestService } from './stub/ingest-service.mjs';
import { QueryService } from './stub/query-service.mjs';

export const CONSOLE = process.env.CONSOLE_URL;
export const INGEST = 'http://ingest.example';
export const KEY = 'nx_test';
export const PHONE = { width: 390, height: 844 };
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser;

before(async () => { browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] }); });
after(() => browser?.close());

/** Opens an address of the console; what the page complained about is in `page.complaints`. */
export async function open(address, { theme = 'light', viewport = { width: 1280, height: 900 }, query = new QueryService(), ingest = new IngestService(), key = KEY } = {}) {
  const context = await browser.newContext({ colorScheme: theme, viewport, timezoneId: 'Europe/Berlin', locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.complaints = [];
  page.asked = [];
  page.on('pageerror', error => page.complaints.push(String(error)));
  page.on('console', message => { if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) page.complaints.push(message.text()); });
  await context.route(CONSOLE + '/api/**', route => answered(route, query, page));
  await context.route(INGEST + '/**', route => (ingest ? answered(route, ingest, page) : route.abort()));
  await page.goto(CONSOLE + address + (key ? '#key=' + key : ''));
  return page;
}

async function answered(route, service, page) {
  const request = route.request();
  const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*', 'Access-Control-Allow-Methods': '*' };
  if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers });
  page.asked.push({ method: request.method(), url: request.url(), authorization: await request.headerValue('authorization') });
  const { status, body } = service.answer(request.method(), new URL(request.url()), request.postData() ? request.postDataJSON() : undefined);
  return route.fulfill({ status, headers, contentType: 'application/json', body: body === undefined ? '' : JSON.stringify(body) });
}

/** Until nothing is loading any more. */
export async function settled(page) {
  await page.waitForSelector('h1');
  await page.waitForFunction(() => !document.querySelector('.skeleton') && !document.querySelector('[aria-busy]'));
}

/** What axe finds serious or critical, in words. Evaluated by the debugger, as the page's policy rightly allows no foreign script. */
export async function serious(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations.filter(one => ['serious', 'critical'].includes(one.impact))
      .map(one => `${one.id}: ${one.nodes.slice(0, 4).map(node => node.target.join(' ') + ' ' + (node.any[0]?.message || '')).join(' | ')}`);
  });
}
