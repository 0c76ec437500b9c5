/** Time zones as people type them. */
import { isZone } from '#domain/time.ts';

export const TIME_ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
/** `America/Argentina/Buenos_Aires` → "Buenos Aires". */
export const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** `America/New_York`, `america/new york`, `New York`: the zone as it is written everywhere; undefined when it is none. */
export function readTimeZone(typed: string): string | undefined {
  const wanted = plain(typed);
  const whole = TIME_ZONES.find((zone) => plain(zone) === wanted);
  if (whole !== undefined) return whole;
  const ofCity = TIME_ZONES.filter((zone) => plain(cityOf(zone)) === wanted);
  if (ofCity.length === 1) return ofCity[0];
  // Older names and UTC are zones without being in the list.
  return isZone(typed.trim()) ? typed.trim() : undefined;
}
