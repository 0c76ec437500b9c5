import { createFileRoute } from '@tanstack/react-router';
import { dayOf } from '#domain/time.ts';
import { boardQueries } from '../../data/board.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { BoardPage } from '../../features/board/board-page.tsx';
import type { BoardSearch } from '../../features/board/board-search.ts';
import { clock } from '../../lib/clock.ts';
import { dayIn, idIn, idsIn, textIn, wordIn, zoneIn } from '../../lib/search-params.ts';

export const Route = createFileRoute('/_office/board')({
  validateSearch: (search: Record<string, unknown>): BoardSearch => ({
    day: dayIn(search.day),
    tz: zoneIn(search.tz),
    bu: idsIn(search.bu),
    zone: idsIn(search.zone),
    skill: idsIn(search.skill),
    tag: idsIn(search.tag),
    view: wordIn(search.view, ['day', 'week', 'map'] as const),
    tray: textIn(search.tray),
    appointment: idIn(search.appointment),
  }),
  loaderDeps: ({ search: { day, tz } }) => ({ day, tz }),
  loader: async ({ context: { queryClient, user }, deps: { day, tz } }) => {
    const setup = await queryClient.ensureQueryData(setupQueries.get());
    const timeZone = tz ?? homeZone(setup, user.businessUnitIds);
    const shown = { day: day ?? dayOf(clock.now(), timeZone), timeZone };
    await queryClient.ensureQueryData(boardQueries.day(shown.day, shown.timeZone));
    return shown;
  },
  component: BoardRoute,
});

function BoardRoute() {
  return <BoardPage {...Route.useLoaderData()} search={Route.useSearch()} />;
}
