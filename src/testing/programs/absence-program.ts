// `npm run bench -- absence [days]`: see e2e/bench/absence.mjs.
import { type Chance, seededChance } from '#domain/chance.ts';
import { DOWNTOWN, hour } from '#domain/schedule/guards.fixture.ts';
import { effortOf } from '#domain/schedule/plans/effort.ts';
import { dayOf, outAllDay, question, visit } from '#domain/schedule/plans/plans.fixture.ts';
import { proposePlan } from '#domain/schedule/plans/propose.ts';
import type { PlanDay } from '#domain/schedule/plans/question.ts';

const LIMIT_MS = 2_000;
const [, , text = '40'] = process.argv;
const days = Number(text);
if (!(days > 0)) {
  console.error('npm run bench -- absence [days]: how many random days to plan');
  process.exit(2);
}

/** Eight technicians with five visits each, promised within two hours, about 25 km around. */
function dayFrom(chance: Chance): PlanDay {
  const upTo = (most: number) => Math.floor(chance() * (most + 1));
  const technicians = [1, 2, 3, 4, 5, 6, 7, 8];
  const visits = technicians.flatMap((id) => {
    let at = 7 * 60 + 15 * upTo(2);
    return Array.from({ length: 5 }, (_, index) => {
      const minutes = 45 + 15 * upTo(3);
      const from = Math.max(7 * 60, at - 15 * upTo(4));
      const made = visit(id * 10 + index, at / 60, minutes / 60, [id], {
        latitude: DOWNTOWN.latitude + (chance() - 0.5) * 0.2,
        longitude: DOWNTOWN.longitude + (chance() - 0.5) * 0.2,
        windowStart: hour(from / 60),
        windowEnd: hour(from / 60 + 2),
        skillIds: [1, 2].filter(() => chance() < 0.2),
        zoneId: chance() < 0.4 ? 1 + upTo(1) : null,
      });
      at += minutes + 30 + 15 * upTo(3);
      return made;
    });
  });
  return dayOf(
    visits,
    technicians.map((id) => ({
      id,
      skillIds: [1, 2].filter((skill) => skill !== id % 4),
      zoneIds: id % 3 === 0 ? [1 + (id % 2)] : [],
      shifts: [{ start: hour(7), end: hour(18) }],
    })),
  );
}

const chance = seededChance(20_261_122);
const took: number[] = [];
let [hit, placed, later, moved, drive] = [0, 0, 0, 0, 0];
for (let count = 0; count < days; count += 1) {
  const day = dayFrom(chance);
  const begun = performance.now();
  const plan = proposePlan(
    day,
    question(day, outAllDay(1)),
    effortOf('absence', 40, () => performance.now()),
  );
  took.push(performance.now() - begun);
  hit += 5;
  placed += plan.moves.filter(({ cause }) => cause === 'absent').length;
  const others = plan.moves.filter(({ cause }) => cause !== 'absent');
  moved += others.filter(({ from, to }) => from !== to).length;
  later += others.filter(({ from, to }) => from === to).length;
  drive += plan.after.driveMinutes - plan.before.driveMinutes;
}
took.sort((a, b) => a - b);
const at = (share: number) => Math.round(took[Math.min(took.length - 1, Math.floor(took.length * share))]!);
console.log(`${days} days of 8 technicians, 40 appointments, 5 hit`);
console.log(`plan: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms (limit ${LIMIT_MS})`);
console.log(
  `placed ${placed} of ${hit}; of the other 35 a day ${(moved / days).toFixed(1)} went to somebody else and ${(later / days).toFixed(1)} to another time in their window; driving ${(drive / days).toFixed(0)} minutes`,
);
console.log('actions of the user: 3, counted by the journey in e2e/board-plan.spec.ts (limit 8)');
process.exitCode = at(0.95) > LIMIT_MS ? 1 : 0;
