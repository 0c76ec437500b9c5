import { Controller, useFormContext, useWatch } from 'react-hook-form';
import type { Setup } from '#contract/setup.ts';
import type { Day, Instant } from '#domain/time.ts';
import { clock } from '../../lib/clock.ts';
import { formatTime, zoneName } from '../../lib/format.ts';
import { TechnicianPicker } from '../../parts/technician-picker.tsx';
import type { ShownWindows } from '../../parts/windows/use-windows.ts';
import { WindowChoice } from '../../parts/windows/window-choice.tsx';
import { Field } from '../../ui/field.tsx';
import type { BookingDraft } from './booking-draft.ts';

export type WhenColumnProps = {
  windows: ShownWindows;
  setup: Setup;
  zone: string;
  now: Instant;
  mayAssign: boolean;
  mayOverbook: boolean;
  onDone: () => void;
};

const NO_SKILLS: readonly number[] = [];

export function WhenColumn(props: WhenColumnProps) {
  const { windows, setup, zone, now, mayAssign, mayOverbook, onDone } = props;
  const { control, setValue, formState } = useFormContext<BookingDraft>();
  const [day, windowKey, jobTypeId] = useWatch({ control, name: ['day', 'windowKey', 'jobTypeId'] });
  const type = setup.jobTypes.find(({ id }) => id === jobTypeId);
  const isSubmitted = formState.isSubmitted;
  const choose = (nextDay: Day, key: string) => {
    setValue('day', nextDay);
    setValue('windowKey', key, { shouldDirty: true, shouldValidate: isSubmitted });
  };
  return (
    <section
      aria-labelledby="booking-when"
      className="px-4 py-3 @min-[700px]:sticky @min-[700px]:top-0 @min-[700px]:col-start-2 @min-[700px]:row-span-2 @min-[700px]:row-start-1 @min-[700px]:max-h-full @min-[700px]:self-start @min-[700px]:overflow-y-auto @min-[940px]:static @min-[940px]:col-start-auto @min-[940px]:row-span-1 @min-[940px]:row-start-auto @min-[940px]:max-h-none @min-[940px]:min-h-0 @min-[940px]:self-stretch"
    >
      <h2 id="booking-when" className="mb-1.5 text-xs font-semibold text-muted">
        When
        {/* Before there is a unit no place has a clock of its own to tell. */}
        {!setup.businessUnits.some(({ active }) => active) || sameClock(now, zone)
          ? ''
          : ` · ${zoneName(now, zone)}, there it is ${formatTime(now, zone)}`}
      </h2>
      <div data-stop="window">
        <WindowChoice
          windows={windows}
          chosen={{ day, key: windowKey }}
          onChoose={choose}
          minutes={type?.durationMinutes ?? null}
          error={formState.errors.windowKey?.message}
          setup={setup}
          zone={zone}
          now={now}
          mayOverbook={mayOverbook}
          onDone={onDone}
        />
      </div>
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
