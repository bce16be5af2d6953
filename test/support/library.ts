import type { Host } from './host';

/** Everything below is written as an editor or the plugin would: through the Document Service and our own tables. */
export interface NewArticle {
  readonly title: string;
  readonly locale?: string;
  readonly status?: 'draft' | 'published';
  readonly data?: Readonly<Record<string, unknown>>;
}

/** An article of the test app; answers its document ID. */
export const anArticle = async (host: Host, { title, locale = 'en', status = 'published', data = {} }: NewArticle) => {
  const { documentId } = await host.strapi
    .documents('api::article.article')
    .create({ locale, status, data: { title, slug: title.toLowerCase().replace(/\W+/g, '-'), ...data } });
  return documentId;
};

/** Makes the rows of a document look edited at a time. */
export const editedAt = async (host: Host, uid: string, documentId: string, at: string): Promise<void> => {
  await host.strapi.db.query(uid).updateMany({ where: { documentId }, data: { updatedAt: new Date(at) } });
};
