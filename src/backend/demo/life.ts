/** What has become of a visit by now, told through the same commands an office would have given. */
import type { Id } from '#domain/ids.ts';
import type { JobCommand } from '#domain/job/commands.ts';
import { decideJob } from '#domain/job/decide.ts';
import type { JobCard } from '#domain/job/job-card.ts';
import { addMinutes, type Instant, minutesBetween } from '#domain/time.ts';
import type { Dice } from './random.ts';
import type { DemoSetUp } from './set-up.ts';

/** `finished`: was being worked on, and is brought to its end. */
export type Fate =
  | 'finished'
  | 'planned'
  | 'confirmed'
  | 'dispatched'
  | 'working'
  | 'paused'
  | 'done'
  | 'held'
  | 'canceled';

/** Today by the clock: over is done, begun is being worked on, near is on the way, the rest is planned. */
export function fateAt(chance: Dice, start: Instant, end: Instant, now: Instant): Fate {
  if (chance.happens(0.03)) return 'canceled';
  if (addMinutes(end, 10) <= now) return 'done';
  if (addMinutes(start, 10) <= now) return 'working';
  if (addMinutes(start, -25) <= now) return 'dispatched';
  return chance.happens(0.7) ? 'confirmed' : 'planned';
}

/** The past is over: nearly all done, a few canceled. */
export const pastFate = (chance: Dice): Fate => (chance.happens(0.04) ? 'canceled' : 'done');

/** A command of an office, and when it was given. */
export type Step = { readonly at: Instant; readonly command: JobCommand };

/** The card after a step. A refusal is a fault of the demo, not of its reader. */
export function decided(card: JobCard, { at, command }: Step, actorId: Id): JobCard {
  const decision = decideJob(card, command, { now: at, actorId, workingElsewhere: new Set() });
  if (!decision.ok) throw new Error(`The demo's ${command.type} was refused: ${decision.refusal.code}`);
  return decision.value;
}

/** What an office did until the visit had become what it is. */
export function stepsTo(card: JobCard, fate: Fate, chance: Dice, setUp: DemoSetUp): Step[] {
  const { id: appointmentId, start, end } = card.appointments[0]!;
  const technicianId = card.assignments[0]?.technicianId;
  const confirm: Step = { at: card.job.bookedOn, command: { type: 'confirm', appointmentId } };
  if (fate === 'planned') return [];
  if (fate === 'finished') {
    const arrivals = card.assignments.flatMap((one) =>
      [one.arrivedOn, one.pausedOn, one.resumedOn].filter((at) => at !== null),
    );
    const completedOn = [end, ...arrivals].sort().at(-1)!;
    return [{ at: completedOn, command: { type: 'completeJob', completedOn } }];
  }
  if (fate === 'confirmed') return [confirm];
  if (fate === 'canceled') {
    const reasonId = chance.pick(setUp.cancelReasonIds);
    return [{ at: addMinutes(start, -60), command: { type: 'cancelJob', reasonId, memo: '' } }];
  }
  if (fate === 'held') {
    const reasonId = chance.pick(setUp.holdReasonIds);
    return [
      {
        at: addMinutes(start, -90),
        command: { type: 'holdAppointment', appointmentId, reasonId, memo: 'Motor ordered' },
      },
    ];
  }
  if (technicianId === undefined) return [confirm];
  const arrived = addMinutes(start, chance.between(-5, 8));
  const left = addMinutes(
    arrived,
    Math.max(15, Math.round(minutesBetween(start, end) * (0.7 + chance.next() * 0.35))),
  );
  const step = (at: Instant, type: 'dispatch' | 'arrive' | 'pause' | 'leave'): Step => ({
    at,
    command: { type, appointmentId, technicianId, at },
  });
  const dispatched = [confirm, step(addMinutes(start, -chance.between(15, 30)), 'dispatch')];
  const working = [...dispatched, step(arrived, 'arrive')];
  if (fate === 'dispatched') return dispatched;
  if (fate === 'working') return working;
  if (fate === 'paused') return [...working, step(addMinutes(arrived, 20), 'pause')];
  const completed: Step = { at: left, command: { type: 'completeJob', completedOn: left } };
  return [...working, step(left, 'leave'), completed];
}
