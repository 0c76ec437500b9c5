/** Capacity. */
import type { capacity as rows } from '#contract/routes/capacity.ts';
import { lintCompany } from '../capacity/lint.ts';
import { capacityWindows } from '../capacity/windows.ts';
import { type Handlers, ok } from './ask.ts';

export const capacityHandlers: Handlers<keyof typeof rows> = {
  'capacity.windows': ({ tx, context, query }) => ok(capacityWindows(tx, context, query)),
  'capacity.lint': ({ tx, context }) => ok(lintCompany(tx, context.now)),
};
