import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';

/** How long texts are gone through before the host's requests get their turn, in milliseconds. */
const SLICE_MS = 10;

/** Lets pending requests run as often as a long piece of work takes longer than a slice. */
export const createSlices = () => {
  let until = performance.now() + SLICE_MS;
  return {
    turn: async (): Promise<void> => {
      if (performance.now() < until) return;
      await turn();
      until = performance.now() + SLICE_MS;
    },
  };
};
