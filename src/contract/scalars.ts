/** The small schemas every resource is built from. Strict on what we are sent: nothing is coerced (R41, R59). */
import { z } from 'zod';
import { withoutDirectionMarks } from '#domain/direction-marks.ts';
import { isCurrency } from '#domain/money.ts';
import { SETUP_KIND_NAMES } from '#domain/setup/kind-titles.ts';
import { type Day, isZone, instant as toInstant, zoneAsWritten } from '#domain/time.ts';

// Zod compiles parsers with `new Function` otherwise, which a browser's content security policy refuses (R49).
if ('document' in globalThis) z.config({ jitless: true });

/** A record's id: 1 … 2^53-1. */
export const id = z.int().min(1);
/** Ids in a path or query arrive as text. */
export const idText = z
  .string()
  .regex(/^[1-9]\d{0,15}$/, 'not an id')
  .transform(Number)
  .refine(Number.isSafeInteger, 'not an id');

/** An instant in UTC, `2026-11-21T08:00:00.000Z`; seconds and fraction may be left out. Offsets are refused. */
export const instant = z.iso
  .datetime({ offset: false, local: false })
  .refine((text) => text > '1990' && text < '2100', 'is outside 1990–2099')
  .transform((text) => toInstant(text));
/** A calendar day whose whole span is within what `instant` takes, in any zone. */
export const day = z.iso
  .date()
  .refine((text) => text > '1990-01-01' && text < '2099-12-31', 'is outside 1990–2099')
  .transform((text) => text as Day);

/** Text people type: trimmed, no control characters but line breaks and tabs; marks of direction are left out. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the purpose
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, 'contains control characters')
    .transform((value) => withoutDirectionMarks(value).trim());
export const requiredText = (max: number) => text(max).refine((value) => value.length > 0, 'is missing');

/** Spelled as everywhere: `america/new_york` is taken and kept as `America/New_York`. */
export const timeZone = z.string().max(60).refine(isZone, 'is not a time zone').transform(zoneAsWritten);

/** ISO 4217. */
export const currency = z.string().refine(isCurrency, 'is not a currency');

export const version = z.int().min(1);
export const latitude = z.number().min(-90).max(90);
export const longitude = z.number().min(-180).max(180);

/** A comma-separated list of ids in a query: `1,2,3`. A repeated key is refused by the BFF (R56). */
export const idListText = z
  .string()
  .regex(/^[1-9]\d{0,15}(,[1-9]\d{0,15}){0,199}$/, 'not a list of ids')
  .transform((list) => list.split(',').map(Number));

/** The same of words of the trade: `Pending,Posted`. */
export const listOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(z.enum(values)));

/** `?limit=&after=`: keyset paging, `after` is the answer's `next`. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(1000))
    .optional(),
  /** The longest: a customer's id and name in lower case, where 120 letters may become 240. */
  after: z.string().max(400).optional(),
};
/** The same where the cursor is the id of the last record shown. */
export const idPageQuery = { limit: pageQuery.limit, after: idText.optional() };
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable(), total: z.int().nullable() });

/** The records, with their versions, that a command was decided on (architecture, Concurrency). Missing: 428. */
export const VERSIONED_KINDS = [
  'customer',
  'location',
  'contact',
  'job',
  'appointment',
  'invoice',
  'invoiceItem',
  'timeOff',
  'nonJobEvent',
  'shift',
  'project',
  'projectBudgetLine',
  'vendor',
  'vendorContact',
  'catalogueItem',
  'sku',
  'stockLevel',
  'purchaseOrder',
  'vendorReturn',
  'bill',
  'apPayment',
  'payment',
  ...SETUP_KIND_NAMES,
  'note',
  'file',
] as const;
export const expected = z
  .array(z.strictObject({ kind: z.enum(VERSIONED_KINDS), id, version }))
  .max(5000)
  .optional();
export type Expected = z.output<typeof expected>;
