/** Shows how far a step has come, after its title. */
export type Note = (text: string) => void;

/** One line per step, with its seconds; on a terminal the line counts while the work goes on. */
export const step = async <T>(title: string, work: (note: Note) => Promise<T>): Promise<T> => {
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const live = process.stdout.isTTY;
  let noted = '';
  const show = () => process.stdout.write(`\r\x1b[2K• ${[title, noted, seconds()].filter(Boolean).join(' · ')}`);
  const timer = live ? setInterval(show, 500) : undefined;
  if (!live) console.log(`• ${title} …`);
  try {
    const result = await work((text) => {
      noted = text;
      if (!live) console.log(`  ${text} · ${seconds()}`);
    });
    if (live) process.stdout.write('\r\x1b[2K');
    console.log(`✓ ${title} · ${seconds()}`);
    return result;
  } catch (error) {
    if (live) process.stdout.write('\r\x1b[2K');
    console.log(`✗ ${title} · ${seconds()}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
};

/** Something the person at the keyboard can mend: shown as a sentence, without a stack. */
export class Trouble extends Error {}

/** What was thrown, as one line. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Runs a script to its end; what goes wrong ends the process with 1. */
export const main = (work: () => Promise<void>): void => {
  // The script's own constants stand below its call.
  setImmediate(() => {
    work().catch((error: unknown) => {
      console.error(error instanceof Trouble ? error.message : error);
      process.exit(1);
    });
  });
};
