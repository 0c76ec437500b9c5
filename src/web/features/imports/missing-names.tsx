import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportState } from '#contract/import.ts';
import { MAKEABLE_LISTS, type MakeableList } from '#domain/import-records/kinds.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { importMutations } from '../../data/imports.ts';
import { mayCall } from '../../lib/session.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';

const WORDS: Readonly<Record<MakeableList, [many: string, note: string]>> = {
  tag: ['Tags', ''],
  jobType: ['Job types', ', each an hour long and for every business unit'],
  campaign: ['Campaigns', ''],
};

/** Names of the file that the lists lack: offered to be made, for who may keep the lists. */
export function MissingNames({ state }: { state: ImportState }) {
  const check = useMutation(importMutations.check());
  const mayMake = mayCall(useCurrentUser(), 'setupRecords.create');
  const { mapping } = state;
  const rowsOf = (list: MakeableList) =>
    state.reasons.find(({ code }) => code === `${list}.unknown`)?.count ?? 0;
  const missing = MAKEABLE_LISTS.filter((list) => rowsOf(list) > 0 && !(mapping?.make ?? []).includes(list));
  const [left, setLeft] = useState<readonly MakeableList[]>([]);
  if (missing.length === 0 || !mapping) return null;
  const wanted = missing.filter((list) => !left.includes(list));
  const rows = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'time' : 'times'}`;
  return (
    <section
      aria-label="Not in the lists"
      className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-md border border-line bg-surface px-3 py-2"
    >
      <p className="text-sm">The file names what the lists do not have:</p>
      {missing.map((list) => {
        const [many, note] = WORDS[list];
        return mayMake ? (
          <Checkbox
            key={list}
            label={`${many}, ${rows(rowsOf(list))}${note}`}
            checked={!left.includes(list)}
            onChange={({ target }) =>
              setLeft(target.checked ? left.filter((one) => one !== list) : [...left, list])
            }
          />
        ) : (
          <span key={list} className="text-sm">
            {many}, {rows(rowsOf(list))}
          </span>
        );
      })}
      {mayMake ? (
        <Button
          busy={check.isPending}
          disabledReason={wanted.length === 0 ? 'Nothing is ticked.' : undefined}
          onClick={() =>
            check.mutate({
              id: state.id,
              mapping: { ...mapping, make: [...(mapping.make ?? []), ...wanted] },
            })
          }
        >
          Make them and check again
        </Button>
      ) : (
        <span className="text-sm text-muted">An administrator can have them made.</span>
      )}
      <ProblemNote error={check.error} />
    </section>
  );
}
