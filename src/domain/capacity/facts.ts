/** What the rules of capacity (domain-rules §4) know: who works when, what is promised, what is held back. */
import type { Id } from '../ids.ts';
import type { JobPriority } from '../job/job-card.ts';
import type { Day } from '../time.ts';
import type { MinuteSpan } from './minute-spans.ts';

export type CapacityTechnician = {
  readonly id: Id;
  readonly active: boolean;
  readonly businessUnitId: Id;
  readonly skillIds: readonly Id[];
  /** Dispatch zones; none: works anywhere. */
  readonly zoneIds: readonly Id[];
  readonly shifts: readonly MinuteSpan[];
  /** Work, time off and non-job events. */
  readonly taken: readonly MinuteSpan[];
};

/** A visit promised in a window to which nobody is assigned yet: it will take somebody's time. */
export type WaitingVisit = {
  readonly window: MinuteSpan;
  readonly minutes: number;
  readonly skillIds: readonly Id[];
  readonly zoneId: Id | null;
};

/** The booking a window is asked for. */
export type CapacityAsk = {
  readonly businessUnitId: Id;
  readonly jobTypeId: Id;
  readonly priority: JobPriority;
  readonly skillIds: readonly Id[];
  /** Dispatch zone of the place; null: unknown, so no technician is left out for it. */
  readonly zoneId: Id | null;
  readonly minutes: number;
};

export type AskedWindow = MinuteSpan & {
  readonly day: Day;
  /** `08:00-10:00`, local hours of the place. */
  readonly key: string;
  /** Minutes since midnight on the clock of the place. */
  readonly startMinute: number;
};

/** What is null fits every booking. */
export type CapacityRule = {
  readonly businessUnitId: Id | null;
  readonly jobTypeId: Id | null;
  readonly priority: JobPriority | null;
  /** Windows that begin in [startMinute, endMinute); both or none. */
  readonly startMinute: number | null;
  readonly endMinute: number | null;
  readonly reservePercent: number;
  readonly overbookPercent: number;
  readonly active: boolean;
};
