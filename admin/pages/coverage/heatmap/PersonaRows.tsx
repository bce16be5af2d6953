import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { NOT_SET, type Persona, type Priority, type Stage } from '../../../../server/core/vocabulary';
import { useText, type TextKey } from '../../../components/text';
import { CellButton } from './CellButton';
import { CountButton } from './CountButton';
import { cellId, TOTAL } from './heatmap-model';
import { Purchase } from './Purchase';
import { isOpen, totalLink, type Scene } from './scene';
import { Total } from './Total';

/** The personas' rows; many of them under headings. */
export const PersonaRows = ({ scene }: { readonly scene: Scene }) => {
  const text = useText();
  const { model } = scene;
  const columns =
    model.buyer.length + model.customer.length + 2 + Number(model.showsPurchase) + Number(model.showsStageNotSet);
  const headingText = (heading: string) =>
    isPriority(heading) ? text(PRIORITY_TEXT[heading]) : heading || text('group.none');
  return (
    <>
      {model.groups.map(({ heading, personas }) => (
        <tbody key={heading}>
          {heading !== null && (
            <tr>
              <GroupHeading scope="rowgroup" colSpan={columns}>
                <span>{headingText(heading)}</span>
              </GroupHeading>
            </tr>
          )}
          {personas.map((persona) => (
            <PersonaRow key={persona.key} persona={persona} scene={scene} />
          ))}
        </tbody>
      ))}
    </>
  );
};

const PersonaRow = ({ persona, scene }: { readonly persona: Persona; readonly scene: Scene }) => {
  const text = useText();
  const { model, coverage, focusProps, onOpen } = scene;
  const { key, name } = persona;
  const handoff = model.handoff(key);

  const cellAt = (stage: Stage) => {
    const cell = model.cell(key, stage.key);
    return (
      <td key={stage.key}>
        {cell && (
          <CellButton
            cell={cell}
            name={text('cell.name', { persona: name, stage: stage.name })}
            sparse={coverage.sparse}
            open={isOpen(scene, key, stage.key)}
            onOpen={() => onOpen({ persona: key, stage: stage.key })}
            focusProps={focusProps}
          />
        )}
      </td>
    );
  };

  return (
    <tr>
      <th scope="row">
        <Typography variant="pi" fontWeight="bold" textColor="neutral800" tag="span" title={persona.description}>
          {name}
        </Typography>
        <Note>
          {text('persona.note', { does: text(doesText(persona)), priority: text(PRIORITY_TEXT[persona.priority]) })}
        </Note>
      </th>
      {model.buyer.map(cellAt)}
      {model.showsPurchase && <td>{handoff && <Purchase handoff={handoff} />}</td>}
      {model.customer.map(cellAt)}
      {model.showsStageNotSet && (
        <td>
          <CountButton
            name={text('cell.name', { persona: name, stage: text('stage.notSet') })}
            count={model.stageNotSet(key)}
            open={isOpen(scene, key, NOT_SET)}
            onOpen={() => onOpen({ persona: key, stage: NOT_SET })}
            focus={focusProps(cellId(key, NOT_SET))}
          />
        </td>
      )}
      <td>
        <Total
          name={text('total.of', { name })}
          count={coverage.totals.personas[key] ?? { current: 0, old: 0 }}
          largest={largestTotal(coverage.totals.personas)}
          to={totalLink(scene, { persona: key })}
          focus={focusProps(cellId(key, TOTAL))}
        />
      </td>
    </tr>
  );
};

/** The longest bar's number among totals of one axis. */
export const largestTotal = (totals: Readonly<Record<string, { readonly current: number }>>): number =>
  Math.max(0, ...Object.values(totals).map(({ current }) => current));

const PRIORITY_TEXT = { primary: 'priority.primary', secondary: 'priority.secondary' } as const satisfies Record<
  Priority,
  TextKey
>;

const isPriority = (heading: string): heading is Priority => heading in PRIORITY_TEXT;

const doesText = ({ buys, uses }: Persona): TextKey => {
  if (buys && uses) return 'persona.buysAndUses';
  if (buys) return 'persona.buys';
  return 'persona.uses';
};

/** The quiet line under a row's name. */
export const Note = styled.span`
  display: block;
  font-size: 1.1rem;
  font-weight: 400;
  line-height: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral600};

  [data-dense] & {
    display: none;
  }
`;

const GroupHeading = styled.th`
  padding: 0.8rem 0.8rem 0;
  text-align: left;

  span {
    position: sticky;
    left: 0.8rem;
    font-size: 1.1rem;
    letter-spacing: 0.05em;
    text-transform: uppercase;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;
