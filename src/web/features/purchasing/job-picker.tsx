import { useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useCallback } from 'react';
import type { JobSummary } from '#contract/job.ts';
import { jobQueries } from '../../data/jobs.ts';
import { Combobox } from '../../ui/combobox.tsx';

/** What stands in the field once chosen. */
export type PickedJobRow = Pick<JobSummary, 'id' | 'number'> & Partial<JobSummary>;

export type JobPickerProps = {
  value: PickedJobRow | null;
  onValueChange: (job: PickedJobRow | null) => void;
  autoFocus?: boolean | undefined;
  'aria-label'?: string | undefined;
};

/** One of the jobs, by number, customer or address. Inside a Field it takes its label from there. */
export function JobPicker(props: JobPickerProps) {
  const client = useQueryClient();
  const search = useCallback(
    async (q: string): Promise<PickedJobRow[]> => (await client.fetchQuery(jobQueries.search(q))).items,
    [client],
  );
  return (
    <Combobox<PickedJobRow>
      {...props}
      search={search}
      minLength={1}
      itemKey={({ id }) => id}
      itemText={({ number }) => `#${number}`}
      renderItem={({ number, customerName, address }) => (
        <span className="block min-w-0 py-0.5 leading-4">
          #{number} <bdi>{customerName}</bdi>
          <span className="block truncate text-xs text-muted">
            <bdi>{address}</bdi>
          </span>
        </span>
      )}
      before={<Search aria-hidden />}
      placeholder="Number, customer or street"
      emptyText="No job like that."
    />
  );
}
