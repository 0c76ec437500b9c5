/** A project: a folder of jobs at one location (domain-rules §3). */
import type { Id } from '../ids.ts';
import type { Day } from '../time.ts';

/** Days are the calendar's at the project's location. */
export type Project = {
  readonly id: Id;
  readonly number: number;
  readonly name: string;
  readonly description: string;
  readonly typeId: Id | null;
  readonly customerId: Id;
  readonly locationId: Id;
  readonly billToCustomerId: Id;
  /** null: the company has no statuses, or none was chosen yet. */
  readonly statusId: Id | null;
  /** Always one of the status. */
  readonly subStatusId: Id | null;
  readonly startsOn: Day | null;
  readonly targetCompletion: Day | null;
  readonly actualCompletion: Day | null;
  readonly managerUserIds: readonly Id[];
  readonly managerTechnicianIds: readonly Id[];
  readonly tagIds: readonly Id[];
  readonly customFields: Readonly<Record<string, string>>;
  /** The budget's, for good: amounts would mean something else in another. */
  readonly currency: string;
  readonly externalKey: string | null;
  readonly active: boolean;
};

/** What may be changed on one; its customer, location, number and currency stay. */
export type ProjectChanges = Partial<
  Omit<Project, 'id' | 'number' | 'customerId' | 'locationId' | 'currency'>
>;

/** A status the company has defined. `closes`: a project in it is over. */
export type ProjectStatus = {
  readonly id: Id;
  readonly closes: boolean;
  readonly active: boolean;
  readonly subStatuses: readonly { readonly id: Id; readonly active: boolean }[];
};

export const BUDGET_KINDS = ['Labor', 'Material', 'Other'] as const;
export type BudgetKind = (typeof BUDGET_KINDS)[number];
