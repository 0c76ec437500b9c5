import { CalendarPlus, Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import type { SetupRecord } from '#contract/setup-record.ts';
import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { clock } from '../../../lib/clock.ts';
import { mayCall } from '../../../lib/session.ts';
import { Button } from '../../../ui/button.tsx';
import { MonthsDialog } from './months-dialog.tsx';
import { PeriodStepDialog } from './period-step-dialog.tsx';

const lastDay = ({ values }: SetupRecord) => String(values.endsOn);
const byLastDay = (a: SetupRecord, b: SetupRecord) => (lastDay(a) < lastDay(b) ? 1 : -1);

/** What is done with periods beside adding one; those over are offered for closing, the latest first. */
export function PeriodActions({ periods }: { periods: readonly SetupRecord[] }) {
  const user = useCurrentUser();
  const [asked, setAsked] = useState<'months' | 'close' | 'reopen' | null>(null);
  const today = dayOf(clock.now(), clock.zone());
  const inUse = periods.filter(({ active }) => active);
  const over = inUse.filter((one) => one.values.closedAt === null && lastDay(one) < today).sort(byLastDay);
  const closed = inUse.filter(({ values }) => values.closedAt !== null).sort(byLastDay);
  const onClose = () => setAsked(null);
  return (
    <>
      {mayCall(user, 'accountingPeriods.makeMonths') && (
        <Button icon={<CalendarPlus aria-hidden />} onClick={() => setAsked('months')}>
          Make months
        </Button>
      )}
      {user.rights.includes('closeBooks') && mayCall(user, 'accountingPeriods.close') && over.length > 0 && (
        <Button icon={<Lock aria-hidden />} onClick={() => setAsked('close')}>
          Close
        </Button>
      )}
      {mayCall(user, 'accountingPeriods.reopen') && closed.length > 0 && (
        <Button icon={<LockOpen aria-hidden />} onClick={() => setAsked('reopen')}>
          Open again
        </Button>
      )}
      {asked === 'months' && <MonthsDialog today={today} onClose={onClose} />}
      {asked === 'close' && <PeriodStepDialog step="close" periods={over} onClose={onClose} />}
      {asked === 'reopen' && (
        <PeriodStepDialog step="reopen" periods={closed.slice(0, 1)} onClose={onClose} />
      )}
    </>
  );
}
