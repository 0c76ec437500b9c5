/** How often a vendor brought goods by the day they named (issue 5, part 1). */
import { type Rate, rate } from '../money.ts';
import type { Day } from '../time.ts';

/** So many lines of receipts that came on one day, and the day the vendor had named for them. */
export type Arrival = { readonly expectedOn: Day | null; readonly receivedOn: Day; readonly lines: number };

export type Punctuality = {
  readonly counted: number;
  readonly onTime: number;
  /** null: nothing came yet for which they had named a day. */
  readonly rate: Rate | null;
};

/** On the day or before it is on time; what no day was named for says nothing. A line that came twice counts twice. */
export function punctuality(arrivals: readonly Arrival[]): Punctuality {
  const sum = (of: (one: Arrival) => boolean) =>
    arrivals.reduce((lines, one) => lines + (of(one) ? one.lines : 0), 0);
  const counted = sum(({ expectedOn }) => expectedOn !== null);
  const onTime = sum(({ expectedOn, receivedOn }) => expectedOn !== null && receivedOn <= expectedOn);
  return { counted, onTime, rate: counted === 0 ? null : rate(Math.round((onTime * 1_000_000) / counted)) };
}
