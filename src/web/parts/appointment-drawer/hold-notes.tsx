import type { AppointmentView, JobView } from '#contract/job.ts';
import { formatDayTime } from '../../lib/format.ts';
import { reasonText } from '../../lib/reason-text.ts';

/** Why it is held or canceled, by whom and when. */
export function HoldNotes({
  visit,
  job,
  zone,
}: {
  visit: AppointmentView;
  job: JobView | undefined;
  zone: string;
}) {
  const notes = [['On hold', visit.hold] as const, ['Canceled', job?.canceled ?? null] as const].flatMap(
    ([word, given]) => (given ? [{ word, given }] : []),
  );
  return notes.map(({ word, given }) => (
    <p key={word} className="rounded-md bg-status-hold-bg px-2.5 py-1.5 text-status-hold-fg">
      <b className="font-semibold">
        {word}: {reasonText(given)}
      </b>
      {given.memo && ` – ${given.memo}`}
      <span className="block text-xs">
        {given.byName}, {formatDayTime(given.at, zone)}
      </span>
    </p>
  ));
}
