import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameValue } from '../same-value.ts';
import { occupanciesOf } from '../schedule/occupancies.ts';
import { addMinutes } from '../time.ts';
import {
  ANNA,
  at,
  BEN,
  context,
  eight,
  give,
  having,
  makeCard,
  SECOND_VISIT,
  VISIT,
} from './card.fixture.ts';
import { isParked } from './card.ts';
import type { JobCommand, JobCommandType } from './commands.ts';
import { commandsFor } from './commands-for.ts';
import { decideJob } from './decide.ts';
import { deriveStatuses, isUnfinished } from './derive.ts';
import { FROZEN } from './freeze.ts';
import { type Assignment, INVOICE_SYNC_STATUSES, type JobCard } from './job-card.ts';

/** Drawn numbers; the step's own number makes new ids and lets time pass, though stamps may be dated back. */
type Draw = {
  readonly type: number;
  readonly visit: number;
  readonly who: number;
  readonly hours: number;
  readonly flag: boolean;
  /** How the command is chosen: among those a screen offers, or among all. */
  readonly among: 'work' | 'visit' | 'job' | 'all';
};

function commandFrom(draw: Draw, step: number, card: JobCard): JobCommand {
  const appointmentId = draw.visit === 0 ? VISIT : SECOND_VISIT;
  const technicianId = 1 + draw.who;
  const offered = {
    work: () => commandsFor(card, { appointmentId, technicianId }),
    visit: () => commandsFor(card, { appointmentId }),
    job: () => commandsFor(card),
    all: () => [],
  }[draw.among]();
  const types = offered.length > 0 ? offered : COMMANDS;
  return made(types[draw.type % types.length]!, draw, step);
}

function made(type: JobCommandType, draw: Draw, step: number): JobCommand {
  const appointmentId = draw.visit === 0 ? VISIT : SECOND_VISIT;
  const technicianId = 1 + draw.who;
  const start = at(8 + draw.hours);
  const times = { start, end: addMinutes(start, draw.hours === 9 ? -30 : 90) };
  const stamp = {
    appointmentId,
    technicianId,
    at: addMinutes(eight, step * 20 - (draw.flag ? 0 : draw.hours * 15)),
  };
  const reason = { reasonId: 7, memo: '' };
  const id = 1000 + step;
  switch (type) {
    case 'update':
      return { type, changes: { summary: `step ${step}` } };
    case 'holdJob':
    case 'cancelJob':
      return { type, ...reason };
    case 'resumeJob':
    case 'removeCancellation':
    case 'reopenJob':
      return { type };
    case 'completeJob':
      return { type, completedOn: stamp.at };
    case 'addAppointment':
      return {
        type,
        appointmentId: id,
        ...times,
        windowStart: null,
        windowEnd: null,
        specialInstructions: '',
      };
    case 'reschedule':
      return { type, appointmentId, ...times, cancelDispatch: draw.flag };
    case 'holdAppointment':
      return { type, appointmentId, ...reason };
    case 'releaseAppointment':
    case 'confirm':
    case 'unconfirm':
    case 'deleteAppointment':
      return { type, appointmentId };
    case 'setInstructions':
      return { type, appointmentId, text: 'x' };
    case 'setExternalKey':
      return { type, appointmentId, externalKey: 'x' };
    case 'splitAppointment': {
      const technicians = draw.flag ? [{ id: id + 5000, technicianId }] : [];
      const second = { id, start, windowStart: null, windowEnd: null, technicians };
      return { type, appointmentId, at: start, second, cancelDispatch: draw.flag };
    }
    case 'duplicateAppointment': {
      const technicians = draw.flag ? [{ id: id + 5000, technicianId }] : [];
      return { type, appointmentId, copy: { id, start, windowStart: null, windowEnd: null, technicians } };
    }
    case 'assign':
      return { type, appointmentId, technicians: [{ id, technicianId }] };
    case 'unassign':
      return { type, appointmentId, technicianIds: [technicianId] };
    case 'reassign': {
      const to = { id, technicianId: 1 + (draw.hours % 3) };
      const fromTechnicianId = draw.flag ? technicianId : null;
      return { type, appointmentId, fromTechnicianId, to, ...times, cancelDispatch: draw.hours > 5 };
    }
    case 'park':
      return { type, appointmentId, holdingLaneId: 71 + draw.who, ...times, cancelDispatch: draw.flag };
    case 'unpark':
      return { type, appointmentId };
    case 'leave':
      return { type, ...stamp, comingBack: draw.flag };
    default:
      return { type, ...stamp };
  }
}

const COMMANDS = Object.keys(FROZEN) as JobCommandType[];
const STAMPS = ['dispatchedOn', 'arrivedOn', 'workStartedOn', 'pausedOn', 'resumedOn', 'doneOn'] as const;

