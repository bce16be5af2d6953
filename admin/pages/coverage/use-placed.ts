import { useLocation, useNavigate } from 'react-router-dom';
import type { AuditBody } from '../../../server/core/api';
import type { OperationBody } from '../../../server/core/placing-api';

/** What the first run hands over to the heatmap. */
export interface JustPlaced {
  readonly placed: OperationBody | null;
  readonly addedRules: readonly string[];
}

/** What the first run has just placed, carried in the page's history so that its *Undo* survives a reload. */
export const usePlaced = (shown: AuditBody) => {
  const location = useLocation();
  const navigate = useNavigate();
  const state = location.state as Partial<JustPlaced> | null;
  const { placed: operation = null, addedRules = [] } = state ?? {};
  return {
    operation,
    addedRules,
    /** The first run has led here. */
    isSetUp: state?.placed !== undefined,
    /** The numbers on screen are from before. */
    isBehind: operation !== null && shown.startedAt < operation.at,
    close: () => navigate(`${location.pathname}${location.search}`, { replace: true, state: null }),
  };
};
