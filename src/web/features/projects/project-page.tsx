import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { historyQueries } from '../../data/history.ts';
import { projectQueries } from '../../data/projects.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { useNow } from '../../lib/clock.ts';
import { mayCall } from '../../lib/session.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { PartyLine } from '../../parts/party-line.tsx';
import { UndoRefusedDialog } from '../../parts/undo-refused-dialog.tsx';
import { useUndo } from '../../parts/use-undo.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Steps } from '../../ui/steps.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ProjectActions } from './project-actions.tsx';
import { ProjectBudget } from './project-budget.tsx';
import { ProjectFacts } from './project-facts.tsx';
import { ProjectJobs } from './project-jobs.tsx';
import { ProjectOrders } from './project-orders.tsx';
import type { ProjectPageSearch } from './project-page-search.ts';
import { ProjectProgress } from './project-progress.tsx';
import { ProjectSide } from './project-side.tsx';
import { projectSpine } from './project-spine.ts';
import { ProjectVisits } from './project-visits.tsx';

/** A project as a document: whose and where, how far, its facts, its jobs, visits and budget. The route read it. */
export function ProjectPage({ id, search }: { id: number; search: ProjectPageSearch }) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: card } = useSuspenseQuery(projectQueries.detail(id));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { data: lists } = useSuspenseQuery(projectQueries.setup());
  const { data: history } = useQuery(historyQueries.of('project', id));
  const now = useNow(60_000);
  const undo = useUndo();
  const { project, progress } = card;
  const lockedBecause = mayCall(user, 'projects.update') ? undefined : 'Your role does not change projects.';
  const common = { project, lockedBecause, onUndo: undo.undo };
  const steps = projectSpine(project, lists, history?.entries ?? []);
  return (
    <SplitPane stacks label="Side panel" defaultWidth={340} side={<ProjectSide project={project} />}>
      <PageBar title={`Project ${project.number}`} />
      <div className="px-5 py-3.5">
        <PageHeader
          title={`Project ${project.number} · ${project.name}`}
          detail={
            <span className="min-w-0 truncate">
              <PartyLine {...project} />
              {!project.active && ' · put away'}
            </span>
          }
          actions={<ProjectActions jobs={progress.jobs} {...common} />}
        />
        {steps.length > 0 && (
          <div className="mt-3">
            <Steps label="How far the project is" steps={steps} />
          </div>
        )}
        <ProjectProgress progress={progress} />
        <div className="mt-3">
          <ProjectFacts
            project={project}
            lists={lists}
            today={dayOf(now, project.timeZone)}
            lockedBecause={lockedBecause}
          />
        </div>
        <Tabs
          label="In the project"
          value={search.tab ?? 'jobs'}
          onValueChange={(tab) =>
            void navigate({ to: '/projects/$id', params: { id }, search: { tab }, replace: true })
          }
          className="mt-4 rounded-lg border border-line bg-surface px-3 print:border-0 print:px-0"
          items={[
            {
              id: 'jobs',
              label: 'Jobs',
              count: progress.jobs,
              content: <ProjectJobs setup={setup} {...common} />,
            },
            {
              id: 'visits',
              label: 'Visits',
              content: <ProjectVisits project={project} viewerZone={homeZone(setup, user.businessUnitIds)} />,
            },
            { id: 'orders', label: 'Orders', content: <ProjectOrders projectId={id} /> },
            { id: 'budget', label: 'Budget', content: <ProjectBudget {...common} /> },
          ]}
        />
      </div>
      <UndoRefusedDialog error={undo.refusal} onClose={undo.dismiss} />
    </SplitPane>
  );
}
