/** What a schedule check finds, as codes and parameters; the sentences are made in `web/`. */
import type { Id } from '../ids.ts';
import type { Instant } from '../time.ts';

/**
 * Refused unless overridden with a reason by someone with the right (domain-rules §4). Worst first: this list and the
 * next are the one order in which consequences are told, under the bar in hand, to screen readers and in dialogs.
 */
export const CONFLICT_CODES = ['overlap', 'timeOff', 'nonJobEvent', 'inactiveTechnician'] as const;
export type ConflictCode = (typeof CONFLICT_CODES)[number];

/**
 * Shown before the drop, recorded if accepted (domain-rules §4). Worst first: who cannot do the work, then promises to
 * customers, then the zone, then what it costs; what comes with nearly every visit stands last.
 */
const WARNING_CODES = [
  'missingSkill',
  'pushesPastWindow',
  'outsideWindow',
  'otherZone',
  'outsideShift',
  'travelTooShort',
  'travelUnknown',
  'unconfirmed',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** `sourceId` is the wanted assignment (or time off, event) the finding is about. */
type About = { readonly technicianId: Id; readonly sourceId: Id };
type With<T> = Readonly<Record<string, unknown>> & About & T;

/** `start`, `end`: the other range; `sourceId` of the other in `otherSourceId`. */
export type Conflict =
  | { readonly code: 'inactiveTechnician'; readonly params: With<{ readonly start: Instant }> }
  | {
      readonly code: 'overlap' | 'timeOff' | 'nonJobEvent';
      readonly params: With<{
        readonly otherSourceId: Id;
        readonly start: Instant;
        readonly end: Instant;
        readonly overlapMinutes: number;
      }>;
    };

export type Warning =
  /** A later appointment would start after its window: `startsAt` and how late. */
  | {
      readonly code: 'pushesPastWindow';
      readonly params: With<{
        readonly otherSourceId: Id;
        readonly windowEnd: Instant;
        readonly startsAt: Instant;
        readonly lateMinutes: number;
      }>;
    }
  /** Negative minutes: too early; positive: too late. */
  | {
      readonly code: 'outsideWindow';
      readonly params: With<{
        readonly windowStart: Instant;
        readonly windowEnd: Instant;
        readonly minutes: number;
      }>;
    }
  | { readonly code: 'missingSkill'; readonly params: With<{ readonly skillIds: readonly Id[] }> }
  | { readonly code: 'outsideShift'; readonly params: With<{ readonly overtimeMinutes: number }> }
  | { readonly code: 'otherZone'; readonly params: With<{ readonly zoneId: Id }> }
  /** `from` is the one driven from, `to` the one driven to; `isKnown` false: counted with the default. */
  | {
      readonly code: 'travelTooShort';
      readonly params: With<{
        readonly fromSourceId: Id;
        readonly toSourceId: Id;
        readonly gapMinutes: number;
        readonly travelMinutes: number;
        readonly isKnown: boolean;
        /** As a `Drive`. */
        readonly isByRoad?: boolean;
      }>;
    }
  | {
      readonly code: 'travelUnknown';
      readonly params: With<{
        readonly fromSourceId: Id;
        readonly toSourceId: Id;
        readonly countedMinutes: number;
      }>;
    }
  | { readonly code: 'unconfirmed'; readonly params: With<{ readonly appointmentId: Id }> };

export type ScheduleCheck = { readonly hard: readonly Conflict[]; readonly soft: readonly Warning[] };

export type Consequence =
  | ({ readonly severity: 'hard' } & Conflict)
  | ({ readonly severity: 'soft' } & Warning);

const RANK: ReadonlyMap<string, number> = new Map(
  [...CONFLICT_CODES, ...WARNING_CODES].map((code, index) => [code, index]),
);

/** How much of it: the longest overlap, the latest arrival first. Codes without a measure keep their order. */
function extentOf({ params }: Consequence): number {
  const { overlapMinutes, lateMinutes, minutes, overtimeMinutes, gapMinutes, travelMinutes } = params;
  const short = typeof gapMinutes === 'number' ? Number(travelMinutes) - gapMinutes : undefined;
  const extent = overlapMinutes ?? lateMinutes ?? minutes ?? overtimeMinutes ?? short;
  return typeof extent === 'number' ? Math.abs(extent) : 0;
}

/** Everything a check found, worst first: hard before soft, by code, the larger extent first. */
export const summariseConsequences = ({ hard, soft }: ScheduleCheck): readonly Consequence[] =>
  [
    ...hard.map((conflict) => ({ severity: 'hard', ...conflict }) as const),
    ...soft.map((warning) => ({ severity: 'soft', ...warning }) as const),
  ].sort((a, b) => RANK.get(a.code)! - RANK.get(b.code)! || extentOf(b) - extentOf(a));
