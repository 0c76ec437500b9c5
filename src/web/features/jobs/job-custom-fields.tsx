import { z } from 'zod';
import type { JobView } from '#contract/job.ts';
import type { Setup } from '#contract/setup.ts';
import { isInstant } from '#domain/time.ts';
import type { Versioned } from '../../data/versions.ts';
import { formatDayTime } from '../../lib/format.ts';
import { fieldWord } from '../../lib/trade-words.ts';
import { EditableField } from '../../parts/editable-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { JobChanges } from './job-facts.tsx';

const text = z.string().max(500);

export type JobCustomFieldsProps = {
  job: JobView;
  setup: Setup;
  versions: readonly Versioned[];
  lockedBecause: string | undefined;
  onSave: (changes: JobChanges, expected: readonly Versioned[]) => Promise<unknown>;
};

/** The company's own fields; those an import brought along are shown although the set-up does not name them. */
export function JobCustomFields({ job, setup, versions, lockedBecause, onSave }: JobCustomFieldsProps) {
  const named = setup.customFields.filter(({ owner, active }) => owner === 'job' && active);
  const others = Object.keys(job.customFields).filter((key) => !named.some((field) => field.key === key));
  const all = [
    ...named.map(({ key, label }) => ({ key, label })),
    ...others.map((key) => ({ key, label: fieldWord(key.replaceAll('_', ' ')) })),
  ];
  return all.map(({ key, label }) => {
    const value = job.customFields[key] ?? '';
    return (
      <EditableField
        key={key}
        label={label}
        field="customFields"
        value={value}
        schema={text}
        versions={versions}
        zone={job.timeZone}
        lockedBecause={lockedBecause}
        onSave={(next, expected) =>
          onSave({ customFields: { ...job.customFields, [key]: next.trim() } }, expected)
        }
        control={(edit) => (
          <TextField
            maxLength={500}
            value={edit.value}
            onChange={({ target }) => edit.onChange(target.value)}
          />
        )}
      >
        {isInstant(value) ? formatDayTime(value, job.timeZone) : value || null}
      </EditableField>
    );
  });
}
