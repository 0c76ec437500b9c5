import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { ImportState } from '#contract/import.ts';
import { readAsOf } from '#contract/import-as-of.ts';
import type { ImportField } from '#domain/import-requests/fields.ts';
import { dayOf, type Instant, localTime } from '#domain/time.ts';
import { importMutations } from '../../data/imports.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormErrors } from '../../ui/form-errors.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { mappingSentences } from './mapping-sentences.ts';
import { ZoneField } from './zone-field.tsx';

type Columns = Readonly<Record<string, ImportField>>;

const guesses = ({ columns }: ImportState): Columns =>
  Object.fromEntries(columns.map(({ name, guess }) => [name, guess]));

/** As `readAsOf` reads it back: on the zone's clock, or the instant itself where the clock shows it twice. */
function writtenAsOf(asOf: Instant, zone: string): string {
  const text = `${dayOf(asOf, zone)} ${localTime(asOf, zone)}`;
  const read = readAsOf(text, zone);
  return read.ok && read.instant === asOf ? text : asOf;
}

/** Which column is what, on which clock, as of when: everything the check needs to know. */
export function MappingForm({ state }: { state: ImportState }) {
  const { mapping } = state;
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation(importMutations.check());
  const [columns, setColumns] = useState<Columns>(() => ({ ...guesses(state), ...mapping?.columns }));
  const [zone, setZone] = useState(mapping?.timeZone ?? null);
  // The moment of an earlier check that was taken because nobody gave one is not offered as a choice.
  const given = mapping?.asOf && mapping.asOf < state.createdOn ? mapping.asOf : null;
  const [asOf, setAsOf] = useState(given ? writtenAsOf(given, mapping!.timeZone) : '');
  const [asked, setAsked] = useState(false);

  const read = asOf.trim() === '' || zone === null ? null : readAsOf(asOf, zone);
  const asOfError = read && !read.ok ? read.sentence : undefined;
  const wrong = mappingSentences(
    state.columns.map(({ name }) => name),
    columns,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (zone === null || asOfError !== undefined || wrong.length > 0) return;
    mutate(
      {
        id: state.id,
        mapping: { timeZone: zone, columns, ...(read?.ok ? { asOf: read.instant } : {}) },
      },
      { onSuccess: () => void navigate({ to: '/settings/imports', search: { import: state.id } }) },
    );
  };
  return (
    <form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-wrap gap-4 lg:flex-nowrap">
      <ColumnsTable
        columns={state.columns}
        mapping={columns}
        onChange={(name, field) => setColumns((now) => ({ ...now, [name]: field }))}
      />
      <div className="flex w-80 shrink-0 flex-col gap-3">
        {state.encoding !== 'utf-8' && (
          <ProblemBanner
            tone="info"
            messages={[
              'The file is not written in UTF-8. Look at the samples: if letters are wrong, save it as UTF-8.',
            ]}
          />
        )}
        <ZoneField
          value={zone}
          onChange={setZone}
          error={asked && zone === null ? 'Choose the time zone in which the file was written.' : undefined}
        />
        <Field
          label="As of"
          error={asOfError}
          hint="What was closed before it becomes a completed job, the rest is open. Empty: now."
        >
          <TextField
            value={asOf}
            onChange={({ target }) => setAsOf(target.value)}
            placeholder="2011-11-07 06:00"
          />
        </Field>
        <FormErrors errors={asked ? wrong.map((message) => ({ message })) : []} />
        <ProblemNote error={error} />
        <Button type="submit" variant="primary" size="form" busy={isPending}>
          Check {state.rowsTotal.toLocaleString('en-US')} {state.rowsTotal === 1 ? 'row' : 'rows'}
        </Button>
        <p className="text-xs text-muted">
          The check writes nothing. It shows what becomes of every row, and what would be made.
        </p>
      </div>
    </form>
  );
}
