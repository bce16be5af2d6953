import type { Core } from '@strapi/strapi';
import { hostService } from '../host-services';
import type { Note } from '../progress';
import { backDate } from './back-date';
import { addConsumption } from './consumption';
import { daysOf } from './days';
import { addEntries } from './entries';
import { writeGa4Sample } from './ga4';
import { addPeople, addProducts } from './people';
import { addFiles } from './pictures';
import { addStrategy, hideLibraryType } from './strategy';

const STORE = { type: 'playground', key: 'seeded' };

/** Whether the sample library is there already. */
export const isSeeded = async (strapi: Core.Strapi): Promise<boolean> => (await strapi.store.get(STORE)) != null;

/** Writes the sample library: people, files, entries with their past and, unless `untagged`, whom each is for. */
export const seed = async (strapi: Core.Strapi, today: Date, untagged: boolean, note: Note): Promise<void> => {
  await hostService(strapi, 'plugin::i18n.locales').create({ code: 'de', name: 'German (de)' });
  const people = await addPeople(strapi, today);
  const products = await addProducts(strapi, today);
  const files = await addFiles(strapi);
  const entries = await addEntries(strapi, { people, products, files, today }, note);
  await addHomepage(strapi, people.users.maya, today);
  await hideLibraryType(strapi);
  if (!untagged) {
    await addStrategy(strapi, entries, people);
    await addConsumption(strapi, entries, today);
  }
  await writeGa4Sample(strapi, today);
  await strapi.store.set({ ...STORE, value: { at: today.toISOString(), untagged } });
};

const addHomepage = async (strapi: Core.Strapi, user: number, today: Date): Promise<void> => {
  const uid = 'api::homepage.homepage';
  const data = {
    title: 'Pennant',
    headline: 'Spend less time on spending',
    sections: [
      { __component: 'sections.text', heading: 'Hello', body: 'Cards, expenses, orders and invoices in one place.' },
    ],
    createdBy: user,
    updatedBy: user,
  };
  const { documentId } = await strapi.documents(uid).create({ data, status: 'published' });
  await backDate(strapi, uid, documentId, daysOf({ slug: 'homepage', created: 58, edited: 2 }, today));
};
