import { useEffect, useMemo, useRef } from 'react';
import { VisuallyHidden } from '@strapi/design-system';
import type { CoverageBody } from '../../../../server/core/api';
import { EVERYONE, NOT_SET } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import type { CoverageFilters, Shown } from '../coverage-url';
import { selectionId, type Selection } from '../selection';
import type { useExpanded } from '../use-expanded';
import { ColumnWidths, minWidthOf } from './ColumnWidths';
import { CountRow } from './CountRow';
import { Scroller, Table } from './Frame';
import { heatmapModel } from './heatmap-model';
import { HeatmapHead } from './HeatmapHead';
import { PersonaRow } from './PersonaRow';
import { PersonaRows } from './PersonaRows';
import { QuietRows } from './QuietRows';
import type { Scene } from './scene';
import { CAPTION_TEXT } from './show-text';
import { TotalsRow } from './TotalsRow';
import { cellElement, useRovingFocus } from './use-roving-focus';

interface Props {
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
  readonly show: Shown;
  readonly selection: Selection | null;
  readonly onOpen: (selection: Selection) => void;
  readonly expanded: ReturnType<typeof useExpanded>;
}

/** Personas × stages as a real table: one tab stop, arrow keys inside, Enter or a click opens what it is about. */
export const Heatmap = ({ coverage, filters, show, selection, onOpen, expanded }: Props) => {
  const text = useText();
  const { journeys, rows, toggle, toggleRow } = expanded;
  const model = useMemo(() => heatmapModel(coverage, journeys, rows), [coverage, journeys, rows]);
  const { table, onKeyDown, focusProps } = useRovingFocus(model);
  const linked = useRef(selection);
  useEffect(() => {
    // Only for a link that somebody sent: on a click nothing moves under the pointer.
    if (linked.current) cellElement(table.current, selectionId(linked.current))?.scrollIntoView(NEAREST);
  }, [table]);
  const scene: Scene = {
    coverage,
    model,
    filters,
    show,
    selection,
    onOpen,
    onToggleRow: toggleRow,
    focusProps,
  };

  return (
    <Scroller $underDrawer={selection !== null} $isTall={model.dense}>
      <Table
        ref={table}
        onKeyDown={onKeyDown}
        $minWidth={minWidthOf(model)}
        {...(model.dense && { 'data-dense': true })}
      >
        <VisuallyHidden tag="caption">{text(CAPTION_TEXT[show])}</VisuallyHidden>
        <ColumnWidths model={model} />
        <HeatmapHead scene={scene} onToggle={toggle} />
        <PersonaRows model={model}>
          {(persona) => <PersonaRow key={persona.key} persona={persona} scene={scene} />}
        </PersonaRows>
        {!model.quiet.isFolded && <QuietRows scene={scene} />}
        <tbody>
          {model.showsEveryone && (
            <CountRow
              scene={scene}
              persona={EVERYONE}
              title={text('persona.everyone')}
              note={text('persona.everyone.note')}
              facts={model.everyone}
            />
          )}
          {model.showsPersonaNotSet && (
            <CountRow
              scene={scene}
              persona={NOT_SET}
              title={text('persona.notSet')}
              note={text('persona.notSet.note')}
              facts={model.personaNotSet}
            />
          )}
          <TotalsRow scene={scene} />
        </tbody>
        {model.quiet.isFolded && <QuietRows scene={scene} />}
      </Table>
    </Scroller>
  );
};

const NEAREST = { block: 'nearest', inline: 'nearest' } as const;
