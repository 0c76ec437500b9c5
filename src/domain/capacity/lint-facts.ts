/** What the check of the set-up looks at: the set-up lists, and who works when. Minutes count from midnight in the unit's zone. */
import type { Id } from '../ids.ts';

type Named = { readonly id: Id; readonly name: string; readonly active: boolean };

export type LintFacts = {
  readonly units: readonly (Named & { readonly timeZone: string; readonly defaultCampaignId: Id | null })[];
  readonly jobTypes: readonly (Named & {
    readonly businessUnitIds: readonly Id[];
    readonly skillIds: readonly Id[];
    readonly durationMinutes: number;
    readonly keywords: string;
  })[];
  readonly technicians: readonly (Named & {
    readonly businessUnitId: Id;
    readonly skillIds: readonly Id[];
    readonly zoneIds: readonly Id[];
    /** Of the next two weeks. */
    readonly shifts: readonly {
      readonly weekday: number;
      readonly startMinute: number;
      readonly endMinute: number;
    }[];
  })[];
  readonly windows: readonly (Named & {
    readonly businessUnitId: Id | null;
    readonly startMinute: number;
    readonly endMinute: number;
    readonly weekdays: readonly number[];
  })[];
  readonly skills: readonly Named[];
  readonly zones: readonly Named[];
  readonly campaigns: readonly Named[];
  readonly rules: readonly (Named & {
    readonly businessUnitId: Id | null;
    readonly jobTypeId: Id | null;
    readonly reservePercent: number;
  })[];
  readonly customFields: readonly (Named & {
    readonly requiredAtBooking: boolean;
    readonly kind: string;
    readonly choices: readonly string[];
  })[];
  /** Locations with a time zone of their own that no active unit has. */
  readonly oddLocations: readonly {
    readonly id: Id;
    readonly name: string;
    readonly timeZone: string;
    readonly customerId: Id;
  }[];
};

/** Nobody does anything useful in less. */
export const SHORTEST_VISIT_MINUTES = 10;
export const SHORTEST_WINDOW_MINUTES = 30;

export const LINT_CODES = [
  'unit.noTechnician',
  'unit.noJobType',
  'unit.unknownTimeZone',
  'unit.campaignGone',
  'jobType.tooShort',
  'jobType.longerThanAnyShift',
  'jobType.noUnit',
  'jobType.unitGone',
  'jobType.skillGone',
  'jobType.nobodyCan',
  'jobType.sameWords',
  'technician.noShift',
  'technician.unitGone',
  'technician.skillGone',
  'technician.zoneGone',
  'window.tooShort',
  'window.noDay',
  'window.unitGone',
  'window.nobodyWorks',
  'window.overlaps',
  'skill.nobodyHas',
  'zone.nobodyCovers',
  'rule.reservesAll',
  'rule.referenceGone',
  'customField.requiredInactive',
  'customField.noChoice',
  'location.otherTimeZone',
] as const;
export type LintCode = (typeof LINT_CODES)[number];

export type Finding = {
  readonly code: LintCode;
  /** The record to mend. */
  readonly id: Id;
  readonly name: string;
  /** Names of others it is about, as far as the sentence needs them. */
  readonly about: readonly string[];
};
