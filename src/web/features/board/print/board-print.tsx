import { Fragment } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { type Day, dayOf, type Instant, instantFromMs } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { formatDay, formatTime, formatTimeRange, formatWindow } from '../../../lib/format.ts';
import type { DayIndex } from '../day/day-index.ts';
import type { GridLane } from '../day/grid-sync.ts';
import { isOneDay } from '../day/one-day.ts';
import { statusWords } from '../grid/bar-look.ts';
import type { GridBar, Span } from '../grid/types.ts';

export type BoardPrintProps = {
  day: Day;
  now: Instant;
  index: DayIndex;
  lanes: readonly GridLane[];
  unassigned: readonly AppointmentView[];
};

const COLUMNS = ['Time', 'Status', 'Job', 'Customer', 'Where', 'Window'] as const;

/**
 * The day on paper, or the week day by day: a plain table by technician with every visit, because the lanes only hold what is on screen and
 * paper does not scroll. In the order and the words of the board; black on white in both themes.
 */
export function BoardPrint({ day, now, index, lanes, unassigned }: BoardPrintProps) {
  const zone = index.day.timeZone;
  const isWeek = !isOneDay(index.day);
  const range = ({ start, end }: Span) => formatTimeRange(instantFromMs(start), instantFromMs(end), zone);
  const dayAt = (ms: number) => dayOf(instantFromMs(ms), zone);
  return (
    <table className="w-full border-collapse bg-white text-[9pt] text-black tabular-nums [&_td]:py-0.5 [&_td]:pr-2 [&_td]:align-top">
      <caption className="pb-2 text-left">
        <b className="text-[13pt]">
          Dispatch board, {isWeek && 'week of '}
          {formatDay(day, { year: true })}
        </b>
        <span className="block">
          Times in {zone}. Printed {formatTime(now, zone)}.
        </span>
      </caption>
      <thead>
        <tr className="border-b border-black text-left">
          {COLUMNS.map((column) => (
            <th key={column} className="pr-2 font-semibold">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      {lanes.map(({ head, bars }) =>
        head.group ? (
          <tbody key={head.id}>
            <tr className="break-after-avoid border-b-2 border-black">
              <th colSpan={COLUMNS.length} scope="rowgroup" className="pt-4 text-left font-normal">
                <b className="text-[12pt]">{head.name}</b> {head.detail}
                {!head.group.isOpen && ' · closed on the board, not printed'}
              </th>
            </tr>
          </tbody>
        ) : (
          <tbody key={head.id}>
            <tr className="break-after-avoid border-b border-neutral-400">
              <th colSpan={COLUMNS.length} scope="rowgroup" className="pt-2.5 text-left font-normal">
                <b className="text-[10.5pt]">{head.name}</b>{' '}
                {[head.note, head.detail].filter(Boolean).join(' · ')}
                {!isWeek && head.shifts.length > 0 && ` · shift ${head.shifts.map(range).join(', ')}`}
                {!isWeek && head.off.map((span) => ` · ${span.label} ${range(span)}`)}
                {head.loadPercent !== null && ` · ${Math.round(head.loadPercent)} % booked`}
              </th>
            </tr>
            {bars.length === 0 && (
              <tr>
                <td colSpan={COLUMNS.length}>No visits</td>
              </tr>
            )}
            {[...bars]
              .sort((a, b) => a.start - b.start)
              .map((bar, at, inOrder) => (
                <Fragment key={bar.id}>
                  {isWeek && (at === 0 || dayAt(inOrder[at - 1]!.start) !== dayAt(bar.start)) && (
                    <tr className="break-after-avoid border-b border-neutral-300">
                      <th colSpan={COLUMNS.length} scope="colgroup" className="pt-1 text-left font-normal">
                        <b>{formatDay(dayAt(bar.start))}</b>
                        {spansOn(head.shifts, dayAt(bar.start), dayAt).map(
                          (span) => ` · shift ${range(span)}`,
                        )}
                        {spansOn(head.off, dayAt(bar.start), dayAt).map(
                          (span) => ` · ${span.label} ${range(span)}`,
                        )}
                      </th>
                    </tr>
                  )}
                  <tr className="border-b border-neutral-300">
                    <td className="whitespace-nowrap">{range(bar)}</td>
                    <td>
                      <StatusOnPaper bar={bar} />
                    </td>
                    <td>{bar.flags.busy ? '' : `${bar.text.number} ${bar.text.type}`}</td>
                    <td>{bar.text.customer}</td>
                    <td>{bar.text.street}</td>
                    <td className="whitespace-nowrap">
                      {bar.windowStart !== undefined && bar.windowEnd !== undefined
                        ? formatWindow(instantFromMs(bar.windowStart), instantFromMs(bar.windowEnd), zone)
                        : ''}
                    </td>
                  </tr>
                </Fragment>
              ))}
          </tbody>
        ),
      )}
      {unassigned.length > 0 && (
        <tbody>
          <tr className="break-after-avoid border-b border-neutral-400">
            <th colSpan={COLUMNS.length} scope="rowgroup" className="pt-2.5 text-left">
              <b className="text-[10.5pt]">Without a technician</b>
            </th>
          </tr>
          {unassigned.map((visit) => (
            <tr key={visit.id} className="border-b border-neutral-300">
              <td className="whitespace-nowrap">
                {isWeek && `${formatDay(dayOf(visit.start, zone))} `}
                {formatTimeRange(visit.start, visit.end, zone)}
              </td>
              <td>Unassigned</td>
              <td>
                #{visit.jobNumber} {nameIn(index.setup.jobTypes, visit.jobTypeId)}
              </td>
              <td>{visit.customerName}</td>
              <td>{visit.street}</td>
              <td className="whitespace-nowrap">
                {visit.windowStart && visit.windowEnd
                  ? formatWindow(visit.windowStart, visit.windowEnd, zone)
                  : ''}
              </td>
            </tr>
          ))}
        </tbody>
      )}
    </table>
  );
}

const spansOn = <S extends Span>(spans: readonly S[], day: Day, dayAt: (ms: number) => Day): readonly S[] =>
  spans.filter(({ start, end }) => dayAt(start) <= day && dayAt(end - 1) >= day);

/** The word, and the pattern of the bar's left edge: hue is lost on most paper. */
function StatusOnPaper({ bar }: { bar: GridBar }) {
  const { busy, paused } = bar.flags;
  const hue = busy ? undefined : paused && bar.status === 'working' ? 'paused' : bar.status;
  return (
    <span className="flex items-start gap-1.5">
      <span
        aria-hidden
        data-status={hue}
        className="mt-0.5 h-3 w-1.5 shrink-0 bg-(--st-edge) [background-image:var(--st-pattern)] [print-color-adjust:exact]"
      />
      {statusWords(bar)}
    </span>
  );
}
