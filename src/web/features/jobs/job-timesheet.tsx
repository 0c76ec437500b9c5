import { useQuery } from '@tanstack/react-query';
import { useCurrentUser } from '../../data/current-user.ts';
import { timesheetQueries } from '../../data/timesheets.ts';
import { formatDay, formatMinutes, formatTimeRange } from '../../lib/format.ts';
import { mayCall } from '../../lib/session.ts';

/** The days worked on a job, by technician and visit, from what was stamped; nothing before anybody was sent. */
export function JobTimesheet({ jobId, viewerZone }: { jobId: number; viewerZone: string }) {
  const may = mayCall(useCurrentUser(), 'timesheets.list');
  const { data } = useQuery({ ...timesheetQueries.ofJob(jobId), enabled: may });
  const entries = data?.items ?? [];
  if (entries.length === 0) return null;
  const total = (of: (entry: (typeof entries)[number]) => number) =>
    formatMinutes(entries.reduce((sum, entry) => sum + of(entry), 0));
  const days = new Set(entries.map(({ day }) => day)).size;
  return (
    <section aria-label="Time worked" className="mt-4">
      <h2 className="mb-1 flex min-h-7 items-center gap-1.5 font-semibold">
        Time worked{' '}
        <span className="font-normal text-muted tabular-nums">
          {days} {days === 1 ? 'day' : 'days'}, {total(({ workMinutes }) => workMinutes)} work,{' '}
          {total(({ travelMinutes }) => travelMinutes)} travel
        </span>
      </h2>
      <table className="w-full border-separate border-spacing-0 overflow-hidden rounded-lg border border-line bg-surface text-left print:rounded-none print:border-0">
        <thead className="text-xs text-muted">
          <tr>
            {['Day', 'Technician', 'Visit', 'From – to'].map((head) => (
              <th
                key={head}
                scope="col"
                className="border-b border-line px-1.5 py-1.5 @min-[720px]:px-3 font-normal"
              >
                {head}
              </th>
            ))}
            {['Travel', 'Work'].map((head) => (
              <th
                key={head}
                scope="col"
                className="border-b border-line px-1.5 py-1.5 @min-[720px]:px-3 text-right font-normal"
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {entries.map((entry) => (
            <tr key={entry.id} className="group">
              <td className={cell}>{formatDay(entry.day)}</td>
              <td className={cell}>{entry.technicianName}</td>
              <td className={cell}>{entry.appointmentNumber}</td>
              <td className={cell}>
                {formatTimeRange(entry.start, entry.end, entry.timeZone, { viewerZone })}
                {entry.isRunning && <span className="text-muted"> so far</span>}
                {entry.paused && <span className="text-muted"> paused</span>}
              </td>
              <td className={`${cell} text-right`}>{formatMinutes(entry.travelMinutes)}</td>
              <td className={`${cell} text-right`}>{formatMinutes(entry.workMinutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const cell = 'border-b border-line px-1.5 py-1.5 @min-[720px]:px-3 group-last:border-b-0';
