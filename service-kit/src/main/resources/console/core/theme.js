// A plain script that runs before anything is drawn, so that nothing flashes in the wrong colours.
'use strict';
(() => {
  const KEY = 'analytics.theme';
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const remembered = () => { try { return localStorage.getItem(KEY); } catch { return null; } };

  function apply() {
    const choice = remembered() || 'auto';
    root.dataset.theme = choice === 'auto' ? (dark.matches ? 'dark' : 'light') : choice;
    root.dataset.choice = choice;
    dispatchEvent(new CustomEvent('themechange'));
  }

  globalThis.theme = {
    choice: () => root.dataset.choice,
    choose(choice) {
      try { localStorage.setItem(KEY, choice); } catch { /* a private window forgets it */ }
      apply();
    },
  };
  dark.addEventListener('change', apply);
  apply();
})();
