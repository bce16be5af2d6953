import type { Core } from '@strapi/strapi';
import type {
  Counted,
  CoverageBody,
  CoverageTypesBody,
  CoverageTypesQuery,
  GlanceBody,
  InventoryQuery,
} from '../core/api';
import { FINDING_KEYS } from '../core/audit/findings';
import { ALL, findingScope } from '../core/audit/scopes';
import { readCoverage } from '../core/coverage/coverage';
import { countScopes, countTypes } from '../core/coverage/snapshot';
import type { UserAbility } from '../library/access';
import { service } from '.';
import { countedScope, isToldOfAll } from './reading/total';
import { openView, type ViewQuery } from './reading/view';

/** The heatmap and the glance of one audit, as one user may see them. */
export const createCoverageService = ({ strapi }: { strapi: Core.Strapi }) => ({
  async read(query: ViewQuery & { readonly counted: Counted }, ability: UserAbility): Promise<CoverageBody> {
    const view = await openView(strapi, query, ability);
    return { audit: view.audit, ...readCoverage(view.snapshot, view.counting(query.counted), query.period) };
  },

  /** Types read under a condition are counted by their rows, the others by the snapshot. */
  async types(query: CoverageTypesQuery, ability: UserAbility): Promise<CoverageTypesBody> {
    const view = await openView(strapi, query, ability);
    const scope = countedScope(query, view.snapshot.axes);
    if (scope === null) return [];
    const counted = countTypes(view.snapshot, view.counting(query.counted ?? 'all'), scope);
    const present = view.types.filter(({ uid }) => (counted.get(uid) ?? 0) > 0);
    const narrowed = present.filter(({ documents }) => documents !== null);
    const readable = await service(strapi, 'inventory').countTypes({ ...view, types: narrowed }, query);
    return present.flatMap(({ uid, documents }) => {
      const entries = (documents === null ? counted : readable).get(uid) ?? 0;
      return entries === 0 ? [] : [{ uid, entries }];
    });
  },

  async glance(query: ViewQuery, ability: UserAbility): Promise<GlanceBody> {
    const view = await openView(strapi, query, ability);
    const counts = countScopes(view.snapshot, view.counting('all'));
    const byType = countTypes(view.snapshot, view.counting('all'), ALL);
    const listed = async (filter: InventoryQuery): Promise<number> => {
      const page = { page: 1, pageSize: 1 };
      return (await service(strapi, 'inventory').list({ ...query, ...filter }, page, ability)).meta.pagination.total;
    };
    const findings: { finding: string; entries: number }[] = [];
    for (const finding of FINDING_KEYS) {
      const { current, old } = counts.get(findingScope(finding)) ?? { current: 0, old: 0 };
      // Judged over all versions and entries; for a user of some of them only the rows themselves tell.
      const isKnown = view.isWhole && view.isOpen && isToldOfAll(view, finding);
      findings.push({ finding, entries: isKnown ? current + old : await listed({ finding }) });
    }
    const contentTypes: GlanceBody['contentTypes'][number][] = [];
    for (const { uid, displayName, documents } of view.types) {
      const entries = documents === null ? (byType.get(uid) ?? 0) : await listed({ contentType: uid });
      contentTypes.push({ uid, displayName, entries });
    }
    const edited = new Set(
      view.snapshot.contentTypes.filter(({ fields }) => fields?.contentDate.length === 0).map(({ uid }) => uid)
    );
    return {
      audit: view.audit,
      entries: contentTypes.reduce((sum, { entries }) => sum + entries, 0),
      contentTypes,
      findings,
      ageBy: contentTypes.every(({ uid }) => edited.has(uid)) ? 'edited' : null,
      ownersGone: await service(strapi, 'inventory').ownersGone(view),
    };
  },
});
