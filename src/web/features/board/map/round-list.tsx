import { clsx } from 'clsx';
import { ChevronDown, ChevronRight, MapPinOff } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent as ReactPointerEvent, useRef, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { nameIn } from '../../../data/setup.ts';
import { formatMinutes } from '../../../lib/format.ts';
import { visitHue } from '../../../parts/status-badges.tsx';
import { StatusIcon } from '../../../ui/status-badge.tsx';
import type { DayIndex } from '../day/day-index.ts';
import { RoundSwatch } from './round-swatch.tsx';
import type { Round, Stop } from './routes.ts';
import { timesOf, visitSaid } from './visit-words.ts';

export type RoundListProps = {
  index: DayIndex;
  rounds: readonly Round[];
  /** Nobody has them yet. */
  unassigned: readonly AppointmentView[];
  hasLetters: boolean;
  /** The round that is opened and stands out; `NOBODY`: those nobody has. */
  chosen: number | null;
  /** Every round is open: there is no map to look at. */
  isAll: boolean;
  openId: number | null;
  /** Something is in hand: why each cannot take it. */
  refusalOf: ((technicianId: number) => string | null) | null;
  target: number | null;
  onChoose: (technicianId: number | null) => void;
  onHover: (technicianId: number | null) => void;
  onOpen: (visit: AppointmentView, from: number | null) => void;
  onKey: (visit: AppointmentView, from: number | null, event: KeyboardEvent) => void;
  onPress: (visit: AppointmentView, from: number | null, event: ReactPointerEvent) => void;
  wasDragged: () => boolean;
  onSetPlace: ((visit: AppointmentView) => void) | null;
};

export const NOBODY = 0;

