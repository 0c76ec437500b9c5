import type { SetupRecord } from '#contract/setup-record.ts';
import { isAsked, type SetupField } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import type { DataColumn } from '../../../ui/data-column.ts';
import { Tag, type Tone } from '../../../ui/tag.tsx';
import { choiceWord } from './choice-words.ts';
import type { Lists } from './references.ts';
import { toldText, valueText } from './value-text.ts';

/** What people call a record; where several may have one name, whose it is as well: “Early · Ana Ruiz”. */
export function nameOf(kind: SetupKind, record: SetupRecord, lists: Lists): string {
  const { uniqueWithin, one } = setupKind(kind);
  const [own, owner] = [ownNameOf(kind, record, lists), ownerOf(kind, record, lists)];
  if (uniqueWithin === null && own && owner) return `${own} · ${owner}`;
  return own || owner || one;
}

function ownNameOf(kind: SetupKind, { values }: SetupRecord, lists: Lists): string {
  const { naming, fields } = setupKind(kind);
  return valueText(fields.find(({ name }) => name === naming)!, values[naming], lists);
}

function ownerOf(kind: SetupKind, { values }: SetupRecord, lists: Lists): string {
  const owner = setupKind(kind).fields.find(({ type, required }) => type === 'one' && required);
  return owner ? valueText(owner, values[owner.name], lists) : '';
}

/** The kind's fields as columns, its name first, the quiet ones hidden until asked for. */
export function setupColumns(
  kind: SetupKind,
  lists: Lists,
  open: (id: number) => void,
): DataColumn<SetupRecord>[] {
  const { fields, naming, one, told = [] } = setupKind(kind);
  // Whose it is has a column of its own.
  const called = (record: SetupRecord) =>
    ownNameOf(kind, record, lists) || ownerOf(kind, record, lists) || one;
  const others = fields.filter(({ name }) => name !== naming);
  // What is known by a number has a name besides, and that is the longer of the two.
  const isNamedBesides = others.some(({ name }) => name === 'name' && naming === 'number');
  return [
    {
      id: naming,
      title: fields.find(({ name }) => name === naming)!.title,
      fixed: true,
      grow: isNamedBesides ? 1 : 3,
      width: 200,
      sortBy: called,
      text: called,
      cell: (record) => (
        <button
          type="button"
          className="max-w-full truncate text-accent hover:underline"
          onClick={() => open(record.id)}
        >
          {called(record)}
        </button>
      ),
    },
    ...others.map((field) => ({
      ...columnOf(field, lists),
      ...(isNamedBesides && field.name === 'name' && { grow: 3, width: 200 }),
    })),
    ...told.map((field) => ({
      id: field.name,
      title: field.title,
      width: field.type === 'instant' ? 150 : 110,
      grow: field.type === 'instant' ? 0 : 1,
      sortBy: ({ values }: SetupRecord) => (values[field.name] as string | null) ?? null,
      text: ({ values }: SetupRecord) => toldText(field, values[field.name]),
      cell: ({ values }: SetupRecord) => toldText(field, values[field.name]),
    })),
    {
      id: 'active',
      title: 'Status',
      width: 110,
      sortBy: ({ active }) => (active ? 0 : 1),
      text: ({ active }) => (active ? 'In use' : 'Not in use'),
      cell: ({ active }) => (active ? <Tag tone="success">In use</Tag> : <Tag>Not in use</Tag>),
    },
  ];
}

export const quietColumns = (kind: SetupKind): string[] =>
  setupKind(kind)
    .fields.filter(({ quiet }) => quiet)
    .map(({ name }) => name);

/** What is always as wide: a day with its year (“Sun 23 Aug 2026”), a name from another list. */
const LEAST: Partial<Record<SetupField['type'], number>> = { one: 116, day: 136 };

function columnOf(field: SetupField, lists: Lists): DataColumn<SetupRecord> {
  const text = ({ values }: SetupRecord) =>
    isAsked(field, values) ? valueText(field, values[field.name], lists) : '';
  const isNumber =
    field.type === 'minutes' ||
    field.type === 'clock' ||
    field.type === 'whole' ||
    field.type === 'percent' ||
    field.type === 'amount' ||
    field.type === 'unitPrice';
  return {
    id: field.name,
    title: field.title,
    // A heading is never cut: 7 px a letter, and what stands around it. A list of ten columns fits 1440 px, with room
    // for a name of 25 letters.
    width: Math.max(LEAST[field.type] ?? 110, field.title.length * 7 + 28),
    ...(isNumber
      ? { align: 'right' as const }
      : { grow: field.type === 'many' || field.type === 'weekdays' ? 2 : 1 }),
    sortBy: ({ values }) =>
      isNumber || field.type === 'day'
        ? ((values[field.name] as number | string | null) ?? null)
        : text({ values } as SetupRecord),
    text,
    cell: (record) =>
      field.name === 'color' ? (
        <Tag tone={record.values.color as Tone}>{choiceWord(String(record.values.color))}</Tag>
      ) : (
        text(record)
      ),
  };
}
