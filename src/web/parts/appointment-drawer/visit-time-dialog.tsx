import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { AppointmentView, JobView } from '#contract/job.ts';
import { type Day, minutesBetween } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { setupQueries } from '../../data/setup.ts';
import { useNow } from '../../lib/clock.ts';
import { hasRight, mayCall } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { visitIn } from '../windows/arrival-windows.ts';
import { useWindows } from '../windows/use-windows.ts';
import { WindowChoice } from '../windows/window-choice.tsx';
import { offeredTimes } from './offered-times.ts';
import { type NewTimes, TimesForm } from './times-form.tsx';

export type VisitTimeDialogProps = {
  job: JobView;
  /** Its time of day is offered again for a time without a window. */
  like: AppointmentView;
  title: string;
  description: string;
  /** What happens with the time. */
  action: string;
  busy: boolean;
  onClose: () => void;
  onTime: (times: NewTimes) => void;
  /** Above the windows: who goes. */
  children?: ReactNode;
  /** Under them: what was refused. */
  problem?: ReactNode;
};

/** When a visit is to be: in a window, with how full each is as while booking, or at a time of its own. */
export function VisitTimeDialog(props: VisitTimeDialogProps) {
  const { job, like, title, description, action, busy, onClose, onTime, children, problem } = props;
  const { timeZone: zone } = job;
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const user = useCurrentUser();
  const now = useNow();
  const mayAsk = mayCall(user, 'capacity.windows');
  const windows = useWindows({ wanted: job, setup, zone, now, mayAsk });
  const [chosen, setChosen] = useState<{ day: Day; key: string | null }>({ day: windows.today, key: null });
  const [isOwnTime, setOwnTime] = useState(false);
  const [error, setError] = useState<string>();
  const [offered] = useState(() => offeredTimes(like, zone, now));
  const type = setup.jobTypes.find(({ id }) => id === job.jobTypeId);
  const minutes = type?.durationMinutes ?? minutesBetween(like.start, like.end);
  const takeWindow = (taken: typeof chosen) => {
    if (busy) return;
    const cell = windows.cells.find(({ day, key }) => day === taken.day && key === taken.key);
    if (!cell || cell.isPast) setError(cell ? 'This window is past.' : 'Choose a window.');
    else onTime({ ...visitIn(cell, minutes), windowStart: cell.start, windowEnd: cell.end });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOnOutsidePress
      title={title}
      description={description}
      footer={
        isOwnTime ? undefined : (
          <>
            <Button size="form" onClick={onClose}>
              Cancel
            </Button>
            <Button
              size="form"
              variant="primary"
              type="submit"
              busy={busy}
              onClick={() => takeWindow(chosen)}
            >
              {action}
            </Button>
          </>
        )
      }
    >
      {children}
      {isOwnTime ? (
        <TimesForm
          visit={{ ...like, ...offered }}
          zone={zone}
          busy={busy}
          saveLabel={action}
          onCancel={onClose}
          onSave={onTime}
        />
      ) : (
        <WindowChoice
          windows={windows}
          chosen={chosen}
          onChoose={(day, key) => {
            setChosen({ day, key });
            setError(undefined);
          }}
          minutes={minutes}
          error={error}
          setup={setup}
          zone={zone}
          now={now}
          mayOverbook={hasRight(user, 'overrideSchedule')}
          onDone={takeWindow}
        />
      )}
      <Button variant="ghost" onClick={() => setOwnTime(!isOwnTime)}>
        {isOwnTime ? 'Choose an arrival window' : 'A time of its own…'}
      </Button>
      {problem}
    </Dialog>
  );
}
