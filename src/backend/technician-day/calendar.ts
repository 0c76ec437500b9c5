/**
 * Visits as an iCalendar file (RFC 5545): one event per visit with a UID that stays and a SEQUENCE that grows, so that a
 * calendar moves the event it has, and takes out what is not theirs any more.
 */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { DayVisit } from '#contract/technician-day.ts';
import { oneLine } from '#domain/messages/one-line.ts';
import type { Instant } from '#domain/time.ts';

/** @param host of PUBLIC_ORIGIN, for UIDs nobody else gives */
export function calendarOf(visits: readonly DayVisit[], company: string, host: string, now: Instant): string {
  const calendar = ical({
    prodId: { company: 'Truckroll', product: 'Truckroll', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    name: oneLine(company),
  });
  for (const visit of visits) {
    const { start, end, isTheirs, jobType, jobNumber, appointmentNumber, summary, instructions } = visit;
    calendar.createEvent({
      id: `visit-${visit.appointmentId}-${visit.technicianId}@${host}`,
      sequence: visit.sequence,
      stamp: now,
      start,
      end,
      status: isTheirs ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      summary: oneLine(`${jobType}, job ${jobNumber}-${appointmentNumber}`),
      ...(isTheirs && {
        location: addressOf(visit),
        description: [summary, instructions].map(oneLine).filter(Boolean).join('\n'),
      }),
    });
  }
  return calendar.toString();
}

const addressOf = ({ street, unit, city, state, zip }: DayVisit): string =>
  [[street, unit].filter(Boolean).join(' '), city, [state, zip].filter(Boolean).join(' ')]
    .map(oneLine)
    .filter(Boolean)
    .join(', ');
