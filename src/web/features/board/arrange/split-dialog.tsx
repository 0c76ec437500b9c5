import { type FormEvent, useId, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { addMinutes, dayOf, type Instant, minutesBetween } from '#domain/time.ts';
import { formatTime, formatTimeRange } from '../../../lib/format.ts';
import { ClockField } from '../../../parts/appointment-drawer/clock-field.tsx';
import { clockOf, readInstant } from '../../../parts/appointment-drawer/clock-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { labelOf } from './check-moves.ts';

/** In the middle, on a quarter of an hour where there is one. */
function middleOf({ start, end }: AppointmentView): Instant {
  const half = minutesBetween(start, end) / 2;
  return addMinutes(start, half >= 15 ? Math.floor(half / 15) * 15 : Math.max(1, Math.floor(half)));
}

/** Where a visit is cut, and whether the rest of it waits in the tray. */
export function SplitDialog({
  visit,
  zone,
  onSplit,
  onClose,
}: {
  visit: AppointmentView;
  zone: string;
  onSplit: (at: Instant, isForNobody: boolean) => void;
  onClose: () => void;
}) {
  const formId = useId();
  const [clock, setClock] = useState(clockOf(formatTime(middleOf(visit), zone)));
  const [isForNobody, setForNobody] = useState(false);
  const [asked, setAsked] = useState(false);
  const reading = readInstant(clock, dayOf(visit.start, zone), zone);
  const isInside = reading.at !== null && reading.at > visit.start && reading.at < visit.end;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reading.at !== null && isInside) onSplit(reading.at, isForNobody);
  };
  const whole = formatTimeRange(visit.start, visit.end, zone);
  const shown =
    reading.at !== null && !isInside
      ? ({ at: null, isTwice: false, error: `Choose a time within ${whole}.` } as const)
      : reading;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="narrow"
      keepOnOutsidePress
      title={`Split ${labelOf(visit)}`}
      description={`${whole}: two visits of the same job`}
      footer={
        <>
          <Button size="form" onClick={onClose}>
            Leave it
          </Button>
          <Button size="form" variant="primary" type="submit" form={formId}>
            Split
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3 pb-1">
        <ClockField
          label="The second begins at"
          required
          value={clock}
          onValueChange={setClock}
          reading={shown}
          zone={zone}
          showError={asked}
        />
        <Checkbox
          label="The second is for nobody yet: it waits in the tray"
          checked={isForNobody}
          onChange={({ target }) => setForNobody(target.checked)}
        />
      </form>
    </Dialog>
  );
}
