/** Filling up what lies where. */
import type { replenishment as rows } from '#contract/routes/replenishment.ts';
import { proposalsFor } from '../replenishment/proposals.ts';
import { raiseProposals } from '../replenishment/raise.ts';
import { created, type Handlers, ok } from './ask.ts';

export const replenishmentHandlers: Handlers<keyof typeof rows> = {
  'replenishment.list': ({ tx, context, query: { levels, used } }) =>
    ok(proposalsFor(tx, context.now, { levels, used: used === 'true' })),
  'replenishment.raise': ({ tx, context, body }) => created(raiseProposals(tx, context, body)),
};
