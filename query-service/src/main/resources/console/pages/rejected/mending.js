import { h } from '../../core/dom.js';

/** @return {value} or {wrong}; nothing at all for an empty text */
export function readJson(text) {
  if (!text.trim()) return {};
  try {
    const value = JSON.parse(text);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return { wrong: 'A patch is a JSON object, such as {"type":"MESSAGE_SENT"}.' };
    return { value };
  } catch (problem) {
    return { wrong: 'That is no JSON: ' + problem.message };
  }
}

/** What most often mends such an event; the person at the keyboard knows better. */
export function suggestion({ code, field }) {
  if (code === 'missing_field' && field === 'type') return '{"type": "MESSAGE_SENT"}';
  if (code === 'in_the_future') return JSON.stringify({ timestamp: new Date().toISOString() });
  if (field && !field.includes('.')) return JSON.stringify({ [field]: '' });
  return '';
}

export function verdict(result) {
  return result.status === 'rejected'
    ? h('p', { class: 'notice bad' }, `Still rejected: ${result.code || ''} ${result.field || ''} ${result.detail || ''}`)
    : h('p', { class: 'notice good' }, 'It would be accepted.');
}
