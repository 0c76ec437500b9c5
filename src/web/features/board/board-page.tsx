import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { addDays, type Day, dayOf } from '#domain/time.ts';
import { useNow } from '../../lib/clock.ts';
import { useVisitCommands } from '../../parts/appointment-drawer/use-visit-commands.tsx';
import { PageBar } from '../../parts/page-bar.tsx';
import { usePageKeys } from '../../parts/page-keys.ts';
import { DateStepper } from '../../ui/date-stepper.tsx';
import { useShortcut } from '../../ui/shortcut.ts';
import { Board } from './board.tsx';
import { BOARD_KEYS } from './board-keys.ts';
import type { BoardSearch } from './board-search.ts';

/** `day` and `timeZone` are what is shown: from the URL, else today where the person works. */
export type BoardPageProps = { day: Day; timeZone: string; search: BoardSearch };

/** The dispatch board of one day. */
export function BoardPage({ day, timeZone, search }: BoardPageProps) {
  const navigate = useNavigate({ from: '/board' });
  const now = useNow(30_000);
  const today = dayOf(now, timeZone);
  const commands = useVisitCommands(timeZone);
  usePageKeys(BOARD_KEYS);
  const onSearchChange = useCallback(
    (changes: Partial<BoardSearch>) => {
      void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
    },
    [navigate],
  );
  const goTo = (next: Day) =>
    // Another day is another page: the back button leads back. Today is no day in the URL, so that a bookmark stays true.
    void navigate({
      search: (before) => ({ ...before, day: next === today ? undefined : next, appointment: undefined }),
    });
  useShortcut('[', () => goTo(addDays(day, -1)));
  useShortcut(']', () => goTo(addDays(day, 1)));
  return (
    <>
      <PageBar title="Board">
        <DateStepper day={day} today={today} onDayChange={goTo} />
      </PageBar>
      <Board
        // A day in a zone has an axis of its own; what was selected on another does not matter here.
        key={`${day} ${timeZone}`}
        day={day}
        timeZone={timeZone}
        search={search}
        now={now}
        commands={commands}
        onSearchChange={onSearchChange}
      />
      {commands.dialogs}
    </>
  );
}
