import type { GermanVersion, Topic } from './types';

/** German bodies are shorter: two paragraphs of the topic. */
export const GERMAN_PARAGRAPHS: Readonly<Partial<Record<Topic, readonly string[]>>> = {
  approvals: [
    'Eine Freigabe hat zwei Aufgaben: Jemand sieht hin, bevor Geld ausgegeben wird, und später lässt sich sagen, dass hingesehen wurde. Jede weitere Unterschrift kostet Zeit und nimmt den anderen die Aufmerksamkeit.',
    'Grenzen wirken, wenn man sie auswendig kennt. Drei Stufen genügen: was ich selbst kaufe, was die Leitung freigibt und was an die Buchhaltung geht.',
  ],
  budgets: [
    'Ein Budget ist ein Versprechen zwischen zwei Menschen. Es hält, wenn beide am selben Tag dieselbe Zahl sehen, und in dieser Zahl steckt auch, was bestellt und noch nicht berechnet ist.',
    'Überzogen wird meist im letzten Drittel des Jahres, und zwar durch Bestellungen aus dem ersten.',
  ],
  cards: [
    'Eine Karte mit Limit ist ein kleines Budget im Portemonnaie. Sie prüft dort, wo es darauf ankommt: an der Kasse.',
    'Karten gehören zu denen, die einkaufen, nicht zu denen, die den höchsten Rang haben.',
  ],
  change: [
    'Neue Software scheitert in der dritten Woche. Die erste ist Neugier, die zweite Schulung, und in der dritten hat jemand einen Termin und erinnert sich, wie es früher ging.',
    'Sagen Sie vorher, was schlechter wird. Was angekündigt war, wird verziehen.',
  ],
  expenses: [
    'Eine Auslage dauert vier Minuten und ihre Abrechnung am Monatsende vierzig. Die meiste Zeit vergeht mit der Frage, was das auf dem Beleg eigentlich war.',
    'Im Augenblick des Kaufs weiß man alles: Projekt, Anlass, Gäste. Wer es dort festhält, wird nicht mehr gefragt.',
  ],
  integrations: [
    'Eine Schnittstelle ist eine Absprache darüber, wer recht hat. Legen Sie für jedes Feld fest, welches System führt.',
    'Fragen Sie, was im Fehlerfall geschieht: Erfährt es jemand, bleiben die Daten erhalten, und lässt sich der Lauf wiederholen, ohne doppelt zu buchen?',
  ],
  legal: [
    'Diese Seite ist mit Absicht kurz. Wo ein Satz missverstanden werden kann, steht ein Beispiel; wo das Gesetz einen Wortlaut verlangt, verwenden wir ihn.',
    'Frühere Fassungen bewahren wir auf und senden sie auf Wunsch zu.',
  ],
  purchasing: [
    'Niemand umgeht den Einkauf aus Trotz. Umgangen wird das Warten. Wer am selben Tag eine Antwort bekommt, sucht keinen Umweg.',
    'Fünf Angaben genügen: was, wofür, wie viel, bis wann und wer bezahlt. Alles andere ergänzt, wer den Lieferanten kennt.',
  ],
  reporting: [
    'Der Monatsabschluss ist langsam, weil dort zum ersten Mal jemand hinsieht. Prüfungen bei jeder Buchung lassen für den letzten Tag wenig übrig.',
    'Offene Bestellungen, Lieferungen ohne Rechnung und laufende Verträge decken neun Zehntel aller Abgrenzungen.',
  ],
  security: [
    'Finanzsysteme kennen Bankverbindungen und Gehälter und können Geld bewegen. Sie verdienen dieselbe Sorgfalt wie die Server in der Produktion.',
    'Zugänge enden mit dem letzten Arbeitstag. Wer sie an das Verzeichnis bindet, muss daran nicht denken.',
  ],
};

