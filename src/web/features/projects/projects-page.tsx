import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FolderPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { projectQueries } from '../../data/projects.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { clock } from '../../lib/clock.ts';
import { ListPage } from '../../parts/list-page.tsx';
import { isFiltered } from '../../parts/list-search.ts';
import { NewProjectDialog } from '../../parts/project/new-project-dialog.tsx';
import { UndoRefusedDialog } from '../../parts/undo-refused-dialog.tsx';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { useUndo } from '../../parts/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { HIDDEN_AT_FIRST, projectColumns } from './project-columns.tsx';
import { ProjectsBulk } from './projects-bulk.tsx';
import { filtersOf, type ProjectsSearch } from './projects-search.ts';
import { ProjectsToolbar } from './projects-toolbar.tsx';

/** Finding projects (domain-rules §3): by status, start, completion, manager, customer, words. */
export function ProjectsPage({ search }: { search: ProjectsSearch }) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { data: lists } = useSuspenseQuery(projectQueries.setup());
  const today = dayOf(clock.now(), homeZone(setup, user.businessUnitIds));
  const list = useInfiniteQuery(projectQueries.list(filtersOf(search)));
  const [isMaking, setMaking] = useState(false);
  const columns = useMemo(() => projectColumns(setup, lists, today), [setup, lists, today]);
  const address = useListAddress(
    'projects',
    search,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/projects', search: next, replace: true }),
  );
  const undo = useUndo();
  const open = (id: number) => void navigate({ to: '/projects/$id', params: { id } });
  return (
    <>
      <ListPage
        title="Projects"
        one="project"
        list={list}
        fileName="projects.csv"
        columns={columns}
        address={address}
        isFiltered={isFiltered(search)}
        bulkActions={(selected) => (
          <ProjectsBulk
            selected={selected}
            lists={lists}
            setup={setup}
            onDone={address.unselect}
            onUndo={undo.undo}
          />
        )}
        onOpen={({ id }) => open(id)}
        filters={
          <ProjectsToolbar
            search={search}
            setup={setup}
            lists={lists}
            today={today}
            onSearch={address.change}
          />
        }
        add={
          <Button
            size="dense"
            variant="primary"
            icon={<FolderPlus aria-hidden />}
            onClick={() => setMaking(true)}
          >
            New project
          </Button>
        }
        nothing="There are no projects yet. A project holds the jobs of one undertaking at one location."
      />
      <UndoRefusedDialog error={undo.refusal} onClose={undo.dismiss} />
      {isMaking && <NewProjectDialog onClose={() => setMaking(false)} onMade={({ id }) => open(id)} />}
    </>
  );
}
