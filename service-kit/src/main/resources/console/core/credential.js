// The key stays in this tab: it is in no cookie, in no address that is kept, and goes only to the fleet's own services.
const KEY = 'analytics.key';

export function takeKeyFromAddress() {
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (!given) return;
  sessionStorage.setItem(KEY, given);
  history.replaceState(null, '', location.pathname + location.search);
}

export const key = () => sessionStorage.getItem(KEY);
export const remember = given => sessionStorage.setItem(KEY, given.trim());
export const forget = () => sessionStorage.removeItem(KEY);
