/** Puts the answer of a job command into everything that shows the job, before the mutation counts as done. */
import type { QueryClient } from '@tanstack/react-query';
import type { BoardDay } from '#contract/board.ts';
import type { JobCardView } from '#contract/job.ts';
import { putAppointment, putJob } from './live/fold-board.ts';
import { noteSeen } from './live/seen.ts';

export function applyCards(client: QueryClient, cards: readonly JobCardView[]): void {
  for (const card of cards) {
    noteSeen('job', card.job.id, card.job.version);
    for (const { id, version } of card.appointments) noteSeen('appointment', id, version);
    client.setQueryData<JobCardView>(['jobs', 'detail', card.job.id], (known) =>
      known && known.job.version > card.job.version ? known : card,
    );
  }
  client.setQueriesData<BoardDay>(
    { queryKey: ['board', 'day'] },
    (day) => day && cards.reduce(withCard, day),
  );
}

function withCard(day: BoardDay, card: JobCardView): BoardDay {
  const there = new Set(card.appointments.map(({ id }) => id));
  const left = day.appointments.filter((one) => one.jobId !== card.job.id || there.has(one.id));
  const kept = left.length === day.appointments.length ? day : { ...day, appointments: left };
  return putJob(card.appointments.reduce(putAppointment, kept), card.job);
}
