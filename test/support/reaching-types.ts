/** A host whose content leads to whatever must stay secret: accounts, tokens, private fields, passwords. */
import type { AppTypes, Schema } from './app-types';
import { documents } from './library';
import type { Host } from './host';

export const DOSSIER = 'api::dossier.dossier';
export const SOURCE = 'api::source.source';

const typeOf = (name: string, plural: string, attributes: Schema['attributes']): Schema => ({
  kind: 'collectionType',
  collectionName: plural,
  info: { singularName: name, pluralName: plural, displayName: name },
  options: { draftAndPublish: name === 'dossier' },
  attributes,
});
const to = (target: string, relation = 'manyToOne') => ({ type: 'relation', relation, target });
const text = { type: 'string' };
const secret = { type: 'string', private: true };
const password = { type: 'password' };

export const REACHING: AppTypes = {
  types: {
    source: typeOf('source', 'sources', {
      name: text,
      slug: { type: 'uid' },
      mail: { type: 'email' },
      secret,
      pin: password,
      internal: { type: 'string', configurable: false },
    }),
    dossier: typeOf('dossier', 'dossiers', {
      title: text,
      slug: { type: 'uid' },
      code: secret,
      pin: password,
      unseen: { type: 'string', visible: false },
      hidden: { type: 'string', pluginOptions: { 'content-manager': { visible: false } } },
      weight: { type: 'integer' },
      level: { type: 'enumeration', enum: ['low', 'high'] },
      featured: { type: 'boolean' },
      writtenOn: { type: 'date' },
      signedOn: { type: 'date', private: true },
      body: { type: 'richtext' },
      extra: { type: 'json' },
      notes: { type: 'json', private: true },
      cover: { type: 'media', multiple: false },
      editor: to('admin::user'),
      reviewers: to('admin::user', 'manyToMany'),
      member: to('plugin::users-permissions.user'),
      members: to('plugin::users-permissions.user', 'manyToMany'),
      source: to(SOURCE),
      sources: to(SOURCE, 'manyToMany'),
      confidant: { ...to(SOURCE), private: true },
      adminRole: to('admin::role'),
      token: to('admin::api-token'),
      memberRole: to('plugin::users-permissions.role'),
      file: to('plugin::upload.file'),
      tag: to('plugin::content-strategy.tag'),
      seo: { type: 'component', component: 'reach.seo' },
      cards: { type: 'component', component: 'reach.seo', repeatable: true },
      zone: { type: 'dynamiczone', components: ['reach.seo', 'shared.picture'] },
      anything: { type: 'relation', relation: 'morphToOne' },
    }),
  },
  components: {
    'reach.seo': {
      collectionName: 'components_reach_seos',
      info: { displayName: 'Seo' },
      attributes: {
        metaTitle: text,
        note: secret,
        pin: password,
        social: { type: 'component', component: 'reach.social' },
        writer: to('admin::user', 'oneToOne'),
      },
    },
    'reach.social': {
      collectionName: 'components_reach_socials',
      info: { displayName: 'Social' },
      attributes: { handle: text, key: secret },
    },
  },
};

/** What stands in the database and may stand in no answer of ours; lower case, without what CSVs or URLs would change. */
export const SECRETS = [
  'resettokenofeditor',
  'registrationtokenofeditor',
  'editor-mail@example.com',
  'resettokenofmember',
  'confirmationtokenofmember',
  'member-mail@example.com',
  'sourcesecret',
  'sourceinternal',
  'dossiercode',
  'dossiernotes',
  'dossierunseen',
  'dossierhidden',
  'seonote',
  'socialkey',
  '2017-03-05',
] as const;

/** Fills it; answers the dossier's document ID. Past the services where these would hash or refuse what is planted. */
export const aReachingLibrary = async (host: Host): Promise<string> => {
  const { db } = host.strapi;
  const editor = await db.query('admin::user').create({
    data: {
      firstname: 'Erika',
      lastname: 'Editor',
      username: 'erika',
      email: 'editor-mail@example.com',
      password: 'x',
      isActive: true,
      resetPasswordToken: 'resettokenofeditor',
      registrationToken: 'registrationtokenofeditor',
    },
  });
  const member = await db.query('plugin::users-permissions.user').create({
    data: {
      username: 'mo',
      email: 'member-mail@example.com',
      provider: 'local',
      resetPasswordToken: 'resettokenofmember',
      confirmationToken: 'confirmationtokenofmember',
    },
  });
  const source = await documents(host, SOURCE).create({
    data: { name: 'Sara Source', slug: 'sara', mail: 'sara@press.example', secret: 'sourcesecret', pin: 'sourcepin' },
  });
  await db.query(SOURCE).updateMany({ where: {}, data: { internal: 'sourceinternal' } });
  const seo = { metaTitle: 'Meta', note: 'seonote', pin: 'seopin', social: { handle: '@meta', key: 'socialkey' } };
  const { documentId } = await documents(host, DOSSIER).create({
    status: 'published',
    data: {
      title: 'The dossier',
      slug: 'the-dossier',
      code: 'dossiercode',
      notes: ['dossiernotes'],
      pin: 'dossierpin',
      weight: 7,
      level: 'high',
      featured: true,
      writtenOn: '2024-02-03',
      signedOn: '2017-03-05',
      editor: editor.id,
      reviewers: [editor.id],
      member: member.id,
      members: [member.id],
      source: source.documentId,
      sources: [source.documentId],
      confidant: source.documentId,
      seo,
      cards: [seo],
      zone: [{ __component: 'reach.seo', ...seo }],
    },
  });
  await db.query(DOSSIER).updateMany({ where: {}, data: { unseen: 'dossierunseen', hidden: 'dossierhidden' } });
  return documentId;
};
