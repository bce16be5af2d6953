import type { Host } from './host';
import {
  aGuide,
  anArticle,
  anEntryOf,
  anOwner,
  ARTICLE,
  aVersion,
  daysAgo,
  editedAt,
  excluded,
  GUIDE,
  LANDING_PAGE,
  tagged,
  withAxes,
  withLocales,
  withSetting,
} from './library';

/** The document IDs of the library below by what they are about. */
export type Disorder = Readonly<
  Record<keyof Awaited<ReturnType<typeof articles>> | 'guide' | 'oldGuide' | 'landing', string>
>;

/** A small library as one finds it: gaps, drafts, old pieces, owners who left, three locales, three kinds of types. */
export const aLibraryInDisorder = async (host: Host): Promise<Disorder> => {
  await withLocales(host, 'de', 'fr');
  await withAxes(host, 'finance ops it hr*', 'awareness:buyer decision:buyer onboarding:customer legacy:customer*');
  await withSetting(host, ARTICLE, {
    urlPattern: '/{locale}/{category.slug}/{slug}',
    contentDateField: 'writtenOn',
    expiryField: 'expiresAt',
  });
  await withSetting(host, LANDING_PAGE, { audited: true, urlPattern: '/{locale}' });
  const landing = await anEntryOf(host, LANDING_PAGE, { locale: 'en', data: { headline: 'Welcome' } });
  await aVersion(host, LANDING_PAGE, landing, { locale: 'de', status: 'draft', data: { headline: 'Willkommen' } });
  await tagged(host, LANDING_PAGE, landing, 'everyone.awareness finance.awareness');
  const guide = await aGuide(host, 'How to start');
  await tagged(host, GUIDE, guide, 'it.onboarding');
  const oldGuide = await aGuide(host, 'How it used to be');
  await tagged(host, GUIDE, oldGuide, 'it.onboarding it.decision');
  await editedAt(host, GUIDE, oldGuide, '2011-03-04T05:06:07Z');
  return { ...(await articles(host)), landing, guide, oldGuide };
};

const articles = async (host: Host) => {
  const active = await anOwner(host, 'Ann');
  const blocked = await anOwner(host, 'Bob');
  const { id: product } = await host.strapi.db
    .query('api::category.category')
    .create({ data: { name: 'Product', slug: 'product', documentId: 'product' } });
  const ids = {
    twoLocales: await anArticle(host, { title: 'Two locales', owner: active, data: { category: product } }),
    draft: await anArticle(host, { title: 'Draft', status: 'draft', owner: active }),
    modified: await anArticle(host, { title: 'Modified', data: { category: product } }),
    writtenLongAgo: await anArticle(host, { title: 'Written long ago', data: { writtenOn: '2015-02-01' } }),
    editedLongAgo: await anArticle(host, { title: 'Edited long ago', owner: blocked }),
    everyone: await anArticle(host, { title: 'For everyone' }),
    many: await anArticle(host, { title: 'For many' }),
    stageOpen: await anArticle(host, { title: 'Stage open' }),
    personaOpen: await anArticle(host, { title: 'Persona open' }),
    untagged: await anArticle(host, { title: '=SUM(A1), "quoted"\nand ünïcode 🎈' }),
    excluded: await anArticle(host, { title: 'Imprint' }),
    expired: await anArticle(host, { title: 'Expired', data: { expiresAt: '2020-01-01T00:00:00Z' } }),
    untouched: await anArticle(host, { title: 'Untouched', status: 'draft' }),
    germanOnly: await anArticle(host, { title: 'Nur deutsch', locale: 'de' }),
    germanOld: await anArticle(host, { title: 'Current draft, old German', status: 'draft' }),
    englishOld: await anArticle(host, { title: 'Old English, new German', data: { writtenOn: '2012-12-31' } }),
    retired: await anArticle(host, { title: 'For retired', owner: blocked }),
    threeLocales: await anArticle(host, { title: 'Three locales', data: { writtenOn: daysAgo(500) } }),
  };
  await host.strapi.db.query('admin::user').update({ where: { id: blocked }, data: { blocked: true } });
  await aVersion(host, ARTICLE, ids.twoLocales, {
    locale: 'de',
    data: { title: 'Zwei Sprachen', slug: 'zwei', category: product },
  });
  await aVersion(host, ARTICLE, ids.modified, { locale: 'en', status: 'draft', data: { title: 'Modified since' } });
  await aVersion(host, ARTICLE, ids.modified, { locale: 'de', status: 'draft', data: { title: 'Entwurf' } });
  await editedAt(host, ARTICLE, ids.editedLongAgo, '2010-10-10T10:10:10Z');
  await editedAt(host, ARTICLE, ids.untouched, `${daysAgo(120)}T00:00:00Z`);
  await aVersion(host, ARTICLE, ids.germanOld, {
    locale: 'de',
    data: { title: 'Altes Deutsch', writtenOn: '2011-01-01' },
  });
  await aVersion(host, ARTICLE, ids.englishOld, {
    locale: 'de',
    data: { title: 'Neues Deutsch', writtenOn: daysAgo(30) },
  });
  await aVersion(host, ARTICLE, ids.threeLocales, {
    locale: 'de',
    data: { title: 'Drei Sprachen', writtenOn: daysAgo(600) },
  });
  await aVersion(host, ARTICLE, ids.threeLocales, { locale: 'fr', status: 'draft', data: { title: 'Trois langues' } });
  await tagged(host, ARTICLE, ids.twoLocales, 'finance.decision');
  await tagged(host, ARTICLE, ids.draft, 'finance.awareness');
  await tagged(host, ARTICLE, ids.modified, 'ops.awareness ops.decision', 'rule');
  await tagged(host, ARTICLE, ids.writtenLongAgo, 'finance.awareness finance.onboarding');
  await tagged(host, ARTICLE, ids.editedLongAgo, 'finance.decision ops.decision');
  await tagged(host, ARTICLE, ids.everyone, 'everyone.awareness everyone.decision', 'import');
  await tagged(host, ARTICLE, ids.many, 'finance.onboarding ops.onboarding it.onboarding it.awareness');
  await tagged(host, ARTICLE, ids.stageOpen, 'finance.- it.-');
  await tagged(host, ARTICLE, ids.personaOpen, '-.onboarding');
  await excluded(host, ARTICLE, ids.excluded);
  await tagged(host, ARTICLE, ids.expired, 'it.decision it.legacy');
  await tagged(host, ARTICLE, ids.untouched, 'ops.onboarding');
  await tagged(host, ARTICLE, ids.germanOnly, 'finance.onboarding everyone.-');
  await tagged(host, ARTICLE, ids.germanOld, 'ops.decision');
  await tagged(host, ARTICLE, ids.englishOld, 'ops.decision it.-');
  await tagged(host, ARTICLE, ids.retired, 'hr.awareness it.legacy');
  await tagged(host, ARTICLE, ids.threeLocales, 'it.awareness');
  return ids;
};
