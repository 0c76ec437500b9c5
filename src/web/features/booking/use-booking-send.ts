import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { JobsWritten } from '#contract/job.ts';
import { jobMutations } from '../../data/jobs.ts';
import { isPassing } from '../../lib/api.ts';
import type { BookingBody } from './booking-body.ts';

/**
 * Sends a booking so that one intention books once: a second Ctrl+Enter while it is under way does nothing, and after
 * a lost connection the same booking goes out under the same Idempotency-Key. After a refusal it is a new intention.
 */
export function useBookingSend(onBooked: (written: JobsWritten) => void) {
  const { mutateAsync } = useMutation(jobMutations.book());
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const underWay = useRef(false);
  const unanswered = useRef<BookingBody | null>(null);

  async function send(body: BookingBody): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    const again = unanswered.current;
    const variables = again && JSON.stringify(again) === JSON.stringify(body) ? again : body;
    setSending(true);
    setError(null);
    try {
      const written = await mutateAsync(variables);
      unanswered.current = null;
      onBooked(written);
    } catch (problem) {
      unanswered.current = isPassing(problem) ? variables : null;
      setError(problem);
    } finally {
      underWay.current = false;
      setSending(false);
    }
  }
  return { send, isSending, error, dismiss: () => setError(null) };
}
