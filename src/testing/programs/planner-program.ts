// `npm run bench -- planner DIR [seconds] [instance …]`: see e2e/bench/planner.mjs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { seededChance } from '#domain/chance.ts';
import { faultsOf } from '#domain/planner/check.ts';
import { planRoutes } from '#domain/planner/planner.ts';
import { readSolomon } from '../planner/solomon.ts';

type Known = { readonly vehicles: number; readonly distance: number };
type Done = {
  readonly name: string;
  readonly used: number;
  readonly travel: number;
  readonly known: Known | undefined;
};

const [, , folder = '', secondsText = '10', ...wanted] = process.argv;
const seconds = Number(secondsText);
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.txt')) : [];
if (files.length === 0 || !(seconds > 0)) {
  console.error(
    'npm run bench -- planner DIR [seconds per instance] [instance …]: DIR holds Solomon files, *.txt',
  );
  process.exit(2);
}

const known = bestKnown(join(folder, 'best-known.csv'));
const done: Done[] = [];
let isWrong = false;
console.log('instance  vehicles (best)  distance (best)            seconds');
for (const file of files.sort()) {
  const name = basename(file, '.txt');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { problem } = readSolomon(readFileSync(join(folder, file), 'utf8'), file);
  const started = process.hrtime.bigint();
  const spentSeconds = () => Number(process.hrtime.bigint() - started) / 1e9;
  const plan = planRoutes(problem, seededChance(1), {
    spent: () => spentSeconds() / seconds,
    fewestRoutes: true,
  });
  const took = spentSeconds();
  const best = known.get(name);
  const faults = faultsOf(problem, plan);
  if (plan.unplanned.length > 0) faults.push(`${plan.unplanned.length} customers on no route`);
  isWrong ||= faults.length > 0;
  done.push({ name, used: plan.used, travel: plan.travel, known: best });
  console.log(
    [
      name.padEnd(9),
      `${String(plan.used).padStart(3)} ${best ? `(${best.vehicles})`.padEnd(6) : ''}`.padEnd(17),
      `${plan.travel.toFixed(2).padStart(8)} ${best ? `(${best.distance}, ${over(plan.travel, best.distance)})` : ''}`.padEnd(
        27,
      ),
      took.toFixed(1),
      ...faults,
    ].join(' '),
  );
}
for (const group of [
  ...new Set(done.map(({ name }) => name.replace(/\d+$/, '').concat(name.match(/\d/)?.[0] ?? ''))),
]) {
  summary(
    group,
    done.filter(({ name }) => name.startsWith(group)),
  );
}
summary('all', done);
process.exitCode = isWrong ? 1 : 0;

/** Means over instances, as the literature gives them. */
function summary(title: string, some: readonly Done[]): void {
  const compared = some.flatMap(({ used, travel, known: best }) => (best ? [{ used, travel, best }] : []));
  if (compared.length === 0) return;
  const mean = (of: (one: (typeof compared)[number]) => number) =>
    compared.reduce((sum, one) => sum + of(one), 0) / compared.length;
  const vehicles = mean(({ used }) => used);
  const distance = mean(({ travel }) => travel);
  console.log(
    `${title.padEnd(9)} ${compared.length} instances: mean vehicles ${vehicles.toFixed(3)}, ${over(
      vehicles,
      mean(({ best }) => best.vehicles),
    )} over the best known; mean distance ${distance.toFixed(2)}, ${over(
      distance,
      mean(({ best }) => best.distance),
    )}`,
  );
}

function over(value: number, best: number): string {
  const percent = (value / best - 1) * 100;
  return `${percent < 0 ? '−' : '+'}${Math.abs(percent).toFixed(2)} %`;
}

function bestKnown(path: string): Map<string, Known> {
  if (!existsSync(path)) return new Map();
  const [head = '', ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const at = (title: string) => head.split(',').indexOf(title);
  const [name, vehicles, distance] = [at('instance'), at('best_known_vehicles'), at('best_known_distance')];
  return new Map(
    rows.map((row) => {
      const cells = row.split(',');
      return [cells[name] ?? '', { vehicles: Number(cells[vehicles]), distance: Number(cells[distance]) }];
    }),
  );
}
