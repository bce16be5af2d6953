import { CONSUMPTION_TABLES } from '../../../server/stores/consumption/tables';
import { parseDay } from '../../../server/core/evidence/day';
import { hostForAll } from '../../support/host';
import { anArticle, ARTICLE, audited, documents, withSetting } from '../../support/library';

/** Since when entries are readable, where audits came by while they were not. */
const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
const WRITTEN = '2016-05-04';
const today = (): string => new Date().toISOString().slice(0, 10);

beforeAll(() => withSetting(host(), ARTICLE, { contentDateField: 'writtenOn' }));

const publish = (documentId: string) => documents(host(), ARTICLE).publish({ documentId, locale: 'en' });
const unpublish = (documentId: string) => documents(host(), ARTICLE).unpublish({ documentId, locale: 'en' });
const hoursBefore = (at: unknown, hours: number): number => Number(new Date(at as string)) - hours * 3_600_000;

/** As it is recorded: the first day, and the day since which it is readable again. */
const recorded = async (documentId: string): Promise<readonly unknown[]> => {
  const { day, readable_from } = await host()
    .strapi.db.connection(CONSUMPTION_TABLES.publications)
    .where({ document_id: documentId })
    .first();
  return [day, readable_from];
};

test('an audit that comes by within seconds of a change of mind takes nothing from an entry', async () => {
  const documentId = await anArticle(host(), { title: 'Toggled', data: { writtenOn: WRITTEN } });
  await audited(host());
  for (const _twice of [1, 2]) {
    await unpublish(documentId);
    await audited(host());
    await publish(documentId);
    await audited(host());
    expect(await recorded(documentId)).toEqual([parseDay(WRITTEN), null]);
  }
});

test('nor its date from one that an import makes as a draft and publishes; what was before proves no silence', async () => {
  const documentId = await anArticle(host(), { title: 'Imported', status: 'draft', data: { writtenOn: WRITTEN } });
  await audited(host());
  await publish(documentId);
  await audited(host());
  expect(await recorded(documentId)).toEqual([parseDay(WRITTEN), parseDay(today())]);
});

test('away for hours, an entry is readable since it came back', async () => {
  const documentId = await anArticle(host(), { title: 'Away', data: { writtenOn: WRITTEN } });
  await audited(host());
  await unpublish(documentId);
  const { id, startedAt } = await audited(host());
  await host()
    .strapi.db.connection('cs_audits')
    .where({ id })
    .update({ started_at: hoursBefore(startedAt, 2) });
  await publish(documentId);
  await audited(host());
  expect(await recorded(documentId)).toEqual([parseDay(WRITTEN), parseDay(today())]);
});

test('a draft of hours is readable since its publication, whatever its content date', async () => {
  const documentId = await anArticle(host(), { title: 'Draft', status: 'draft', data: { writtenOn: WRITTEN } });
  await host()
    .strapi.db.query(ARTICLE)
    .updateMany({ where: { documentId }, data: { createdAt: new Date(hoursBefore(Date.now(), 2)) } });
  await audited(host());
  await publish(documentId);
  await audited(host());
  expect(await recorded(documentId)).toEqual([parseDay(today()), parseDay(today())]);
});
