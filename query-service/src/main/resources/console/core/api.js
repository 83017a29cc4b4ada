// Talks to the services. What goes wrong is a Trouble that says, in words, what to do about it.
import { forget, key } from './credential.js';

const PATIENCE_MS = 20_000;
let config = null;

/** @property kind away | refused | forbidden | missing | wrong | busy | broken */
export class Trouble extends Error {
  constructor(kind, message, detail = {}) {
    super(message);
    this.kind = kind;
    this.field = detail.field;
    this.status = detail.status;
    this.body = detail;
  }
}

export async function settings() {
  config ||= await fetch('/console/config.json').then(answer => answer.json()).catch(() => ({ ingestUrl: '' }));
  return config;
}

/** Asks query-service: a path under /api/v1/analytics/ and its parameters. */
export const ask = (path, parameters, signal) =>
  call('', 'GET', '/api/v1/analytics/' + path + query(parameters), undefined, signal);

export const tell = (method, path, body, signal) => call('', method, '/api/v1/analytics/' + path, body, signal);

/** Asks for what needs no key: whoever has the link may see it. */
export const askOpenly = (path, signal) => call('', 'GET', '/api/v1/' + path, undefined, signal, false);

/** Asks ingest-service, from the browser, with the same key. */
export async function door(method, path, body, signal) {
  const { ingestUrl } = await settings();
  if (!ingestUrl) {
    throw new Trouble('away', 'The console does not know where ingest-service is. '
      + 'Whoever runs query-service sets CONSOLE_INGEST_URL to the address at which browsers reach it.');
  }
  return call(ingestUrl, method, path, body, signal);
}

export function query(parameters = {}) {
  const pairs = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return pairs.length ? '?' + new URLSearchParams(pairs) : '';
}

async function call(origin, method, path, body, signal, withKey = true) {
  const limit = AbortSignal.timeout(PATIENCE_MS);
  let answer;
  try {
    answer = await fetch(origin + path, {
      method,
      headers: { ...(withKey ? { Authorization: 'Bearer ' + key() } : {}), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw away(origin, failure);
  }
  if (answer.status === 204) return null;
  const text = await answer.text();
  const parsed = read(text);
  if (answer.ok) return parsed;
  throw trouble(answer, parsed || {}, origin || !withKey);
}

function read(text) {
  try { return JSON.parse(text); } catch { return null; }
}

function away(origin, failure) {
  const slow = failure.name === 'TimeoutError';
  if (slow) return new Trouble('away', 'There was no answer within 20 seconds.');
  return new Trouble('away', origin
    ? `ingest-service does not answer at ${origin}. It may be down, or it does not allow this page: `
      + `its HTTP_CORS_ORIGINS must name ${location.origin}.`
    : 'query-service does not answer.');
}

function trouble(answer, problem, origin) {
  const said = problem.detail || problem.title || answer.statusText;
  const detail = { ...problem, status: answer.status };
  if (answer.status === 401 && !origin) {
    forget();
    dispatchEvent(new CustomEvent('keyrefused', { detail: said }));
  }
  const kinds = { 400: 'wrong', 401: 'refused', 403: 'forbidden', 404: 'missing', 409: 'conflict', 422: 'wrong', 429: 'busy', 503: 'busy', 504: 'busy' };
  return new Trouble(kinds[answer.status] || 'broken', said, detail);
}
