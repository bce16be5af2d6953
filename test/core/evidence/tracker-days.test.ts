import { namedDays, trackerDays, type TrackerDay } from '../../../server/core/evidence/tracker-days';
import { DEFAULT_POLICY } from '../../../server/core/policy';

const TODAY = 1_000;

/** Days written as in a calendar, the last of them yesterday: `#` shown, `+` an event, `b` busy and shown, `s` the site alone, `.` nothing. */
const measured = (calendar: string, { entries = 100, today = '' } = {}): string => {
  const written = `${calendar}${today || ' '}`.split('');
  const dayOf = (at: number): number => TODAY - (written.length - 1 - at);
  const days = written.flatMap((sign, at): TrackerDay[] => {
    const kinds: Readonly<Record<string, Pick<TrackerDay, 'events' | 'entries'>>> = {
      '#': { events: 6, entries: 5 },
      '+': { events: 1, entries: 1 },
      b: { events: 50, entries: 20 },
    };
    const kind = kinds[sign];
    return kind === undefined ? [] : [{ day: dayOf(at), named: kind.events, ...kind }];
  });
  const siteDays = new Set(written.flatMap((sign, at) => (' .'.includes(sign) ? [] : [dayOf(at)])));
  const spans = trackerDays([...days].reverse(), siteDays, entries, DEFAULT_POLICY, TODAY);
  return written
    .map((_, at) => (spans.some(({ from, to }) => from <= dayOf(at) && dayOf(at) <= to) ? 'm' : '.'))
    .join('')
    .slice(0, calendar.length);
};

test.each([
  ['nothing', '....', '....'],
  ['one test hit', '..+ss', '.....'],
  ['a type that does not show itself on enough days', '##ss+', '.....'],
  ['shown on three days: from the first of them on', '+#s##s', '.mmmmm'],
  ['what came before the first showing stays unmeasured', '++s+##+#', '....mmmm'],
  ['a day on which the site sent nothing', '###.s#', 'mmm.mm'],
  ['a short silence is measured where the site sent', `###${'s'.repeat(14)}#`, 'm'.repeat(18)],
  ['a long silence is no zero as a whole', `###${'s'.repeat(15)}#`, `mmm${'.'.repeat(16)}`],
  ['and ends the showing', `###${'s'.repeat(15)}##s#`, `mmm${'.'.repeat(15)}mmmm`],
  ['a busy tracker is silent sooner', `bbbbbbb${'s'.repeat(4)}bbb`, `mmmmmmm....mmm`],
  ['a busy tracker that pauses', `bbbbbbb${'s'.repeat(3)}bbb`, 'm'.repeat(13)],
  ['a silence that lasts', `###${'s'.repeat(14)}`, 'm'.repeat(17)],
  ['a silence that lasts too long', `###${'s'.repeat(15)}`, `mmm${'.'.repeat(15)}`],
  ['the tag was lost with the site', `bbbbbbb${'.'.repeat(30)}`, `mmmmmmm${'.'.repeat(30)}`],
])('%s', (_name, calendar, expected) => {
  expect(measured(calendar)).toBe(expected);
});

test('of a small type a tenth of its entries shows it', () => {
  expect(measured('+++', { entries: 10 })).toBe('mmm');
  expect(measured('+++', { entries: 0 })).toBe('mmm');
  expect(measured('+++', { entries: 11 })).toBe('...');
  expect(measured('###', { entries: 5_000 })).toBe('mmm');
});

test('a tracker removed for a month measures nothing of it, and again only after it has shown itself', () => {
  const [before, hole, after] = ['b'.repeat(60), '.'.repeat(30), 'b'.repeat(10)];
  expect(measured(before + hole + after)).toBe(`${'m'.repeat(60)}${hole}${'m'.repeat(10)}`);
  expect(measured(`${before}${hole}bb`)).toBe(`${'m'.repeat(60)}${hole}..`);
});

test('a day names all entries when not one page of it sent its path alone', () => {
  const spans = [{ from: 10, to: 14 }];
  const on = (day: number, events: number, named: number): TrackerDay => ({ day, events, named, entries: 1 });
  expect(namedDays(spans, [on(10, 5, 5), on(12, 5, 4), on(14, 2, 2)])).toEqual([
    { from: 10, to: 11 },
    { from: 13, to: 14 },
  ]);
  expect(namedDays(spans, [on(10, 5, 5), on(11, 5, 5)])).toBe(spans);
});
