/** The text of one cell, whatever it stands for: the same for service requests and for records. */
import { withoutDirectionMarks } from '../direction-marks.ts';

/** All but tab, line feed and carriage return, which are white space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

export const hasControlCharacters = (cell: string): boolean => cell.search(CONTROL) >= 0;

/** Control characters as blanks, and no marks that turn the direction of reading. */
export const cleanCell = (cell: string): string => withoutDirectionMarks(cell.replace(CONTROL, ' '));

/** At most `max` letters, never through the middle of a character outside the basic plane. */
export const cutTo = (text: string, max: number): string =>
  text.length <= max ? text : text.slice(0, max).replace(/[\ud800-\udbff]$/, '');

/** `CustomerID`, `Main Phone #s`, `case-enquiry id` → `customer id`, `main phone s`, `case enquiry id`. */
export const plainHeader = (header: string): string =>
  header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Two cells as a place on earth; null: they are none. */
export function pointIn(latitudeCell: string, longitudeCell: string) {
  const [latitude, longitude] = [degreesIn(latitudeCell), degreesIn(longitudeCell)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

const degreesIn = (cell: string): number => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN);
