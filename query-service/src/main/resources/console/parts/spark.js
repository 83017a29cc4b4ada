import { svg } from '../core/dom.js';

/** A small line without axes; what it says stands beside it in words. */
export function spark(values) {
  const most = Math.max(1e-9, ...values);
  const step = 100 / Math.max(1, values.length - 1);
  const line = values.map((value, i) => `${i ? 'L' : 'M'}${(i * step).toFixed(2)} ${(38 - 34 * value / most).toFixed(2)}`).join('');
  return svg('svg', { class: 'spark', viewBox: '0 0 100 40', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    ...(line ? [svg('path', { class: 'fill', d: `${line}L100 40L0 40Z` }), svg('path', { class: 'stroke', d: line })] : []));
}
