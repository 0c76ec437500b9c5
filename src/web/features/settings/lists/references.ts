/** What fields of set-up records refer to: the lists every screen has, and those only the settings show. */
import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SetupField } from '#domain/setup/fields.ts';
import { SETUP_TITLES, type SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { setupQueries } from '../../../data/setup.ts';
import { setupRecordQueries } from '../../../data/setup-records.ts';

export type Named = {
  readonly id: number;
  readonly name: string;
  readonly active: boolean;
  /** What it is called for short: an account's number. */
  readonly key?: string;
};
export type Lists = Readonly<Record<string, readonly Named[]>>;

/** The lists only the settings show that other lists of theirs name. */
const OTHERS = ['projectStatus', 'glAccount'] as const;

/** By kind of record; those no longer in use are among them. */
export function useReferenceLists(kind: SetupKind): Lists {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const others = OTHERS.filter((other) =>
    setupKind(kind).fields.some((field) => field.type === 'one' && field.of === other),
  );
  const read = useSuspenseQueries({ queries: others.map((other) => setupRecordQueries.list(other)) });
  const statuses = read[others.indexOf('projectStatus')]?.data;
  const accounts = read[others.indexOf('glAccount')]?.data;
  return useMemo(
    () => ({
      businessUnit: setup.businessUnits,
      jobType: setup.jobTypes,
      technician: setup.technicians,
      campaign: setup.campaigns,
      skill: setup.skills,
      zone: setup.zones,
      taxZone: setup.taxZones,
      paymentTerm: setup.paymentTerms,
      projectStatus: (statuses?.items ?? [])
        .toSorted((a, b) => Number(a.values.position) - Number(b.values.position))
        .map(({ id, active, values }) => ({ id, active, name: String(values.name) })),
      glAccount: (accounts?.items ?? []).map(({ id, active, values }) => ({
        id,
        active,
        name: `${values.number} ${values.name}`,
        key: String(values.number),
      })),
    }),
    [setup, statuses, accounts],
  );
}

/** The records such a field may name. */
export const listFor = (field: SetupField, lists: Lists): readonly Named[] =>
  field.type === 'one' || field.type === 'many' ? (lists[field.of] ?? []) : [];

/** Said where a field could only name what nobody has set up yet; null: there is something to choose. */
export function noneYet(field: SetupField, lists: Lists): string | null {
  if (field.type !== 'one' && field.type !== 'many') return null;
  if (listFor(field, lists).some(({ active }) => active)) return null;
  return Object.hasOwn(SETUP_TITLES, field.of)
    ? `There are none yet. Add one under “${SETUP_TITLES[field.of as SetupKind].title}”.`
    : 'There are none.';
}
