/**
 * What people call records, and what was done to one. Apart from the other words: the board opens without them
 * (e2e/board-weight.spec.ts).
 */
import type { HistoryKind } from '#contract/history-kinds.ts';
import { SETUP_KIND_NAMES, SETUP_TITLES, type SetupKind } from '#domain/setup/kind-titles.ts';

const RECORD_WORDS: Readonly<Record<string, string>> = {
  customer: 'customer',
  location: 'location',
  contact: 'contact',
  job: 'job',
  appointment: 'visit',
  invoice: 'invoice',
  timeOff: 'time off',
  nonJobEvent: 'event',
  shift: 'shift',
  project: 'project',
  projectBudgetLine: 'budget line',
  vendor: 'vendor',
  vendorContact: 'contact',
  catalogueItem: 'catalogue item',
  sku: 'SKU',
  stockLevel: 'stock level',
  purchaseOrder: 'purchase order',
  vendorReturn: 'vendor return',
  bill: 'bill',
  apPayment: 'payment',
  payment: 'payment',
  note: 'note',
  draft: 'draft',
  file: 'file',
  ...(Object.fromEntries(SETUP_KIND_NAMES.map((kind) => [kind, SETUP_TITLES[kind].one])) as Record<
    SetupKind,
    string
  >),
  user: 'user',
  operation: 'step',
  import: 'import',
} satisfies Record<HistoryKind, string> & Record<string, string>;

/** "visit", "time off"; a kind of a newer server is a record. */
export const recordWord = (kind: unknown): string => RECORD_WORDS[String(kind)] ?? 'record';

/** What people did at the door, as they would say it. */
const DOOR_WORDS: Readonly<Record<string, string>> = {
  'session.sign-in': 'signed in',
  'session.sign-out': 'signed out',
  'session.end': 'signed out elsewhere',
  'user.end-sessions': 'user signed out everywhere',
  'user.change-password': 'password changed',
  'user.first-admin': 'first admin made',
};

/** What a step did, from its event's name: "job booked", "visit rescheduled", "time off changed", "signed in". */
export function verbWords(verb: string): string {
  const said = DOOR_WORDS[verb];
  if (said) return said;
  const [kind = '', ...rest] = verb.split('.');
  const done = rest
    .join(' ')
    .replaceAll('-', ' ')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const written = kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `${RECORD_WORDS[written] ?? kind} ${done}`.trim();
}

/** What to look for among verbs when somebody types what `verbWords` says of one: "visit", "time off change", "signed in". */
export function verbPartOf(typed: string): string {
  const text = typed.trim().toLowerCase();
  if (text === '') return text;
  const door = Object.entries(DOOR_WORDS).find(([, words]) => words.startsWith(text));
  if (door) return door[0];
  const kind = Object.entries(RECORD_WORDS).find(([, word]) => text === word || text.startsWith(`${word} `));
  if (!kind) return text;
  // Verbs of the audit write a kind with hyphens: time-off.add.
  const written = kind[0].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `${written}.${text.slice(kind[1].length).trim().replaceAll(' ', '-')}`;
}
