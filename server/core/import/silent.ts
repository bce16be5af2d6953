import { fold } from './words';

/**
 * Whether a word of a sheet only fills its cell: "—", "?", "n/a", "(not set)", "TBD", "#REF!". Whoever writes it has not
 * said that an entry belongs nowhere: nothing is taken away for it.
 */
export const saysNothing = (word: string): boolean => {
  if (MARKS.test(word) || FAULT.test(word)) return true;
  if (word.length > LONGEST) return false;
  const folded = fold(word);
  return WORDS.has(folded) || WORDS.has(folded.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
};

/** Of the words below; each row's document ID is longer, and is looked at no closer. */
const LONGEST = 23;

/** Dashes, dots, question marks; U+2212 is the minus sign. */
const MARKS = /^(?=.*\S)[\p{Pd}\u2212\p{Po}\p{Pc}()[\]~=\s\u200B\uFEFF]+$/u;

/** What spreadsheets write where a formula fails. */
const FAULT = /^\s*#(?:n\/a|ref|value|name|null|num|div\/0|spill|calc|error|getting_data)[!?]?\s*$/i;

/** Folded; without the marks around them. */
const WORDS: ReadonlySet<string> = new Set(
  [
    [
      'n/a',
      'n.a',
      'n.a.',
      'n a',
      'n / a',
      'na',
      'n/d',
      'n.d',
      'n/v',
      'n/k',
      'k.a',
      'k. a',
      'n.v.t',
      'nvt',
      's/o',
      's/d',
    ],
    ['tbd', 'tba', 'tbc', 'tbx', 't.b.d', 't.b.a', 't.b.c', 'todo', 'to do', 'nan', 'null', 'nil', 'undefined'],
    ['none', 'none yet', 'not yet', 'not set', 'not applicable', 'not available', 'not assigned', 'not defined'],
    ['to be defined', 'to be determined', 'to be decided', 'to be confirmed', 'to be assigned', 'to be announced'],
    ['unknown', 'unassigned', 'unspecified', 'unclear', 'undecided', 'unsure', 'not sure', 'pending'],
    ['nothing', 'empty', 'blank', 'no persona', 'no personas', 'no stage', 'no audience', 'no data', 'no value'],
    ['keine', 'keiner', 'keines', 'keine angabe', 'keine angaben', 'nicht zutreffend', 'nicht gesetzt'],
    ['nicht definiert', 'unbekannt', 'offen', 'noch offen', 'unklar', 'entfällt', 'ohne', 'folgt'],
    ['aucun', 'aucune', 'néant', 'sans objet', 'non défini', 'non définie', 'non renseigné', 'à définir', 'inconnu'],
    ['ninguno', 'ninguna', 'no aplica', 'sin definir', 'por definir', 'desconocido', 'pendiente', 'sin datos'],
    ['nenhum', 'nenhuma', 'não se aplica', 'não definido', 'a definir', 'desconhecido', 'pendente'],
    ['nessuno', 'nessuna', 'non applicabile', 'non definito', 'da definire', 'sconosciuto', 'geen', 'onbekend'],
    ['niet van toepassing', 'nog te bepalen', 'brak', 'nieznany', 'ingen', 'inga', 'okänd', 'ukjent', 'ei tiedossa'],
    ['нет', 'неизвестно', 'なし', '無し', '未定', '不明', '該当なし', '无', '無', '未知', '待定', '없음', '미정'],
  ]
    .flat()
    .map(fold)
);
