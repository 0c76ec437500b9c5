/** What customers owe. */
import type { receivables as rows } from '#contract/routes/receivables.ts';
import { ageingOf, openDocumentsOf } from '../receivables/ageing.ts';
import { type Handlers, ok } from './ask.ts';

export const receivablesHandlers: Handlers<keyof typeof rows> = {
  'receivables.ageing': ({ tx, context, query }) => ok(ageingOf(tx, context, query)),
  'receivables.open': ({ tx, context, query }) => ok(openDocumentsOf(tx, context, query)),
};
