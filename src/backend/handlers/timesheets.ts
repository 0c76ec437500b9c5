/** Timesheets. */
import type { timesheets as rows } from '#contract/routes/timesheets.ts';
import { timesheetPage } from '../timesheets/queries.ts';
import { type Handlers, ok } from './ask.ts';

export const timesheetsHandlers: Handlers<keyof typeof rows> = {
  'timesheets.list': ({ tx, context, query }) => ok(timesheetPage(tx, context.actor, query, context.now)),
};
