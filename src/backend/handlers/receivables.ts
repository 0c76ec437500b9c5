/** What customers owe. */
import { openingTemplate } from '#contract/opening-import.ts';
import type { receivables as rows } from '#contract/routes/receivables.ts';
import { auditedCheck } from '../list-imports/audited-check.ts';
import { csvFile } from '../list-imports/csv-file.ts';
import { ageingOf, openDocumentsOf } from '../receivables/ageing.ts';
import { checkOpeningImport, importOpening } from '../receivables/opening-import.ts';
import { type Handlers, ok } from './ask.ts';

export const receivablesHandlers: Handlers<keyof typeof rows> = {
  'receivables.ageing': ({ tx, context, query }) => ok(ageingOf(tx, context, query)),
  'receivables.open': ({ tx, context, query }) => ok(openDocumentsOf(tx, context, query)),
  'receivables.importTemplate': async () => csvFile('opening-balances.csv', openingTemplate()),
  'receivables.checkImport': ({ tx, context, body }) =>
    ok(auditedCheck(tx, context, 'invoice.check-import', checkOpeningImport(tx, context, body))),
  'receivables.import': ({ tx, context, body }) => ok(importOpening(tx, context, body)),
};
