// Runs before the first paint, so that a dark board does not flash white. A file of its own: the content security policy
// allows no inline script. localStorage 'theme' holds light or dark; without it the style sheet follows the system.
(() => {
  const apply = () => {
    let chosen = null;
    try {
      chosen = localStorage.getItem('theme');
    } catch {
      // Storage may be forbidden; the system's theme will do.
    }
    if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
    else delete document.documentElement.dataset.theme;
  };
  apply();
  addEventListener('storage', apply);
})();
