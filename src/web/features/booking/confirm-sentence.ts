/** "No cool for Maria Lopez, 12 Main St, Fri 8–10, Ana R.": what will be booked, read back to the caller. */
import { type Day, dayOf, type Instant } from '#domain/time.ts';
import { formatDayNear, formatWindow } from '../../lib/format.ts';
import type { ArrivalWindow } from './arrival-windows.ts';

export type SentenceFacts = {
  readonly jobType: string | null;
  readonly customer: string | null;
  readonly street: string | null;
  readonly window: ArrivalWindow | null;
  readonly technician: string | null;
  readonly zone: string;
  readonly now: Instant;
};

export type SentencePart = { readonly text: string; readonly strong: boolean };

const plain = (text: string): SentencePart => ({ text, strong: false });
const strong = (text: string): SentencePart => ({ text, strong: true });

/** Always a sentence: what is not known yet reads "a job", "somebody", "no window yet". */
export function confirmSentence(facts: SentenceFacts): SentencePart[] {
  const { jobType, customer, street, window, technician, zone, now } = facts;
  return [
    jobType ? strong(jobType) : plain('A job'),
    plain(' for '),
    customer ? strong(customer) : plain('nobody yet'),
    ...(street ? [plain(`, ${street}`)] : []),
    plain(', '),
    window ? strong(windowWords(window, zone, dayOf(now, zone))) : plain('no window yet'),
    ...(technician ? [plain(`, ${technician}`)] : []),
    plain('.'),
  ];
}

/** "today 12–2", "Fri 21 Nov 8–10". */
export function windowWords(
  { start, end }: Pick<ArrivalWindow, 'start' | 'end'>,
  zone: string,
  today: Day,
): string {
  const near = formatDayNear(dayOf(start, zone), today);
  const spoken = ['Today', 'Tomorrow', 'Yesterday'].includes(near) ? near.toLowerCase() : near;
  return `${spoken} ${formatWindow(start, end, zone)}`;
}
