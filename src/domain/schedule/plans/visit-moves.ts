/** A plan as the moves every other part knows: what a command sends, a draft takes over and a check looks at. */
import type { Id } from '../../ids.ts';
import type { VisitMove } from '../arrangements/visit-move.ts';
import type { PlanProposal, PlanVisit } from './question.ts';

/** What nobody takes goes back to the tray at its own time; of a crew the others go without who is out. */
export function visitMovesOf(
  { moves, unplaced }: Pick<PlanProposal, 'moves' | 'unplaced'>,
  visits: { get(id: Id): Pick<PlanVisit, 'plannedStart' | 'end'> | undefined },
): readonly VisitMove[] {
  return [
    ...moves.map(({ appointmentId, start, end, from, to }) => ({
      appointmentId,
      start,
      end,
      technicians: from === to ? [] : [{ from, to }],
    })),
    ...unplaced.flatMap(({ appointmentId, from }) => {
      const visit = visits.get(appointmentId);
      if (from === null || !visit) return [];
      return [
        { appointmentId, start: visit.plannedStart, end: visit.end, technicians: [{ from, to: null }] },
      ];
    }),
  ];
}
