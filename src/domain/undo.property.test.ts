import { expect, test } from 'vitest';
import { soak } from '#testing/soak.ts';
import { type Chance, seededChance } from './chance.ts';
import { instant } from './time.ts';
import { decideRedo, decideUndo, type OperationRecord, type Restoration } from './undo.ts';

const NOON = instant('2026-11-21T12:00:00.000Z');
const FIELDS = ['start', 'crew', 'summary', 'hold'] as const;
/** Few, so that somebody writes again what was there before. */
const VALUES = ['a', ['b'], null, { at: 'c' }] as const;

type World = Map<number, Record<string, unknown>>;
const whole = (chance: Chance, most: number) => Math.floor(chance() * most);
const copied = (world: World): World => new Map([...world].map(([id, one]) => [id, { ...one }]));

/** Writes some fields of some records; what it changed, as the backend keeps it. */
function written(chance: Chance, world: World, share: number): OperationRecord[] {
  return [...world].flatMap(([id, record]) => {
    const fields = FIELDS.filter(() => chance() < share).flatMap((field) => {
      const [before, after] = [record[field], VALUES[whole(chance, VALUES.length)]];
      if (JSON.stringify(before) === JSON.stringify(after)) return [];
      record[field] = after;
      return [[field, [before, after]] as const];
    });
    return fields.length > 0 ? [{ kind: 'appointment', id, fields: Object.fromEntries(fields) }] : [];
  });
}

/** @returns what it changed, for taking it back again */
function restored(world: World, restorations: readonly Restoration[]): OperationRecord[] {
  return restorations.map(({ kind, id, fields }) => {
    const record = world.get(id)!;
    const was = { ...record };
    Object.assign(record, fields);
    return {
      kind,
      id,
      fields: Object.fromEntries(Object.keys(fields).map((key) => [key, [was[key], fields[key]]])),
    };
  });
}

const inTheWay = (records: readonly OperationRecord[], world: World): string[] =>
  records.flatMap(({ id, fields }) =>
    Object.entries(fields).flatMap(([field, values]) =>
      values.some((value) => JSON.stringify(value) === JSON.stringify(world.get(id)![field]))
        ? []
        : `${id} ${field}`,
    ),
  );

test('a step goes back and forth, with many records as one, and is refused exactly where others changed a field of it', () => {
  const { seed, numRuns } = soak(10_000);
  const chance = seededChance(seed);
  const seen = { alone: 0, beside: 0, refused: 0, nothing: 0 };
  for (let run = 0; run < numRuns; run++) {
    const world: World = new Map(
      Array.from({ length: 1 + whole(chance, 4) }, (_, id) => [
        id,
        Object.fromEntries(FIELDS.map((field) => [field, VALUES[whole(chance, VALUES.length)]])),
      ]),
    );
    const currentOf = (_kind: string, id: number) => world.get(id);
    const before = copied(world);
    let records = written(chance, world, 0.4);
    let target = before;
    for (const way of ['undo', 'redo'] as const) {
      const after = copied(world);
      const theirs = chance() < 0.6 ? written(chance, world, 0.2) : [];
      const since = copied(world);
      const clash = inTheWay(records, world);
      const decision =
        way === 'undo'
          ? decideUndo({ at: NOON, newer: 0, records }, currentOf, NOON)
          : decideRedo({ at: NOON, isFollowed: false, records }, currentOf, NOON);
      const about = `seed ${seed}, run ${run}, ${way}`;
      if (!decision.ok) {
        const { code, params } = decision.refusal;
        const named = ((params.changed ?? []) as { id: number; field: string }[]).map(
          ({ id, field }) => `${id} ${field}`,
        );
        expect(named, about).toEqual(clash);
        expect(code, about).toBe(clash.length > 0 ? `${way}.changed_since` : `${way}.nothing`);
        seen[clash.length > 0 ? 'refused' : 'nothing']++;
        break;
      }
      expect(clash, about).toEqual([]);
      const mine = new Set(
        records.flatMap(({ id, fields }) => Object.keys(fields).map((field) => `${id} ${field}`)),
      );
      records = restored(world, decision.value);
      for (const [id, record] of world) {
        for (const [field, value] of Object.entries(record)) {
          const expected = mine.has(`${id} ${field}`) ? target : since;
          expect(value, `${about}: ${id} ${field}`).toEqual(expected.get(id)![field]);
        }
      }
      seen[theirs.length > 0 ? 'beside' : 'alone']++;
      target = after;
    }
  }
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(numRuns / 100);
});
