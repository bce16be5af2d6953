/** Who may set up the plugin must not become who runs the host. */
import { actionUid } from '../../server/core/actions';
import { apiOf, type Api } from '../support/api';
import { hostForAll } from '../support/host';
import { audited } from '../support/library';
import { aReachingLibrary, DOSSIER, REACHING } from '../support/reaching-types';
import { userWith } from '../support/users';

const host = hostForAll({ ...REACHING, accounts: true, config: { audit: { daily: false, afterChanges: false } } });
const DOSSIERS = {
  action: 'plugin::content-manager.explorer.read',
  subject: DOSSIER,
  fields: ['title', 'slug', 'editor', 'reviewers', 'member', 'source'],
};
const TOKENS = {
  'editor.resetPasswordToken': 'resettokenofeditor',
  'editor.registrationToken': 'registrationtokenofeditor',
  'reviewers.resetPasswordToken': 'resettokenofeditor',
  'editor.email': 'editor-mail@example.com',
  'member.resetPasswordToken': 'resettokenofmember',
  'member.email': 'member-mail@example.com',
  'source.mail': 'sara@press.example',
};
let settings: Api;
let reader: Api;

beforeAll(async () => {
  await aReachingLibrary(host());
  settings = apiOf(host(), (await userWith(host(), [{ action: actionUid('settings') }, DOSSIERS])).token);
  reader = apiOf(host(), (await userWith(host(), [{ action: actionUid('read') }, DOSSIERS])).token);
});

describe.each(Object.entries(TOKENS))('%s', (field, secret) => {
  test('is offered to no rule, and none of its values told', async () => {
    const { body } = await settings.get(`/rules/fields?contentType=${DOSSIER}`);
    expect((body as { data: { field: string }[] }).data.map((one) => one.field)).not.toContain(field);
    const values = await settings.get(`/rules/values?contentType=${DOSSIER}&field=${field}`);
    expect([values.status, values.text.includes(secret)]).toEqual([400, false]);
  });

  test('answers no guess', async () => {
    const condition = { field, operator: 'starts-with', values: [secret.slice(0, 3)] };
    const rules = [{ contentType: DOSSIER, condition, personas: [], stages: ['awareness'], excluded: null }];
    expect((await settings.post('/rules/preview', { rules })).status).toBe(400);
    expect((await settings.put('/rules', { rules, place: false })).status).toBe(400);
    expect((await settings.post('/setup', { rules })).status).toBe(403);
  });

  test('is printed into no list by a URL pattern', async () => {
    const saved = await settings.put(`/content-types/${DOSSIER}`, { audited: true, urlPattern: `/{${field}}` });
    expect([saved.status, saved.text]).toEqual([400, expect.stringContaining(field)]);
    await audited(host());
    const { status, text } = await reader.get('/inventory');
    expect([status, text.includes(secret)]).toEqual([200, false]);
  });
});
