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

const lostNotice = document.getElementById("components-reconnect-modal");

// An empty address would be that of the first page.
lostNotice?.querySelector("a").addEventListener("click", event => {
  event.preventDefault();
  location.reload();
});

// A field tells the host what was typed when it is left. What the host hasn't heard when the connection or the page
// ends, as in the middle of a word, is told when there is a connection again. What is kept for another page is not
// sealed, so that is for fields that say so: never those of secrets.
const unheard = new Map();

// How long the host takes at most to hear of it and to keep the draft, in milliseconds.
const hearing = 1000;
const keptFor = path => `typed:${path}`;
const isLost = () => lostNotice !== null && getComputedStyle(lostNotice).display !== "none";

function tell(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function tellAgain() {
  for (const field of [...unheard.keys()].filter(field => field.isConnected && field !== document.activeElement)) {
    tell(field, field.value);
  }
}

// By now the host may have taken the fields away, as when somebody has signed out.
function keep() {
  for (const path of new Set([...unheard.values()].map(typing => typing.path))) {
    const fields = [...unheard.keys()]
      .filter(field => unheard.get(field).path === path && field.matches("[data-typed]"));
    sessionStorage.setItem(keptFor(path), JSON.stringify(fields.map(field => [field.id, field.value])));
  }
}

function restore() {
  const kept = document.querySelector("[data-draft=read]") && sessionStorage.getItem(keptFor(location.pathname));
  if (kept) {
    sessionStorage.removeItem(keptFor(location.pathname));
    for (const [id, text] of JSON.parse(kept)) {
      const field = document.getElementById(id);
      if (field?.matches("[data-typed]")) tell(field, text);
    }
  }
}

document.addEventListener("input", event => {
  if (event.target.closest("[data-draft]")) unheard.set(event.target, { path: location.pathname });
}, true);
document.addEventListener("change", event => {
  const typing = unheard.get(event.target);
  setTimeout(() => {
    if (!isLost() && unheard.get(event.target) === typing) unheard.delete(event.target);
  }, hearing);
}, true);
window.addEventListener("pagehide", keep);
new MutationObserver(restore).observe(
  document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-draft"] });
if (lostNotice) {
  new MutationObserver(() => { if (!isLost()) tellAgain(); }).observe(
    lostNotice, { attributes: true, attributeFilter: ["class"] });
}
