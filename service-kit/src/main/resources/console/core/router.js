// Which page an address means. A page is a module that is loaded when it is first opened; what it shows stands in the address.

/** @param open called with (page, route, signal) each time the address means another page */
export class Router {
  #pages; #open; #leaving = new AbortController();

  constructor(pages, open) {
    this.#pages = pages;
    this.#open = open;
    addEventListener('popstate', () => this.show());
    document.addEventListener('click', event => this.#follow(event));
  }

  show() {
    const [, first = '', rest] = location.pathname.split('/');
    const name = first || this.#pages[0].name;
    this.#leaving.abort();
    this.#leaving = new AbortController();
    const page = this.#pages.find(one => one.name === name) || this.#pages[0];
    const route = { page: page.name, id: rest ? decodeURIComponent(rest) : '', query: new URLSearchParams(location.search) };
    this.#open(page, route, this.#leaving.signal);
  }

  go(address) {
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
    this.show();
    scrollTo(0, 0);
  }

  #follow(event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.('a[href]');
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    const [, first] = link.pathname.split('/');
    if (link.getAttribute('href').startsWith('#') || (first && !this.#pages.some(page => page.name === first))) return;
    event.preventDefault();
    this.go(link.pathname + link.search);
  }
}

/** Writes what a page shows into its address without opening it anew, so that it can be reloaded and shared. */
export function note(values) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  history.replaceState(null, '', location.pathname + (text ? '?' + text : ''));
}
