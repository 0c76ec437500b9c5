import { describe, expect, test } from 'vitest';
import { isSameValue } from '../same-value.ts';
import { ANNA, at, BEN, give, having, makeCard, SECOND_VISIT, VISIT } from './card.fixture.ts';
import { assignmentsOf } from './card.ts';
import type { JobCommand, JobCommandType } from './commands.ts';
import { deriveStatuses } from './derive.ts';
import { FROZEN } from './freeze.ts';
import type { InvoiceSyncStatus, JobCard } from './job-card.ts';
import { given, reachable, STEPS, undone } from './restoration.fixture.ts';
import { decideRestoration } from './restoration.ts';

const posted = (card: JobCard, invoiceStatus: InvoiceSyncStatus = 'Posted') => ({ ...card, invoiceStatus });
const codeOf = (decision: ReturnType<typeof undone>): string =>
  decision.ok ? 'undone' : String(decision.refusal.params.because ?? decision.refusal.code);

/** What an undo amounts to, and so what the freeze says to it: `FROZEN` of the command that would do the same. */
const UNDOING: Readonly<Record<JobCommandType, JobCommandType | 'arrival' | 'never'>> = {
  update: 'update',
  holdJob: 'resumeJob',
  resumeJob: 'holdJob',
  cancelJob: 'removeCancellation',
  removeCancellation: 'cancelJob',
  completeJob: 'reopenJob', // refused by its own rule: needs a pending invoice
  reopenJob: 'completeJob',
  addAppointment: 'never', // taken back by deleteAppointment, in the backend
  reschedule: 'reschedule',
  holdAppointment: 'releaseAppointment',
  releaseAppointment: 'holdAppointment',
  confirm: 'unconfirm',
  unconfirm: 'confirm',
  setInstructions: 'setInstructions',
  setExternalKey: 'setExternalKey',
  deleteAppointment: 'addAppointment',
  splitAppointment: 'never', // the same, and its end comes back like a reschedule's
  duplicateAppointment: 'never',
  assign: 'unassign',
  unassign: 'assign',
  reassign: 'reassign',
  park: 'unpark',
  unpark: 'park',
  dispatch: 'cancelDispatch',
  cancelDispatch: 'dispatch',
  arrive: 'arrival',
  pause: 'resumeWork',
  resumeWork: 'pause',
  leave: 'resumeWork',
};

function frozenAnswer({ card, command, then }: Step): string {
  const undoing = UNDOING[command.type];
  if (undoing === 'arrival') return 'job.frozen';
  if (undoing === 'reopenJob') return 'job.invoice_not_pending';
  const cell = FROZEN[undoing as JobCommandType];
  if (cell !== 'billing') return cell === 'refused' ? 'job.frozen' : 'undone';
  const billing = ({ job }: JobCard) => [job.billToCustomerId, job.businessUnitId];
  return isSameValue(billing(card), billing(then)) ? 'undone' : 'job.frozen';
}

type Step = { readonly card: JobCard; readonly command: JobCommand; readonly then: JobCard };
const cards = reachable(3);
const steps = cards.flatMap((card) =>
  STEPS.flatMap((command) => {
    const then = command.type === 'addAppointment' ? null : given(card, command);
    return then ? [{ card, command, then }] : [];
  }),
);

describe('every step on every card three commands reach', { timeout: 30_000 }, () => {
  test('there is one of each command', () => {
    const makeVisits = ['addAppointment', 'splitAppointment', 'duplicateAppointment'];
    expect(new Set([...steps.map(({ command }) => command.type), ...makeVisits])).toEqual(
      new Set(Object.keys(FROZEN)),
    );
    expect(steps.length).toBeGreaterThan(5_000);
  });

  test('is undone at once to the card it was given on', () => {
    const wrong = steps.filter(({ card, then }) => {
      const decision = undone(card, then, then);
      return !decision.ok || !isSameValue(visible(decision.value), visible(card));
    });
    expect(wrong.map(({ command }) => command.type)).toEqual([]);
  });

  test.each(['Posted', 'Exported'] as const)(
    'is undone on a %s invoice only where a command could',
    (status) => {
      const wrong = steps.flatMap((step) => {
        const { card, command, then } = step;
        const code = codeOf(undone(posted(card, status), posted(then, status), posted(then, status)));
        return code === frozenAnswer(step) ? [] : [`${command.type}: ${code}`];
      });
      expect([...new Set(wrong)]).toEqual([]);
    },
  );
});

