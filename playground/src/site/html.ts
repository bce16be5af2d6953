import type { SitePage } from './pages';

/** A page of the website, naming the entry that it shows for whoever measures. */
export const pageHtml = ({ uid, documentId, locale, title, summary, paragraphs, downloads }: SitePage): string =>
  layout(
    locale || 'en',
    title,
    `<meta name="content-strategy" content="${escape([uid, documentId, locale].filter(Boolean).join('/'))}">`,
    [
      `<h1>${escape(title)}</h1>`,
      `<p class="summary">${escape(summary)}</p>`,
      ...paragraphs.map((text) => `<p>${escape(text)}</p>`),
      ...downloads.map(({ name, url }) => `<p><a href="${escape(url)}">Download ${escape(name)}</a></p>`),
    ]
  );

/** The home page: everything there is, by kind. */
export const homeHtml = (lists: readonly { readonly heading: string; readonly pages: readonly SitePage[] }[]): string =>
  layout('en', 'Pennant', '', [
    '<h1>Spend less time on spending</h1>',
    ...lists.flatMap(({ heading, pages }) => [
      `<h2>${escape(heading)}</h2>`,
      `<ul>${pages.map(({ path, title }) => `<li><a href="${escape(path)}">${escape(title)}</a></li>`).join('')}</ul>`,
    ]),
  ]);

const layout = (language: string, title: string, meta: string, main: readonly string[]): string => `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Pennant</title>
${meta}
<link rel="stylesheet" href="/site/site.css">
<script src="/site/navigate.js" defer></script>
<script src="/api/content-strategy/page.js" defer></script>
</head>
<body>
<header><a href="/site">Pennant</a></header>
<main>
${main.join('\n')}
</main>
</body>
</html>
`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
