import { createFileRoute } from '@tanstack/react-router';
import { dayOf } from '#domain/time.ts';
import { boardQueries } from '../../data/board.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { TodayPage } from '../../features/today/today-page.tsx';
import { clock } from '../../lib/clock.ts';

export const Route = createFileRoute('/_office/')({
  loader: async ({ context: { queryClient, user } }) => {
    const setup = await queryClient.ensureQueryData(setupQueries.get());
    const timeZone = homeZone(setup, user.businessUnitIds);
    await queryClient.ensureQueryData(boardQueries.day(dayOf(clock.now(), timeZone), timeZone));
    return { timeZone };
  },
  component: TodayRoute,
});

function TodayRoute() {
  return <TodayPage timeZone={Route.useLoaderData().timeZone} />;
}
