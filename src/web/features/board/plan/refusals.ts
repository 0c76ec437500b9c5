/** What the server says against a plan, by visit, so that each move shows its own. */
import { problemOf } from '../../../lib/api.ts';
import type { Wording } from '../../../lib/refusal-params.ts';
import { toldError, toldText } from '../../../lib/told-text.ts';
import { refusedRows } from '../arrange/refused-rows.ts';

export type Refusals = { readonly byVisit: ReadonlyMap<number, string>; readonly text: string };

type Clash = { readonly code: string; readonly visit?: { readonly id: number } };

/** Of a plan that was sent; `text` is about all of it. */
export function refusalsOf(error: unknown, wording: Wording): Refusals {
  const problem = problemOf(error);
  const byVisit = new Map<number, string>();
  if (!problem) return { byVisit, text: toldError(error, wording) };
  const { conflicts, appointmentId, id } = problem.params;
  for (const row of refusedRows(problem))
    byVisit.set(row.id, toldText(row.refusal.code, row.refusal.params, wording));
  for (const conflict of Array.isArray(conflicts) ? (conflicts as Clash[]) : []) {
    if (conflict.visit)
      byVisit.set(conflict.visit.id, toldText('schedule.conflict', { conflicts: [conflict] }, wording));
  }
  if (problem.code === 'request.stale') {
    const who = typeof problem.params.byName === 'string' ? problem.params.byName : 'Somebody else';
    byVisit.set(Number(appointmentId ?? id), `${who} changed it in the meantime.`);
    return { byVisit, text: 'The day has changed: nothing was published. Work the plan out again.' };
  }
  return {
    byVisit,
    text: byVisit.size > 0 ? 'Nothing was published: see below.' : toldError(error, wording),
  };
}
