import type { TagPair } from '../../server/core/vocabulary';
import { as, type Host } from './host';

export const ARTICLE = 'api::article.article';
export const GUIDE = 'api::guide.guide';

/** The plugin's admin routes, by paths relative to `/content-strategy`, and the Content Manager's own. */
export const apiOf = (host: Host, token?: string) => {
  const agent = as(host, token);
  const path = (rest: string): string => `/content-strategy${rest}`;
  const tagsOf = (uid: string, documentId: string): string => path(`/tags/${uid}/${documentId}`);
  return {
    agent,
    get: (rest: string) => agent.get(path(rest)),
    post: (rest: string, data: unknown) => agent.post(path(rest)).send({ data }),
    put: (rest: string, data: unknown) => agent.put(path(rest)).send({ data }),
    patch: (rest: string, data: unknown) => agent.patch(path(rest)).send({ data }),
    del: (rest: string) => agent.delete(path(rest)),
    /** Without the `{ "data": … }` around it. */
    bare: (method: 'post' | 'put' | 'patch', rest: string, body: object) => agent[method](path(rest)).send(body),
    tags: (uid: string, documentId: string) => agent.get(tagsOf(uid, documentId)),
    add: (uid: string, documentId: string, ...pairs: TagPair[]) =>
      agent.patch(tagsOf(uid, documentId)).send({ data: { add: pairs } }),
    contentManager: (uid: string) => {
      const collection = `/content-manager/collection-types/${uid}`;
      return {
        create: async (data: object, locale?: string): Promise<string> => {
          const response = await agent
            .post(collection)
            .query(locale ? { locale } : {})
            .send(data);
          if (response.status !== 201) throw new Error(`not created: ${response.text}`);
          return (response.body as { data: { documentId: string } }).data.documentId;
        },
        list: () => agent.get(collection),
        update: (documentId: string, data: object, locale: string) =>
          agent.put(`${collection}/${documentId}`).query({ locale }).send(data),
        publish: (documentId: string) => agent.post(`${collection}/${documentId}/actions/publish`).send({}),
        clone: (documentId: string, data: object) => agent.post(`${collection}/clone/${documentId}`).send(data),
        remove: (documentId: string, locale?: string) =>
          agent.delete(`${collection}/${documentId}`).query(locale ? { locale } : {}),
        removeMany: (documentIds: readonly string[]) =>
          agent.post(`${collection}/actions/bulkDelete`).send({ documentIds }),
      };
    },
  };
};

export type Api = ReturnType<typeof apiOf>;

/** The pairs of a tag set's body, as short strings in order. */
export const pairsIn = (body: unknown): readonly string[] =>
  (body as { data: { tags: readonly TagPair[] } }).data.tags.map(
    ({ persona, stage }) => `${persona ?? '-'}.${stage ?? '-'}`
  );