/** The entries that also exist in German, by their English slug. */
export const GERMAN_VERSIONS: Readonly<Record<string, GermanVersion>> = {
  'maverick-spend': [
    'wilder-einkauf',
    'Wilder Einkauf: was er ist und warum er mit der Belegschaft wächst',
    'Am Anfang steht selten Trotz. Am Anfang steht ein Weg, der zu lange dauert.',
  ],
  'request-or-order': [
    'anforderung-oder-bestellung',
    'Bedarfsanforderung oder Bestellung? Der Unterschied in fünf Minuten',
    'Die eine fragt, die andere verpflichtet.',
  ],
  'what-is-spend-management': [
    'was-ist-ausgabenmanagement',
    'Was ist Ausgabenmanagement? Eine einfache Erklärung',
    'Karten, Rechnungen, Reisen und Bestellungen sind vier Türen zu derselben Kasse.',
  ],
  'policy-nobody-reads': [
    'spesenrichtlinie',
    'Die Spesenrichtlinie, die niemand liest, und wie sie kürzer wird',
    'Eine Seite wird befolgt. Vierzehn Seiten werden weitergeleitet.',
  ],
  'approval-matrix-one-page': [
    'freigabematrix',
    'Eine Freigabematrix auf einer Seite',
    'Wer Ja sagen darf, bis zu welchem Betrag, und wer im Urlaub vertritt.',
  ],
  'month-end-in-three-days': [
    'monatsabschluss',
    'Der Monatsabschluss in drei Tagen: was dafür gelten muss',
    'Über das Tempo am Monatsende entscheiden die drei Wochen davor.',
  ],
  'sso-for-finance-tools': [
    'einmalanmeldung',
    'Warum Finanzsoftware zuletzt an die Einmalanmeldung kommt',
    'Sie verwaltet das Geld und hat die schwächsten Passwörter.',
  ],
  'spend-tools-compared': [
    'werkzeuge-im-vergleich',
    'Suite, Spezialist oder Tabelle? Ein Vergleich',
    'Ehrlich, auch in den Fällen, in denen Sie unser Produkt nicht kaufen sollten.',
  ],
  'glossary-of-spend': [
    'glossar',
    'Ein Glossar der Ausgaben: 60 Begriffe in einfachen Worten',
    'Von der Abgrenzung bis zum Zielbudget, je ein Satz.',
  ],
  'state-of-spend-survey': [
    'umfrage',
    'Wie 412 Unternehmen Geld ausgeben',
    'Unsere jährliche Umfrage mit allen Zahlen und dem Fragebogen.',
  ],
  'harbour-logistics': [
    'hafenlogistik',
    'Harbour Logistics gibt 4.000 Bestellungen im Monat am Telefon frei',
    'Elf Depots, eine Warteschlange, und niemand am Schreibtisch.',
  ],
  'fjord-furniture': [
    'fjord-moebel',
    'Fjord Furniture schließt den Monat in vier Tagen ab',
    'Ein Familienbetrieb mit neun Läden ersetzt einen Ordner voller E-Mails.',
  ],
  'lindenberg-steel': [
    'lindenberg-stahl',
    'Lindenberg Stahl besteht die Prüfung mit einem Filter',
    'Die Prüfer wollten 200 Belege. Es dauerte einen Nachmittag.',
  ],
  'set-up-single-sign-on': [
    'einmalanmeldung-einrichten',
    'Einmalanmeldung einrichten',
    'In sechs Schritten, mit einem Rückweg, falls es scheitert.',
  ],
  'connect-your-ledger': [
    'buchhaltung-anbinden',
    'Die Buchhaltung anbinden',
    'Konten, Steuerschlüssel, Kostenstellen: was in welcher Reihenfolge.',
  ],
  'approval-rules-cookbook': ['freigaberegeln', 'Freigaberegeln: ein Kochbuch', 'Vierzehn Regeln zum Übernehmen.'],
  'roll-out-plan': ['einfuehrungsplan', 'Ein Einführungsplan für vier Wochen', 'Pilot, Regeln, Schulung, alle.'],
  'submit-your-first-expense': ['erste-auslage', 'Die erste Auslage einreichen', 'Fotografieren, prüfen, senden.'],
  'your-company-card': [
    'firmenkarte',
    'Ihre Firmenkarte',
    'Aktivieren, aufs Telefon laden, und was tun, wenn sie abgelehnt wird.',
  ],
  'product-expenses': [
    'produkt-auslagen',
    'Auslagen ohne Abrechnung',
    'Foto machen, Telefon einstecken, Geld bekommen.',
  ],
  'product-cards': ['produkt-karten', 'Firmenkarten mit sinnvollen Limits', 'Eine Karte für alle, die einkaufen.'],
  'product-purchasing': [
    'produkt-einkauf',
    'Einkauf, den alle benutzen',
    'Von der Anforderung zur Bestellung an einem Ort.',
  ],
  pricing: ['preise', 'Preise', 'Drei Pakete, jede Grenze steht da.'],
  welcome: ['willkommen', 'Willkommen bei Pennant', 'Drei Dinge für den ersten Tag.'],
  'privacy-policy': ['datenschutz', 'Datenschutzerklärung', 'Welche Daten wir aufbewahren, wie lange und warum.'],
  'terms-of-service': [
    'nutzungsbedingungen',
    'Nutzungsbedingungen',
    'Der ganze Vertrag und eine Zusammenfassung, die ihn nicht ersetzt.',
  ],
  imprint: ['impressum', 'Impressum', 'Wer wir sind, wie das Gesetz es wissen will.'],
};
