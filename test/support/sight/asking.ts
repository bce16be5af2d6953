import type { Response } from 'supertest';
import { as, type Host } from '../host';
import type { Asked } from './requests';

/** An answer as far as anybody can read it. */
export interface Answer {
  readonly status: number;
  /** Body and headers. */
  readonly text: string;
}

/** Sends a request to a route written `METHOD /path/:of/it`. */
export const send = async (
  host: Host,
  token: string | undefined,
  route: string,
  { params = {}, query = {}, data, plain, headers = {}, file }: Asked,
  prefix = ''
): Promise<Answer> => {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const request = as(host, token)[method.toLowerCase() as 'get'](`${prefix}${path}`).query(query).set(headers);
  if (file !== undefined) void request.attach('file', Buffer.from(file), 'file.csv');
  else if ((plain ?? data) !== undefined) void request.send(plain ?? data);
  return answerOf(await request.buffer(true));
};

const answerOf = ({ status, text, headers }: Response): Answer => ({
  status,
  text: `${JSON.stringify(headers)}\n${text}`,
});
