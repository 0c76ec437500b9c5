/** The demo company's technicians: who does which trade, with which skills, around which town. */
import type { Id } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import type { AddRows } from './add-rows.ts';
import { addHours, hoursOf } from './hours.ts';
import type { Trade } from './job-types.ts';
import { CENTRAL_TOWNS, EASTERN_TOWNS, FIRST_NAMES, LAST_NAMES } from './names.ts';
import type { Dice } from './random.ts';
import type { DemoTechnician, DemoUnit } from './set-up.ts';

const TRADE_SKILLS: Record<Trade, readonly string[]> = {
  HVAC: ['Cooling', 'Heating', 'Gas', 'Sales'],
  Plumbing: ['Gas', 'Drains', 'Pipes'],
  Electrical: ['Panels', 'Wiring'],
};
/** Of ten technicians, how many per trade. */
const STAFF: readonly Trade[] = [
  'HVAC',
  'Plumbing',
  'HVAC',
  'Electrical',
  'HVAC',
  'Plumbing',
  'HVAC',
  'Plumbing',
  'HVAC',
  'Electrical',
];

const TEAMS = ['Service', 'Service', 'Installers', 'Service', 'Maintenance', ''] as const;

export async function addTechnicians(
  add: AddRows,
  chance: Dice,
  count: number,
  days: { from: Day; until: Day | null },
  units: readonly DemoUnit[],
  zones: ReadonlyMap<string, Id>,
  skill: ReadonlyMap<string, Id>,
): Promise<DemoTechnician[]> {
  const made = Array.from({ length: count }, (_, index) => {
    const unit = units.find((one) => one.trade === STAFF[index % STAFF.length])!;
    const towns = unit.trade === 'Electrical' ? CENTRAL_TOWNS : EASTERN_TOWNS;
    const home = towns[index % towns.length]!;
    const skills = TRADE_SKILLS[unit.trade].filter((_, at) => at === index % 2 || chance.happens(0.75));
    return {
      unit,
      name: `${FIRST_NAMES[(index * 7) % FIRST_NAMES.length]} ${LAST_NAMES[(index * 11 + 3) % LAST_NAMES.length]}`,
      team: TEAMS[index % TEAMS.length]!,
      skillIds: skills.map((name) => skill.get(name)!),
      zoneIds: [
        ...new Set([
          zones.get(home[5])!,
          ...(chance.happens(0.6) ? [zones.get(chance.pick(towns)[5])!] : []),
        ]),
      ],
      latitude: home[3],
      longitude: home[4],
    };
  });
  const ids = await add(
    'technicians',
    made.map(({ unit, ...one }, index) => ({
      ...one,
      businessUnitId: unit.id,
      phone: `(617) 555-01${String(index % 100).padStart(2, '0')}`,
      email: `tech${index + 1}@example.com`,
    })),
  );
  // Names of a large demo repeat; ids keep them apart.
  const hours = await addHours(
    add,
    ids.map((id, index) => hoursOf(index, id, days)),
  );
  return made.map((one, index) => ({ ...one, id: ids[index]!, hours: hours[index]! }));
}
