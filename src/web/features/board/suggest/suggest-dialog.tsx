import { type FormEvent, useId, useMemo, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { binding } from '#domain/schedule/suggestions/binding.ts';
import { shortlist, suggest } from '#domain/schedule/suggestions/suggest.ts';
import { type Instant, minutesBetween } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { formatMinutes, formatWindow } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { RadioCard } from '../../../ui/radio-card.tsx';
import { type DayIndex, type Lane, skillsOf } from '../day/day-index.ts';
import { lanesOn, onDayOf } from '../day/on-day-of.ts';
import type { Move } from '../moves/move-request.ts';
import { FactorTable } from './factor-table.tsx';
import { suggestionDay, wantedVisit } from './suggestion-day.ts';
import { boundWords, placeText, rowNotes, technicianName } from './suggestion-words.ts';
import { WhyNotField } from './why-not-field.tsx';

const MOST_ROWS = 5;

export type SuggestDialogProps = {
  index: DayIndex;
  visit: AppointmentView;
  /** Those the filters leave. */
  lanes: readonly Lane[];
  now: Instant;
  onMove: (move: Move) => void;
  /** The way by hand, where nobody can be suggested. */
  onMoveTo: () => void;
  onClose: () => void;
};

/** Who could take a visit nobody has, the best five: Enter takes the one lit, the table says what it costs. */
export function SuggestDialog({ visit, now, onMove, onMoveTo, onClose, ...props }: SuggestDialogProps) {
  const formId = useId();
  // In a week: on the day it is promised for.
  const index = onDayOf(props.index, visit.start);
  const lanes = useMemo(() => lanesOn(index, props.lanes), [index, props.lanes]);
  const day = useMemo(() => suggestionDay(index, lanes, now), [index, lanes, now]);
  const wanted = useMemo(() => wantedVisit(index, visit), [index, visit]);
  const rows = useMemo(() => shortlist(suggest(day, wanted), MOST_ROWS), [day, wanted]);
  const bound = useMemo(() => (rows.length > 0 ? null : binding(day, wanted)), [rows, day, wanted]);
  // By who and when, not by its place in the list: what others do meanwhile must not exchange what Enter takes.
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const chosen = rows.find((row) => keyOf(row) === chosenKey) ?? rows[0];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) return;
    const { technicianId, start, end } = chosen;
    onMove({ kind: 'move', from: null, to: technicianId, start, end });
  };
  const words = bound && boundWords(index, visit, bound);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Who could take #${visit.jobNumber} ${nameIn(index.setup.jobTypes, visit.jobTypeId)}`}
      description={
        <>
          <bdi>{visit.customerName}</bdi>, {needsText(index, visit)}
        </>
      }
      footer={
        <>
          <Button size="form" onClick={onClose}>
            Leave it
          </Button>
          {chosen ? (
            <Button size="form" variant="primary" type="submit" form={formId}>
              Assign {technicianName(index, chosen.technicianId)}
            </Button>
          ) : (
            <Button size="form" variant="primary" onClick={onMoveTo}>
              Move to…
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {chosen && (
          <form id={formId} onSubmit={submit} className="flex flex-col gap-3">
            <div role="radiogroup" aria-label="Suggestions, the best first" className="flex flex-col gap-1">
              {rows.map((row) => (
                <RadioCard
                  key={keyOf(row)}
                  name={formId}
                  value={keyOf(row)}
                  checked={row === chosen}
                  onChoose={() => setChosenKey(keyOf(row))}
                  className="min-h-8"
                >
                  <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 py-1">
                    <b className="font-semibold">{technicianName(index, row.technicianId)}</b>
                    <span className="tabular-nums">{placeText(index, row)}</span>
                    <span className="text-muted">{rowNotes(visit, row)}</span>
                  </span>
                  <span className="shrink-0 text-muted tabular-nums">{row.score} min</span>
                </RadioCard>
              ))}
            </div>
            <FactorTable
              label={`What ${technicianName(index, chosen.technicianId)} at ${placeText(index, chosen)} costs`}
              places={[{ name: technicianName(index, chosen.technicianId), place: chosen }]}
            />
          </form>
        )}
        {words && (
          <p>
            <b className="font-semibold">{words.why}</b> {words.todo}
          </p>
        )}
        {lanes.length < index.lanes.size && (
          <p className="text-xs text-muted">
            Of the {lanes.length} technicians the filters show, out of {index.lanes.size}.
          </p>
        )}
        <WhyNotField index={index} visit={visit} wanted={wanted} day={day} best={rows[0]} now={now} />
      </div>
    </Dialog>
  );
}

const keyOf = ({ technicianId, start }: { technicianId: number; start: Instant }): string =>
  `${technicianId} ${start}`;

/** "12 Main St · 90 min · window 8:00–10:00 · needs Gas". */
function needsText(index: DayIndex, visit: AppointmentView): string {
  const { street, start, end, windowStart, windowEnd, jobTypeId } = visit;
  const skills = skillsOf(index.setup, jobTypeId).map((id) => nameIn(index.setup.skills, id));
  return [
    street,
    formatMinutes(minutesBetween(start, end)),
    windowStart && windowEnd
      ? `window ${formatWindow(windowStart, windowEnd, index.day.timeZone)}`
      : 'any time',
    ...(skills.length > 0 ? [`needs ${skills.join(', ')}`] : []),
  ].join(' · ');
}
