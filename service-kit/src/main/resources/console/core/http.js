// One request with the viewer's key. What goes wrong is a Trouble that says, in words, what to do about it.
import { forget, key } from './credential.js';

const PATIENCE_MS = 20_000;
const KINDS = { 400: 'wrong', 401: 'refused', 403: 'forbidden', 404: 'missing', 409: 'conflict', 422: 'wrong', 429: 'busy', 503: 'busy', 504: 'busy' };

/** @property kind away | refused | forbidden | missing | wrong | conflict | busy | broken */
export class Trouble extends Error {
  constructor(kind, message, detail = {}) {
    super(message);
    this.kind = kind;
    this.field = detail.field;
    this.status = detail.status;
    this.body = detail;
  }
}

export function query(parameters = {}) {
  const pairs = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return pairs.length ? '?' + new URLSearchParams(pairs) : '';
}

/**
 * @param origin of another service; empty for the one that serves the console
 * @param away what to say when nobody answers
 * @return what was answered, or null for no content
 */
export async function call(method, path, { origin = '', body, headers = {}, signal, withKey = true, away = 'The service does not answer.' } = {}) {
  const limit = AbortSignal.timeout(PATIENCE_MS);
  let answer;
  try {
    answer = await fetch(origin + path, {
      method,
      headers: {
        ...(withKey ? { Authorization: 'Bearer ' + key() } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Trouble('away', failure.name === 'TimeoutError' ? 'There was no answer within 20 seconds.' : away);
  }
  if (answer.status === 204) return null;
  const parsed = read(await answer.text());
  if (answer.ok) return parsed;
  throw trouble(answer, parsed || {}, !origin && withKey);
}

function read(text) {
  try { return JSON.parse(text); } catch { return null; }
}

function trouble(answer, problem, ownKey) {
  const said = problem.detail || problem.title || answer.statusText;
  if (answer.status === 401 && ownKey) {
    forget();
    dispatchEvent(new CustomEvent('keyrefused', { detail: said }));
  }
  return new Trouble(KINDS[answer.status] || 'broken', said, { ...problem, status: answer.status });
}
