/** What a recall or warranty job most likely is, from the job it is about (domain-rules §2). */
import type { Id } from '../ids.ts';
import type { Job } from './job-card.ts';
import { isMapped, type JobTypeReference } from './references.ts';

export const ORIGINAL_KINDS = ['recall', 'warranty'] as const;
export type OriginalKind = (typeof ORIGINAL_KINDS)[number];

type NamedType = JobTypeReference & { readonly name: string };
type Proposal = Pick<Job, 'priority'> & { readonly jobTypeId: Id | null; readonly businessUnitId: Id | null };

/**
 * The unit's own type for such work where the company has one (its name says so), else the type of the job it is about;
 * null: it is not in use any more, or not done by the unit. Unit and priority are those of that job.
 */
export function recallProposal(
  kind: OriginalKind,
  { jobTypeId, businessUnitId, priority }: Pick<Job, 'jobTypeId' | 'businessUnitId' | 'priority'>,
  {
    jobTypes,
    businessUnits,
  }: {
    readonly jobTypes: readonly NamedType[];
    readonly businessUnits: readonly { readonly id: Id; readonly active: boolean }[];
  },
): Proposal {
  const usable = jobTypes.filter((type) => type.active && isMapped(type, businessUnitId));
  const ownType = usable.find(({ name }) => wordsOf(name).includes(kind));
  const sameType = usable.find(({ id }) => id === jobTypeId);
  const unit = businessUnits.find(({ id }) => id === businessUnitId);
  return {
    jobTypeId: (ownType ?? sameType)?.id ?? null,
    businessUnitId: unit?.active ? unit.id : null,
    priority,
  };
}

const wordsOf = (name: string): string[] => name.toLowerCase().split(/[^\p{L}]+/u);
