/** What must hold between the fields of one set-up record: an end after its start, both times or none. */
import { initialOf, isAsked, type SetupField, type SetupValues } from './fields.ts';
import type { SetupKindRow } from './kind-row.ts';

/** The field it is told at, and a phrase: “comes before First day”. */
export type RelationFault = { readonly field: string; readonly phrase: string };

/** Times of day and amounts must differ, days may be the same: a rule of one day. */
export function relationFaults(kind: SetupKindRow, values: SetupValues): RelationFault[] {
  const faults: RelationFault[] = [];
  const field = (name: string): SetupField => kind.fields.find((one) => one.name === name)!;
  const isEmpty = (name: string) =>
    values[name] === null || values[name] === undefined || values[name] === '';
  for (const [from, until] of kind.inOrder ?? []) {
    if (isEmpty(from) || isEmpty(until)) continue;
    const isBefore = values[until]! < values[from]!;
    const { type } = field(until);
    // A step that ends where it begins is none.
    const isSame = (type === 'clock' || type === 'unitPrice') && values[until] === values[from];
    if (isBefore || isSame) {
      faults.push({ field: until, phrase: `must come after “${field(from).title}”` });
    }
  }
  const together = kind.together ?? [];
  if (together.some(isEmpty) && !together.every(isEmpty)) {
    const missing = together.find(isEmpty)!;
    const titles = together.map((name) => `“${field(name).title}”`).join(' and ');
    faults.push({ field: missing, phrase: `is missing: ${titles} go together` });
  }
  for (const one of kind.fields) {
    if (!one.onlyWhen) continue;
    if (isAsked(one, values)) {
      if (one.onlyWhen.needed && isEmpty(one.name)) faults.push({ field: one.name, phrase: 'is missing' });
    } else if (!isEmpty(one.name) && values[one.name] !== initialOf(one)) {
      const { field: other, is } = one.onlyWhen;
      const among = is.map((choice) => `“${choice}”`).join(' or ');
      faults.push({ field: one.name, phrase: `is only for ${field(other).title} ${among}` });
    }
  }
  const { neededWhen } = kind;
  // Commas with nothing between them are a list of nothing.
  const isBlank = (name: string) => isEmpty(name) || /^[\s,]*$/.test(String(values[name]));
  if (neededWhen && values[neededWhen.when] === neededWhen.is && isBlank(neededWhen.field)) {
    const other = `${field(neededWhen.when).title} “${neededWhen.is}”`;
    faults.push({ field: neededWhen.field, phrase: `is needed for ${other}` });
  }
  const twice = neededWhen ? firstTwice(String(values[neededWhen.field] ?? '')) : null;
  if (neededWhen && twice !== null) {
    faults.push({ field: neededWhen.field, phrase: `names “${twice}” twice` });
  }
  return faults;
}

/** Of a list with commas between: the first that stands there again, in whatever case. */
function firstTwice(list: string): string | null {
  const seen = new Set<string>();
  for (const one of list.split(',').map((text) => text.trim())) {
    if (one !== '' && seen.has(one.toLowerCase())) return one;
    seen.add(one.toLowerCase());
  }
  return null;
}
