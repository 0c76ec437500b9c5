/**
 * The set-up lists (domain-rules §1) as data. Schema, form, columns, CSV, uniqueness and what a record refers to all
 * come from here, so a new list is one row.
 */

import { BOOK_KINDS } from './book-kinds.ts';
import type { SetupKindRow } from './kind-row.ts';
import type { SetupKind } from './kind-titles.ts';
import { PEOPLE_KINDS } from './people-kinds.ts';
import { PURCHASING_KINDS } from './purchasing-kinds.ts';
import { RECORD_KINDS } from './record-kinds.ts';
import { WORK_KINDS } from './work-kinds.ts';

export const SETUP_KINDS = {
  ...WORK_KINDS,
  ...PEOPLE_KINDS,
  ...RECORD_KINDS,
  ...PURCHASING_KINDS,
  ...BOOK_KINDS,
} as const satisfies Record<SetupKind, SetupKindRow>;

export const setupKind = (kind: SetupKind): SetupKindRow => SETUP_KINDS[kind];
