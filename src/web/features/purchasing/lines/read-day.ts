import { addDays, type Day, isDay } from '#domain/time.ts';

const YEAR_FIRST = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_FIRST = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2}|\d{4}))?$/;
const DAYS_ON = /^\+(\d{1,3})$/;

/**
 * A day as people type it: 2026-11-30, 11/30, 11/30/26, or +5 for five days on. Without a year it is the next such day.
 * '' for nothing; null for what is no day.
 */
export function readDay(typed: string, today: Day): Day | '' | null {
  const text = typed.trim();
  if (text === '') return '';
  if (YEAR_FIRST.test(text)) return isDay(text) ? text : null;
  const on = DAYS_ON.exec(text);
  if (on) return addDays(today, Number(on[1]));
  const parts = MONTH_FIRST.exec(text);
  if (!parts) return null;
  const [, month = '', date = '', year] = parts;
  const dayIn = (full: number): Day | null => {
    const written = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    return isDay(written) ? written : null;
  };
  if (year !== undefined) return dayIn(Number(year.length === 2 ? `20${year}` : year));
  const thisYear = Number(today.slice(0, 4));
  const soon = dayIn(thisYear);
  return soon !== null && soon >= today ? soon : dayIn(thisYear + 1);
}
