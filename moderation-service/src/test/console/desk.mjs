// The review console in a Chromium, over the real service; and its API, for what others do meanwhile.
import { CONSOLE, PHONE, blank, serious, settled } from '../../../../service-kit/src/test/console/chromium.mjs';

export { CONSOLE, PHONE, serious, settled };
const KEYS = { mia: process.env.KEY_MIA, max: process.env.KEY_MAX, lea: process.env.KEY_LEA };
const API = CONSOLE + '/api/v1/moderation/';
export const RUDE = 'you are an idiot';
export const CRUEL = 'i know where you live';

/** Opens an address of the console as one of the moderators. */
export async function open(address, { who = 'mia', ...more } = {}) {
  const page = await blank(more);
  await page.goto(CONSOLE + address + '#key=' + KEYS[who]);
  await settled(page);
  return page;
}

export async function api(who, method, path, body) {
  const id = crypto.randomUUID();
  for (;;) {
    const answer = await fetch(API + path, {
      method,
      headers: { Authorization: 'Bearer ' + KEYS[who], 'Content-Type': 'application/json', 'Idempotency-Key': id },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    // 202 on a busy machine: the same command again asks what became of it
    if (answer.status !== 202) return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
  }
}

export const read = async id => (await api('lea', 'GET', encodeURIComponent(id))).body;

export async function submit(id, text, authorId = 'ada') {
  const answer = await api('mia', 'POST', 'moderate', { contentId: id, text, authorId });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer));
  await until(async () => (await api('mia', 'GET', encodeURIComponent(id))).status === 200);
}

/** Asks again and again; the service answers from what is committed, a moment later. */
export async function until(holds, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    if (await holds()) return;
    if (Date.now() > end) throw new Error('it did not happen: ' + holds);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

export const untilState = (id, state, seconds) => until(async () => (await read(id)).state === state, seconds);

/** The rules with other care for moderators. */
export async function care(change) {
  const { body: rules } = await api('lea', 'GET', 'policies');
  const { tenantId, updatedAt, updatedBy, ...rest } = rules;
  const answer = await api('lea', 'PUT', 'policies', { ...rest, care: { ...rules.care, ...change } });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer));
  await until(async () => (await api('lea', 'GET', 'policies')).body.version === answer.body.version);
}
