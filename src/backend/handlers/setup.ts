/** Set-up lists as records, the same commands for each area of them. */
import { inArea, type setupRecords as rows, type SetupVerb } from '#contract/routes/setup.ts';
import { exportSetup } from '../setup/export.ts';
import { hideSetupRecords } from '../setup/hide.ts';
import { importSetup } from '../setup/import.ts';
import { changeSetupRecord, createSetupRecord, setupRecords } from '../setup/records.ts';
import { usesOf } from '../setup/uses.ts';
import { type Answer, type Ask, created, type Handlers, idOf, ok } from './ask.ts';

type Command<V extends SetupVerb> = (
  ask: Pick<Ask<`setupRecords.${V}`>, 'tx' | 'context' | 'params' | 'body'>,
) => Promise<Answer>;
const commands: { readonly [V in SetupVerb]: Command<V> } = {
  list: ({ tx, params }) => ok(setupRecords(tx, params.kind)),
  create: ({ tx, context, body }) => created(createSetupRecord(tx, context, body)),
  change: ({ tx, context, params, body }) => ok(changeSetupRecord(tx, context, idOf(params), body)),
  uses: ({ tx, context, params }) => ok(usesOf(tx, context.actor, params.kind, params.id)),
  hide: ({ tx, context, body }) => ok(hideSetupRecords(tx, context, body)),
  export: ({ tx, params }) => exportSetup(tx, params.kind),
  import: ({ tx, context, body }) => ok(importSetup(tx, context, body)),
};

export const setupRecordsHandlers: Handlers<keyof typeof rows> = {
  ...inArea('setupRecords', commands),
  ...inArea('workPatterns', commands),
  ...inArea('laborCosts', commands),
  ...inArea('purchasing', commands),
  ...inArea('books', commands),
};
