/** Days and times as a message and the day page say them, in the zone of the place: "Monday, November 23", "1:05 PM". */
import { type Day, dayOf, type Instant, localTime, weekdayOf } from '../time.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "Monday, November 23": without the year, for days that are near. */
export const spokenDay = (day: Day): string =>
  `${WEEKDAYS[weekdayOf(day)]}, ${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8))}`;

/** "1:05 PM", whatever clock the reader has: messages are read in the United States. */
export function spokenTime(at: Instant, zone: string): string {
  const [hour = 0, minute = 0] = localTime(at, zone).split(':').map(Number);
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** "Monday, November 23, 1:00 PM". */
export const spokenDayTime = (at: Instant, zone: string): string =>
  `${spokenDay(dayOf(at, zone))}, ${spokenTime(at, zone)}`;
