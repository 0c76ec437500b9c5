import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../data/current-user.ts';
import { clock } from '../lib/clock.ts';
import { formatDay, formatTime, zoneName } from '../lib/format.ts';

export type PaperHeadProps = {
  title: string;
  read: number;
  /** undefined: not known */
  total: number | undefined;
  hasMore: boolean;
};

/**
 * Above a list on paper, where neither the bar nor the address is: whose list it is, of what, of when and of how many.
 * Render it only while the page is printed: the time is that of the print. The filters stand below it (print.css).
 */
export function PaperHead({ title, read, total, hasMore }: PaperHeadProps) {
  const { companyName } = useCurrentUser();
  const now = clock.now();
  const zone = clock.zone();
  return (
    <header className="px-2 pb-2 text-black">
      <h1 className="m-0 text-[13pt] font-semibold">
        {companyName} · {title}
      </h1>
      <p className="m-0">
        {`Printed ${formatDay(dayOf(now, zone), { year: true })}, ${formatTime(now, zone)} ${zoneName(now, zone)} · ${rowWords(read, total, hasMore)}`}
      </p>
    </header>
  );
}

function rowWords(read: number, total: number | undefined, hasMore: boolean): string {
  const here = read.toLocaleString('en-US');
  if (total !== undefined && total > read)
    return `the first ${here} of ${total.toLocaleString('en-US')} rows`;
  if (total === undefined && hasMore) return `the first ${here} rows`;
  return `${here} ${read === 1 ? 'row' : 'rows'}`;
}
