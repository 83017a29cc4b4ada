// The questions that pages ask, and their answers in the form that charts take.
import { ask, tell } from './api.js';
import { zone } from './format.js';

/** One question over several metrics: the body of POST query. The windows are those of the viewer's zone. */
export const question = (body, signal) => tell('POST', 'query', { timeZone: zone, ...body }, signal);

let catalogue = null;
/** The metrics that there are, asked once. */
export async function metrics(signal) {
  catalogue ||= (await ask('metrics', {}, signal)).metrics;
  return catalogue;
}
export const forgetMetrics = () => { catalogue = null; };

/** The points of groups, brought to the same times: {times, series: [{name, values}]}. */
export function aligned(groups, name = group => group.dimension) {
  const starts = [...new Set(groups.flatMap(group => group.points.map(point => Date.parse(point.start))))].sort((a, b) => a - b);
  const at = new Map(starts.map((start, i) => [start, i]));
  return {
    times: starts,
    series: groups.map(group => {
      const values = new Array(starts.length).fill(null);
      for (const point of group.points) values[at.get(Date.parse(point.start))] = point.value;
      return { name: name(group), values };
    }),
  };
}