/** Who drives where in which order: the map's legend, where visits are dropped, and the same in words. */
export function RoundList(props: RoundListProps) {
  const { rounds, unassigned, onHover, onChoose, chosen, isAll, target } = props;
  const list = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const lost = [
    ...rounds.flatMap(({ stops }) => stops.filter(({ at }) => !at).map(({ visit }) => visit)),
    ...unassigned.filter(({ latitude, longitude }) => latitude === null || longitude === null),
  ];
  const unplaced = [...new Map(lost.map((visit) => [visit.id, visit])).values()];
  const first = rounds.length > 0 ? `r${rounds[0]!.technicianId}` : `r${NOBODY}`;
  /** One tab stop for the list, which the arrows move. */
  const stopOf = (key: string) => ({
    'data-key': key,
    tabIndex: key === (current ?? first) ? 0 : -1,
    onFocus: () => setCurrent(key),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
    const at = items.indexOf((event.target as HTMLElement).closest<HTMLElement>('[data-key]')!);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (at < 0 || to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    items[Math.min(Math.max(to, 0), items.length - 1)]?.focus();
  };
  const isOpen = (id: number) => isAll || chosen === id;
  return (
    <section
      ref={list}
      aria-label="Rounds of the day"
      onKeyDown={onKeyDown}
      onPointerLeave={() => onHover(null)}
      className="flex h-full min-h-0 select-none flex-col overflow-y-auto bg-surface"
    >
      <ul>
        {rounds.map((round) => {
          const { technicianId: id, name, letter, look, stops, driveMinutes } = round;
          const refusal = props.refusalOf?.(id) ?? null;
          return (
            <li
              key={id}
              data-round={id}
              onPointerEnter={() => onHover(id)}
              className={clsx(
                'border-b border-line [content-visibility:auto] [contain-intrinsic-height:auto_40px]',
                target === id && 'bg-accent-soft outline-2 -outline-offset-2 outline-accent',
                refusal !== null && 'opacity-60',
              )}
            >
              <button
                type="button"
                {...stopOf(`r${id}`)}
                aria-expanded={isOpen(id)}
                onClick={() => onChoose(chosen === id ? null : id)}
                className="flex w-full items-center gap-2 px-2 py-1.5 text-left focus-inset hover:bg-hover"
              >
                <RoundSwatch look={look} letter={props.hasLetters ? letter : ''} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-semibold">{name}</span>
                  <span className={clsx('block truncate text-xs', refusal ? 'text-danger' : 'text-muted')}>
                    {refusal ?? summaryOf(stops.length, driveMinutes)}
                  </span>
                </span>
                {isOpen(id) ? <ChevronDown {...CHEVRON} /> : <ChevronRight {...CHEVRON} />}
              </button>
              {isOpen(id) && stops.length > 0 && (
                <ol aria-label={`Visits of ${name}`} className="pb-1">
                  {stops.map((stop) => (
                    <li key={stop.visit.id}>
                      <StopRow
                        {...props}
                        stop={stop}
                        visit={stop.visit}
                        from={id}
                        stopProps={stopOf(`v${id}:${stop.visit.id}`)}
                      />
                    </li>
                  ))}
                </ol>
              )}
            </li>
          );
        })}
        {unassigned.length > 0 && (
          <li data-nobody className="border-b border-line" onPointerEnter={() => onHover(null)}>
            <button
              type="button"
              {...stopOf(`r${NOBODY}`)}
              aria-expanded={isOpen(NOBODY)}
              onClick={() => onChoose(chosen === NOBODY ? null : NOBODY)}
              className="flex w-full items-center gap-2 px-2 py-1.5 text-left focus-inset hover:bg-hover"
            >
              <span aria-hidden className="h-3 w-4.5 shrink-0 rounded-xs bg-accent" />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-semibold">Nobody yet</span>
                <span className="block truncate text-xs text-muted">{summaryOf(unassigned.length, 0)}</span>
              </span>
              {isOpen(NOBODY) ? <ChevronDown {...CHEVRON} /> : <ChevronRight {...CHEVRON} />}
            </button>
            {isOpen(NOBODY) && (
              <ul aria-label="Visits nobody has yet" className="pb-1">
                {unassigned.map((visit) => (
                  <li key={visit.id}>
                    <StopRow
                      {...props}
                      stop={null}
                      visit={visit}
                      from={null}
                      stopProps={stopOf(`v:${visit.id}`)}
                    />
                  </li>
                ))}
              </ul>
            )}
          </li>
        )}
      </ul>
      {unplaced.length > 0 && (
        <details className="px-2 py-2 text-xs" open={isAll || undefined}>
          <summary className="cursor-pointer text-warning">
            <MapPinOff className="mr-1 inline size-3.5" aria-hidden />
            {unplaced.length} without a place on the map
          </summary>
          <ul className="flex flex-col gap-1 pt-1.5">
            {unplaced.map((visit) => (
              <li key={visit.id} className="flex items-baseline justify-between gap-2">
                <button
                  type="button"
                  className="min-w-0 truncate text-left hover:underline"
                  onClick={() => props.onOpen(visit, null)}
                >
                  <bdi>{visit.customerName}</bdi>, {visit.street}
                </button>
                {props.onSetPlace && (
                  <button
                    type="button"
                    className="shrink-0 text-accent hover:underline"
                    onClick={() => props.onSetPlace?.(visit)}
                    aria-label={`Set the place of ${visit.customerName}, ${visit.street}`}
                  >
                    Set place…
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const CHEVRON = { className: 'size-3.5 shrink-0 text-icon', 'aria-hidden': true } as const;

const summaryOf = (visits: number, minutes: number): string =>
  [
    visits === 0 ? 'no visits' : visits === 1 ? '1 visit' : `${visits} visits`,
    ...(minutes > 0 ? [`${formatMinutes(minutes)} drive`] : []),
  ].join(', ');

type StopRowProps = RoundListProps & {
  stop: Stop | null;
  visit: AppointmentView;
  from: number | null;
  stopProps: { 'data-key': string; tabIndex: number; onFocus: () => void };
};

function StopRow({
  index,
  stop,
  visit,
  from,
  stopProps,
  openId,
  onOpen,
  onKey,
  onPress,
  wasDragged,
}: StopRowProps) {
  const zone = index.day.timeZone;
  return (
    <button
      type="button"
      {...stopProps}
      data-list-visit={visit.id}
      aria-pressed={visit.id === openId}
      aria-label={visitSaid(index, visit, stop, stop ? `${stop.number}` : 'Nobody yet')}
      aria-keyshortcuts={from === null ? 'Enter T S' : 'Enter T Delete'}
      onClick={() => !wasDragged() && onOpen(visit, from)}
      onKeyDown={(event) => onKey(visit, from, event)}
      onPointerDown={(event) => onPress(visit, from, event)}
      className={clsx(
        'flex w-full touch-pan-y select-none items-center gap-1.5 py-1 pr-2 pl-2.5 text-left text-xs focus-inset hover:bg-hover',
        visit.id === openId && 'bg-accent-soft',
        stop?.bar.flags.dimmed && 'opacity-45',
      )}
    >
      <span className="w-4 shrink-0 text-right font-semibold tabular-nums">{stop?.number ?? ''}</span>
      <StatusIcon hue={stop?.bar.flags.late ? 'late' : visitHue(visit)} className="size-3" />
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          <bdi>{visit.customerName}</bdi>{' '}
          <span className="text-muted">{nameIn(index.setup.jobTypes, visit.jobTypeId)}</span>
        </span>
        <span className="block truncate text-muted tabular-nums">
          {timesOf(visit, zone)}
          {stop?.driveMinutes ? `, ${stop.driveMinutes} min drive` : ''}
        </span>
      </span>
    </button>
  );
}
