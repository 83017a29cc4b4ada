// The console in a Chromium, over stubs of both services.
import { CONSOLE, PHONE, blank, serious, settled } from '../../../../service-kit/src/test/console/chromium.mjs';
import { IngestService } from './stub/ingest-service.mjs';
import { QueryService } from './stub/query-service.mjs';

export { CONSOLE, PHONE, serious, settled };
export const INGEST = 'http://ingest.example';
export const KEY = 'nx_test';

/** Opens an address of the console; what the page complained about is in `page.complaints`. */
export async function open(address, { theme, viewport, query = new QueryService(), ingest = new IngestService(), key = KEY } = {}) {
  const page = await blank({ theme, viewport });
  page.asked = [];
  await page.context().route(CONSOLE + '/api/**', route => answered(route, query, page));
  await page.context().route(INGEST + '/**', route => (ingest ? answered(route, ingest, page) : route.abort()));
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