/** Thrown rather than expected: `expect` costs more than the rules it would check here, 100,000 times. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
}
const isUnique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

function checkAssignment(now: Assignment, before: Assignment | undefined): void {
  const { status, arrivedOn, doneOn, workStartedOn } = now;
  must((status !== 'Working' && status !== 'Done') || arrivedOn !== null, 'who works or is done has arrived');
  must((doneOn !== null) === (status === 'Done'), 'done and only done has a stamp for it');
  must(status !== 'Dispatched' || now.dispatchedOn !== null, 'who is on the way was dispatched');
  must(!now.paused || status === 'Working', 'only work is paused');
  must(now.active === (now.endedBy === null), 'what is ended says by what');
  must(!doneOn || !workStartedOn || doneOn >= workStartedOn, 'done after the start');
  for (const stamp of STAMPS) {
    const [was, is] = [before?.[stamp] ?? null, now[stamp]];
    must(!was || !is || is >= was, `${stamp} never goes backwards`);
    must(!was || is !== null || stamp === 'dispatchedOn', `${stamp} is never taken back`);
  }
}

function checkCard(card: JobCard, before: JobCard): void {
  const { job, appointments, assignments } = card;
  must(isSameValue(deriveStatuses(card), card), 'statuses are the derived ones');
  const active = assignments.filter((one) => one.active);
  const atWork = active.filter((one) => one.status === 'Working' && !one.paused);
  must(isUnique(atWork.map((one) => one.technicianId)), 'a technician works in one place at a time');
  must(
    isUnique(active.map((one) => `${one.appointmentId} ${one.technicianId}`)),
    'nobody is on a visit twice',
  );
  must(isUnique(appointments.map((one) => one.number)), 'visits are numbered apart');
  must(
    appointments.some((one) => one.active),
    'a job has a visit',
  );
  for (const one of appointments) {
    must(one.end > one.start, 'the end is after the start');
    must(
      !isParked(one) || active.every(({ appointmentId }) => appointmentId !== one.id),
      'what is parked is nobody’s',
    );
    must(['Hold', 'Canceled'].includes(one.status) || !one.hold || !one.active, 'what is held shows it');
  }
  for (const one of assignments) {
    checkAssignment(
      one,
      before.assignments.find((old) => old.id === one.id),
    );
  }
  if (job.status === 'Completed') {
    must(!appointments.some(isUnfinished), 'a completed job has nothing unfinished');
    must(
      active.every((one) => one.status === 'Done'),
      'a completed job has nobody left to come',
    );
  }
  must(!job.hold || ['Hold', 'Canceled'].includes(job.status), 'a job with a hold is on hold');
  const late = active.find((one) => one.arrivedOn && job.completedOn && one.arrivedOn > job.completedOn);
  must(!late, 'nobody arrives after completion');
  checkTime(card, active);
}

function checkTime(card: JobCard, active: readonly Assignment[]): void {
  const visits = new Map(card.appointments.map((one) => [one.id, one]));
  for (const { sourceId, start, end } of occupanciesOf(card)) {
    must(end > start, 'time taken is some time');
    const visit = visits.get(active.find((one) => one.id === sourceId)?.appointmentId ?? 0);
    must(visit?.active === true && !visit.hold, 'time is taken by visits that take place');
  }
}

/** What a screen does not offer must be refused, whatever has happened before. */
function checkOffer(card: JobCard, command: JobCommand, allowed: boolean): void {
  const { type } = command;
  if (type === 'unassign' || type === 'reassign') return; // offered on the technician they name
  const on =
    !('appointmentId' in command) || type === 'addAppointment'
      ? undefined
      : 'technicianId' in command
        ? { appointmentId: command.appointmentId, technicianId: command.technicianId }
        : { appointmentId: command.appointmentId };
  must(!allowed || commandsFor(card, on).includes(type), `${type} is offered when it is allowed`);
}

test('whatever is commanded in whatever order, a job card stays one that can be', () => {
  const draws = fc.array(
    fc.record({
      type: fc.nat(),
      visit: fc.integer({ min: 0, max: 1 }),
      who: fc.integer({ min: 0, max: 2 }),
      hours: fc.integer({ min: 0, max: 9 }),
      flag: fc.boolean(),
      among: fc.constantFrom(
        'work' as const,
        'work' as const,
        'work' as const,
        'visit' as const,
        'job' as const,
        'all' as const,
      ),
    }),
    { minLength: 30, maxLength: 60 },
  );
  const start = having(
    makeCard(),
    give.addVisit(),
    give.assign(BEN),
    give.assign(ANNA, SECOND_VISIT),
    give.assign(3, SECOND_VISIT),
  );
  let allowedOnes = 0;
  let unreachable: readonly string[] = ['Working', 'Done', 'Dispatched', 'Hold', 'Canceled', 'Unused'];
  fc.assert(
    fc.property(
      draws,
      fc.constantFrom(...INVOICE_SYNC_STATUSES, 'Pending' as const),
      (steps, invoiceStatus) => {
        let card = start;
        steps.forEach((draw, step) => {
          // the invoice is posted somewhere on the way
          if (step === 30) card = { ...card, invoiceStatus };
          const command = commandFrom(draw, step + 1, card);
          const decision = decideJob(card, command, context());
          checkOffer(card, command, decision.ok);
          if (!decision.ok) return;
          checkCard(decision.value, card);
          card = decision.value;
          allowedOnes++;
          unreachable = unreachable.filter((status) =>
            card.appointments.every((one) => one.status !== status),
          );
        });
      },
    ),
    { numRuns: 150 },
  );
  // the drawing is good for something: a fair share of commands pass, and every status is met
  expect(allowedOnes).toBeGreaterThan(1500);
  expect(unreachable).toEqual([]);
});
