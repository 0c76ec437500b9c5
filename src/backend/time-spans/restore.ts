/** After an undo that touched time off, non-job events or shifts: their time and the feed follow. */
import type { Transaction } from '#db/database.ts';
import { SPAN_KINDS } from '#domain/schedule/spans.ts';
import { eventName } from '../changes/event-names.ts';
import type { CommandContext } from '../write/context.ts';
import type { Saved } from '../write/save.ts';
import { spansChanged } from './commands.ts';

export async function restoreSpans(tx: Transaction, context: CommandContext, saved: Saved): Promise<void> {
  for (const kind of SPAN_KINDS) {
    const ids = saved.changes.filter((change) => change.kind === kind).map((change) => change.after.id);
    if (ids.length > 0)
      await spansChanged(tx, context, saved.operationId, kind, ids, eventName(kind, 'changed'));
  }
}