/** What is on the card for people: who was taken away, and by what, is not restored but repeated. */
const visible = (card: JobCard) => ({
  ...card,
  assignments: card.assignments.filter((one) => one.active).sort((a, b) => a.id - b.id),
});

describe('a step, a colleague’s step, and the undo of the first', { timeout: 30_000 }, () => {
  const trios = reachable(2).flatMap((card) =>
    STEPS.flatMap((command) => {
      const then = command.type === 'addAppointment' ? null : given(card, command);
      if (!then) return [];
      return STEPS.flatMap((other) => {
        const now = given(then, other);
        return now ? [{ command, other, card, then, now }] : [];
      });
    }),
  );
  const wrongs = (invoiceStatus: InvoiceSyncStatus, check: (now: JobCard, then: JobCard) => string[]) => {
    const found = trios.flatMap(({ command, other, card, then, now: pending }) => {
      const now = posted(pending, invoiceStatus);
      const decision = undone(card, then, now);
      return decision.ok
        ? check(now, decision.value).map((what) => `${command.type}, ${other.type}, undo: ${what}`)
        : [];
    });
    return [...new Set(found)];
  };

  test('never moves, holds or deletes a visit somebody has begun', () => {
    expect(trios.length).toBeGreaterThan(10_000);
    expect(
      wrongs('Pending', (now, result) =>
        begunVisits(now).flatMap((visit) => {
          const is = result.appointments.find(({ id }) => id === visit.id)!;
          const kept = is.start === visit.start && is.end === visit.end && is.active;
          return kept && (!is.hold || visit.hold) ? [] : [`visit ${visit.status}`];
        }),
      ),
    ).toEqual([]);
  });

  test('never leaves somebody on the way to another time than the one they were sent to', () => {
    expect(
      wrongs('Pending', (now, result) =>
        result.appointments.flatMap((is) => {
          const was = now.appointments.find(({ id }) => id === is.id)!;
          const sent = assignmentsOf(now, is.id).filter(({ status }) => status === 'Dispatched');
          const still = sent.filter(({ id }) =>
            assignmentsOf(result, is.id).some((one) => one.id === id && one.status === 'Dispatched'),
          );
          return still.length > 0 && (was.start !== is.start || was.end !== is.end) ? ['moved'] : [];
        }),
      ),
    ).toEqual([]);
  });

  test('always leads to a card that can be', () => {
    expect(wrongs('Pending', (_, result) => impossibilities(result))).toEqual([]);
  });

  test.each(['Posted', 'Exported'] as const)(
    'changes nothing on a %s invoice that stands still',
    (status) => {
      expect(
        wrongs(status, (now, result) => [
          ...impossibilities(result),
          ...(isSameValue(still(now), still(result)) ? [] : ['the plan or the bill-to']),
          ...result.assignments.flatMap((is) => {
            const was = now.assignments.find(({ id }) => id === is.id)!;
            const less = (was.active || !is.active) && RANK[is.status] <= RANK[was.status];
            return less ? [] : [`assignment ${was.status} to ${is.status}`];
          }),
        ]),
      ).toEqual([]);
    },
  );
});

const RANK = { Scheduled: 0, Dispatched: 1, Working: 2, Done: 2 };
const begunVisits = (card: JobCard) =>
  card.appointments.filter(
    (visit) =>
      visit.active &&
      assignmentsOf(card, visit.id).some(({ status }) => status === 'Working' || status === 'Done'),
  );
const still = ({ job, appointments }: JobCard) => ({
  billTo: job.billToCustomerId,
  unit: job.businessUnitId,
  canceled: job.canceled,
  visits: appointments.map(({ start, end, active, hold }) => ({ start, end, active, hold })),
});

