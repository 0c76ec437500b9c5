import { describe, expect, test } from 'vitest';
import { ANNA, BEN, give, having, makeCard, SECOND_VISIT, VISIT } from './card.fixture.ts';
import type { JobCommand } from './commands.ts';
import { jobGate } from './gate.ts';
import { nextStepOf } from './next-step.ts';
import { JOB_COMMANDS } from './transitions.ts';

const nobody = makeCard({ assignments: [] });
const anna = makeCard();
const on = (type: string, technicianIds: readonly number[], appointmentId = VISIT) => ({
  type,
  appointmentId,
  technicianIds,
});

describe('what comes next on a job', () => {
  test.each([
    ['Scheduled, nobody assigned', nobody, [], { type: 'assign', appointmentId: VISIT }],
    ['Scheduled, Anna assigned', anna, [], on('dispatch', [ANNA])],
    ['Scheduled, both assigned', anna, [give.assign(BEN)], on('dispatch', [ANNA, BEN])],
    ['Dispatched', anna, [give.dispatch()], on('arrive', [ANNA])],
    [
      'Dispatched, the other one not yet on the way',
      anna,
      [give.assign(BEN), give.dispatch()],
      on('arrive', [ANNA]),
    ],
    ['InProgress, at work', anna, [give.arrive()], { type: 'completeJob' }],
    ['InProgress, paused', anna, [give.arrive(), give.pause()], on('resumeWork', [ANNA])],
    ['InProgress, all visits done', anna, [give.arrive(), give.leave()], { type: 'completeJob' }],
    [
      'InProgress, a further visit nobody has',
      anna,
      [give.arrive(), give.leave(), give.addVisit()],
      { type: 'assign', appointmentId: SECOND_VISIT },
    ],
    [
      'InProgress, the further visit is Ben’s',
      anna,
      [give.arrive(), give.leave(), give.addVisit(), give.assign(BEN, SECOND_VISIT)],
      on('dispatch', [BEN], SECOND_VISIT),
    ],
    ['InProgress, left to come back', anna, [give.arrive(), give.leaveForNow()], on('dispatch', [ANNA])],
    [
      'the first visit on hold, the second planned',
      anna,
      [give.addVisit(), give.holdVisit()],
      { type: 'assign', appointmentId: SECOND_VISIT },
    ],
    ['Hold', anna, [give.hold()], { type: 'resumeJob' }],
    ['Completed', anna, [give.arrive(), give.complete()], { type: 'reopenJob' }],
    ['Canceled', anna, [give.cancel()], { type: 'removeCancellation' }],
  ] as const satisfies readonly (readonly [string, typeof anna, readonly JobCommand[], object])[])(
    '%s',
    (_, card, commands, next) => {
      expect(nextStepOf(having(card, ...commands))).toEqual(next);
    },
  );

  test('a step on the whole job that comes next is one its status allows', () => {
    const cards = [
      having(anna, give.hold()),
      having(anna, give.arrive(), give.complete()),
      having(anna, give.cancel()),
      having(anna, give.arrive()),
    ];
    for (const card of cards) {
      const { type } = nextStepOf(card);
      const command = JOB_COMMANDS.find((one) => one === type);
      expect(command && jobGate(card, command), type).toBeNull();
    }
  });
});
