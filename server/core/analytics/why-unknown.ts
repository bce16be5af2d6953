import { foldHeader } from '../import/words';
import { invalid, type Refusal } from '../refusal';
import { readViews } from './cells';
import { sharesOf } from './columns';
import { folded, GA4_COLUMNS, LANDING_PAGES, PLAIN_COLUMNS } from './words';

/** The first rows of a file in which no table was found. */
type Rows = readonly (readonly string[])[];

/** Says what was seen in a file that is not understood, or in the parts of an archive, and what to export instead. */
export const whyUnknown = (parts: readonly Rows[]): Refusal => {
  const told = parts.map(sentenceOf).find((sentence) => sentence !== null);
  return invalid('file', `\`file\`: ${told ?? KNOWN}`);
};

const sentenceOf = (rows: Rows): string | null => {
  for (const cells of rows.slice(0, HEADERS)) {
    const sentence = sentenceOfHeader(cells.map(foldHeader));
    if (sentence !== null) return sentence;
  }
  const first = rows.find((cells) => cells.some((cell) => cell.trim() !== '')) ?? [];
  if (LOG_LINE.test(first.join(' ')))
    return 'it is the log of a web server in a format that is not known here. Known are the combined and the common format of nginx and Apache: write it so, or export page views from an analytics tool.';
  if (/^[[{]/.test((first[0] ?? '').trim()))
    return "it is JSON that is not known here. Known are Umami's export and Cloudflare's Logpush with ClientRequestURI, EdgeResponseStatus and EdgeStartTimestamp: export page views as CSV.";
  const isData = first.length > 1 && first.some((cell) => typeof readViews(cell) === 'number');
  if (isData && hasPages(first))
    return `the first line is data (${quoted(first)}): write the names of the columns above it, such as "path" and "views".`;
  return null;
};

/** Banners and comments may stand before it. */
const HEADERS = 50;

const KNOWN =
  'it is no analytics export that is known here. Known are page views by path of GA4 ("Pages and screens", explorations), Universal Analytics, Matomo ("Page URLs"), Plausible, Umami, GoatCounter and Simple Analytics, logs of nginx, Apache and Cloudflare, and CSVs with the columns "path" and "views".';

const sentenceOfHeader = (words: readonly string[]): string | null => {
  const has = (names: ReadonlySet<string>): boolean => words.some((word) => names.has(word));
  if (has(LANDING_PAGES))
    return 'it is a report of landing pages, which tells where visits began and not what was viewed: export GA4\'s "Pages and screens" by page path.';
  if (has(CLICKS))
    return 'it counts clicks in a search engine, which are no page views: export page views from an analytics tool.';
  const hasViews = has(GA4_COLUMNS.views) || has(PLAIN_COLUMNS.views);
  const hasPaths = [GA4_COLUMNS.path, GA4_COLUMNS.address, PLAIN_COLUMNS.path, PLAIN_COLUMNS.address].some(has);
  if (hasViews && !hasPaths && has(PAGE_TITLES))
    return 'it is a report by page title: choose "Page path and screen class" (a page path or address) as its dimension, and export it again.';
  if (hasPaths && !hasViews && has(VISITS))
    return 'it has page paths, but no views: add "Views" to its metrics, and export it again. Sessions, visits and users are no page views.';
  if (words.length === 2 && words[0] === 'x' && words[1] === 'y')
    return 'it counts sessions by page, as Umami\'s export does, and no views: export the expanded metrics, with "pageviews".';
  return null;
};

const hasPages = (cells: readonly string[]): boolean => {
  const { paths, hosts } = sharesOf(cells.map((cell) => cell.trim()));
  return paths + hosts > 0;
};

/** `203.0.113.7 - - [01/Jun/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 512` */
const LOG_LINE = /\[\d{2}\/[A-Za-z]{3}\/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4}\]|"?(?:GET|POST|HEAD) \S+ HTTP\/\d/;

const quoted = (cells: readonly string[]): string => `"${cells.join(', ').slice(0, 60)}"`;

/** Reports by what pages are called. */
const PAGE_TITLES = folded([
  'Page title and screen class',
  'Page title and screen name',
  'Page title',
  'Title',
  'Seitentitel und Bildschirmklasse',
  'Seitentitel',
  "Titre de la page et classe de l'écran",
  'Titre de la page',
  'Título de página y clase de pantalla',
  'Título de la página',
  'Titolo pagina e classe schermata',
  'Titolo pagina',
  'Título da página e classe da tela',
  'Título da página',
  'Paginatitel en schermklasse',
  'Paginatitel',
  'ページ タイトルとスクリーン クラス',
  'ページ タイトル',
  '페이지 제목 및 화면 클래스',
  'Название страницы и класс экрана',
  '网页标题和屏幕类',
]);

/** Of search engines. */
const CLICKS = folded([
  'Clicks',
  'Klicks',
  'Clics',
  'Clic',
  'Cliques',
  'Klikken',
  'クリック数',
  '클릭수',
  'Клики',
  '点击次数',
]);

/** What is counted of pages and is no view of them. */
const VISITS = folded([
  'Sessions',
  'Total users',
  'Active users',
  'Users',
  'Visitors',
  'Unique visitors',
  'Visits',
  'Entrances',
  'Sitzungen',
  'Nutzer',
  'Besucher',
  'Utilisateurs',
  'Usuarios',
  'Sesiones',
]);
