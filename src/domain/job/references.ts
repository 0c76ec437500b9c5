/** What a job refers to, and whether it may (domain-rules §2, "Booking"): asked when booking and when changing a job. */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';

export type Reference = { readonly id: Id; readonly active: boolean };
/** `businessUnitIds` empty: the job type has no mapping and takes any business unit. */
export type JobTypeReference = Reference & { readonly businessUnitIds: readonly Id[] };

export const isMapped = (jobType: JobTypeReference, businessUnitId: Id): boolean =>
  jobType.businessUnitIds.length === 0 || jobType.businessUnitIds.includes(businessUnitId);

/** `kind` is the record's word: `campaign`, `technician` … */
export type NamedReference = Reference & { readonly kind: string };

export const inactiveAmong = (references: readonly NamedReference[]) =>
  references.filter(({ active }) => !active).map(({ kind, id }) => ({ kind, id }));

/** Refuses naming every inactive record at once. */
export function checkActive(references: readonly NamedReference[]): Decision<null> {
  const inactive = inactiveAmong(references);
  return inactive.length === 0 ? allow(null) : refuse('job.inactive_reference', { inactive });
}

/**
 * The references of a job after `update`. Only what the update changes has to be active: an old job may keep a
 * campaign that has ended since.
 */
export function checkChangedReferences(
  changed: {
    readonly jobType?: JobTypeReference;
    readonly businessUnit?: Reference;
    readonly campaign?: Reference;
    readonly billTo?: Reference;
    readonly tags?: readonly Reference[];
  },
  /** The job's type and unit as they will be. */
  after: { readonly jobType: JobTypeReference; readonly businessUnitId: Id },
): Decision<null> {
  const { tags = [], ...single } = changed;
  const active = checkActive([
    ...Object.entries(single).map(([kind, reference]) => ({
      kind,
      id: reference.id,
      active: reference.active,
    })),
    ...tags.map((tag) => ({ kind: 'tag', id: tag.id, active: tag.active })),
  ]);
  if (!active.ok || !(changed.jobType || changed.businessUnit)) return active;
  return isMapped(after.jobType, after.businessUnitId)
    ? allow(null)
    : refuse('job.business_unit_not_mapped', {
        businessUnitId: after.businessUnitId,
        jobTypeId: after.jobType.id,
      });
}
