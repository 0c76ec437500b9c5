/** A day of suggestions: Anna and Ben from the guards' fixture, and a visit downtown between eight and ten. */
import { instant, localTime } from '../../time.ts';
import type { AppointmentFacts } from '../facts.ts';
import { DOWNTOWN, facts, hour, takes, technician } from '../guards.fixture.ts';
import type { Occupancy } from '../occupancy.ts';
import type { LaneFacts, Suggestion, SuggestionDay, WantedVisit } from './question.ts';

/** Lives downtown, so that a first drive there takes no time. `visits` are downtown unless their facts are given. */
export const lane = (
  known: Partial<LaneFacts['known']> = {},
  taken: readonly Occupancy[] = [],
  factsOf: Readonly<Record<number, Partial<AppointmentFacts>>> = {},
): LaneFacts => {
  const who = technician(known);
  return {
    known: who,
    taken: taken.map((one) => ({ ...one, technicianId: who.id })),
    facts: new Map(
      taken
        .filter(({ kind }) => kind === 'assignment')
        .map(({ sourceId }) => [sourceId, facts(factsOf[sourceId])]),
    ),
    home: DOWNTOWN,
    businessUnitId: 1,
  };
};

/** At six in the morning. */
export const dayOf = (lanes: readonly LaneFacts[], changes: Partial<SuggestionDay> = {}): SuggestionDay => ({
  start: hour(0),
  end: hour(24),
  now: hour(6),
  lanes,
  ...changes,
});

/** An hour, between eight and ten. */
export const wanted = (changes: Partial<WantedVisit> = {}): WantedVisit => ({
  ...facts({ appointmentId: 7, windowStart: hour(8), windowEnd: hour(10) }),
  plannedStart: hour(8),
  durationMinutes: 60,
  businessUnitId: 1,
  ...changes,
});

export const off = (from: number, to: number) => takes(900, from, to, { kind: 'timeOff' });
export const meeting = (from: number, to: number) => takes(901, from, to, { kind: 'nonJobEvent' });

/** `1 08:15 drive 27, wait 2 = 29`. */
export const told = ({ technicianId, start, factors, score }: Suggestion): string =>
  `${technicianId} ${localTime(instant(start), 'UTC')} ${factors
    .map(({ kind, minutes }) => `${kind} ${minutes}`)
    .join(', ')} = ${score}`;
