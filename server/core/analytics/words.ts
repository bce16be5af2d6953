import { fold } from '../import/words';

const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold));

/** Columns of GA4's exports, whose headers follow the language of whoever exported, and changed over the years. */
export const GA4_COLUMNS = {
  path: folded([
    'Page path and screen class',
    'Page path + query string and screen class',
    'Page path and screen name',
    'Page path',
    'Page path + query string',
    'Seitenpfad und Bildschirmklasse',
    'Seitenpfad + Abfragestring und Bildschirmklasse',
    'Seitenpfad',
    'Seitenpfad + Abfragestring',
    "Chemin de la page et classe de l'écran",
    "Chemin de la page et classe d'écran",
    'Chemin de la page',
    'Ruta de página y clase de pantalla',
    'Ruta de la página y clase de pantalla',
    'Ruta de página',
    'Ruta de la página',
    'Percorso pagina e classe schermata',
    'Percorso pagina',
    'Caminho da página e classe da tela',
    'Caminho da página e classe do ecrã',
    'Caminho da página',
    'Paginapad en schermklasse',
    'Paginapad',
    'Sökväg till sida och skärmklass',
    'Ścieżka strony i klasa ekranu',
    'ページパスとスクリーン クラス',
    'ページパス',
  ]),
  address: folded(['Full page URL', 'Page location', 'Vollständige Seiten-URL', 'Seitenspeicherort', 'Seiten-URL']),
  views: folded([
    'Views',
    'Screen page views',
    'Pageviews',
    'Page views',
    'Aufrufe',
    'Seitenaufrufe',
    'Vues',
    'Vistas',
    'Visualizaciones',
    'Visualizzazioni',
    'Visualizações',
    'Visualizações de página',
    'Weergaven',
    'Visningar',
    'Wyświetlenia',
    '表示回数',
  ]),
  date: folded(['Date', 'Datum', 'Fecha', 'Data', '日付']),
  segment: folded(['Segment', 'Segmento', 'セグメント']),
} as const;

/** Columns of a CSV that somebody made for us. */
export const PLAIN_COLUMNS = {
  path: folded(['path', 'page', 'page path', 'pfad', 'seite', 'seitenpfad', 'chemin', 'ruta']),
  address: folded(['url', 'page url', 'full url', 'address', 'link', 'adresse', 'landing page']),
  views: folded(['views', 'pageviews', 'page views', 'aufrufe', 'seitenaufrufe', 'vues', 'vistas']),
  from: folded(['from', 'start', 'start date', 'von', 'de', 'desde']),
  to: folded(['to', 'until', 'end', 'end date', 'bis', 'à', 'hasta']),
  date: folded(['date', 'day', 'datum', 'tag', 'fecha']),
} as const;

/** A sheet with one of these says where entries belong: `inventory.csv` has views too. */
export const PLACING_COLUMNS = folded([
  'document id',
  'uid',
  'persona',
  'personas',
  'stage',
  'stages',
  'decision',
  'not part of a journey',
]);

export const ALL_VISITORS = folded([
  'All Users',
  'Alle Nutzer',
  'Tous les utilisateurs',
  'Todos los usuarios',
  'Tutti gli utenti',
  'Todos os usuários',
  'Todos os utilizadores',
  'Alle gebruikers',
  'Alla användare',
  'Wszyscy użytkownicy',
  'すべてのユーザー',
]);

/** What stands for a path that the tool does not know; other words in brackets put several pages together. */
export const NOT_SET = folded([
  '(not set)',
  '(not provided)',
  '(nicht festgelegt)',
  '(non défini)',
  '(sin definir)',
  '(no definido)',
  '(non impostato)',
  '(não definido)',
  '(niet ingesteld)',
]);

export const TOTAL = folded([
  'Total',
  'Totals',
  'Grand total',
  'Gesamt',
  'Gesamtsumme',
  'Summe',
  'Insgesamt',
  'Total général',
  'Totaux',
  'Total general',
  'Totales',
  'Totale',
  'Totale complessivo',
  'Totais',
  'Total geral',
  'Totaal',
  'Eindtotaal',
  '合計',
  '総計',
]);
