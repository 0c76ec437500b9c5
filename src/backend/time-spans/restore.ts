/** After an undo that touched time off, non-job events or shifts: their time and the feed follow. */
import type { Transaction } from '#db/database.ts';
import type { CommandContext } from '../write/context.ts';
import type { Saved } from '../write/save.ts';
import { type SpanKind, spansChanged } from './commands.ts';

const SPAN_KINDS: readonly SpanKind[] = ['timeOff', 'nonJobEvent', 'shift'];

export async function restoreSpans(tx: Transaction, context: CommandContext, saved: Saved): Promise<void> {
  for (const kind of SPAN_KINDS) {
    const ids = saved.changes.filter((change) => change.kind === kind).map((change) => change.after.id);
    if (ids.length > 0) await spansChanged(tx, context, saved.operationId, kind, ids, `${kind}.changed`);
  }
}
