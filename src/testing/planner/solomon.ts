/** Reads the text format of Solomon's vehicle-routing instances (M. Solomon, 1987): row 0 is the depot. */
import type { Problem } from '#domain/planner/problem.ts';

export type Instance = { readonly name: string; readonly problem: Problem };

/** Throws an Error that names the line and what is wrong there. */
export function readSolomon(text: string, file: string): Instance {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const name = lines.find((line) => line !== '') ?? '';
  const rows = lines.flatMap((line, index) => {
    if (!/^-?\d/.test(line)) return [];
    const cells = line.split(/\s+/).map(Number);
    if (cells.some((cell) => !Number.isFinite(cell)))
      throw new Error(`${file}, line ${index + 1}: not all numbers`);
    return [{ cells, line: index + 1 }];
  });
  const [fleet, ...customers] = rows;
  if (fleet?.cells.length !== 2)
    throw new Error(`${file}: the line with number and capacity of the vehicles is missing`);
  const wrong = customers.find(({ cells }) => cells.length !== 7);
  if (wrong) throw new Error(`${file}, line ${wrong.line}: ${wrong.cells.length} columns instead of 7`);
  const [depot, ...stops] = customers.map(({ cells }) => {
    const [, x, y, load, earliest, latest, duration] = cells as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return { x, y, load, earliest, latest, duration };
  });
  if (!depot || stops.length === 0) throw new Error(`${file}: no customers`);
  const places = [depot, ...stops];
  const [vehicles, capacity] = fleet.cells as [number, number];
  return {
    name,
    problem: {
      travel: places.map((from) => places.map((to) => Math.hypot(from.x - to.x, from.y - to.y))),
      routes: Array.from({ length: vehicles }, () => ({
        startPlace: 0,
        endPlace: 0,
        opens: depot.earliest,
        closes: depot.latest,
        capacity,
      })),
      stops: stops.map(({ load, earliest, latest, duration }, index) => ({
        place: index + 1,
        earliest,
        latest,
        duration,
        load,
        routes: null,
        penalty: Number.POSITIVE_INFINITY,
      })),
    },
  };
}
