// Talks to the services.
import { Trouble, call, query } from './http.js';

export { Trouble, query };

const AWAY = 'query-service does not answer.';
let config = null;

export async function settings() {
  config ||= await fetch('/console/config.json').then(answer => answer.json()).catch(() => ({ ingestUrl: '' }));
  return config;
}

/** Asks query-service: a path under /api/v1/analytics/ and its parameters. */
export const ask = (path, parameters, signal) => call('GET', '/api/v1/analytics/' + path + query(parameters), { signal, away: AWAY });

export const tell = (method, path, body, signal) => call(method, '/api/v1/analytics/' + path, { body, signal, away: AWAY });

/** Asks for what needs no key: whoever has the link may see it. */
export const askOpenly = (path, signal) => call('GET', '/api/v1/' + path, { signal, withKey: false, away: AWAY });

/** Asks ingest-service, from the browser, with the same key. */
export async function door(method, path, body, signal) {
  const { ingestUrl } = await settings();
  if (!ingestUrl) {
    throw new Trouble('away', 'The console does not know where ingest-service is. '
      + 'Whoever runs query-service sets CONSOLE_INGEST_URL to the address at which browsers reach it.');
  }
  return call(method, path, {
    origin: ingestUrl, body, signal,
    away: `ingest-service does not answer at ${ingestUrl}. It may be down, or it does not allow this page: `
      + `its HTTP_CORS_ORIGINS must name ${location.origin}.`,
  });
}
