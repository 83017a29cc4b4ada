// Talks to moderation-service. Everything that a person does carries an id, so that a repetition is done once.
import { call, query } from './http.js';

const BASE = '/api/v1/moderation/';
const AWAY = 'moderation-service does not answer. Nothing that you did is lost; try again in a moment.';
export const UNDO_SECONDS = 10;

export const ask = (path, parameters, signal) => call('GET', BASE + path + query(parameters), { signal, away: AWAY });

export const tell = (method, path, body) => call(method, BASE + path, { body, headers: { 'Idempotency-Key': commandId() }, away: AWAY });

export const one = (contentId, signal) => ask(encodeURIComponent(contentId), {}, signal);

/** A step with a case: claim, approve, reject … */
export function act(contentId, step, body = {}) {
  const appeal = step === 'uphold' || step === 'overturn';
  return tell('POST', (appeal ? 'appeals/' : '') + encodeURIComponent(contentId) + '/' + step, body);
}

/** The next case for this moderator; null when there is none. */
export const claimNext = queue => tell('POST', 'claim-next', queue ? { queue } : {});

// randomUUID is missing where the page came over plain HTTP
const commandId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
