import { clsx } from 'clsx';
import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Day } from '#domain/time.ts';
import { BoardDay, type BoardDayProps } from './board-day.tsx';
import { type BoardSettings, useBoardSettings } from './board-settings.ts';
import { useShown } from './day/use-shown.ts';
import { lookAtException, stepToException } from './look-at-exception.ts';
import { ZOOM_CODE } from './opened-parts.ts';
import { Toolbar } from './toolbar/toolbar.tsx';
import type { FirstTime } from './usual-start.ts';

export type BoardProps = Omit<
  BoardDayProps,
  'shown' | 'settings' | 'onSettings' | 'marked' | 'held' | 'onZoom'
> & {
  /** Over the toolbar. */
  above: ReactNode;
  /** @param of a day of it; left out: the one there is */
  onView: (view: 'day' | 'week' | 'map', of?: Day, how?: { readonly replace: boolean }) => void;
};

const NO_GROUPS: readonly string[] = [];

/** One day in one zone, or the week that begins with it. The toolbar stays from day to day, with what is being typed into it. */
export function Board({ above, onView, ...props }: BoardProps) {
  const { day, timeZone, search, now, handle, isOnItsWay, onSearchChange } = props;
  const [settings, setSettings] = useBoardSettings();
  const shown = useShown(day, timeZone, search, now);
  /** The exception one has stepped to. */
  const [marked, setMarked] = useState<string | null>(null);
  const held = useRef<FirstTime | null>(null);
  // A wheel turns faster than React draws: each step counts from the one before.
  const latest = useRef(settings);
  useLayoutEffect(() => {
    latest.current = settings;
  }, [settings]);
  const zoom = useCallback(
    (steps: number, clientX?: number) => {
      void ZOOM_CODE.read().then(({ zoomBy }) => {
        const grid = handle.current?.grid;
        if (!grid) return;
        const onSettings = (changes: Partial<BoardSettings>) => {
          latest.current = { ...latest.current, ...changes };
          setSettings(changes);
        };
        zoomBy({ grid, zone: timeZone, settings: latest.current, onSettings, onView, held }, steps, clientX);
      });
    },
    [handle, timeZone, setSettings, onView],
  );
  const { setup } = shown.index;
  const zones = new Set(
    setup.businessUnits.filter(({ id }) => shown.units.includes(id)).map((unit) => unit.timeZone),
  );
  return (
    // At 400 % zoom nothing would be left for the lanes: they keep a height, and the page scrolls to them.
    <div className="relative flex h-full flex-col [@media(height<360px)]:min-h-110 print:block print:h-auto">
      {above}
      <Toolbar
        setup={setup}
        isWeek={search.view === 'week'}
        search={search}
        groups={shown.groups?.map(({ key }) => key) ?? NO_GROUPS}
        onZoom={zoom}
        onView={onView}
        filters={shown.filters}
        onSearchChange={onSearchChange}
        timeZone={timeZone}
        zones={[...zones]}
        counts={shown.counts}
        focused={shown.focused}
        onFocus={(kind) => lookAtException(kind, shown, handle.current, onSearchChange)}
        onStep={(kind, by, at) => stepToException(kind, by, at, shown, handle.current)}
        onMark={setMarked}
        onGoTo={(barId) =>
          handle.current
            ? void handle.current.grid.focus(barId)
            : // The map's own button is at what is marked.
              document.querySelector<HTMLElement>('[data-mark]')?.focus()
        }
        settings={settings}
        onSettings={setSettings}
      />
      <div
        aria-busy={isOnItsWay}
        // A day that comes at once must not flicker.
        className={clsx(
          'flex min-h-0 flex-1 flex-col print:block',
          isOnItsWay && 'opacity-60 transition-opacity delay-200',
        )}
      >
        <BoardDay
          // A day in a zone has an axis of its own; what was selected on another does not matter here.
          key={`${day} ${timeZone} ${search.view === 'week'}`}
          {...props}
          shown={shown}
          marked={marked}
          held={held}
          onZoom={zoom}
          settings={settings}
          onSettings={setSettings}
        />
      </div>
    </div>
  );
}
