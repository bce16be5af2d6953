import { Flex } from '@strapi/design-system';
import { COUNTED } from '../../../server/core/api';
import { useAudits } from '../../api/audits';
import { FilterSelect } from '../../components/FilterSelect';
import { SegmentedControl } from '../../components/SegmentedControl';
import { COUNTED_TEXT } from '../../components/vocabulary-text';
import { useText, type TextKey } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { SHOWN, type CoverageFilters, type Shown } from './coverage-url';

interface Props {
  readonly filters: CoverageFilters;
  readonly show: Shown;
  readonly set: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** What the heatmap counts and shows: the *Count* and *Show* switches, content type, locale, and which saved audit. */
export const CoverageBar = ({ filters, show, set }: Props) => {
  const text = useText();
  const { contentTypes, locales } = useNaming();
  const { data: audits = [] } = useAudits();
  const saved = audits.filter(({ name, id }) => name !== null || id === filters.audit);

  return (
    <Flex justifyContent="space-between" gap={3} wrap="wrap" paddingBottom={4}>
      <Flex gap={4} wrap="wrap">
        <SegmentedControl
          label={text('counted.label')}
          value={filters.counted}
          onChange={(counted) => set({ counted: counted === 'published' ? undefined : counted })}
          options={COUNTED.map((value) => ({ value, label: text(COUNTED_TEXT[value]) }))}
        />
        <SegmentedControl
          label={text('show.label')}
          value={show}
          onChange={(shown) => set({ show: shown === 'coverage' ? undefined : shown })}
          options={SHOWN.map((value) => ({ value, label: text(SHOWN_TEXT[value]) }))}
        />
      </Flex>
      <Flex gap={2} wrap="wrap">
        {contentTypes.length > 1 && (
          <FilterSelect
            label={text('filter.contentType')}
            placeholder={text('filter.contentType.all')}
            options={contentTypes.map(({ uid, displayName }) => ({ value: uid, label: displayName }))}
            value={filters.contentType}
            onChange={(contentType) => set({ contentType })}
          />
        )}
        {locales.length > 1 && (
          <FilterSelect
            label={text('filter.locale')}
            placeholder={text('filter.locale.all')}
            options={locales.map(({ code, name }) => ({ value: code, label: name }))}
            value={filters.locale}
            onChange={(locale) => set({ locale })}
          />
        )}
        {saved.length > 0 && (
          <FilterSelect
            label={text('filter.audit')}
            placeholder={text('filter.audit.now')}
            options={saved.map(({ id, name }) => ({ value: String(id), label: name ?? text('audit.unnamed') }))}
            value={filters.audit === undefined ? undefined : String(filters.audit)}
            onChange={(audit) => set({ audit })}
          />
        )}
      </Flex>
    </Flex>
  );
};

const SHOWN_TEXT = {
  coverage: 'nav.coverage',
  views: 'inventory.column.views',
  'never-consumed': 'nav.neverConsumed',
} as const satisfies Record<Shown, TextKey>;
