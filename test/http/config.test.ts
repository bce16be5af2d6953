import { config } from '../../server/config';
import { as, createHost } from '../support/host';
import { audited } from '../support/library';
import { superAdmin } from '../support/users';

const consumption = (change: object): object => ({ ...config.default().consumption, ...change });

test.each([
  ['an unknown key', { tracking: true }, 'tracking'],
  ['an unknown key inside', { audit: { nightly: '0 0 0 * * *' } }, 'audit.nightly'],
  ['a time that is no cron rule', { audit: { daily: 'at night' } }, 'audit.daily'],
  ['a text for a switch', { audit: { afterChanges: 'no' } }, 'audit.afterChanges'],
  ['a switch that is not one', { serving: { filters: true, journeys: true, everything: true } }, 'serving.everything'],
  [
    'a site without its scheme',
    { consumption: consumption({ origins: ['www.example.com'] }) },
    'consumption.origins.0',
  ],
  ['a name that is a path', { consumption: consumption({ endpoint: '../x' }) }, 'consumption.endpoint'],
  ['two of one name', { consumption: consumption({ script: 'consumption' }) }, 'consumption.endpoint'],
  ['no events at all', { consumption: consumption({ perMinute: 0 }) }, 'consumption.perMinute'],
  ['a text for a switch of the serving', { serving: { filters: 'yes', journeys: false } }, 'serving.filters'],
])('%s is refused with a sentence that names it', (_name, change, field) => {
  const merged = {
    ...config.default(),
    ...change,
    audit: { ...config.default().audit, ...(change as { audit?: object }).audit },
  };
  expect(() => config.validator(merged)).toThrow(`\`${field}\``);
});

test('the default is valid, and audits can be switched off', () => {
  expect(() => config.validator(config.default())).not.toThrow();
  const off = { daily: false, afterChanges: false, files: false };
  expect(() => config.validator({ ...config.default(), audit: off })).not.toThrow();
});

test('a host with a wrong configuration does not start', async () => {
  await expect(createHost({ config: { audit: { daily: 7 } } })).rejects.toThrow('audit.daily');
});

test('where files are not looked through, their list says so, and the audit is as ever', async () => {
  const host = await createHost({ config: { audit: { daily: false, files: false } } });
  try {
    await audited(host);
    const { token } = await superAdmin(host);
    for (const path of ['files', 'exports/files.csv']) {
      const { status, body } = await as(host, token).get(`/content-strategy/${path}`);
      const { message, reason } = path === 'files' ? body.meta : { ...body.error, ...body.error.details };
      expect([status, reason]).toEqual([path === 'files' ? 200 : 404, 'switched-off']);
      expect(message).toMatch(/`audit.files` is switched off/);
    }
  } finally {
    await host.destroy();
  }
});
