/** For every route of `contract/routes/administration.ts` a request that succeeds. */

import type { administration } from '#contract/routes/administration.ts';
import type { Id } from '#domain/ids.ts';
import { send } from '../send.ts';
import { plain, type RequestsOf } from './makers.ts';
import { sessionRequests } from './session.ts';

export const administrationRequests: RequestsOf<typeof administration> = {
  'audit.list': plain,
  'users.endSessions': async (ground) => {
    const person = await sessionRequests['users.create'](ground);
    const answer = await send(ground.as('admin'), 'users.create', person);
    return { params: { id: ((await answer.json()) as { id: Id }).id } };
  },
};
