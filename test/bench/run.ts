/** `npm run bench -- <name> [--entries n] [--runs n] [--json file]`: measures on this machine, takes the fastest runs, prints ratios. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchAudit } from './audit';
import { benchBulk } from './bulk';
import { benchBeacon, benchDeliveries, benchRollUp } from './consumption';
import { benchFiles } from './files';
import { benchFilter } from './filter';
import { benchImport } from './import';
import { benchRules } from './rules';

const BENCHES = {
  audit: benchAudit,
  beacon: benchBeacon,
  bulk: benchBulk,
  deliveries: benchDeliveries,
  files: benchFiles,
  filter: benchFilter,
  import: benchImport,
  rollup: benchRollUp,
  rules: benchRules,
};

const main = async (): Promise<void> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      entries: { type: 'string', default: '100000' },
      runs: { type: 'string', default: '3' },
      json: { type: 'string' },
    },
  });
  const [name = ''] = positionals;
  const [entries, runs] = [Number(values.entries), Number(values.runs)];
  if (!isBench(name)) throw new Error(`Which benchmark? Known: ${Object.keys(BENCHES).join(', ')}`);
  if (!Number.isInteger(entries) || entries < 100) throw new Error('--entries takes a whole number from 100 on');
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1 on');
  const figures = await BENCHES[name](entries, runs);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
};

const isBench = (name: string): name is keyof typeof BENCHES => name in BENCHES;

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
