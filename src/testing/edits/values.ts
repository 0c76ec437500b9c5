/** Values for the fields of a record, made up from their schemas: a new field needs a line here only if it names others. */
import { z } from 'zod';
import type { Dice } from '#backend/demo/random.ts';
import { canonical } from '#backend/write/differences.ts';

/** What a field may be given, by its name or by its record's kind and its name; what is not here is made from the field's schema. */
export type Pool = Readonly<Record<string, readonly unknown[]>>;

type JsonSchema = {
  type?: string;
  enum?: readonly unknown[];
  anyOf?: readonly JsonSchema[];
  minimum?: number;
  maximum?: number;
  items?: JsonSchema;
  format?: string;
};

/**
 * A value the field's schema takes; now and then the one it has, as somebody who saves without a change.
 * @param token nobody else's text, so that an edit can be found again
 */
export function valueFor(
  chance: Dice,
  field: string,
  schema: z.ZodType,
  { kind, before, pool, token }: { kind: string; before: unknown; pool: Pool; token: string },
): unknown {
  if (chance.happens(0.1) && schema.safeParse(before).success) return before;
  const isNew = (value: unknown) => canonical(value) !== canonical(before);
  const known = pool[`${kind} ${field}`] ?? pool[field];
  if (known) return chance.pick(known.some(isNew) ? known.filter(isNew) : known);
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  }) as JsonSchema;
  return made(chance, field, json, before, token);
}

function made(chance: Dice, field: string, schema: JsonSchema, before: unknown, token: string): unknown {
  const { anyOf, type, enum: choices } = schema;
  if (anyOf) {
    const [some] = anyOf.filter((one) => one.type !== 'null');
    return before !== null && chance.happens(0.2) ? null : made(chance, field, some ?? {}, before, token);
  }
  if (choices) return chance.pick(choices.filter((one) => one !== before));
  if (type === 'boolean') return before !== true;
  if (type === 'string') return token;
  if (type === 'integer') {
    return chance.between(schema.minimum ?? 0, Math.min(schema.maximum ?? 1_000_000, 1_000_000));
  }
  if (type === 'number') return chance.between(-8_000, 8_000) / 100;
  throw new Error(`Nobody knows what ${field} may be: give it a line in pool.ts`);
}
