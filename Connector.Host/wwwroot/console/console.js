// What has been typed is kept as a draft: a page that the console itself leaves need not ask.
// Listens before all others.
let isLeaving = false;
window.addEventListener("beforeunload", event => { if (isLeaving) event.stopImmediatePropagation(); }, true);
window.addEventListener("submit", () => { isLeaving = true; });

// The few things that only a browser can do for the console.
window.consoleHost = {
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC",

  setLanguage(cookie, language) {
    document.cookie = `${cookie}=${encodeURIComponent(`c=${language}|uic=${language}`)}; path=/; max-age=31536000; samesite=strict`;
    isLeaving = true;
    location.reload();
  },

  setTheme(theme) {
    document.cookie = `console-theme=${theme}; path=/; max-age=${theme ? 31536000 : 0}; samesite=strict`;
    document.documentElement.dataset.theme = theme;
  },

  // Whether somebody looks at the beginning of a list.
  isWatched(id) {
    const list = document.getElementById(id);
    return !document.hidden && (!list || list.scrollTop < 8);
  },

  scrollToTop: id => document.getElementById(id)?.scrollTo(0, 0),

  copy: text => navigator.clipboard.writeText(text),

  scrollToId(id) {
    const element = document.getElementById(id);
    element?.scrollIntoView({ block: "center" });
    element?.focus({ preventScroll: true });
  },
};
