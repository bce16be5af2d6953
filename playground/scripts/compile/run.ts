import { spawn } from 'node:child_process';
import { Trouble } from '../progress';

const TAIL = 40;

/** Runs a Node script quietly; when it fails, the last lines it wrote are the message. */
export const runNode = (script: string, args: readonly string[], cwd: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd, env: quietEnvironment() });
    const lines: string[] = [];
    const keep = (data: Buffer) => {
      lines.push(...data.toString().split(/\r?\n/));
      lines.splice(0, lines.length - TAIL);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const stop = (signal: NodeJS.Signals) => {
      child.kill(signal);
      process.exit(1);
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      if (code === 0) resolve();
      else reject(new Trouble(`${[script, ...args].join(' ')} ended with ${code ?? 'a signal'}:\n${lines.join('\n')}`));
    });
  });

const quietEnvironment = () => ({
  ...process.env,
  NODE_ENV: 'production',
  STRAPI_TELEMETRY_DISABLED: 'true',
});
