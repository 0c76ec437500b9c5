import { clsx } from 'clsx';
import { useMemo } from 'react';
import { addDays, type Day, earlierOf, type Instant, laterOf, startOfDay } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { formatDay } from '../../../lib/format.ts';
import { hourOfDay } from '../../../lib/time-of-day.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { visitsSaid } from '../arrange/arrange-words.ts';
import { countSaid, hoursSaid } from '../day/hours-said.ts';
import { isOneDay } from '../day/one-day.ts';
import type { Shown } from '../day/use-shown.ts';
import { type Cell, type Column, hourColumns, type SkillRow, shortBy, skillRows } from './skill-hours.ts';

export type CapacityDialogProps = {
  open: boolean;
  shown: Pick<Shown, 'index' | 'lanes' | 'visits'>;
  now: Instant;
  /** Shows only technicians with a skill. */
  onSkill: (skillId: number) => void;
  onClose: () => void;
};

/** Free time by skill and hour, the scarcest skill first: what the strip over the board says of all together. */
export function CapacityDialog(props: CapacityDialogProps) {
  const { open, shown, onClose } = props;
  const { day } = shown.index.day;
  const isDay = isOneDay(shown.index.day);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      width="wide"
      title={
        isDay ? `Free time by skill, ${formatDay(day)}` : `Free time by skill, week of ${formatDay(day)}`
      }
      description="Of the technicians the filters leave: how many have at least half an hour free, and their free hours together. The scarcest skill comes first; somebody with two skills counts in both. A skill’s name shows its technicians alone."
    >
      {open && <SkillTable {...props} isDay={isDay} />}
    </Dialog>
  );
}

function SkillTable({ shown, now, isDay, onSkill }: CapacityDialogProps & { isDay: boolean }) {
  const { index, lanes, visits } = shown;
  const { start, end, timeZone, day } = index.day;
  const columns = useMemo(
    () => (isDay ? hourColumns(lanes, { start, end }) : dayColumns(day, timeZone, { start, end })),
    [isDay, lanes, start, end, day, timeZone],
  );
  const rows = useMemo(
    () => skillRows(index, lanes, visits, columns, now),
    [index, lanes, visits, columns, now],
  );
  if (columns.length === 0) return <p className="pb-2 text-muted">Nobody shown is at work on this day.</p>;
  const headOf = (column: Column, at: number) =>
    isDay ? hourOfDay(column.start, timeZone) : formatDay(addDays(day, at)).slice(0, 6);
  return (
    <section
      aria-label="Free time by skill"
      // What scrolls must be reached by key (WCAG 2.1.1): by its buttons, where there are some.
      tabIndex={rows.length > 1 ? undefined : 0}
      className="relative -mx-2 overflow-x-auto pb-2"
    >
      <table className="w-full border-collapse text-sm tabular-nums">
        <thead>
          <tr className="border-b border-line-strong text-left text-xs text-muted">
            <th scope="col" className="sticky left-0 z-10 min-w-34 bg-raised py-1 pr-3 pl-2 font-normal">
              Skill
            </th>
            <th scope="col" className="py-1 pr-6 font-normal whitespace-nowrap">
              Still free
            </th>
            <th scope="col" className="py-1 pr-6 font-normal whitespace-nowrap">
              Waiting
            </th>
            {columns.map((column, at) => (
              <th key={column.start} scope="col" className="py-1 pr-2 font-normal whitespace-nowrap">
                {headOf(column, at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.skillId} className="border-b border-line align-top">
              <th scope="row" className="sticky left-0 z-10 bg-raised py-1 pr-3 pl-2 text-left font-normal">
                {row.skillId === null ? (
                  <span className="font-semibold">All technicians</span>
                ) : (
                  <Button
                    variant="ghost"
                    // Its edge is the table's, which cuts what stands out: the ring is drawn inside. No tooltip: it lay over the next rows.
                    className="-mt-0.5 -ml-2! h-6! px-2! font-semibold focus-inset"
                    onClick={() => onSkill(row.skillId!)}
                  >
                    {nameIn(index.setup.skills, row.skillId)}
                  </Button>
                )}
                <span className="block text-xs text-muted">
                  {row.technicians === 0 ? 'nobody shown' : `${countSaid(row.technicians)} here`}
                </span>
              </th>
              <td className="py-1 pr-6 whitespace-nowrap">{hoursSaid(row.left)}</td>
              <td className="py-1 pr-6 whitespace-nowrap">
                <Waiting row={row} />
              </td>
              {row.cells.map((cell, at) => (
                <td
                  key={columns[at]!.start}
                  className={clsx('py-1 pr-2', columns[at]!.end <= now && 'text-muted')}
                >
                  <Free cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Waiting({ row }: { row: SkillRow }) {
  const { waiting } = row;
  const short = shortBy(row);
  if (waiting.visits === 0) return <span className="text-muted">–</span>;
  return (
    <>
      {visitsSaid(waiting.visits)}, {hoursSaid(waiting.minutes)}
      {short > 0 && (
        <span className="block text-xs font-semibold text-danger">! {hoursSaid(short)} short</span>
      )}
    </>
  );
}

function Free({ cell: { free, technicians, onShift } }: { cell: Cell }) {
  if (onShift === 0)
    return (
      <>
        <span aria-hidden className="text-muted">
          –
        </span>
        <span className="sr-only">nobody at work</span>
      </>
    );
  if (technicians === 0 && free === 0) return <span className="font-semibold text-danger">full</span>;
  return (
    <span className="whitespace-nowrap">
      <b className="font-semibold">{countSaid(technicians)}</b>
      <span className="sr-only"> free,</span>
      <span className="block text-xs text-muted">{hoursSaid(free)}</span>
    </span>
  );
}

function dayColumns(first: Day, zone: string, shown: { start: Instant; end: Instant }): Column[] {
  return Array.from({ length: 7 }, (_, at) => ({
    start: laterOf(shown.start, startOfDay(addDays(first, at), zone)),
    end: earlierOf(shown.end, startOfDay(addDays(first, at + 1), zone)),
  }));
}
