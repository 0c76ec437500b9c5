import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProjectView } from '#contract/project.ts';
import { dayOf } from '#domain/time.ts';
import { projectQueries } from '../../data/projects.ts';
import { formatDay, formatTimeRange } from '../../lib/format.ts';
import { MoreRows } from '../../parts/more-rows.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { VisitStatusBadge } from '../../parts/status-badges.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { cellClass, headClass, tableClass } from './grid.ts';

/** The visits of all its jobs, in the order of their start; a line opens the visit on its job. */
export function ProjectVisits({ project, viewerZone }: { project: ProjectView; viewerZone: string }) {
  const list = useInfiniteQuery(projectQueries.visits(project.id));
  const { data, error, refetch } = list;
  const zone = project.timeZone;
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} label="Loading the visits" />;
  if (data.items.length === 0)
    return <EmptyState text="No visit yet: they come with the jobs of the project." />;
  return (
    <div className="overflow-x-auto py-3">
      <table className={tableClass} aria-label="Visits of the project">
        <thead>
          <tr>
            {['Day', 'Planned', 'Status', 'Job', 'Technicians', 'Summary'].map((head) => (
              <th key={head} scope="col" className={headClass}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.items.map((visit) => (
            <tr key={visit.id} className="group">
              <td className={`${cellClass} whitespace-nowrap tabular-nums`}>
                {formatDay(dayOf(visit.start, zone), { year: true })}
              </td>
              <td className={`${cellClass} whitespace-nowrap tabular-nums`}>
                {formatTimeRange(visit.start, visit.end, zone, { viewerZone })}
              </td>
              <td className={cellClass}>
                <VisitStatusBadge visit={visit} />
              </td>
              <td className={cellClass}>
                <Link
                  to="/jobs/$id"
                  params={{ id: visit.jobId }}
                  search={{ visit: visit.id }}
                  className="font-medium tabular-nums"
                >
                  {visit.jobNumber}-{visit.number}
                </Link>
              </td>
              <td className={cellClass}>
                {visit.assignments.map(({ technicianName }) => technicianName).join(', ') || (
                  <span className="text-faint">nobody</span>
                )}
              </td>
              <td className={`${cellClass} max-w-72`}>
                <span className="line-clamp-2 break-words">{visit.summary}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows list={list} words="visits" />
    </div>
  );
}
