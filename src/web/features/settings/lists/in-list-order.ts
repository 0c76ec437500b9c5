/** A set-up list in the order people look through it: windows by the clock, statuses by their steps, shifts by whose they are. */
import type { SetupRecord } from '#contract/setup-record.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { type Lists, listFor } from './references.ts';
import { nameOf } from './setup-columns.tsx';

/** By the fields the kind is `listedBy` (a record by its place in its own list), then by name; nothing given stands first. */
export function inListOrder(kind: SetupKind, records: readonly SetupRecord[], lists: Lists): SetupRecord[] {
  const { fields, listedBy = [] } = setupKind(kind);
  const keysOf = listedBy.map((name) => {
    const field = fields.find((one) => one.name === name)!;
    const places = new Map(listFor(field, lists).map(({ id }, at) => [id, at]));
    return ({ values }: SetupRecord): number | string | null => {
      const value = values[name] ?? null;
      if (value === null) return null;
      if (field.type === 'one') return places.get(value as number) ?? places.size;
      return field.type === 'choice' ? field.choices.indexOf(String(value)) : (value as number | string);
    };
  });
  const sorted = records.map((record) => ({
    record,
    keys: keysOf.map((keyOf) => keyOf(record)),
    name: nameOf(kind, record, lists),
  }));
  sorted.sort((a, b) => {
    for (const [at, one] of a.keys.entries()) {
      const other = b.keys[at]!;
      if (one === other) continue;
      if (one === null || other === null) return one === null ? -1 : 1;
      return one < other ? -1 : 1;
    }
    return inReadingOrder.compare(a.name, b.name);
  });
  return sorted.map(({ record }) => record);
}

const inReadingOrder = new Intl.Collator('en-US', { numeric: true });
