import { useQuery } from '@tanstack/react-query';
import { createFileRoute, redirect, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf } from '#domain/time.ts';
import { boardQueries } from '../../data/board.ts';
import { viewQueries } from '../../data/saved-views.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { BoardPage } from '../../features/board/board-page.tsx';
import { BoardPending } from '../../features/board/board-pending.tsx';
import { readBoardSearch, VIEW_PAGE } from '../../features/board/board-search.ts';
import { ROWS_CODE, WEEK_CODE } from '../../features/board/opened-parts.ts';
import { isPassing } from '../../lib/api.ts';
import { clock } from '../../lib/clock.ts';

export const Route = createFileRoute('/_office/board')({
  validateSearch: readBoardSearch,
  loaderDeps: ({ search: { day, tz, view, at } }) => ({ day, tz, isWeek: view === 'week' && !at }),
  loader: async ({ context: { queryClient, user }, deps: { day, tz, isWeek }, location, cause }) => {
    const setup = await queryClient.ensureQueryData(setupQueries.get());
    const timeZone = tz ?? homeZone(setup, user.businessUnitIds);
    const asked = { day: day ?? dayOf(clock.now(), timeZone), timeZone, isWeek };
    // Read beside the live day, not after it; a minute that is asked for later is read by the board itself.
    const { at, group, order } = readBoardSearch(location.search as Record<string, unknown>);
    // The address says nothing: the board opens as this person wants it to.
    if (cause === 'enter' && Object.keys(location.search).length === 0) {
      const views = await queryClient.ensureQueryData(viewQueries.of(VIEW_PAGE)).catch(() => null);
      const opening = views?.items.find(({ isDefault }) => isDefault);
      if (opening) throw redirect({ to: '/board', search: readBoardSearch(opening.search), replace: true });
    }
    if (at) void queryClient.prefetchQuery(boardQueries.dayAt(asked.day, asked.timeZone, at));
    const reading = Promise.all([
      queryClient.ensureQueryData(boardQueries.of(asked)),
      isWeek ? WEEK_CODE.read() : undefined,
      group || order ? ROWS_CODE.read() : undefined,
    ]);
    // From day to day the one before stays on screen until the next is here; a failure is told by the query.
    if (cause === 'stay') reading.catch(() => undefined);
    else await reading;
    return asked;
  },
  pendingComponent: BoardPending,
  component: BoardRoute,
});

function BoardRoute() {
  const asked = Route.useLoaderData();
  const router = useRouter();
  const { data: isHere = false, error } = useQuery({
    ...boardQueries.of(asked),
    // Whether it is here, not what is on it: the board itself follows that.
    select: () => true,
  });
  const [last, setLast] = useState(asked);
  if (isHere && last !== asked) setLast(asked);
  if (error && !isHere && !isPassing(error)) throw error;
  return (
    <BoardPage
      {...(isHere ? asked : last)}
      asked={isHere || error ? null : asked.day}
      search={Route.useSearch()}
      unread={error && !isHere ? { day: asked.day, error } : null}
      onReadAgain={() => void router.invalidate({ filter: ({ routeId }) => routeId === Route.id })}
    />
  );
}
