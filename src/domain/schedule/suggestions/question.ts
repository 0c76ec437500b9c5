/** What a suggestion is made from, and what it says. */
import type { Id } from '../../ids.ts';
import type { Instant, Span } from '../../time.ts';
import type { AppointmentFacts, TechnicianFacts } from '../facts.ts';
import type { Occupancy } from '../occupancy.ts';
import type { Place, TravelAssumptions } from '../travel.ts';
import type { Factor } from './factors.ts';

/** A technician's day, as the guards know it; `home` is where the first drive begins. */
export type LaneFacts = {
  readonly known: TechnicianFacts;
  readonly taken: readonly Occupancy[];
  /** By the `sourceId` of what is taken: places and windows of the visits, as far as known. */
  readonly facts: { get(sourceId: Id): AppointmentFacts | undefined };
  readonly home: Place;
  readonly businessUnitId: Id;
};

/** `start` and `end` are the board day's; nothing is suggested before `now`. */
export type SuggestionDay = Span & {
  readonly now: Instant;
  readonly lanes: readonly LaneFacts[];
  readonly travel?: TravelAssumptions;
};

/** A visit nobody has yet. `plannedStart` is what the customer was told when there is no window. */
export type WantedVisit = AppointmentFacts & {
  readonly plannedStart: Instant;
  readonly durationMinutes: number;
  readonly businessUnitId: Id;
};

/** `score` is the sum of the factors' minutes, nothing else: the smallest is the best. */
export type Suggestion = {
  readonly technicianId: Id;
  readonly start: Instant;
  readonly end: Instant;
  readonly factors: readonly Factor[];
  readonly score: number;
};

/**
 * What keeps a visit out. `window`: it has to begin in it; `gaps`: other work and events stay where they are;
 * `shifts`: it begins within one, and nobody is off; `skills`. The first is the easiest to lift: the customer is asked
 * for another time before anybody's work is moved, that before somebody is called in, that before another is trained.
 */
export const LIMITS = ['window', 'gaps', 'shifts', 'skills'] as const;
export type Limit = (typeof LIMITS)[number];
