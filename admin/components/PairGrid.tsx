import type { ReactNode } from 'react';

interface Named {
  readonly key: string;
  readonly name: string;
}

interface Props {
  /** Where nothing around the table names it. */
  readonly label?: string;
  readonly className?: string;
  readonly personas: readonly Named[];
  readonly stages: readonly Named[];
  /** The `td` of one pair. */
  readonly cell: (persona: Named, stage: Named) => ReactNode;
}

/** Personas × stages as a plain table, with a heading for each row and column. */
export const PairGrid = ({ label, className, personas, stages, cell }: Props) => (
  <table className={className} aria-label={label}>
    <thead>
      <tr>
        <td />
        {stages.map(({ key, name }) => (
          <th key={key} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {personas.map((persona) => (
        <tr key={persona.key}>
          <th scope="row">{persona.name}</th>
          {stages.map((stage) => cell(persona, stage))}
        </tr>
      ))}
    </tbody>
  </table>
);
