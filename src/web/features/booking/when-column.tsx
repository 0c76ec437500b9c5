import { useSuspenseQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import type { KeyboardEvent } from 'react';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { addDays, type Day, dayOf, type Instant } from '#domain/time.ts';
import { setupQueries } from '../../data/setup.ts';
import { clock } from '../../lib/clock.ts';
import {
  formatDay,
  formatDayNear,
  formatMinutes,
  formatTime,
  formatTimeRange,
  formatWindow,
  zoneName,
} from '../../lib/format.ts';
import { TechnicianPicker } from '../../parts/technician-picker.tsx';
import { Field } from '../../ui/field.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { type ArrivalWindow, visitIn, WINDOW_LENGTHS } from './arrival-windows.ts';
import type { BookingDraft } from './booking-draft.ts';
import { DayChips } from './day-chips.tsx';
import { RadioCard } from './radio-card.tsx';

export type WhenColumnProps = {
  windows: readonly ArrivalWindow[];
  zone: string;
  now: Instant;
  mayAssign: boolean;
};

const NO_SKILLS: readonly number[] = [];

/** A window that is past on the day gone to cannot keep the focus: the first one open takes it. */
function keepFocusIn(group: HTMLElement): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body && !document.activeElement?.matches(':disabled')) return;
    group.querySelector<HTMLElement>('input:not([disabled])')?.focus();
  });
}

export function WhenColumn({ windows, zone, now, mayAssign }: WhenColumnProps) {
  const { control, setValue, formState } = useFormContext<BookingDraft>();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const [day, hours, windowKey, jobTypeId] = useWatch({
    control,
    name: ['day', 'windowHours', 'windowKey', 'jobTypeId'],
  });
  const today = dayOf(now, zone);
  const type = setup.jobTypes.find(({ id }) => id === jobTypeId);
  const chosen = windows.find(({ key }) => key === windowKey);
  const isSubmitted = formState.isSubmitted;
  const chooseWindow = (key: string) =>
    setValue('windowKey', key, { shouldDirty: true, shouldValidate: isSubmitted });
  const chooseDay = (next: Day) => setValue('day', next, { shouldDirty: true, shouldValidate: isSubmitted });
  /** Digits take a window, left and right go through the days: no key more than the choice needs. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const window = windows[Number(event.key) - 1];
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (window && !window.isPast) chooseWindow(window.key);
    else if (step !== undefined) {
      const next = addDays(day, step);
      if (next >= today) chooseDay(next);
      keepFocusIn(event.currentTarget);
    } else return;
    event.preventDefault();
  };
  return (
    <section aria-labelledby="booking-when" className="min-h-0 overflow-y-auto px-4 py-3">
      <div className="mb-1.5 flex items-center justify-between">
        <h2 id="booking-when" className="text-xs font-semibold text-muted">
          When
        </h2>
        <Segmented
          label="Length of the windows"
          value={String(hours)}
          onValueChange={(value) => {
            setValue('windowHours', value === '4' ? 4 : 2, { shouldDirty: true });
            setValue('windowKey', null);
          }}
          options={WINDOW_LENGTHS.map((value) => ({ value: String(value), label: `${value} h` }))}
        />
      </div>
      <DayChips day={day} today={today} onChoose={chooseDay} />
      <fieldset data-stop="window" className="m-0 mt-2.5 min-w-0 border-0 p-0" onKeyDown={onKeyDown}>
        <legend className="mb-1 p-0 text-xs text-muted">
          Arrival window, {formatDayNear(day, today)} <span aria-hidden>(← → day)</span>
          {sameClock(now, zone) ? '' : ` · ${zoneName(now, zone)}, there it is ${formatTime(now, zone)}`}
        </legend>
        <div className="flex flex-col gap-1.5">
          {windows.map((window, at) => (
            <RadioCard
              key={window.key}
              name="window"
              checked={windowKey === window.key}
              onChoose={() => chooseWindow(window.key)}
              closedBecause={window.isPast ? pastWords(window, zone, now) : undefined}
              className="py-1.5"
            >
              <Kbd keys={String(at + 1)} className={clsx('shrink-0', window.isPast && 'opacity-60')} />
              <b className="font-semibold tabular-nums">{formatWindow(window.start, window.end, zone)}</b>
              <span className="ml-auto text-xs text-muted">
                {windowDetail(window, type?.durationMinutes, zone, now)}
              </span>
            </RadioCard>
          ))}
        </div>
        {formState.errors.windowKey && (
          <p data-error className="mt-1 text-xs text-danger">
            {formState.errors.windowKey.message}
          </p>
        )}
      </fieldset>
      {chosen && type && !chosen.isPast && (
        <p className="mt-2 text-muted">
          Visit planned {plannedWords(chosen, type.durationMinutes, zone)},{' '}
          {formatMinutes(type.durationMinutes)}.
        </p>
      )}
      <div data-stop="technician" className="mt-2.5">
        <Field
          label="Technician"
          error={formState.errors.technicianId?.message}
          hint={
            mayAssign
              ? 'Left empty, the visit waits in the board’s tray.'
              : 'Your role does not assign technicians.'
          }
        >
          <Controller
            control={control}
            name="technicianId"
            render={({ field }) => (
              <TechnicianPicker
                value={field.value}
                onValueChange={field.onChange}
                skillIds={type?.skillIds ?? NO_SKILLS}
                disabled={!mayAssign}
                placeholder="Anyone"
              />
            )}
          />
        </Field>
      </div>
    </section>
  );
}

const sameClock = (now: Instant, zone: string) => formatTime(now, zone) === formatTime(now, clock.zone());

const pastWords = (window: ArrivalWindow, zone: string, now: Instant) =>
  `Past: it is ${formatTime(now, zone)} on ${formatDay(dayOf(now, zone))}, the window ended at ${formatTime(window.end, zone)}.`;

const plannedWords = (window: ArrivalWindow, minutes: number, zone: string) => {
  const { start, end } = visitIn(window, minutes);
  return formatTimeRange(start, end, zone, { viewerZone: clock.zone() });
};

function windowDetail(
  window: ArrivalWindow,
  minutes: number | undefined,
  zone: string,
  now: Instant,
): string {
  if (window.isPast) return `past, it is ${formatTime(now, zone)}`;
  const began = window.visitStart > window.start ? `from ${formatTime(window.visitStart, zone)} on` : '';
  return (
    began || (minutes === undefined ? '' : `${formatMinutes(minutes)} from ${formatTime(window.start, zone)}`)
  );
}
