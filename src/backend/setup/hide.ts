import { ProblemError } from '#contract/problem.ts';
import type { Expected } from '#contract/scalars.ts';
import type { SetupRecord } from '#contract/setup-record.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { checkVersions } from '../write/stale.ts';
import { labelOf, lockSetup, saveSetup } from './records.ts';
import { toldRecords } from './told.ts';

/** Several at once, all or none, one step to undo. Throws record.not_found, request.stale, request.versions_missing. */
export async function hideSetupRecords(
  tx: Transaction,
  context: CommandContext,
  { kind, expected, active }: { kind: SetupKind; expected?: Expected; active: boolean },
): Promise<{ operationId: Id; items: SetupRecord[] }> {
  const ids = (expected ?? []).filter((one) => one.kind === kind).map(({ id }) => id);
  if (ids.length === 0) throw new ProblemError('request.versions_missing', { kind });
  await lockSetup(tx);
  const stored = await loadRecords(tx, kind, ids, { lock: true });
  if (stored.length < new Set(ids).size) throw new ProblemError('record.not_found', { kind });
  await checkVersions(
    tx,
    expected,
    stored.map(({ id, version }) => ({ kind, id, version, touches: ['active'] })),
  );
  const changes = stored.map((before) => ({
    kind,
    before,
    after: { ...before, active },
    label: labelOf(kind, before),
  }));
  const operationId = await saveSetup(tx, context, kind, 'changed', changes);
  return { operationId, items: await toldRecords(tx, kind, await loadRecords(tx, kind, ids)) };
}
