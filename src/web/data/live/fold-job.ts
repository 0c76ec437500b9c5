/** A job card, or the row a list shows of it, and a change make the card after it. Pure; the same object when unchanged. */
import type { ChangeEvent } from '#contract/history.ts';
import type { AppointmentView, JobCardView, JobSummary, JobView } from '#contract/job.ts';
import { withJob } from './fold-board.ts';

export function foldJobCard(card: JobCardView, event: ChangeEvent): JobCardView {
  if (event.kind === 'appointment') return putVisit(card, event.record);
  if (event.kind === 'invoice') {
    return event.record.id === card.invoice.id ? { ...card, invoice: event.record } : card;
  }
  if (event.kind === 'job') {
    const job = event.record;
    if (job.id !== card.job.id || job.version < card.job.version) return card;
    return { ...card, job, appointments: card.appointments.map((one) => withJob(one, job)) };
  }
  if (event.kind === 'customer' && event.record.id === card.job.customerId) {
    const customerName = event.record.name;
    return {
      ...card,
      job: { ...card.job, customerName },
      appointments: card.appointments.map((one) => ({ ...one, customerName })),
    };
  }
  return card;
}

function putVisit(card: JobCardView, visit: AppointmentView): JobCardView {
  if (visit.jobId !== card.job.id) return card;
  const known = card.appointments.find(({ id }) => id === visit.id);
  if (known && known.version > visit.version) return card;
  if (!known && !visit.active) return card;
  const others = card.appointments.filter(({ id }) => id !== visit.id);
  const appointments = visit.active ? [...others, visit].sort((a, b) => a.number - b.number) : others;
  return { ...card, appointments };
}

/** A list's row after a change of its job. Times and technicians are its visits'; a row's address is the shorter one. */
export function rowWithJob(row: JobSummary, job: JobView): JobSummary {
  if (row.id !== job.id) return row;
  const { status, jobTypeId, businessUnitId, priority, summary, customerName, tagIds, completedOn } = job;
  return {
    ...row,
    status,
    jobTypeId,
    businessUnitId,
    priority,
    summary,
    customerName,
    tagIds,
    completedOn,
  };
}
