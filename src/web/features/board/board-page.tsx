import { useNavigate } from '@tanstack/react-router';
import { History, PencilRuler } from 'lucide-react';
import { Suspense, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { addDays, addMinutes, type Day, dayOf, earlierOf, type Instant, startOfDay } from '#domain/time.ts';
import { firstOfWeek } from '../../data/board.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { useNow } from '../../lib/clock.ts';
import { formatDay } from '../../lib/format.ts';
import { mayCall } from '../../lib/session.ts';
import { useAtRest } from '../../lib/when-opened.tsx';
import { useVisitCommands } from '../../parts/appointment-drawer/use-visit-commands.tsx';
import { PageBar } from '../../parts/page-bar.tsx';
import { usePageKeys } from '../../parts/page-keys.ts';
import { DateStepper } from '../../ui/date-stepper.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useShortcut } from '../../ui/shortcut.ts';
import { toast } from '../../ui/toast-store.ts';
import { Board } from './board.tsx';
import { BOARD_KEYS } from './board-keys.ts';
import type { BoardSearch } from './board-search.ts';
import { DraftContext, IN_DRAFT, OPENING, type OpenDraft } from './drafts/draft-context.ts';
import type { GridHandle } from './grid-host.tsx';
import type { Unread } from './notices/unread-note.tsx';
import { useRollOver } from './notices/use-roll-over.ts';
import { BarMenu, ColleaguesHere, DraftBar, DraftsDialog, PastBar, PlanButton } from './opened-parts.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** `day` and `timeZone` are what is shown: from the URL, else today where the person works. */
export type BoardPageProps = {
  day: Day;
  timeZone: string;
  /** The week of the day instead of the day. */
  isWeek: boolean;
  search: BoardSearch;
  /** The day that is on its way here; null when it is here. */
  asked: Day | null;
  /** The day the URL asks for, when it could not be read. */
  unread: Unread | null;
  /** Reads what the URL asks for again: after an error, and when today has become another day. */
  onReadAgain: () => void;
};

/** The dispatch board of one day. */
export function BoardPage({ day, timeZone, isWeek, search, asked, unread, onReadAgain }: BoardPageProps) {
  const navigate = useNavigate({ from: '/board' });
  const now = useNow(30_000);
  const today = dayOf(now, timeZone);
  const live = useVisitCommands(timeZone);
  const [opened, setOpened] = useState<OpenDraft | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const drafts = mayCall(useCurrentUser(), 'drafts.create');
  const draft =
    search.draft === undefined || search.at ? null : opened?.id === search.draft ? opened : OPENING;
  const commands = useMemo(
    () => (draft ? { ...live, send: draft.send, plansOnly: IN_DRAFT } : live),
    [live, draft],
  );
  // The board of another minute is drawn once it is here; until then the one before stays.
  const at = useDeferredValue(search.at);
  const shown = useMemo(
    () => ({
      ...search,
      at,
      view: isWeek ? ('week' as const) : search.view === 'map' ? search.view : undefined,
    }),
    [search, at, isWeek],
  );
  const first = isWeek ? firstOfWeek(day) : day;
  const handle = useRef<GridHandle>(null);
  useKeptFocus(handle);
  usePageKeys(BOARD_KEYS);
  const isAtRest = useAtRest(1_000);
  const onSearchChange = useCallback(
    (changes: Partial<BoardSearch>) => {
      // It is the same page: to scroll it to its top, the router would have it laid out at once (6 ms of each press).
      void navigate({
        search: (before) => ({ ...before, ...changes }),
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  const goTo = (to: Day, { keepVisit } = { keepVisit: false }) =>
    // Another day is another page: the back button leads back. Today is no day in the URL, so that a bookmark stays true.
    void navigate({
      // A draft is of its day.
      search: ({ appointment, draft: _, ...before }) => ({
        ...before,
        day: to === today && !before.at ? undefined : to,
        ...(keepVisit && { appointment }),
      }),
    });
  // On the way to another day the URL already tells of that one.
  const isOver = search.day === undefined && unread === null && asked === null && day !== today;
  const isOpen = search.appointment !== undefined;
  useRollOver(
    isOver,
    today,
    () => !isOpen && commands.sending === null && handle.current?.grid.inHand !== true,
    (to) => {
      toast({ title: `It is ${formatDay(to)}: the board shows the new day` });
      onReadAgain();
    },
  );
  /** The day stands in the URL then, so that whoever is sent it sees the same. */
  const lookAt = useCallback(
    (at: Instant | undefined) =>
      void navigate({
        search: ({ appointment: _, draft: _left, ...before }) => ({
          ...before,
          day: at || day !== today ? day : undefined,
          at,
        }),
        replace: search.at !== undefined && at !== undefined,
      }),
    [navigate, day, today, search.at],
  );
  /** A day gone by opens at its own last minute: midnight would be the next day's scrubber. */
  const toPast = () =>
    lookAt(search.at ? undefined : earlierOf(now, addMinutes(startOfDay(addDays(day, 1), timeZone), -1)));
  useShortcut('H', toPast);
  useShortcut('D', () => setChoosing(true), { enabled: drafts });
  // Steps made faster than the days come add up.
  const next = asked ?? day;
  const step = isWeek ? 7 : 1;
  useShortcut('[', () => goTo(addDays(next, -step)));
  useShortcut(']', () => goTo(addDays(next, step)));
  const showView = useCallback(
    (view: 'day' | 'week' | 'map', of?: Day, { replace } = { replace: false }) =>
      void navigate({
        search: (before) => ({
          ...before,
          view: view === 'day' ? undefined : view,
          at: undefined,
          // A draft is of its day.
          draft: view === 'week' ? undefined : before.draft,
          ...(of && { day: of === today ? undefined : of }),
        }),
        replace,
      }),
    [navigate, today],
  );
  const where = { isPast: search.at !== undefined, isDraft: draft !== null, isWeek };
  return (
    <>
      <PageBar title="Board">
        <DateStepper
          day={next}
          today={today}
          onDayChange={goTo}
          step={step}
          text={isWeek ? weekText(firstOfWeek(next), today) : undefined}
        />
        <IconButton
          label={search.at ? 'Back to now' : 'As it stood at a past minute'}
          icon={<History aria-hidden />}
          aria-pressed={search.at !== undefined}
          className="max-lg:hidden"
          onClick={toPast}
        />
        {drafts && (
          <IconButton
            label="Draft boards"
            icon={<PencilRuler aria-hidden />}
            aria-pressed={draft !== null}
            className="max-lg:hidden"
            onClick={() => setChoosing(true)}
          />
        )}
        {isAtRest && (
          <Suspense>
            <PlanButton {...where} />
            <BarMenu {...where} onPast={toPast} onDrafts={drafts ? () => setChoosing(true) : null} />
            <ColleaguesHere first={first} last={addDays(first, step - 1)} />
          </Suspense>
        )}
      </PageBar>
      <DraftContext value={draft}>
        <Board
          day={first}
          onView={showView}
          timeZone={timeZone}
          search={shown}
          now={at ?? now}
          above={
            search.at ? (
              <Suspense>
                <PastBar day={day} zone={timeZone} at={search.at} now={now} onAt={lookAt} />
              </Suspense>
            ) : (
              search.draft !== undefined && (
                <Suspense>
                  <DraftBar
                    id={search.draft}
                    day={first}
                    timeZone={timeZone}
                    isWeek={isWeek}
                    now={now}
                    handle={handle}
                    onOpen={setOpened}
                    onSearchChange={onSearchChange}
                  />
                </Suspense>
              )
            )
          }
          today={today}
          handle={handle}
          unread={unread}
          isOnItsWay={asked !== null}
          isHeldBack={isOver && isOpen}
          onReadAgain={onReadAgain}
          onGoTo={goTo}
          commands={commands}
          onSearchChange={onSearchChange}
        />
      </DraftContext>
      {drafts && (
        <DraftsDialog
          open={isChoosing}
          day={day}
          timeZone={timeZone}
          now={now}
          onOpenDraft={({ id, day: of }) => {
            setChoosing(false);
            onSearchChange({ draft: id, at: undefined, day: of });
          }}
          onClose={() => setChoosing(false)}
        />
      )}
      {commands.dialogs}
    </>
  );
}

/** `Sun 22 – Sat 28 Nov`. */
function weekText(first: Day, today: Day): string {
  const last = addDays(first, 6);
  const from = formatDay(first, { today });
  return `${first.slice(0, 7) === last.slice(0, 7) ? from.replace(/ [A-Z].*$/, '') : from} – ${formatDay(last, { today })}`;
}
