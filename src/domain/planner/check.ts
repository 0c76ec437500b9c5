/** What is wrong with a plan, reckoned from the problem alone: the planner's own bookkeeping is not asked. */
import type { Plan, Problem } from './problem.ts';

const ROUNDING = 1e-6;

/** One sentence per fault; empty: every stop at most once, in its window, on a route that may take it, and back in time. */
export function faultsOf({ stops, routes, travel }: Problem, plan: Plan): string[] {
  const faults: string[] = [];
  const seen = new Set<number>();
  let driven = 0;
  for (const [route, visits] of plan.routes.entries()) {
    const frame = routes[route]!;
    let at = frame.startPlace;
    let time = frame.opens;
    let load = 0;
    for (const stop of visits) {
      const { place, earliest, latest, duration, load: takes, routes: may } = stops[stop]!;
      if (seen.has(stop)) faults.push(`stop ${stop} twice`);
      seen.add(stop);
      if (may && !may.includes(route)) faults.push(`stop ${stop} on route ${route}`);
      const drive = travel[at]![place]!;
      driven += drive;
      const begins = Math.max(earliest, frame.worksFrom ?? frame.opens, time + drive);
      if (begins > latest + ROUNDING) faults.push(`stop ${stop} at ${begins}, latest ${latest}`);
      time = begins + duration;
      at = place;
      load += takes;
    }
    if (visits.length === 0) continue;
    const home = travel[at]![frame.endPlace]!;
    driven += home;
    if (time + home > frame.closes + ROUNDING) faults.push(`route ${route} back at ${time + home}`);
    if (load > frame.capacity + ROUNDING) faults.push(`route ${route} carries ${load}`);
  }
  for (const stop of plan.unplanned) {
    if (seen.has(stop)) faults.push(`stop ${stop} planned and unplanned`);
    seen.add(stop);
  }
  if (seen.size !== stops.length) faults.push(`${stops.length - seen.size} stops are gone`);
  if (Math.abs(driven - plan.travel) > ROUNDING * Math.max(1, driven))
    faults.push(`travel ${plan.travel}, driven ${driven}`);
  if (plan.used !== plan.routes.filter((visits) => visits.length > 0).length) faults.push('routes used');
  return faults;
}
