import type { ImportChecked } from '#contract/list-imported.ts';
import type { Transaction } from '#db/database.ts';
import { auditDone } from '../write/audit-done.ts';
import type { CommandContext } from '../write/context.ts';

/** A check writes nothing but that it was asked for (R60): how many rows of what fate, never what is in them. */
export async function auditedCheck(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  checking: Promise<ImportChecked>,
): Promise<ImportChecked> {
  const check = await checking;
  await auditDone(tx, context, verb, undefined, { problem: check.problem?.code ?? null, ...check.counts });
  return check;
}
