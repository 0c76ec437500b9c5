/**
 * The fates of a whole file, before the database is asked: each row read by itself, then against the rows before it.
 * Two passes: the first counts who shares a point, the second decides. Same file, mapping, zone and as-of: same plan.
 */

import { dayOf, type Instant, type Span } from '../time.ts';
import { arrivalWindow } from './arrival-window.ts';
import type { DateOrder } from './date-order.ts';
import type { PointTally } from './default-points.ts';
import { fateOf, type RowReason } from './fields.ts';
import type { FieldPositions } from './mapping.ts';
import { type Request, readRow } from './read-row.ts';
import type { RowFate } from './row-fates.ts';

export type PlanSettings = {
  readonly positions: FieldPositions;
  /** How many cells a row must have. */
  readonly columns: number;
  /** IANA: the clock the file's times were read from, and the zone of the arrival windows. */
  readonly zone: string;
  /** Of days such as 03/04/2026; left out: they are not read. */
  readonly dates?: DateOrder | undefined;
  /** Closed before it: completed. Else open. */
  readonly asOf: Instant;
  /** Filled by `tallyRow` over the whole file. */
  readonly points: PointTally;
};

/** A request that can be booked. */
export type PlannedRequest = Omit<Request, 'openedOn' | 'closedOn'> & {
  readonly openedOn: Instant;
  /** When it was completed, if it was closed before the as-of; null: open. */
  readonly completedOn: Instant | null;
  readonly window: Span;
  /** The number of the first request of the same address, type and day; null for that first one. */
  readonly sameDayAs: string | null;
};

export type RowPlan = {
  readonly line: number;
  readonly fate: Exclude<RowFate, 'exists'>;
  readonly reasons: readonly RowReason[];
  /** '' when the row has none or could not be taken apart. */
  readonly externalId: string;
  readonly summary: string;
  /** null exactly when the row is rejected. */
  readonly request: PlannedRequest | null;
};

/** First pass, one row. */
export function tallyRow(cells: readonly string[], settings: PlanSettings): void {
  if (cells.length !== settings.columns) return;
  const { request } = readRow(cells, settings.positions, settings.zone, settings.dates);
  if (request.latitude !== null && request.longitude !== null) {
    settings.points.add(request.latitude, request.longitude, request.addressKey);
  }
}

type First = { readonly line: number; readonly externalId: string };

/**
 * Second pass: the returned function takes the rows in the file's order. It remembers the number of each request and
 * the first one of each address, type and day: some 350 bytes a row.
 */
export function rowPlanner(settings: PlanSettings): (line: number, cells: readonly string[]) => RowPlan {
  const lineOfId = new Map<string, number>();
  const firstOfDay = new Map<string, First>();

  return (line, cells) => {
    if (cells.length !== settings.columns) {
      return rejected(line, 'row.columns', { found: cells.length, expected: settings.columns });
    }
    const { request, reasons } = readRow(cells, settings.positions, settings.zone, settings.dates);
    const known = lineOfId.get(request.externalId);
    if (known !== undefined) reasons.push({ code: 'id.repeated', params: { line: known } });
    const placed = withoutDefaultPoint(request, settings.points, reasons);
    const { openedOn, closedOn, ...rest } = placed;
    if (openedOn === null || fateOf(reasons) === 'reject') {
      return { line, fate: 'reject', reasons, ...shown(request), request: null };
    }
    // Only a row that is booked takes the number: a complete row after a broken one of the same number still counts.
    lineOfId.set(request.externalId, line);
    const day = [request.addressKey, request.category.toLowerCase(), dayOf(openedOn, settings.zone)].join(
      '|',
    );
    const first = firstOfDay.get(day);
    if (first) {
      reasons.push({ code: 'request.same_day', params: { line: first.line, id: first.externalId } });
    } else {
      firstOfDay.set(day, { line, externalId: request.externalId });
    }
    const planned: PlannedRequest = {
      ...rest,
      openedOn,
      completedOn: closedOn !== null && closedOn < settings.asOf ? closedOn : null,
      window: arrivalWindow(openedOn, settings.zone),
      sameDayAs: first?.externalId ?? null,
    };
    return { line, fate: fateOf(reasons), reasons, ...shown(request), request: planned };
  };
}

/** A row that could not even be taken apart (`row.columns`, `row.quotes`). */
export const rejected = (
  line: number,
  code: RowReason['code'],
  params: RowReason['params'] = {},
): RowPlan => ({
  line,
  fate: 'reject',
  reasons: [{ code, params }],
  externalId: '',
  summary: '',
  request: null,
});

const shown = ({ externalId, summary }: Request) => ({ externalId, summary });

function withoutDefaultPoint(request: Request, points: PointTally, reasons: RowReason[]): Request {
  const { latitude, longitude } = request;
  if (latitude === null || longitude === null) return request;
  const addresses = points.addressesAt(latitude, longitude);
  if (addresses === null) return request;
  reasons.push({ code: 'point.default', params: { latitude, longitude, addresses } });
  return { ...request, latitude: null, longitude: null };
}
