import type { AnalyticsFormat } from './format';
import { logTable, type LoggedRequest } from './visits';

/** The log of Apache or nginx, in the combined or the common format, perhaps with the host before each line. */
export const accessLog: AnalyticsFormat = {
  report: 'access-log',
  tool: 'access-log',
  isLine: (line) => readLine(line) !== null,
  open: ({ header, isRobot }) => (header.length === 1 ? logTable(header[0] ?? '', readLine, isRobot) : null),
};

/** `203.0.113.7 - - [01/Jun/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 512 "-" "Mozilla/5.0"` */
const LINE =
  /\[(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})\] "((?:[^"\\]|\\.)*)" (\d{3}) (?:\d+|-)(?: "(?:[^"\\]|\\.)*" "((?:[^"\\]|\\.)*)")?/;

const readLine = (line: string): LoggedRequest | null => {
  const found = LINE.exec(line);
  if (found === null) return null;
  const [, day, month = '', year, hour, minute, second, sign, hours, minutes, request = '', status, agent] = found;
  const at = MONTHS.indexOf(month);
  if (at === -1) return null;
  const local = Date.UTC(Number(year), at, Number(day), Number(hour), Number(minute), Number(second));
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  const [method = '', target = ''] = request.split(' ', 2);
  return {
    method,
    target,
    status: Number(status),
    at: sign === '-' ? local + offset : local - offset,
    host: HOST.exec(line.slice(0, found.index))?.[1] ?? '',
    agent: agent ?? null,
  };
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `www.example.com:443 203.0.113.7 - - ` */
const HOST = /^([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})(?::\d+)? \S+ \S+ \S/i;
