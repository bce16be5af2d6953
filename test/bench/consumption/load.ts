/** Clients in a process of their own, as many requests as the host answers. */
import { connect } from 'node:net';

/** What is asked for again and again, each connection on its own. */
export interface Load {
  readonly port: number;
  readonly seconds: number;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** In turn. */
  readonly bodies: readonly string[];
  /** Any other answer ends it. */
  readonly status: number;
}

const CONNECTIONS = 256;

/** Answers per second. Over bare sockets: a client library would be measured along. */
export const load = async (asked: Load): Promise<number> => {
  const end = performance.now() + asked.seconds * 1000;
  const counts = await Promise.all(Array.from({ length: CONNECTIONS }, (_, at) => oneConnection(asked, at, end)));
  return counts.reduce((sum, count) => sum + count, 0) / asked.seconds;
};

const oneConnection = ({ port, bodies, status, ...asked }: Load, first: number, end: number): Promise<number> =>
  new Promise((resolve, reject) => {
    let answers = 0;
    let left = 0;
    const socket = connect(port, '127.0.0.1');
    const next = (): void => {
      const body = bodies[(first + answers) % Math.max(1, bodies.length)] ?? '';
      const head = { Host: 'bench', ...asked.headers, 'Content-Length': String(Buffer.byteLength(body)) };
      const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`${asked.method} ${asked.path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
    };
    socket.on('error', reject).on('connect', next);
    socket.on('data', (chunk) => {
      if (left === 0) {
        const text = chunk.toString('latin1');
        if (!text.startsWith(`HTTP/1.1 ${status} `)) {
          reject(new Error(text.slice(0, 300)));
          return;
        }
        const head = text.indexOf('\r\n\r\n') + 4;
        left = head + Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
      }
      left -= chunk.length;
      if (left > 0) return;
      answers += 1;
      if (performance.now() < end) next();
      else {
        socket.destroy();
        resolve(answers);
      }
    });
  });
