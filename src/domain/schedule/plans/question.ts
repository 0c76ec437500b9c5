/** What a plan of a day is made from, and what it says. */
import type { Id } from '../../ids.ts';
import type { AppointmentStatus, AssignmentStatus } from '../../job/job-card.ts';
import type { Instant, Span } from '../../time.ts';
import type { Bound } from '../suggestions/binding.ts';
import type { Factor } from '../suggestions/factors.ts';
import type { Suggestion, SuggestionDay, WantedVisit } from '../suggestions/question.ts';
import type { Figures } from './figures.ts';

/** A visit of the day, `plannedStart` to `end`. `sourceId`: what its time goes by in the lane. */
export type PlanVisit = WantedVisit & {
  readonly end: Instant;
  readonly status: AppointmentStatus;
  readonly assignments: readonly {
    readonly technicianId: Id;
    readonly sourceId: Id;
    readonly status: AssignmentStatus;
    readonly pausedOn: Instant | null;
  }[];
};

/** Lanes are those that may take work; `visits` all of the day, unassigned ones too. */
export type PlanDay = SuggestionDay & { readonly visits: readonly PlanVisit[] };

export type Absence = Span & { readonly technicianId: Id };

export type PlanQuestion = {
  /** null: nobody is out, the day is to be made better as it is. */
  readonly absence: Absence | null;
  /** What may move beside the visits of who is out; without an absence also what nobody has yet. */
  readonly movable: ReadonlySet<Id>;
  /** Stay as they are, whatever the plan gains. */
  readonly pinned: ReadonlySet<Id>;
  /** How long a visit may run past the end of a shift: 0 unless asked. */
  readonly mostOvertimeMinutes: number;
};

/**
 * `absent`: who had it is out; `waiting`: nobody had it; `room`: its place is needed for those in `roomFor`; `tight`:
 * there was too little time for a drive; `zone`: to whose zone and unit it belongs; `drive`: the rounds are shorter so.
 */
export type MoveCause = 'absent' | 'waiting' | 'room' | 'tight' | 'zone' | 'drive';

export type PlannedMove = Span & {
  readonly appointmentId: Id;
  readonly before: Span;
  /** null: nobody had it. The same as `to`: only the time changes. */
  readonly from: Id | null;
  readonly to: Id;
  /** Others go there as well, at this time: only who was out is replaced. */
  readonly isCrew: boolean;
  readonly cause: MoveCause;
  readonly roomFor: readonly Id[];
  /** What the new place costs, as a suggestion says it. */
  readonly factors: readonly Factor[];
};

/** `costs`: there is a place, late or in overtime, which a plan does not take by itself. */
export type Unplaced = {
  readonly appointmentId: Id;
  /** Who had it and is out; null: nobody had it. */
  readonly from: Id | null;
  readonly isCrew: boolean;
  readonly reason:
    | ({ readonly kind: 'bound' } & Bound)
    | { readonly kind: 'costs'; readonly place: Suggestion };
};

/** Who is out has begun it, is on the way, or was there: nobody moves that but a person. */
export type Stuck = { readonly appointmentId: Id; readonly status: AppointmentStatus };

export type PlanProposal = {
  /** Those of who is out first, then by start. */
  readonly moves: readonly PlannedMove[];
  readonly unplaced: readonly Unplaced[];
  readonly stuck: readonly Stuck[];
  readonly before: Figures;
  readonly after: Figures;
};
