// How numbers and times are written: in the viewer's language and time zone.
const whole = new Intl.NumberFormat();
const short = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });
const fine = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
const part = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const formats = {
  minute: { hour: '2-digit', minute: '2-digit' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  hour: { weekday: 'short', hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  full: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  exact: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' },
};
const times = Object.fromEntries(Object.entries(formats).map(([name, format]) => [name, new Intl.DateTimeFormat(undefined, format)]));
// A window of a day and more is a UTC day: shown in the viewer's zone it would begin on the day before.
const utc = Object.fromEntries(['day', 'week', 'month'].map(name =>
  [name, new Intl.DateTimeFormat(undefined, { ...formats[name], timeZone: 'UTC' })]));
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
export const count = number => (Math.abs(number) < 10_000 ? (Number.isInteger(number) ? whole : fine) : short).format(number);
export const exact = number => (Number.isInteger(number) ? whole : fine).format(number);
export const percent = share => part.format(share);
export const time = (instant, form) => (utc[form] || times[form]).format(new Date(instant));

export function money(amount, currency) {
  try {
    return new Intl.NumberFormat(undefined, { style: 'currency', currency, notation: amount >= 1e6 ? 'compact' : 'standard' }).format(amount);
  } catch {
    return exact(amount) + ' ' + currency;
  }
}

export function ago(instant, now = Date.now()) {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
  const size = Math.abs(seconds);
  if (size < 60) return relative.format(seconds, 'second');
  if (size < 3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return relative.format(Math.round(seconds / 3600), 'hour');
  return relative.format(Math.round(seconds / 86_400), 'day');
}

export function duration(millis) {
  const seconds = millis / 1000;
  if (seconds < 60) return fine.format(Math.round(seconds * 10) / 10) + ' s';
  if (seconds < 3600) return Math.floor(seconds / 60) + ' min ' + Math.round(seconds % 60) + ' s';
  if (seconds < 86_400) return Math.floor(seconds / 3600) + ' h ' + Math.round(seconds % 3600 / 60) + ' min';
  return fine.format(Math.round(seconds / 8640) / 10) + ' days';
}

/** MESSAGE_SENT → Message sent; messages_sent → Messages sent */
export function words(name) {
  const text = name.replace(/[_.]+/g, ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
