/**
 * How long drives take, by what the operator's road map has said so far (`backend/roads`): the guards count with the same
 * figures as the board, which gets them with its day. A company no road map was asked for counts by distance alone.
 */

import type { BoardDay } from '#contract/board.ts';
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import { cellOf, roadTimesOf } from '#domain/schedule/road-times.ts';
import { DEFAULT_TRAVEL, type Place, type TravelAssumptions } from '#domain/schedule/travel.ts';

type RoadBlock = NonNullable<BoardDay['roads']>[number];

/** A board of more places would get more drives than visits; its day counts by distance, for everybody alike. */
export const MOST_CELLS = 250;

/** Each cell once, in order; places nobody knows have none. */
export function cellsOf(places: Iterable<Place>): number[] {
  const cells = new Set<number>();
  for (const { latitude, longitude } of places)
    if (latitude !== null && longitude !== null) cells.add(cellOf({ latitude, longitude }));
  return [...cells].sort((a, b) => a - b);
}

type Known = {
  /** null: nobody has said how long drives take. */
  readonly drives: NonNullable<BoardDay['drives']> | null;
  /** Whether the company has drives of a road map at all. */
  readonly hasRoads: boolean;
};

/** Of the company's rules for drives the newest in use. */
async function knownOf(tx: Transaction): Promise<Known> {
  const [row] = await tx.query<Known>(
    planOnce(`select exists (select from company.road_times where tenant_id = $1) as "hasRoads",
       (select jsonb_build_object('detourFactor', way_percent / 100.0, 'kmPerHour', km_per_hour, 'unknownMinutes', unknown_minutes)
        from company.drive_rules where tenant_id = $1 and active order by id desc limit 1) as drives`),
    [tx.tenantId],
  );
  return row!;
}

/** Every drive between the cells that is known. */
async function knownDrives(tx: Transaction, cells: number[]): Promise<RoadBlock> {
  const drives = await tx.query<{ from: number; to: readonly number[]; minutes: readonly number[] }>(
    `select from_cell as from, array_agg(to_cell) as to, array_agg(minutes) as minutes from company.road_times
     where tenant_id = $1 and from_cell = any($2::bigint[]) and to_cell = any($2::bigint[]) and minutes is not null
     group by from_cell`,
    [tx.tenantId, cells],
  );
  const at = new Map(cells.map((cell, index) => [cell, index]));
  const minutes: (number | null)[] = Array.from({ length: cells.length ** 2 }, () => null);
  for (const { from, ...row } of drives)
    for (const [index, to] of row.to.entries())
      minutes[at.get(from)! * cells.length + at.get(to)!] = row.minutes[index]!;
  return { cells, minutes };
}

/** By distance, as the company reckons it. */
export const travelByDistance = async (tx: Transaction): Promise<TravelAssumptions> =>
  (await knownOf(tx)).drives ?? DEFAULT_TRAVEL;

/** For the guards: drives between these places. */
export async function travelBetween(tx: Transaction, places: Iterable<Place>): Promise<TravelAssumptions> {
  const all = [...places];
  // Nobody drives from one place to itself.
  if (all.length < 2) return DEFAULT_TRAVEL;
  const { drives, hasRoads } = await knownOf(tx);
  const byDistance = drives ?? DEFAULT_TRAVEL;
  return hasRoads ? { ...byDistance, roads: roadTimesOf([await knownDrives(tx, cellsOf(all))]) } : byDistance;
}

/**
 * For a board: what it counts drives with, left out where it is the usual. Without a road map there are no `roads`, on
 * days with too many places they are empty.
 */
export async function drivesOfDay(
  tx: Transaction,
  places: Iterable<Place>,
): Promise<Pick<BoardDay, 'drives' | 'roads'>> {
  const { drives, hasRoads } = await knownOf(tx);
  const cells = hasRoads ? cellsOf(places) : [];
  const isUseful = cells.length > 1 && cells.length <= MOST_CELLS;
  return {
    ...(drives ? { drives } : {}),
    ...(hasRoads ? { roads: isUseful ? [await knownDrives(tx, cells)] : [] } : {}),
  };
}
