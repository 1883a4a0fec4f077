// The few things that only a browser can do for the console.
window.consoleHost = {
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC",

  setLanguage(cookie, language) {
    document.cookie = `${cookie}=${encodeURIComponent(`c=${language}|uic=${language}`)}; path=/; max-age=31536000; samesite=strict`;
    location.reload();
  },

  setTheme(theme) {
    document.cookie = `console-theme=${theme}; path=/; max-age=${theme ? 31536000 : 0}; samesite=strict`;
    document.documentElement.dataset.theme = theme;
  },

  copy: text => navigator.clipboard.writeText(text),

  scrollToId(id) {
    const element = document.getElementById(id);
    element?.scrollIntoView({ block: "center" });
    element?.focus({ preventScroll: true });
  },
};
