/**
 * Asks the operator's road map how long drives take (TRAVEL_MATRIX_URL): a server that answers as OSRM's table service
 * does, `…/table/v1/driving/-71.002,42.251;…?annotations=duration&sources=0&destinations=1;2` with
 * `{ "code": "Ok", "durations": [[61.2, null]] }`, in seconds, a row per source; null where there is no way.
 */
import { pointOfCell } from '#domain/schedule/road-times.ts';
import { getJson, type Outbound, OutboundFault, type SecretHeader } from '../outbound/get-json.ts';

export type MatrixSettings = {
  /** With `{coordinates}` where they come. */
  readonly url: string;
  readonly header: SecretHeader;
  readonly waitMs?: number;
};
/** `minutes[row][column]`: from the row's cell to the column's. */
export type Matrix = {
  /** @throws OutboundFault */
  drives(from: readonly number[], to: readonly number[], stop?: AbortSignal): Promise<(number | null)[][]>;
};

/** What OSRM takes in one question unless it is told to take more. */
export const MOST_COORDINATES = 100;
const WAIT_MS = 20_000;
const MAX_BYTES = 2 * 1024 * 1024;
const DAY_MINUTES = 24 * 60;

export function createMatrix({ url, header, waitMs = WAIT_MS }: MatrixSettings): Matrix {
  const outbound: Outbound = { origin: new URL(url).origin, header, waitMs, maxBytes: MAX_BYTES };
  return {
    async drives(from, to, stop) {
      const answer = await getJson(questionOf(url, from, to), outbound, stop);
      return minutesIn(answer, from.length, to.length);
    },
  };
}

export function questionOf(url: string, from: readonly number[], to: readonly number[]): string {
  const cells = [...new Set([...from, ...to])];
  const at = new Map(cells.map((cell, index) => [cell, index]));
  const coordinates = cells.map(pointOfCell).map(({ latitude, longitude }) => `${longitude},${latitude}`);
  const asked = new URL(url.replaceAll('{coordinates}', coordinates.join(';')));
  const list = (some: readonly number[]) => some.map((cell) => at.get(cell)).join(';');
  // By hand: `searchParams` would write `;` as `%3B`, which OSRM does not read.
  const said = asked.search ? `${asked.search}&` : '?';
  asked.search = `${said}annotations=duration&sources=${list(from)}&destinations=${list(to)}`;
  return asked.href;
}

/** Whole minutes, rounded up; null for no way, or one of more than a day. @throws OutboundFault unreadable: another shape, or no time at all */
export function minutesIn(answer: unknown, rows: number, columns: number): (number | null)[][] {
  const { code, durations } = (answer ?? {}) as { code?: unknown; durations?: unknown };
  if (code !== 'Ok' || !Array.isArray(durations) || durations.length !== rows)
    throw new OutboundFault('unreadable', 'no table of that size');
  return durations.map((row: unknown) => {
    if (!Array.isArray(row) || row.length !== columns)
      throw new OutboundFault('unreadable', 'no table of that size');
    return row.map((seconds: unknown) => {
      if (seconds === null) return null;
      const minutes = typeof seconds === 'number' ? Math.ceil(seconds / 60) : Number.NaN;
      if (!(minutes >= 0)) throw new OutboundFault('unreadable', 'no duration');
      // Two cities of one company: nobody drives there between two visits.
      if (minutes > DAY_MINUTES) return null;
      return minutes;
    });
  });
}
