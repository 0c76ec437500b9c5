/**
 * Drives as a road map knows them, from one place to another, between cells of a thousandth of a degree (some 100 m): two
 * houses of one street ask for the same drive. There and back may differ. Where they are from: backend/roads.
 */

type Point = { readonly latitude: number; readonly longitude: number };

/** Whole minutes, by the cell driven from and the cell driven to. */
export type RoadTimes = ReadonlyMap<number, ReadonlyMap<number, number>>;

const PER_DEGREE = 1000;
const COLUMNS = 360 * PER_DEGREE + 1;
const rounded = (degrees: number): number => Math.floor(degrees * PER_DEGREE + 0.5);

/** The number of the cell a point lies in. */
export const cellOf = ({ latitude, longitude }: Point): number =>
  (rounded(latitude) + 90 * PER_DEGREE) * COLUMNS + rounded(longitude) + 180 * PER_DEGREE;

/** The middle of a cell, in whole thousandths. */
export const pointOfCell = (cell: number): Point => ({
  latitude: (Math.floor(cell / COLUMNS) - 90 * PER_DEGREE) / PER_DEGREE,
  longitude: ((cell % COLUMNS) - 180 * PER_DEGREE) / PER_DEGREE,
});

/** Undefined: the map has not been asked yet, or knows no way. */
export const roadMinutes = (roads: RoadTimes, from: Point, to: Point): number | undefined =>
  roads.get(cellOf(from))?.get(cellOf(to));

/** Cells each against each, row by row: a drive from `cells[i]` to `cells[j]` is `minutes[i * cells.length + j]`. */
export type RoadBlock = {
  readonly cells: readonly number[];
  readonly minutes: readonly (number | null)[];
};

/** Of drives in several blocks the later block counts. */
export function roadTimesOf(blocks: readonly RoadBlock[]): RoadTimes {
  const roads = new Map<number, Map<number, number>>();
  for (const { cells, minutes } of blocks) {
    for (const [row, from] of cells.entries()) {
      const drives = roads.get(from) ?? new Map<number, number>();
      roads.set(from, drives);
      for (const [column, to] of cells.entries()) {
        const drive = minutes[row * cells.length + column];
        if (drive != null) drives.set(to, drive);
      }
    }
  }
  return roads;
}
