import type { NamedEntry, UndoConflict } from '../../core/placing-api';
import { Refusal } from '../../core/refusal';

/** Entries named in a refusal. */
const NAMED = 100;

/** Somebody changed entries since, so that putting them back would lose that. */
export class UndoRefusal extends Refusal {
  readonly conflict: UndoConflict;

  constructor(conflicts: readonly NamedEntry[], total: number) {
    const conflict = { entries: conflicts.slice(0, NAMED), total };
    const [one] = conflicts;
    const what = total === 1 ? `entry "${one?.documentId ?? ''}"` : `${total} entries`;
    super('conflict', `Somebody has changed ${what} since; nothing was undone.`, conflict);
    this.conflict = conflict;
  }
}
