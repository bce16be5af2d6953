import type {
  AnalyticsBody,
  ImporterWord,
  MappedPathBody,
  MoveBody,
  MoveInput,
  PathOverrideBody,
  PathOverrideInput,
} from '../../server/core/analytics-api';
import type * as Api from '../../server/core/api';
import type * as Rules from '../../server/core/rules-api';
import type { PeriodKey } from '../../server/core/evidence/period';
import { IMPORT_FIELD, type ImportBody, type ImportMode, type ImportOptions } from '../../server/core/import-api';
import type * as Consumption from '../../server/core/consumption-api';
import type * as Decisions from '../../server/core/decisions-api';
import type * as Placing from '../../server/core/placing-api';
import type { CellSetting, EntryRef } from '../../server/core/vocabulary';
import type { Http } from './http';
import type { Query } from './query-string';
import type { SendOptions } from './send-form';

/** Filters of GET /coverage. */
export interface CoverageQuery {
  readonly counted?: Api.Counted;
  readonly contentType?: string;
  readonly locale?: string;
  readonly audit?: number;
  readonly period?: PeriodKey;
}

/** One page of GET /inventory. */
export type InventoryPage = Api.InventoryQuery & {
  readonly page?: number;
  readonly pageSize?: number;
  readonly sort?: Api.InventorySort;
};

/** One page of GET /files; the server puts unreferenced files first where no order is asked for. */
export type FilesPage = Consumption.FilesQuery & {
  readonly page?: number;
  readonly pageSize?: number;
  readonly sort?: Consumption.FileSort | undefined;
};

/** What happens to many entries at once: they are placed, or it is decided what becomes of them. */
export type BulkRequest = Placing.BulkInput | Decisions.BulkDecisionInput;

/** One page of GET /operations. */
export interface OperationsPage {
  readonly kind?: Placing.OperationKind;
  readonly page: number;
  readonly pageSize: number;
}

/** How a sheet is to be read and imported. */
export interface ImportRequest {
  readonly mode: ImportMode;
  /** Left out where nobody said anything: then what is remembered counts. */
  readonly options?: ImportOptions;
  readonly validOnly?: boolean;
}

/** What is said of a file of analytics where it does not say it itself. */
export interface AnalyticsRequest {
  readonly from?: string;
  readonly to?: string;
  /** Which site or section it is about; `''`: as the file says. */
  readonly site?: string;
  /** Those whose views count, of several in the file, apart by commas. */
  readonly hosts?: string;
  /** It lists every page, though it looks cut off. */
  readonly isComplete: boolean;
  readonly because: readonly ImporterWord[];
}

/** What a list is filtered by: an export has the same rows. */
export type ExportFilters = Api.InventoryQuery | Consumption.FilesQuery;

/** What the delimiter choice beside *Export CSV* adds to the filters. */
export interface ExportOptions {
  readonly delimiter?: ',' | ';';
}

