/** What was typed after `npm run import --`, or what is wrong with it in words. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { fieldsOf, IMPORT_FIELDS, type ImportMapping } from '#contract/import.ts';
import { IMPORT_KINDS, type ImportKind } from '#contract/import-kinds.ts';
import { DUPLICATE_CHOICES, type DuplicateChoice } from '#domain/import-records/kinds.ts';
import { readTime } from '#domain/import-requests/read-time.ts';
import { type Instant, isZone } from '#domain/time.ts';

export const USAGE = `npm run import -- service-requests FILE --zone ZONE [--map FILE] [--as-of TIME]

       npm run import -- customers|locations|contacts FILE [--map FILE] [--duplicates skip|link|create]
       npm run import -- jobs FILE --zone ZONE [--map FILE]

  FILE      a CSV with a header line
  --zone    where the times were read off the clock, e.g. America/New_York
  --map     a JSON file {"header": "field", …} over the guesses; the fields of
${IMPORT_KINDS.map((kind) => `            ${kind}: ${fieldsOf(kind).join(', ')}`).join('\n')}
  --duplicates  customers who look like one we have: left out (skip), ours get the key (link), or made (create)
  --as-of   what was closed before it is completed, the rest open, e.g. 2011-11-07T06:00 (in the zone) or
            2011-11-07T11:00Z; without it: now
`;

export type ImportArguments = {
  /** Left out: service requests. */
  readonly kind?: ImportKind;
  readonly file: string;
  readonly zone: string;
  readonly columns: ImportMapping['columns'];
  readonly asOf: Instant | null;
  readonly duplicates?: DuplicateChoice;
};
/** Told to the person as it is, then the usage. */
export class UsageError extends Error {}

/** Throws UsageError. */
export async function readArguments(args: readonly string[]): Promise<ImportArguments> {
  const { values, positionals } = typed(args);
  const [kind, file, ...more] = positionals;
  if (!isKind(kind))
    throw new UsageError(`Only ${IMPORT_KINDS.join(', ')} can be imported, not “${kind ?? ''}”.`);
  if (file === undefined || more.length > 0) throw new UsageError('Name one file.');
  // A file without times is read the same in every zone.
  const hasTimes = kind === 'service-requests' || kind === 'jobs';
  const zone = values.zone ?? (hasTimes ? '' : 'UTC');
  const { duplicates } = values;
  if (duplicates !== undefined && (kind !== 'customers' || !isChoice(duplicates)))
    throw new UsageError(`--duplicates is for customers: ${DUPLICATE_CHOICES.join(', ')}.`);
  if (!isZone(zone)) {
    throw new UsageError(zone === '' ? 'Say the time zone with --zone.' : `“${zone}” is not a time zone.`);
  }
  return {
    ...(kind === 'service-requests' ? {} : { kind }),
    ...(duplicates === undefined ? {} : { duplicates: duplicates as DuplicateChoice }),
    file,
    zone,
    columns: values.map === undefined ? {} : await readMap(values.map),
    asOf: values['as-of'] === undefined ? null : asOfTime(values['as-of'], zone),
  };
}

const isKind = (text: string | undefined): text is ImportKind => IMPORT_KINDS.some((one) => one === text);
const isChoice = (text: string): boolean => DUPLICATE_CHOICES.some((one) => one === text);

function typed(args: readonly string[]) {
  try {
    const options = {
      zone: { type: 'string' },
      map: { type: 'string' },
      'as-of': { type: 'string' },
      duplicates: { type: 'string' },
    } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The arguments cannot be read.');
  }
}

/** Without an offset on the clock of the zone; a time that happens twice or never must be said with one. */
function asOfTime(text: string, zone: string): Instant {
  const read = readTime(text, zone);
  if (read.kind !== 'at') throw new UsageError(`“${text}” is not a time.`);
  if (read.later !== null || read.remark === 'time.skipped') {
    throw new UsageError(
      `${text} happened ${read.later ? 'twice' : 'never'} in ${zone}: write it with an offset.`,
    );
  }
  return read.instant;
}

const mapFile = z.record(z.string(), z.enum(IMPORT_FIELDS));

async function readMap(path: string): Promise<ImportMapping['columns']> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `The mapping ${path} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
  const parsed = mapFile.safeParse(json);
  if (!parsed.success) throw new UsageError(`The mapping ${path} is wrong: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