function impossibilities(card: JobCard): string[] {
  const active = card.assignments.filter((one) => one.active);
  const over = card.job.canceled !== null || card.job.completedOn !== null;
  const visit = (id: number) => card.appointments.find((one) => one.id === id)!;
  const atWork = active.filter((one) => one.status === 'Working' && !one.paused);
  return [
    ...(isSameValue(deriveStatuses(card), card) ? [] : ['statuses are not the derived ones']),
    ...(over && active.some(({ status }) => status !== 'Done')
      ? ['somebody is planned for a job that is over']
      : []),
    ...(active.some((one) => one.status === 'Dispatched' && visit(one.appointmentId).hold)
      ? ['somebody is on the way to a visit on hold']
      : []),
    ...(active.some((one) => !visit(one.appointmentId).active) ? ['somebody is on a deleted visit'] : []),
    ...(new Set(atWork.map((one) => one.technicianId)).size < atWork.length ? ['somebody works twice'] : []),
    ...(card.job.hold && !['Hold', 'Canceled'].includes(card.job.status)
      ? ['a hold on a job that runs']
      : []),
  ];
}

describe('the undo an office would try', () => {
  const booked = makeCard();
  const moved: JobCommand = { type: 'reschedule', appointmentId: VISIT, start: at(13), end: at(15) };

  test('of a move, once a colleague has marked the technician as arrived or on the way', () => {
    const then = having(booked, moved);
    expect(undone(booked, then, having(then, give.arrive()))).toEqual({
      ok: false,
      refusal: {
        code: 'undo.not_possible',
        params: {
          because: 'appointment.not_in_status',
          appointmentId: VISIT,
          status: 'Working',
          command: 'reschedule',
        },
      },
    });
    expect(codeOf(undone(booked, then, having(then, give.dispatch())))).toBe(
      'appointment.dispatched_needs_cancel_dispatch',
    );
  });

  test('of a move that called somebody back sends them out again', () => {
    const sent = having(booked, give.dispatch());
    const then = having(sent, { ...moved, cancelDispatch: true } as JobCommand);
    const decision = undone(sent, then, then);
    expect(decision.ok && decision.value).toEqual(sent);
  });

  test('of a pause, while the technician has begun elsewhere', () => {
    const working = having(booked, give.arrive(9));
    const paused = having(working, give.pause(10));
    const restoration = [
      { kind: 'appointment', id: VISIT, fields: { technicians: assignmentsOf(working, VISIT) } },
    ];
    const decision = decideRestoration(paused, restoration, new Set([ANNA]));
    expect(codeOf(decision)).toBe('assignment.technician_working_elsewhere');
    expect(decideRestoration(paused, restoration, new Set([BEN])).ok).toBe(true);
  });

  test('of a departure, once the job was completed or canceled', () => {
    const working = having(booked, give.arrive(9));
    const left = having(working, give.leave(10));
    expect(codeOf(undone(working, left, having(left, give.complete(11))))).toBe('job.not_in_status');
    expect(codeOf(undone(working, left, having(left, give.cancel())))).toBe('appointment.not_in_status');
  });

  test('of bringing a job back, once somebody is at work on it', () => {
    const canceled = having(makeCard({ assignments: [] }), give.cancel());
    const back = having(canceled, give.removeCancellation());
    const assigned = having(back, give.assign(BEN));
    expect(codeOf(undone(canceled, back, having(assigned, give.arrive(9, BEN))))).toBe('job.someone_working');
    const decision = undone(canceled, back, assigned);
    expect(decision.ok && decision.value.assignments).toMatchObject([{ active: false, endedBy: 'cancel' }]);
  });

  test('of an invoice’s header, once it is posted', () => {
    const restoration = [{ kind: 'invoice', id: 5, fields: { customerId: 500 } }];
    expect(codeOf(decideRestoration(posted(booked), restoration, new Set()))).toBe('job.frozen');
    expect(decideRestoration(booked, restoration, new Set()).ok).toBe(true);
  });

  test('of a change of the payer, once the invoice is paid in part', () => {
    const restoration = [{ kind: 'job', id: 1, fields: { billToCustomerId: 777 } }];
    const paid = { ...booked, invoicePaidInPart: true };
    expect(codeOf(decideRestoration(paid, restoration, new Set()))).toBe('job.invoice_not_pending');
  });

  test('of a deletion brings the visit back with who was on it, unless the job is over', () => {
    const two = having(booked, give.addVisit(), give.assign(BEN, SECOND_VISIT));
    const then = having(two, give.remove(SECOND_VISIT));
    const decision = undone(two, then, then);
    expect(decision.ok && decision.value).toEqual(two);
    expect(codeOf(undone(two, then, having(then, give.complete(9))))).toBe('job.reopen_first');
  });
});
