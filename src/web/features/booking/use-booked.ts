import { useState } from 'react';
import type { JobsWritten } from '#contract/job.ts';
import { dayOf } from '#domain/time.ts';
import { clock } from '../../lib/clock.ts';
import { useUndo } from '../../parts/use-undo.ts';
import { windowWords } from '../../parts/windows/window-words.ts';
import { toast } from '../../ui/toast-store.ts';
import type { LastBooked } from './confirm-bar.tsx';

/** What is said after a booking: a toast with Undo, and a line that stays until the next one. */
export function useBooked() {
  const [last, setLast] = useState<(LastBooked & { operationId: number }) | null>(null);
  const { undo, refusal, dismiss } = useUndo();
  const takeBack = (operationId: number) => {
    undo(operationId);
    setLast(null);
  };
  return {
    last,
    refusal,
    dismiss,
    undoLast: () => last && takeBack(last.operationId),
    tell: ({ cards, operationId }: JobsWritten) => {
      const card = cards[0];
      if (!card) return;
      const { job, appointments } = card;
      const [visit] = appointments;
      const today = dayOf(clock.now(), job.timeZone);
      const when =
        visit?.windowStart && visit.windowEnd
          ? `, ${windowWords({ start: visit.windowStart, end: visit.windowEnd }, job.timeZone, today)}`
          : '';
      const words = `Booked for ${job.customerName}${when}.`;
      toast({
        title: `Job ${job.number} booked`,
        body: words,
        tone: 'success',
        action: { label: 'Undo', act: () => takeBack(operationId) },
      });
      setLast({ jobId: job.id, number: job.number, words, operationId });
    },
  };
}

export type Booked = ReturnType<typeof useBooked>;
