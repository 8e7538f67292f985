// Runs before the first paint and before any module: the kept theme, else that of the system.
(function () {
  try {
    const kept = globalThis.localStorage.getItem('moderato.theme');
    if (kept === 'light' || kept === 'dark')
      globalThis.document.documentElement.dataset.theme = kept;
  } catch {
    // Storage may be forbidden; the system's theme will do.
  }
})();
