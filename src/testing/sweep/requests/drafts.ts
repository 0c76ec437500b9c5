/** For every route of `contract/routes/drafts.ts` a request that succeeds. */
import type { Draft } from '#contract/draft.ts';
import type { BodyIn } from '#contract/endpoints.ts';
import type { drafts } from '#contract/routes/drafts.ts';
import { day } from '#domain/time.ts';
import { ana, expectedOf, freeHours, freshCard } from '../fresh-cards.ts';
import type { Ground, Who } from '../ground.ts';
import { send } from '../send.ts';
import { fresh, type RequestsOf } from './makers.ts';

/** A visit somebody has, and a draft that gives it to somebody else at another time. */
async function forked(ground: Ground) {
  const card = await freshCard(ground, [], [ana(ground).technicianId]);
  const visit = card.appointments[0]!;
  const to = freeHours();
  const other = ground.company.technicianIds[1]!;
  const step = {
    appointmentId: visit.id,
    jobNumber: card.job.number,
    time: { from: { start: visit.start, end: visit.end }, to },
    crew: { from: [visit.assignments[0]!.technicianId], to: [other] },
  };
  const body: BodyIn<'drafts.create'> = {
    name: `Draft ${fresh()}`,
    day: day('2026-11-25'),
    timeZone: 'America/New_York',
    shared: true,
    steps: [{ moves: [step] }],
  };
  const technicians = [{ from: visit.assignments[0]!.technicianId, to: other }];
  return { card, body, moves: [{ appointmentId: visit.id, ...to, technicians }] };
}

/** A draft of the caller's own: nobody changes another's. */
async function made(ground: Ground, who: Who = 'admin') {
  const fork = await forked(ground);
  const answer = await send(ground.as(who), 'drafts.create', { body: fork.body });
  return { ...fork, draft: (await answer.json()) as Draft };
}

export const draftsRequests: RequestsOf<typeof drafts> = {
  'drafts.list': async () => ({}),
  'drafts.get': async (ground, who) => ({ params: { id: (await made(ground, who)).draft.id } }),
  'drafts.create': async (ground) => ({ body: (await forked(ground)).body }),
  'drafts.change': async (ground, who) => {
    const { draft, body } = await made(ground, who);
    return {
      params: { id: draft.id },
      body: { version: draft.version, changes: { name: 'Another name', steps: body.steps } },
    };
  },
  'drafts.publish': async (ground, who) => {
    const { draft, card, moves } = await made(ground, who);
    return { params: { id: draft.id }, body: { moves, expected: expectedOf(card) } };
  },
};
