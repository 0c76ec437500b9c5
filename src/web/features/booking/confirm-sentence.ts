/** "No cool for Maria Lopez, 12 Main St, Fri 8–10, Ana R.": what will be booked, read back to the caller. */
import { dayOf, type Instant } from '#domain/time.ts';
import type { ArrivalWindow } from '../../parts/windows/arrival-windows.ts';
import { windowWords } from '../../parts/windows/window-words.ts';

export type SentenceFacts = {
  readonly jobType: string | null;
  readonly customer: string | null;
  readonly street: string | null;
  /** Whose place it is; null: the customer's own. */
  readonly host: string | null;
  readonly window: ArrivalWindow | null;
  readonly technician: string | null;
  /** Who pays; null: the customer of the place. */
  readonly billTo: string | null;
  readonly zone: string;
  readonly now: Instant;
};

/** `place` tells apart parts that read the same: who pays may have the customer's name. */
export type SentencePart = { readonly place: number; readonly text: string; readonly strong: boolean };
type Said = Omit<SentencePart, 'place'>;

const plain = (text: string): Said => ({ text, strong: false });
const strong = (text: string): Said => ({ text, strong: true });

/** Always a sentence: what is not known yet reads "a job", "somebody", "no window yet". */
export function confirmSentence(facts: SentenceFacts): SentencePart[] {
  const { jobType, customer, street, host, window, technician, billTo, zone, now } = facts;
  const said = [
    jobType ? strong(jobType) : plain('A job'),
    plain(' for '),
    customer ? strong(customer) : plain('nobody yet'),
    ...(street ? [plain(`, ${street}`)] : []),
    ...(host ? [plain(' at '), strong(host)] : []),
    plain(', '),
    window ? strong(windowWords(window, zone, dayOf(now, zone))) : plain('no window yet'),
    ...(technician ? [plain(`, ${technician}`)] : []),
    ...(billTo ? [plain(', billed to '), strong(billTo)] : []),
    plain('.'),
  ];
  return said.map((part, place) => ({ place, ...part }));
}
