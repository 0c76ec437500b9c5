import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { dayOf } from '#domain/time.ts';
import { boardQueries } from '../../data/board.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { partsInQuery } from '../../data/parts-in.ts';
import { setupQueries } from '../../data/setup.ts';
import { useNow } from '../../lib/clock.ts';
import { formatDay } from '../../lib/format.ts';
import { mayCall } from '../../lib/session.ts';
import { BookingLink } from '../../parts/booking-link.tsx';
import { MissingSetup, missingSetup } from '../../parts/missing-setup.tsx';
import { PageBar } from '../../parts/page-bar.tsx';
import { AttentionList } from './attention-list.tsx';
import { CanceledJobOrders } from './canceled-job-orders.tsx';
import { countDay } from './day-counts.ts';
import { FigureCard } from './figure-card.tsx';
import { figuresFor } from './figures.ts';
import { MySteps } from './my-steps.tsx';
import { PartsInList } from './parts-in-list.tsx';

/** What needs me now, in numbers that lead to what they count. `timeZone`: where the person works. */
export function TodayPage({ timeZone }: { timeZone: string }) {
  const user = useCurrentUser();
  const now = useNow();
  // Left open over midnight: the new day, not yesterday's numbers under today's name.
  const today = dayOf(now, timeZone);
  const { data: board } = useSuspenseQuery(boardQueries.day(today, timeZone));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const counts = countDay(board, now);
  const { data: partsIn } = useQuery(partsInQuery());
  const figures = figuresFor(user.roles, board);
  return (
    <>
      <MissingSetup setup={setup} />
      <div className="mx-auto flex max-w-300 flex-col gap-4 p-4">
        <PageBar title="Today">
          <span className="whitespace-nowrap text-muted">{formatDay(today)}</span>
          {/* Else the banner leads to the set-up, or says who does it. */}
          {missingSetup(setup).length === 0 && <BookingLink />}
        </PageBar>
        <section aria-label="The day in numbers" className="flex flex-wrap gap-3">
          {figures.map((figure) => (
            <FigureCard key={figure.id} figure={figure} counts={counts} />
          ))}
        </section>
        {partsIn && partsIn.items.length > 0 && (
          <Panel title="Parts in">
            <PartsInList partsIn={partsIn} zone={timeZone} />
          </Panel>
        )}
        <CanceledJobOrders />
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <Panel title="Needs somebody now">
            <AttentionList board={board} now={now} />
          </Panel>
          <Panel title="My last steps">
            <MySteps mayUndo={mayCall(user, 'operations.undo')} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="overflow-hidden rounded-lg border border-line bg-surface">
      <h2 className="border-b border-line px-4 py-2 text-sm font-semibold">{title}</h2>
      {children}
    </section>
  );
}
