import { createFileRoute } from '@tanstack/react-router';
import { dayOf } from '#domain/time.ts';
import { boardQueries } from '../../data/board.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { BoardPage } from '../../features/board/board-page.tsx';
import { BoardPending } from '../../features/board/board-pending.tsx';
import { readBoardSearch } from '../../features/board/board-search.ts';
import { clock } from '../../lib/clock.ts';

export const Route = createFileRoute('/_office/board')({
  validateSearch: readBoardSearch,
  loaderDeps: ({ search: { day, tz } }) => ({ day, tz }),
  loader: async ({ context: { queryClient, user }, deps: { day, tz } }) => {
    const setup = await queryClient.ensureQueryData(setupQueries.get());
    const timeZone = tz ?? homeZone(setup, user.businessUnitIds);
    const shown = { day: day ?? dayOf(clock.now(), timeZone), timeZone };
    await queryClient.ensureQueryData(boardQueries.day(shown.day, shown.timeZone));
    return shown;
  },
  pendingComponent: BoardPending,
  component: BoardRoute,
});

function BoardRoute() {
  return <BoardPage {...Route.useLoaderData()} search={Route.useSearch()} />;
}
