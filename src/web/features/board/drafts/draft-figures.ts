/** A board day in the figures of `domain/schedule/day-figures.ts`; a lane nobody touched is not counted again. */
import { type DayFigures, dayFigures, type LaneFigures, laneFigures } from '#domain/schedule/day-figures.ts';
import type { TravelAssumptions } from '#domain/schedule/travel.ts';
import type { Instant } from '#domain/time.ts';
import type { DayIndex, Lane } from '../day/day-index.ts';

const remembered = new WeakMap<Lane, { readonly travel: TravelAssumptions; readonly figures: LaneFigures }>();

function figuresOfLane(lane: Lane, travel: TravelAssumptions): LaneFigures {
  const known = remembered.get(lane);
  if (known?.travel === travel) return known.figures;
  const figures = laneFigures({ ...lane, home: lane.technician }, travel);
  remembered.set(lane, { travel, figures });
  return figures;
}

export const figuresOf = ({ day, lanes, travel }: DayIndex, now: Instant): DayFigures =>
  dayFigures(
    day.appointments,
    [...lanes.values()].map((lane) => figuresOfLane(lane, travel)),
    now,
  );
