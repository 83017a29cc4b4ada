import { h } from '../../core/dom.js';

const quoted = text => (/[",\n]/.test(text) || /^[=+\-@]/.test(text) ? '"' + String(text).replace(/"/g, '""') + '"' : text);

/** What is on the page as a file: a line for each group and window. */
export function download(name, answer) {
  const lines = [['start', 'group', 'value']];
  for (const group of answer.results[0].groups) {
    for (const point of group.points) lines.push([point.start, quoted(group.dimension), point.value ?? '']);
  }
  const file = new Blob([lines.map(line => line.join(',')).join('\n') + '\n'], { type: 'text/csv' });
  save(file, `${name}-${answer.from.slice(0, 10)}.csv`);
}

export function save(file, name) {
  const address = URL.createObjectURL(file);
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
