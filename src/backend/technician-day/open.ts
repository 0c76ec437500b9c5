/** Who has a link sees that day: of that technician, while they work here, and of nobody else. */
import type { DayAnswer, TechnicianDay, TechnicianDays } from '#contract/technician-day.ts';
import type { Clock } from '#db/clock.ts';
import type { Database } from '#db/database.ts';
import { calendarOf } from './calendar.ts';
import { technicianDay } from './day.ts';
import { readDayLink } from './links.ts';

/** What the page of a link asks; the link is all there is to go by. @param publicOrigin names the calendar's events */
export function technicianDays(database: Database, clock: Clock, publicOrigin: string): TechnicianDays {
  async function page(token: string): Promise<DayAnswer<TechnicianDay>> {
    const now = clock.now();
    const link = await database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
      readDayLink(tx, token, now),
    );
    if (link === 'ended' || link === 'unknown') return { kind: link };
    // From here on the database itself lets nobody out of the link's company.
    const value = await database.transaction({ tenantId: link.tenantId, readOnly: true }, (tx) =>
      technicianDay(tx, link.technicianId, link.day, now),
    );
    return value ? { kind: 'found', value } : { kind: 'ended' };
  }
  return {
    page,
    async calendar(token) {
      const answer = await page(token);
      if (answer.kind !== 'found') return answer;
      const { visits, company, asOf } = answer.value;
      return { kind: 'found', value: calendarOf(visits, company, new URL(publicOrigin).hostname, asOf) };
    },
  };
}
