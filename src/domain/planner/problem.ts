/**
 * What the planner is given: visits with windows, and routes that may take them. Times, travel and costs are in one
 * unit of the caller's (minutes on the board, plain numbers in a benchmark file).
 */

/** Something that has to be done at a place, once, by one route. */
export type Stop = {
  /** Row of `travel`. */
  readonly place: number;
  /** Start of work, not before and not after. */
  readonly earliest: number;
  readonly latest: number;
  /** How long the work takes. */
  readonly duration: number;
  /** What it takes up of a route's `capacity`; 0 where nothing is carried. */
  readonly load: number;
  /** Routes it may go on (skills, zone); null: any. */
  readonly routes: readonly number[] | null;
  /** What it costs to leave it out; Infinity: it has to be planned if it can be. */
  readonly penalty: number;
  /** What it costs on each route beside the drive (another zone, somebody else than promised); left out: nothing. */
  readonly costs?: readonly number[];
};

/** A technician's day, or a vehicle. */
export type RouteFrame = {
  readonly startPlace: number;
  readonly endPlace: number;
  readonly opens: number;
  /** To be back at `endPlace`. */
  readonly closes: number;
  readonly capacity: number;
  /** No work before, though the drive may begin at `opens`; left out: `opens`. */
  readonly worksFrom?: number;
  /** What is driven when nothing is planned on it, because somebody has to get to its end anyway; left out: 0. */
  readonly emptyTravel?: number;
};

export type Problem = {
  readonly stops: readonly Stop[];
  readonly routes: readonly RouteFrame[];
  /** `travel[from][to]`, also the cost of the drive. The triangle inequality is taken for granted. */
  readonly travel: readonly (readonly number[])[];
};

export type Plan = {
  /** Stops of each route, in order of the day. */
  readonly routes: readonly (readonly number[])[];
  /** Stops on no route, in ascending order. */
  readonly unplanned: readonly number[];
  /** Sum of travel on the routes that are used. */
  readonly travel: number;
  /** Routes with a stop. */
  readonly used: number;
};
