/** Follows links of the site without loading a page anew, as single-page applications do. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (link === null || link.origin !== location.origin || link.pathname.startsWith('/uploads/') || !isPlain) return;
  event.preventDefault();
  show(link.href).then(() => {
    history.pushState(null, '', link.href);
    scrollTo(0, 0);
  });
});

addEventListener('popstate', () => show(location.href));

const show = async (url) => {
  const page = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  document.querySelector('main').replaceWith(page.querySelector('main'));
  document.querySelector('meta[name="content-strategy"]')?.remove();
  const meta = page.querySelector('meta[name="content-strategy"]');
  if (meta !== null) document.head.append(meta);
};
