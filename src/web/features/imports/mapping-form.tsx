import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { ImportFieldName, ImportMapping, ImportState } from '#contract/import.ts';
import type { RecordImportKind } from '#domain/import-records/record-kinds.ts';
import { evidenceOf, guessOrder, hasDates } from '#domain/import-requests/date-order.ts';
import { importMutations } from '../../data/imports.ts';
import { clock } from '../../lib/clock.ts';
import { FIELD_WORDS } from '../../lib/import-reason-text.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormErrors } from '../../ui/form-errors.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { readAsOf, writtenAsOf } from './as-of.ts';
import { ColumnsTable } from './columns-table.tsx';
import { DatesField } from './dates-field.tsx';
import { DuplicatesField } from './duplicates-field.tsx';
import { mappingSentences } from './mapping-sentences.ts';
import { NeededColumns } from './needed-columns.tsx';
import { ZoneField } from './zone-field.tsx';

type Columns = Readonly<Record<string, ImportFieldName>>;

const guesses = ({ columns }: ImportState): Columns =>
  Object.fromEntries(columns.map(({ name, guess }) => [name, guess]));

/** Which column is what, on which clock, as of when: everything the check needs to know. */
export function MappingForm({ state }: { state: ImportState }) {
  const { kind, mapping } = state;
  const hasTimes = kind === 'service-requests' || kind === 'jobs';
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation(importMutations.check());
  const [columns, setColumns] = useState<Columns>(() => ({ ...guesses(state), ...mapping?.columns }));
  // Without times in it a file is read the same in every zone.
  const [zone, setZone] = useState(mapping?.timeZone ?? (hasTimes ? null : clock.zone()));
  const [duplicates, setDuplicates] = useState<ImportMapping['duplicates']>(mapping?.duplicates ?? 'skip');
  // The moment of an earlier check that was taken because nobody gave one is not offered as a choice.
  const given = mapping?.asOf && mapping.asOf < state.createdOn ? mapping.asOf : null;
  const [asOf, setAsOf] = useState(given ? writtenAsOf(given, mapping!.timeZone) : '');
  const [chosen, setDates] = useState(mapping?.dates ?? null);
  const [asked, setAsked] = useState(false);
  const evidence = evidenceOf(state.columns, columns);
  const dates = hasDates(evidence) ? (chosen ?? guessOrder(evidence)) : null;
  const datesError = hasDates(evidence) && dates === null ? 'Say which number is the month.' : undefined;

  const read = asOf.trim() === '' || zone === null ? null : readAsOf(asOf, zone);
  const asOfError = read && !read.ok ? read.sentence : undefined;
  const wrong = mappingSentences(
    kind,
    state.columns.map(({ name }) => name),
    columns,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (zone === null || asOfError !== undefined || datesError !== undefined || wrong.length > 0) return;
    mutate(
      {
        id: state.id,
        mapping: {
          timeZone: zone,
          columns,
          ...(read?.ok ? { asOf: read.instant } : {}),
          ...(dates ? { dates } : {}),
          ...(mapping?.make ? { make: mapping.make } : {}),
          ...(kind === 'customers' ? { duplicates } : {}),
        },
      },
      { onSuccess: () => void navigate({ to: '/settings/imports', search: { import: state.id } }) },
    );
  };
  return (
    <form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-wrap gap-4 lg:flex-nowrap">
      <ColumnsTable
        kind={kind}
        columns={state.columns}
        mapping={columns}
        onChange={(name, field) => setColumns((now) => ({ ...now, [name]: field }))}
      />
      <div className="flex w-80 shrink-0 flex-col gap-3">
        <NeededColumns kind={kind} mapping={columns} />
        <UnknownColumns state={state} />
        <KeylessFile kind={kind} columns={columns} />
        {state.encoding !== 'utf-8' && (
          <ProblemBanner
            tone="info"
            messages={[
              'The file is not written in UTF-8. Look at the samples: if letters are wrong, save it as UTF-8.',
            ]}
          />
        )}
        {hasTimes && (
          <ZoneField
            value={zone}
            onChange={setZone}
            error={asked && zone === null ? 'Choose the time zone in which the file was written.' : undefined}
          />
        )}
        {hasDates(evidence) && (
          <DatesField
            evidence={evidence}
            value={dates}
            onChange={setDates}
            error={asked ? datesError : undefined}
          />
        )}
        {kind === 'service-requests' && (
          <Field
            label="As of"
            error={asOfError}
            hint="What was closed before it becomes a completed job, the rest is open. Empty: now."
          >
            <TextField
              value={asOf}
              onChange={({ target }) => setAsOf(target.value)}
              placeholder="2011-11-07 6:00"
            />
          </Field>
        )}
        {kind === 'customers' && <DuplicatesField value={duplicates} onChange={setDuplicates} />}
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

/** A plain spreadsheet has no keys: what its rows are known by then, before they are checked. */
function KeylessFile({ kind, columns }: { kind: ImportState['kind']; columns: Columns }) {
  const fields = Object.values(columns);
  if (kind === 'service-requests' || fields.includes('externalKey')) return null;
  if (fields.every((field) => field === 'ignore')) return null;
  return (
    <ProblemBanner
      tone="info"
      messages={[
        `No column is “${FIELD_WORDS.externalKey}”. That is fine: a row is then known again by ${KNOWN_BY_WORDS[kind]}. When those change in the file, it is another one.`,
      ]}
    />
  );
}

const KNOWN_BY_WORDS: Readonly<Record<RecordImportKind, string>> = {
  customers: 'the customer’s name and number, e-mail or address',
  locations: 'whose it is and its address',
  contacts: 'whose it is, the name and the number or e-mail',
  jobs: 'the customer, the job type and the start',
};

/** No column has a name we know: what that may come from, instead of a list of missing fields alone. */
function UnknownColumns({ state: { columns } }: { state: ImportState }) {
  if (columns.some(({ guess }) => guess !== 'ignore')) return null;
  return (
    <ProblemBanner
      tone="warning"
      messages={[
        columns.length === 1
          ? 'The file has one column only. If its cells are parted by something else than a comma, semicolon, tab or |, save it again as CSV.'
          : 'No column has a name that is known here. Is the first line of the file its column names? If it is, say on the left what each column is, by its samples; if not, add that line and upload the file again.',
      ]}
    />
  );
}
