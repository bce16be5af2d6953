import { Typography } from '@strapi/design-system';
import { NOT_SET, type Persona, type Stage } from '../../../../server/core/vocabulary';
import { useText, type TextKey } from '../../../components/text';
import { PRIORITY_TEXT } from '../../../components/vocabulary-text';
import { CellButton } from './CellButton';
import { CountButton } from './CountButton';
import { cellId, TOTAL } from './heatmap-model';
import { Purchase } from './Purchase';
import { largestTotal, Note } from './row-parts';
import { isOpen, totalLink, type Scene } from './scene';
import { Total } from './Total';

/** One persona over all stages, with its total. */
export const PersonaRow = ({ persona, scene }: { readonly persona: Persona; readonly scene: Scene }) => {
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

const doesText = ({ buys, uses }: Persona): TextKey => {
  if (buys && uses) return 'persona.buysAndUses';
  if (buys) return 'persona.buys';
  return 'persona.uses';
};
