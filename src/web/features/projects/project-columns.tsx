import { Link } from '@tanstack/react-router';
import type { ProjectSetup, ProjectSummary } from '#contract/project.ts';
import type { Setup } from '#contract/setup.ts';
import { isProjectLate } from '#domain/project/in-use.ts';
import type { Day } from '#domain/time.ts';
import { nameIn } from '../../data/setup.ts';
import { formatDay } from '../../lib/format.ts';
import { customerColumn, peopleColumn, tagsColumn, wordsColumn } from '../../parts/list-columns.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { managerNames, statusText } from './project-words.ts';

type Column = DataColumn<ProjectSummary>;

/** The columns of the list; days are the calendar's at each project's location. */
export function projectColumns(setup: Setup, lists: ProjectSetup, today: Day): Column[] {
  const rankOf = ({ statusId }: ProjectSummary) => lists.statuses.findIndex(({ id }) => id === statusId);
  return [
    {
      id: 'number',
      title: 'Project',
      width: 76,
      fixed: true,
      cell: ({ id, number }) => (
        <Link to="/projects/$id" params={{ id }} className="font-medium tabular-nums" tabIndex={-1}>
          {number}
        </Link>
      ),
      sortBy: ({ number }) => number,
      text: ({ number }) => String(number),
    },
    wordsColumn({ id: 'name', title: 'Name', width: 170, grow: 3 }, ({ name }) => name),
    {
      id: 'status',
      title: 'Status',
      width: 160,
      grow: 2,
      cell: (project) => statusText(lists, project) || <span className="text-faint">none</span>,
      sortBy: rankOf,
      text: (project) => statusText(lists, project),
    },
    customerColumn(),
    wordsColumn({ id: 'address', title: 'Address', width: 150, grow: 2 }, ({ address }) => address),
    {
      id: 'progress',
      title: 'Jobs done',
      width: 112,
      cell: ({ number, progress }) => <Progress number={number} progress={progress} />,
      sortBy: ({ progress }) => progress.donePercent,
      text: ({ progress }) => `${progress.counts.Completed} of ${progress.jobs}`,
    },
    dayColumn('starts', 'Start', today, ({ startsOn }) => startsOn),
    {
      ...dayColumn('target', 'Target', today, ({ targetCompletion }) => targetCompletion),
      cell: (project) =>
        project.targetCompletion && (
          <span className={isProjectLate(project, today) ? 'font-semibold text-danger' : undefined}>
            {formatDay(project.targetCompletion, { today })}
            {isProjectLate(project, today) && ' · late'}
          </span>
        ),
    },
    dayColumn('completed', 'Completed', today, ({ actualCompletion }) => actualCompletion),
    peopleColumn({ id: 'managers', title: 'Managers', width: 130, grow: 1 }, (project) =>
      managerNames(lists, setup, project),
    ),
    wordsColumn({ id: 'type', title: 'Type', width: 120 }, ({ typeId }) =>
      typeId === null ? '' : nameIn(lists.types, typeId),
    ),
    tagsColumn(setup),
  ];
}

const dayColumn = (
  id: string,
  title: string,
  today: Day,
  of: (project: ProjectSummary) => Day | null,
): Column => ({
  id,
  title,
  width: 124,
  cell: (project) => {
    const day = of(project);
    return day && <span className="tabular-nums">{formatDay(day, { today })}</span>;
  },
  sortBy: of,
  text: (project) => of(project) ?? '',
});

function Progress({ number, progress }: Pick<ProjectSummary, 'number' | 'progress'>) {
  const { donePercent, counts, jobs } = progress;
  if (donePercent === null) return <span className="text-faint">no jobs</span>;
  return (
    <span className="flex items-center gap-2">
      <ProgressBar
        label={`Project ${number}`}
        value={donePercent}
        tone={donePercent === 100 ? 'success' : 'accent'}
        className="w-12"
      />
      <span className="tabular-nums">
        {counts.Completed}/{jobs - counts.Canceled}
      </span>
    </span>
  );
}

/** What a laptop has no room for; the column choice brings them. */
export const HIDDEN_AT_FIRST: readonly string[] = ['address', 'completed', 'type', 'tags'];
