/** Vendors as a CSV: its columns, and that a row is found again by its external key, else by its whole name. */
import {
  ADDRESS_LENGTHS,
  LONGEST_COUNTRY,
  LONGEST_EXTERNAL_KEY,
  LONGEST_NAME,
  LONGEST_PART_OF_NAME,
  LONGEST_VENDOR_MEMO,
} from '#domain/lengths.ts';
import type { SetupField, SetupValues } from '#domain/setup/fields.ts';
import { DELIVERY_OPTIONS, DELIVERY_WORDS } from '#domain/vendor/delivery.ts';
import { WHOLE_RATE } from '#domain/vendor/vendor.ts';
import { fieldIssues } from './field-issues.ts';
import { MOST_IMPORTED } from './import-limits.ts';
import {
  addTo,
  type FindRecord,
  type ImportColumn,
  type ImportList,
  type KnownRecord,
} from './list-import.ts';
import { activeColumn, columnOf } from './setup-import.ts';
import { newVendor } from './vendor.ts';

const text = (name: string, title: string, max: number) => columnOf({ name, title, type: 'text', max });
/** An empty cell is none. */
const share = (name: string, title: string): ImportColumn => {
  const field: SetupField = { name, title, type: 'percent', max: WHOLE_RATE };
  const column = columnOf(field);
  return { ...column, read: (cell, idOf) => column.read(cell.trim() === '' ? '0' : cell, idOf) };
};
const delivery = columnOf({
  name: 'deliveryOption',
  title: 'Orders go out',
  type: 'choice',
  choices: DELIVERY_OPTIONS,
});

/** What a new vendor has where the file does not say; what it must say is missing until it does. */
const BLANK: SetupValues = {
  ...newVendor.parse({ name: '?', street: '?', city: '?' }),
  name: '',
  street: '',
  city: '',
};

export const vendorImportList: ImportList = {
  columns: [
    text('name', 'Name', LONGEST_NAME),
    text('contactFirstName', 'Contact’s first name', LONGEST_PART_OF_NAME),
    text('contactLastName', 'Contact’s last name', LONGEST_PART_OF_NAME),
    columnOf({ name: 'phone', title: 'Phone', type: 'phone' }),
    columnOf({ name: 'email', title: 'E-mail', type: 'email' }),
    columnOf({ name: 'fax', title: 'Fax', type: 'phone' }),
    text('street', 'Street', ADDRESS_LENGTHS.street),
    text('unit', 'Unit', ADDRESS_LENGTHS.unit),
    text('city', 'City', ADDRESS_LENGTHS.city),
    text('state', 'State', ADDRESS_LENGTHS.state),
    text('zip', 'ZIP', ADDRESS_LENGTHS.zip),
    { ...text('country', 'Country', LONGEST_COUNTRY), emptyKeeps: true },
    {
      ...delivery,
      emptyKeeps: true,
      // The list itself says it in words.
      read: (cell, idOf) => {
        const said = DELIVERY_OPTIONS.find(
          (option) => DELIVERY_WORDS[option].toLowerCase() === cell.trim().toLowerCase(),
        );
        return delivery.read(said ?? cell, idOf);
      },
    },
    columnOf({ name: 'paymentTermId', title: 'Payment term', type: 'one', of: 'paymentTerm' }),
    columnOf({ name: 'remittanceVendorId', title: 'Remit to', type: 'one', of: 'vendor' }),
    columnOf({ name: 'tagIds', title: 'Tags', type: 'many', of: 'tag' }),
    share('defaultTaxRate', 'Tax %'),
    share('overReceiptTolerance', 'Over-receipt %'),
    share('priceTolerance', 'Price tolerance %'),
    text('memo', 'Memo', LONGEST_VENDOR_MEMO),
    columnOf({ name: 'externalKey', title: 'External key', type: 'key', max: LONGEST_EXTERNAL_KEY }),
    activeColumn,
  ],
  naming: ['name'],
  needs: ['name'],
  mostRows: MOST_IMPORTED.rows,
  isStrict: true,
  whole: (known, given) => ({ ...(known?.values ?? BLANK), ...given }),
  check: (whole, known) => fieldIssues(newVendor.shape, whole, known),
  keysOf: ({ externalKey }) => (externalKey ? [`key ${externalKey}`] : []),
  // Two of a name may be two branches, where each has its key.
  rowKeysOf: ({ name, externalKey }, known) =>
    known ? [`record ${known.id}`] : externalKey ? [] : [`name ${nameKey(name)}`],
  finder: finderOf,
};

const nameKey = (name: unknown): string =>
  String(name ?? '')
    .trim()
    .toLowerCase();
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Vendors of one name are branches: then the one that is the same in everything given, else it must be said which. */
function finderOf(records: readonly KnownRecord[]): FindRecord {
  const byKey = new Map(records.map((one) => [one.values.externalKey, one]));
  const byName = new Map<string, KnownRecord[]>();
  for (const one of records) addTo(byName, nameKey(one.values.name), one);
  return (given) => {
    const { externalKey, name } = given;
    const keyed = externalKey ? byKey.get(externalKey) : undefined;
    if (keyed) return keyed;
    // Who has another key is another vendor.
    const named = (byName.get(nameKey(name)) ?? []).filter(
      ({ values }) => !externalKey || values.externalKey === null,
    );
    if (named.length <= 1) return named[0];
    return (
      named.find(({ values, active }) =>
        Object.entries(given).every(([field, value]) =>
          same(field === 'active' ? active : values[field], value),
        ),
      ) ?? 'several'
    );
  };
}