/** Every admin route as a typed function: the one place that knows paths. */
export const createRoutes = (http: Http) => {
  const read = async <T>(path: string, query?: object, signal?: AbortSignal): Promise<T> =>
    (await http.get<Api.Data<T>>(path, query as Query | undefined, signal)).data;
  const create = async <T>(path: string, data: object): Promise<T> =>
    (await http.post<Api.Data<T>>(path, { data })).data;
  const replace = async <T>(path: string, data: object): Promise<T> =>
    (await http.put<Api.Data<T>>(path, { data })).data;

  const imported = async (
    sheet: File,
    request: { readonly options?: ImportOptions },
    way: UploadWay & { query: Query }
  ) => (await http.upload<Api.Data<ImportBody>>(IMPORT, sheetForm(sheet, request), { ...way, as: 'json' })).data;

  const counted = async (
    file: File,
    { because, isComplete, ...others }: AnalyticsRequest,
    { query, ...way }: UploadWay & { query: Query }
  ) => {
    const said = { ...others, because: because.join(), complete: isComplete || undefined, ...query };
    return (
      await http.upload<Api.Data<AnalyticsBody>>(ANALYTICS, sheetForm(file, {}), { ...way, query: said, as: 'json' })
    ).data;
  };

  return {
    vocabulary: (signal?: AbortSignal) => read<Api.VocabularyBody>('/vocabulary', undefined, signal),

    personas: (signal?: AbortSignal) => read<readonly Api.PersonaBody[]>('/personas', undefined, signal),
    addPersona: (input: Api.PersonaInput) => create<Api.PersonaBody>('/personas', input),
    changePersona: (key: string, patch: Api.PersonaPatch) => replace<Api.PersonaBody>(`/personas/${part(key)}`, patch),
    orderPersonas: (order: Api.OrderInput) => replace<readonly Api.PersonaBody[]>('/personas/order', order),
    deletePersona: (key: string, reassignTo?: string) => http.del(`/personas/${part(key)}`, { reassignTo }),

    stages: (signal?: AbortSignal) => read<readonly Api.StageBody[]>('/stages', undefined, signal),
    addStage: (input: Api.StageInput) => create<Api.StageBody>('/stages', input),
    changeStage: (key: string, patch: Api.StagePatch) => replace<Api.StageBody>(`/stages/${part(key)}`, patch),
    orderStages: (order: Api.OrderInput) => replace<readonly Api.StageBody[]>('/stages/order', order),
    deleteStage: (key: string, reassignTo?: string) => http.del(`/stages/${part(key)}`, { reassignTo }),
    presets: (signal?: AbortSignal) => read<readonly Api.PresetBody[]>('/stages/presets', undefined, signal),
    previewPreset: (key: string) => create<Api.PresetPreview>(`/stages/presets/${part(key)}/preview`, {}),
    applyPreset: (key: string) => create<Api.PresetPreview>(`/stages/presets/${part(key)}/apply`, {}),

    cells: (signal?: AbortSignal) => read<readonly CellSetting[]>('/cells', undefined, signal),
    changeCell: (persona: string, stage: string, input: Api.CellInput) =>
      replace<CellSetting>(`/cells/${part(persona)}/${part(stage)}`, input),

    contentTypes: (signal?: AbortSignal) => read<readonly Api.ContentTypeBody[]>('/content-types', undefined, signal),
    goneTypes: async (signal?: AbortSignal) =>
      (await http.get<{ readonly meta: Api.GoneTypes }>('/content-types', undefined, signal)).meta.gone,
    forgetContentType: (uid: string) => http.del(`/content-types/${part(uid)}`),
    changeContentType: (uid: string, input: Api.ContentTypeInput) =>
      replace<Api.ContentTypeBody>(`/content-types/${part(uid)}`, input),

    rules: (signal?: AbortSignal) => read<readonly Rules.RuleBody[]>('/rules', undefined, signal),
    ruleFields: (contentType: string, signal?: AbortSignal) =>
      read<readonly Rules.RuleFieldChoice[]>('/rules/fields', { contentType }, signal),
    ruleValues: ({ contentType, field, operator }: Rules.RuleValuesQuery, signal?: AbortSignal) =>
      read<readonly Rules.RuleValue[]>('/rules/values', { contentType, field, operator }, signal),
    previewRules: (input: Rules.RulesPreviewInput) => create<Rules.RulesPreviewBody>('/rules/preview', input),
    saveRules: (input: Rules.RulesInput) => replace<Rules.RulesBody>('/rules', input),
    setUp: (input: Rules.SetupInput) => create<Rules.RulesBody>('/setup', input),

    tags: (entry: EntryRef, signal?: AbortSignal) => read<Api.TagSetBody>(entryPath('tags', entry), undefined, signal),
    tagsOf: (uid: string, documentIds: readonly string[], signal?: AbortSignal) =>
      read<readonly Api.TagSetBody[]>('/tags', { uid, documentIds: documentIds.join(',') }, signal),
    patchTags: async (entry: EntryRef, patch: Api.TagPatch) =>
      (await http.patch<Api.Data<Api.TagSetBody>>(entryPath('tags', entry), { data: patch })).data,
    replaceTags: (entry: EntryRef, tags: Api.TagReplacement) => replace<Api.TagSetBody>(entryPath('tags', entry), tags),

    decisions: (entry: EntryRef, signal?: AbortSignal) =>
      read<Decisions.DecisionsBody>(entryPath('decisions', entry), undefined, signal),
    decide: (entry: EntryRef, decision: Decisions.DecisionInput) =>
      replace<Decisions.DecisionsBody>(entryPath('decisions', entry), decision),
    decisionOwners: (signal?: AbortSignal) =>
      read<Decisions.DecisionOwnersBody>('/decisions/owners', undefined, signal),

    bulk: (input: BulkRequest) =>
      create<Placing.PlacingBody>('decision' in input ? '/decisions/bulk' : '/tags/bulk', input),
    operations: (page: OperationsPage, signal?: AbortSignal) =>
      http.get<Api.Data<readonly Placing.OperationBody[]> & { readonly meta: { readonly pagination: Api.Pagination } }>(
        '/operations',
        { ...page },
        signal
      ),
    undoOperation: (id: number) => create<Placing.OperationBody>(`/operations/${id}/undo`, {}),

    dryRun: (sheet: File, { mode, ...request }: ImportRequest, way: UploadWay) =>
      imported(sheet, request, { ...way, query: { mode, dryRun: true } }),
    applyImport: (sheet: File, { mode, validOnly = false, ...request }: ImportRequest, way: UploadWay) =>
      imported(sheet, request, { ...way, query: { mode, validOnly } }),
    rejectedRows: (sheet: File, { mode, ...request }: ImportRequest) =>
      http.upload<Blob>(IMPORT, sheetForm(sheet, request), {
        query: { mode, dryRun: true, answer: 'rejected.csv' },
        as: 'blob',
      }),

    analyticsDryRun: (file: File, request: AnalyticsRequest, way: UploadWay) =>
      counted(file, request, { ...way, query: { dryRun: true } }),
    importAnalytics: (file: File, request: AnalyticsRequest, way: UploadWay) =>
      counted(file, request, { ...way, query: {} }),
    analyticsImports: (page: { readonly page: number; readonly pageSize: number }, signal?: AbortSignal) =>
      http.get<
        Api.Data<readonly Consumption.AnalyticsImportBody[]> & {
          readonly meta: { readonly pagination: Api.Pagination };
        }
      >(ANALYTICS, page, signal),
    undoAnalytics: (id: number) => create<Consumption.AnalyticsImportBody>(`${ANALYTICS}/${id}/undo`, {}),
    redoAnalytics: (id: number) => create<Consumption.AnalyticsImportBody>(`${ANALYTICS}/${id}/redo`, {}),
    mappedPaths: (page: { readonly page: number; readonly pageSize: number }, signal?: AbortSignal) =>
      http.get<Api.Data<readonly MappedPathBody[]> & { readonly meta: { readonly pagination: Api.Pagination } }>(
        `${ANALYTICS}/overrides`,
        page,
        signal
      ),
    moves: (page: { readonly page: number; readonly pageSize: number }, signal?: AbortSignal) =>
      http.get<Api.Data<readonly MoveBody[]> & { readonly meta: { readonly pagination: Api.Pagination } }>(
        `${ANALYTICS}/moves`,
        page,
        signal
      ),
    addMove: (input: MoveInput) => replace<MoveInput>(`${ANALYTICS}/moves`, input),
    removeMove: ({ from, to }: MoveInput) => http.del(`${ANALYTICS}/moves`, { from, to }),
    overridePath: (input: PathOverrideInput) => replace<PathOverrideBody>(`${ANALYTICS}/overrides`, input),

    audits: (signal?: AbortSignal) => read<readonly Api.AuditBody[]>('/audits', { pageSize: 100 }, signal),
    /** The newest, running or not; `null` when there has never been one. */
    latestAudit: (signal?: AbortSignal) => read<Api.AuditBody | null>('/audits/latest', undefined, signal),
    startAudit: () => create<Api.AuditBody>('/audits', {}),
    nameAudit: (id: number, name: string) => replace<Api.AuditBody>(`/audits/${id}`, { name }),

    coverage: (query: CoverageQuery, signal?: AbortSignal) => read<Api.CoverageBody>('/coverage', query, signal),
    coverageTypes: (query: Api.CoverageTypesQuery, signal?: AbortSignal) =>
      read<Api.CoverageTypesBody>('/coverage/types', query, signal),
    glance: (signal?: AbortSignal) => read<Api.GlanceBody>('/glance', undefined, signal),
    inventory: (page: InventoryPage, signal?: AbortSignal) =>
      http.get<Api.InventoryBody>('/inventory', page as Query, signal),
    neverConsumed: (filters: Consumption.NeverConsumedQuery, signal?: AbortSignal) =>
      read<Consumption.NeverConsumedBody>('/never-consumed', filters, signal),
    evidence: (entry: EntryRef, signal?: AbortSignal) =>
      read<Consumption.EntryEvidenceBody>(entryPath('evidence', entry), undefined, signal),
    measurement: (days: number, signal?: AbortSignal) =>
      read<Consumption.MeasurementBody>('/measurement', { days }, signal),
    lastEvent: (signal?: AbortSignal) => read<Consumption.LastEventBody>('/measurement/last-event', undefined, signal),
    files: (page: FilesPage, signal?: AbortSignal) => http.get<Consumption.FilesBody>('/files', page as Query, signal),
    export: (name: Api.ExportName, filters: ExportFilters, options: ExportOptions) =>
      http.blob(`/exports/${name}`, { ...filters, ...options }),
  };
};

/** All routes bound to a session. */
export type Routes = ReturnType<typeof createRoutes>;

const part = encodeURIComponent;

type UploadWay = Omit<SendOptions, 'as'>;

const IMPORT = '/imports/tags';
const ANALYTICS = '/imports/analytics';

const sheetForm = (sheet: File, { options }: { readonly options?: ImportOptions }): FormData => {
  const form = new FormData();
  if (options) form.set('options', JSON.stringify(options));
  form.set(IMPORT_FIELD, sheet, sheet.name);
  return form;
};

const entryPath = (of: 'tags' | 'decisions' | 'evidence', { uid, documentId }: EntryRef) =>
  `/${of}/${part(uid)}/${part(documentId)}`;
