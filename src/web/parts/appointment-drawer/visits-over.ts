import type { AppointmentView, JobCardView } from '#contract/job.ts';
import { visitsToPlanAnew } from '#domain/job/returning.ts';
import type { Instant } from '#domain/time.ts';
import { domainCardOf } from './domain-card.ts';

/** Visits of a canceled job that would come back into the past: each needs a new time first (`domain/job/returning.ts`). */
export function visitsOver(card: JobCardView, now: Instant): readonly AppointmentView[] {
  if (card.job.status !== 'Canceled') return [];
  const ids = visitsToPlanAnew(domainCardOf(card), now).map((one) => one.id);
  return card.appointments.filter((one) => ids.includes(one.id));
}
