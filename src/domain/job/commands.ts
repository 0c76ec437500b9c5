/**
 * Every command on a job card (domain-rules §2), as data. `decideJob` in `decide.ts` answers each with the next
 * card or a refusal. Times default to the server's clock before they get here: the domain has none.
 */
import type { Id } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { JobPriority, ReasonCode } from './job-card.ts';

/** A visit made from another one, which says how long it is. Ids are made by the caller. */
export type MadeVisit = {
  readonly id: Id;
  readonly start: Instant;
  readonly windowStart: Instant | null;
  readonly windowEnd: Instant | null;
  readonly technicians: readonly { readonly id: Id; readonly technicianId: Id }[];
};

export type JobCommand =
  // the job
  | {
      readonly type: 'update';
      readonly changes: {
        readonly summary?: string;
        readonly jobTypeId?: Id;
        readonly businessUnitId?: Id;
        readonly priority?: JobPriority;
        readonly billToCustomerId?: Id;
        readonly campaignId?: Id;
        readonly customerPo?: string;
        readonly tagIds?: readonly Id[];
        readonly customFields?: Readonly<Record<string, string>>;
        readonly externalKey?: string | null;
      };
    }
  | { readonly type: 'holdJob'; readonly reasonId: Id; readonly memo: string }
  | { readonly type: 'resumeJob' }
  | { readonly type: 'cancelJob'; readonly reasonId: Id; readonly memo: string }
  | { readonly type: 'cancelJob'; readonly reasonId: null; readonly code: ReasonCode; readonly memo: string }
  | { readonly type: 'removeCancellation' }
  | { readonly type: 'completeJob'; readonly completedOn: Instant }
  | { readonly type: 'reopenJob' }
  // appointments
  | {
      readonly type: 'addAppointment';
      readonly appointmentId: Id;
      readonly start: Instant;
      readonly end: Instant;
      readonly windowStart: Instant | null;
      readonly windowEnd: Instant | null;
      readonly specialInstructions: string;
    }
  | {
      readonly type: 'reschedule';
      readonly appointmentId: Id;
      readonly start?: Instant;
      readonly end?: Instant;
      readonly windowStart?: Instant | null;
      readonly windowEnd?: Instant | null;
      readonly cancelDispatch?: boolean;
      readonly overrideReason?: string;
    }
  | {
      readonly type: 'holdAppointment';
      readonly appointmentId: Id;
      readonly reasonId: Id;
      readonly memo: string;
    }
  | { readonly type: 'releaseAppointment'; readonly appointmentId: Id }
  | { readonly type: 'confirm'; readonly appointmentId: Id }
  | { readonly type: 'unconfirm'; readonly appointmentId: Id }
  | { readonly type: 'setInstructions'; readonly appointmentId: Id; readonly text: string }
  | { readonly type: 'setExternalKey'; readonly appointmentId: Id; readonly externalKey: string | null }
  | { readonly type: 'deleteAppointment'; readonly appointmentId: Id }
  | {
      /** Ends it at `at`; `second` is as long as what is left. */
      readonly type: 'splitAppointment';
      readonly appointmentId: Id;
      readonly at: Instant;
      readonly second: MadeVisit;
      readonly cancelDispatch?: boolean;
      readonly overrideReason?: string;
    }
  | {
      readonly type: 'duplicateAppointment';
      readonly appointmentId: Id;
      readonly copy: MadeVisit;
      readonly overrideReason?: string;
    }
  // assignments
  | {
      readonly type: 'assign';
      readonly appointmentId: Id;
      /** One new assignment per technician; `id` is made by the caller. */
      readonly technicians: readonly { readonly id: Id; readonly technicianId: Id }[];
      readonly overrideReason?: string;
    }
  | {
      readonly type: 'unassign';
      readonly appointmentId: Id;
      readonly technicianIds: readonly Id[];
    }
  | {
      /** Unassign + assign + new times in one, all or nothing. `from` null: from the tray. */
      readonly type: 'reassign';
      readonly appointmentId: Id;
      readonly fromTechnicianId: Id | null;
      readonly to: { readonly id: Id; readonly technicianId: Id };
      readonly start: Instant;
      readonly end: Instant;
      readonly cancelDispatch?: boolean;
      readonly overrideReason?: string;
    }
  | {
      /** Everybody off, into a holding lane, at a time; all or nothing. What is left out of the time stays. */
      readonly type: 'park';
      readonly appointmentId: Id;
      readonly holdingLaneId: Id;
      readonly start?: Instant;
      readonly end?: Instant;
      readonly cancelDispatch?: boolean;
    }
  /** Out of its holding lane, back to the tray. */
  | { readonly type: 'unpark'; readonly appointmentId: Id }
  | {
      readonly type: 'dispatch' | 'cancelDispatch' | 'arrive' | 'pause' | 'resumeWork';
      readonly appointmentId: Id;
      readonly technicianId: Id;
      readonly at: Instant;
    }
  | {
      readonly type: 'leave';
      readonly appointmentId: Id;
      readonly technicianId: Id;
      readonly at: Instant;
      /** true: not finished, the assignment goes back to Scheduled for a later visit. */
      readonly comingBack?: boolean;
    };

export type JobCommandType = JobCommand['type'];

/** Who decides and when: the domain has no clock and no session. */
export type DecisionContext = {
  readonly now: Instant;
  readonly actorId: Id;
  /** Technicians of this card who have an active Working, unpaused assignment on another job's appointment. */
  readonly workingElsewhere: ReadonlySet<Id>;
};
