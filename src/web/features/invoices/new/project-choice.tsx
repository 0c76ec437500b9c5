import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useCallback } from 'react';
import { projectQueries } from '../../../data/projects.ts';
import { Combobox } from '../../../ui/combobox.tsx';

type Row = { readonly id: number; readonly number: number; readonly name: string };
export type ProjectChoiceProps = { value: number | null; onValueChange: (id: number | null) => void };

/** One of all projects, by number or name. */
export function ProjectChoice({ value, onValueChange }: ProjectChoiceProps) {
  const client = useQueryClient();
  const { data } = useQuery({ ...projectQueries.detail(value ?? 0), enabled: value !== null });
  const search = useCallback(
    async (q: string): Promise<readonly Row[]> =>
      (await client.fetchInfiniteQuery(projectQueries.list({ q }))).pages[0]!.items,
    [client],
  );
  return (
    <Combobox<Row>
      value={value === null ? null : (data?.project ?? null)}
      onValueChange={(one) => onValueChange(one?.id ?? null)}
      search={search}
      minLength={1}
      itemKey={({ id }) => id}
      itemText={({ number, name }) => `${number} · ${name}`}
      before={<Search aria-hidden />}
      placeholder="Number or name"
      emptyText="No project like that."
    />
  );
}
