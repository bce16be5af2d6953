/**
 * Counts page views and downloads for Content Strategy: no cookie, no storage, no identifier. A page names its entry,
 * `<main data-content-strategy="api::article.article/abc123/en">` or `<meta name="content-strategy" content="…">`;
 * one that names none sends its path. Made small by `npm run tracker`, and served by the plugin.
 */
declare const ENDPOINT: string;

const script = document.currentScript as HTMLScriptElement;
const { endpoint } = script.dataset;
// Beside this script, wherever that is served from.
const url = endpoint === undefined ? new URL(ENDPOINT, script.src) : endpoint;

/** `keepalive` outlives the page, as `sendBeacon` does, which would send the host's cookies along. */
const send = (event: object): void => {
  fetch(url, { method: 'POST', body: JSON.stringify(event), keepalive: true, credentials: 'omit' }).catch(() => 0);
};

let sentPath: string | undefined;
/** What the page before named, until this one has drawn itself. */
let lastName: string | undefined;
/** What stood on this page a moment ago, as long as it was not sent by name. */
let shownName: string | undefined;
let isNamed = false;

const nameOnPage = (): string | undefined => {
  const element = document.querySelector<HTMLMetaElement>('[data-content-strategy],meta[name=content-strategy]');
  return (element?.dataset.contentStrategy ?? element?.content) || undefined;
};

/** Sends the page once it is seen, and not again before the path has changed. */
const look = (): void => {
  // Prerendered pages and tabs in the background are hidden: they come back here when they are looked at.
  if (document.hidden || sentPath === location.pathname) return;
  const name = nameOnPage();
  const [uid, documentId, locale] = name?.split('/') ?? [];
  // On another page with the same name the page has not caught up with its address.
  isNamed = documentId !== undefined && name !== lastName;
  send(isNamed ? { uid, documentId, locale } : { path: location.pathname });
  sentPath = location.pathname;
  lastName = shownName = name;
};

/** A page of a single-page site has this long to draw itself, in milliseconds; one left sooner was not read. */
const DRAWN = 500;
let timer: number | undefined;
let path = location.pathname;
const navigated = (): void => {
  // A page that drew itself too late, or was left too soon, names itself by now: the next one must not be taken for it.
  if (path !== location.pathname) {
    if (isNamed) shownName = lastName;
    lastName = shownName;
    isNamed = false;
    path = location.pathname;
  }
  clearTimeout(timer);
  timer = window.setTimeout(look, DRAWN);
};

/** A site that draws the next page first has changed the address by then, in milliseconds: here it is still at the one before. */
const MOMENT = 100;
let noting: number | undefined;
new MutationObserver(() => {
  noting ??= window.setTimeout(() => {
    noting = undefined;
    if (!isNamed) shownName = nameOnPage();
  }, MOMENT);
}).observe(document, {
  childList: true,
  subtree: true,
  attributeFilter: ['data-content-strategy', 'content'],
});

for (const method of ['pushState', 'replaceState'] as const) {
  const original = history[method].bind(history);
  history[method] = (...state) => {
    original(...state);
    navigated();
  };
}
addEventListener('popstate', navigated);
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  sentPath = lastName = undefined;
  look();
});
document.addEventListener('visibilitychange', look);
document.addEventListener('prerenderingchange', look);

/** Downloads are counted by the links to them: whoever opens one has left the page. */
const clicked = ({ target, button }: MouseEvent): void => {
  // The right one opens a menu.
  if (button > 1) return;
  const link = (target as Element).closest<HTMLAnchorElement>('a[href*="/uploads/"],a[data-content-strategy-file]');
  if (link !== null) send({ file: link.href });
};
addEventListener('click', clicked, true);
addEventListener('auxclick', clicked, true);

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', look);
else look();
