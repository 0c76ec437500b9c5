/** Set-up records over the wire: schemas made from the fields of each kind (domain/setup/kinds.ts). */
import { z } from 'zod';
import { initialOf, type SetupField, type SetupValues } from '#domain/setup/fields.ts';
import type { SetupKindRow } from '#domain/setup/kind-row.ts';
import { kindsOfArea, SETUP_KIND_NAMES, type SetupArea, type SetupKind } from '#domain/setup/kind-titles.ts';
import { SETUP_KINDS } from '#domain/setup/kinds.ts';
import { relationFaults } from '#domain/setup/relations.ts';
import {
  currency,
  day,
  expected,
  id,
  idText,
  instant,
  requiredText,
  text,
  timeZone,
  version,
} from './scalars.ts';

const distinct = <T extends z.ZodType<number | string>>(item: T, max: number) =>
  z
    .array(item)
    .max(max)
    .refine((list) => new Set(list).size === list.length, 'names something twice');

/** What one field takes, without what it is when left out. */
export function schemaOfField(field: SetupField): z.ZodType {
  switch (field.type) {
    case 'text':
      return field.required ? requiredText(field.max) : text(field.max);
    case 'key':
      return text(field.max)
        .nullable()
        .transform((key) => key || null);
    case 'phone':
      return text(40);
    case 'email':
      return z.union([z.literal(''), z.email().max(200)]);
    case 'timeZone':
      return timeZone;
    case 'currency':
      return currency;
    case 'yesNo':
      return z.boolean();
    case 'weekdays': {
      const weekdays = distinct(z.int().min(0).max(6), 7);
      return field.required ? weekdays.min(1) : weekdays;
    }
    case 'days':
      return distinct(day, 366);
    case 'many':
      return distinct(id, 200);
    default:
      return field.required ? singleOf(field) : singleOf(field).nullable();
  }
}

type Single = Extract<
  SetupField,
  {
    type:
      | 'minutes'
      | 'unitPrice'
      | 'amount'
      | 'percent'
      | 'clock'
      | 'whole'
      | 'degrees'
      | 'choice'
      | 'one'
      | 'day';
  }
>;
function singleOf(field: Single): z.ZodType {
  switch (field.type) {
    case 'unitPrice':
    case 'amount':
    case 'percent':
      return z.int().min(0).max(field.max);
    case 'minutes':
    case 'whole':
      return z.int().min(field.min).max(field.max);
    case 'clock':
      return z.int().min(0).max(field.max);
    case 'degrees':
      return z.number().min(-field.most).max(field.most);
    case 'choice':
      return z.enum(field.choices);
    case 'one':
      return id;
    case 'day':
      return day;
  }
}

/** Everything of a new record; what may be left out is filled in. */
export const newValuesOf = (row: SetupKindRow): z.ZodType<SetupValues, unknown> =>
  z
    .strictObject(
      Object.fromEntries(
        row.fields.map((field) => {
          const initial = initialOf(field);
          const schema = schemaOfField(field);
          return [field.name, initial === undefined ? schema : schema.default(initial)];
        }),
      ),
    )
    .superRefine((values, { addIssue }) => {
      for (const { field, phrase } of relationFaults(row, values as SetupValues)) {
        addIssue({ code: 'custom', path: [field], message: phrase });
      }
    }) as unknown as z.ZodType<SetupValues, unknown>;

/** Some fields of one that is there; `active: false` hides it. */
const changesOf = ({ fields }: SetupKindRow) =>
  z.strictObject({
    active: z.boolean().optional(),
    ...Object.fromEntries(
      fields.filter(({ fixed }) => !fixed).map((field) => [field.name, schemaOfField(field).optional()]),
    ),
  });

/** One shape per kind; what is in it depends on the kind, so the type says no more than that. */
const eachKind = <T>(
  kinds: readonly SetupKind[],
  more: (kind: SetupKind, row: SetupKindRow) => z.core.$ZodLooseShape,
) =>
  z.discriminatedUnion(
    'kind',
    kinds.map((kind) => z.strictObject({ kind: z.literal(kind), ...more(kind, SETUP_KINDS[kind]) })) as [
      z.ZodObject<{ kind: z.ZodLiteral<SetupKind> }>,
    ],
  ) as unknown as z.ZodType<T, T>;

export type NewSetupRecord = { kind: SetupKind; values: SetupValues };
export type ChangeSetupRecord = {
  kind: SetupKind;
  expected?: z.output<typeof expected>;
  changes: SetupValues;
};
/** Of any list. */
export const newSetupRecord = newRecordOf(SETUP_KIND_NAMES);
function newRecordOf(kinds: readonly SetupKind[]) {
  return eachKind<NewSetupRecord>(kinds, (_, row) => ({ values: newValuesOf(row) }));
}

const FIELD_NAMES = new Set(
  SETUP_KIND_NAMES.flatMap((kind) => {
    const { fields, told = [] }: SetupKindRow = SETUP_KINDS[kind];
    return [...fields, ...told].map(({ name }) => name);
  }),
);
const fieldName = z.string().refine((name) => FIELD_NAMES.has(name));
const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.number()),
  z.array(z.string()),
]);
export const setupRecord = z.strictObject({
  id,
  version,
  active: z.boolean(),
  modifiedOn: instant,
  // Fields of some list: nothing undeclared leaves (R42).
  values: z.record(fieldName, value),
});
export const setupRecords = z.strictObject({ kind: z.enum(SETUP_KIND_NAMES), items: z.array(setupRecord) });
export const setupRecordWritten = z.strictObject({
  operationId: id,
  merged: z.boolean(),
  record: setupRecord,
});
export const setupRecordsHidden = z.strictObject({ operationId: id, items: z.array(setupRecord) });

export const setupImported = z.strictObject({
  /** null: nothing was to be done. */
  operationId: id.nullable(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
});

/** What names a record, asked before it is taken out of use; `names` are the first few. */
export const setupUses = z.strictObject({
  uses: z.array(z.strictObject({ of: z.string(), count: z.int(), names: z.array(z.string()) })),
});

/** What goes into the routes of one area: the same for each, of that area's lists and no other. */
export function setupAreaInputs(area: SetupArea) {
  const kinds = kindsOfArea(area);
  const kind = z.enum(kinds);
  return {
    list: z.strictObject({ kind }),
    one: z.strictObject({ kind, id: idText }),
    create: newRecordOf(kinds),
    change: eachKind<ChangeSetupRecord>(kinds, (_, row) => ({ expected, changes: changesOf(row) })),
    /** Takes several out of use, or uses them again, all or none; `expected` names them. */
    hide: z.strictObject({ kind, expected, active: z.boolean() }),
    /** A CSV of at most `MOST_ROWS` rows; `planSetupImport` says what becomes of each. */
    import: z.strictObject({ kind, csv: z.string().max(900_000) }),
  };
}

export type SetupRecord = z.output<typeof setupRecord>;
export type SetupRecords = z.output<typeof setupRecords>;
