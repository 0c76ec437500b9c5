/** For every route of `contract/routes/board.ts` a request that succeeds. */
import type { board } from '#contract/routes/board.ts';
import type { Id } from '#domain/ids.ts';
import { ana, expectedOf, freeHours, freshCard, type Maker } from '../fresh-cards.ts';
import type { Ground } from '../ground.ts';
import { plain, type RequestsOf, versionOf } from './makers.ts';

const onSpan =
  (kind: 'timeOff' | 'nonJobEvent' | 'shift', table: string, id: (ground: Ground) => Id): Maker =>
  async (ground) => ({
    params: { id: id(ground) },
    body: {
      expected: [{ kind, id: id(ground), version: await versionOf(ground, table, id(ground)) }],
      changes: freeHours(),
    },
  });
const newSpan: Maker = async (ground) => ({
  body: { technicianId: ground.company.technicianIds[2]!, ...freeHours() },
});

export const boardRequests: RequestsOf<typeof board> = {
  'setup.get': plain,
  'board.day': async () => ({ query: { day: '2026-11-21', timeZone: 'America/New_York' } }),
  'timeOff.add': newSpan,
  // Ana's: the others' spans are stretched to the end of time by what the sweep tries.
  'timeOff.absorb': async (ground) => {
    const { technicianId } = ana(ground);
    const card = await freshCard(ground, [], [technicianId]);
    const [visit] = card.appointments;
    const { id: appointmentId, start, end } = visit!;
    const moves = [{ appointmentId, start, end, technicians: [{ from: technicianId, to: null }] }];
    return { body: { technicianId, start, end, label: 'Sick', moves, expected: expectedOf(card) } };
  },
  'timeOff.change': onSpan('timeOff', 'time_off', ({ mine }) => mine.timeOffId),
  'nonJobEvents.add': newSpan,
  'nonJobEvents.change': onSpan('nonJobEvent', 'non_job_events', ({ mine }) => mine.nonJobEventId),
  'shifts.add': newSpan,
  'shifts.change': onSpan('shift', 'shifts', ({ mine }) => mine.shiftId),
};
