/**
 * Somebody is out: their time off and where their visits go, one step with one undo. The moves are a rearrangement
 * (`jobs/rearrange.ts`) with the same rules, messages and refusals; an override is not among them.
 */
import type { BodyOf, ResultOf } from '#contract/endpoints.ts';
import type { Transaction } from '#db/database.ts';
import { checkSpan } from '#domain/schedule/spans.ts';
import { moveVisits } from '../jobs/rearrange.ts';
import { loadReferences } from '../jobs/references.ts';
import type { CommandContext } from '../write/context.ts';
import { checkStandingKey } from '../write/external-key.ts';
import { newIds } from '../write/ids.ts';
import { must } from '../write/must.ts';
import { tellSpans } from './commands.ts';
import { takeTime } from './occupancy.ts';

/** @throws ProblemError as a rearrangement; record.not_found for a technician nobody knows */
export async function absorb(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'timeOff.absorb'>,
): Promise<ResultOf<'timeOff.absorb'>> {
  const { technicianId, start, end, label, externalKey, moves, memo, expected } = body;
  must(checkSpan('timeOff', { start, end }));
  await loadReferences(tx, { technician: [technicianId] });
  const [id] = await newIds(tx, 1);
  const off = { id: id!, technicianId, start, end, label, externalKey, active: true };
  await checkStandingKey(tx, context, 'timeOff', null, off);
  const written = await moveVisits(tx, context, { moves, memo, expected }, 'time-off.absorbed', async () => {
    // Before the visits are moved, so that none can come to whom is out; where they leave, the mark of the overlap goes.
    await takeTime(tx, 'timeOff', [off]);
    return [{ kind: 'timeOff', before: null, after: off, label: label || 'Time off' }];
  });
  const [record] = await tellSpans(tx, context, written.operationId, 'timeOff', [off.id], 'time-off.added');
  return { ...written, timeOff: { ...record!, label } };
}
