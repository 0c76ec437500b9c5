/** Job cards as the contract shows them. */
import type { JobCardView } from '#contract/job.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { grouped } from '../write/grouped.ts';
import { jobInvoices } from './invoice-views.ts';
import { appointmentViewsOf, jobViews } from './views.ts';

/** Cards in id order. */
export async function cardViews(tx: Transaction, jobIds: readonly Id[]): Promise<JobCardView[]> {
  const jobs = await jobViews(tx, jobIds);
  const appointments = grouped(await appointmentViewsOf(tx, { jobIds }), (one) => one.jobId);
  const invoices = await jobInvoices(tx, jobIds);
  return jobs.map((job) => ({
    job,
    appointments: appointments.get(job.id) ?? [],
    invoice: invoices.get(job.id)!,
  }));
}

/** One card, or 404: unknown, another tenant's, or of a business unit the actor is confined from (domain-rules §9). */
export async function cardView(tx: Transaction, actor: Actor, jobId: Id): Promise<JobCardView> {
  const [card] = await cardViews(tx, [jobId]);
  if (!card || (actor.businessUnitIds && !actor.businessUnitIds.includes(card.job.businessUnitId))) {
    throw new ProblemError('record.not_found', { kind: 'job' });
  }
  return card;
}
