// Does something now and again and again, not while nobody looks, and never after the page was left.

export function every(millis, signal, work) {
  let timer = 0;
  let busy = false;
  const next = () => {
    clearTimeout(timer);
    if (!signal.aborted && !document.hidden) timer = setTimeout(run, millis);
  };
  const run = async () => {
    if (busy || signal.aborted) return;
    busy = true;
    try { await work(); } catch (failure) { if (!signal.aborted) throw failure; } finally {
      busy = false;
      next();
    }
  };
  const wake = () => (document.hidden ? clearTimeout(timer) : run());
  document.addEventListener('visibilitychange', wake);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', wake);
  });
  return run();
}
