/** Words that papers of every kind have. */
import type { AddressCopy } from '#domain/document-copy.ts';
import { type Day, instant, msOf } from '#domain/time.ts';

/** For files, which know dates as moments and mean them in UTC. */
export const midnightOf = (on: Day): Date => new Date(msOf(instant(`${on}T00:00:00Z`)));

/** The country only where it is another than the company's own. */
export function addressLines(of: AddressCopy, company: AddressCopy): string[] {
  const region = [of.state, of.zip].filter(Boolean).join(' ');
  return [
    of.street,
    of.unit,
    [of.city, region].filter(Boolean).join(', '),
    of.country === company.country ? '' : of.country,
  ].filter(Boolean);
}
