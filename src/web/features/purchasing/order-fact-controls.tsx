/** How an order's facts are chosen where they stand: found by typing, or one of a short list. */
import { useState } from 'react';
import type { CustomerSummary } from '#contract/customer.ts';
import type { Day } from '#domain/time.ts';
import { formatDay } from '../../lib/format.ts';
import { CustomerPicker } from '../../parts/customer-picker.tsx';
import type { FieldEdit } from '../../parts/editable-field.tsx';
import { dayControl } from '../../parts/fact-controls.tsx';
import { type PickedVendor, VendorPicker } from '../../parts/vendor-picker.tsx';
import { Button } from '../../ui/button.tsx';
import { FieldBoundary } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { JobPicker, type PickedJobRow } from './job-picker.tsx';
import { type PickedProjectRow, ProjectPicker } from './project-picker.tsx';

type PickEdit = FieldEdit<number | null> & {
  /** What stands there now, in words; null: nothing. */
  now: string | null;
};

/** Emptied it is taken off, where the field may be empty. */
export function VendorControl({ value, onChange, now }: FieldEdit<number> & { now: string }) {
  const [picked, setPicked] = useState<PickedVendor | null>({ id: value, name: now });
  return (
    <VendorPicker
      value={picked}
      onValueChange={(one) => {
        setPicked(one);
        if (one) onChange(one.id);
      }}
    />
  );
}

export function JobControl({ value, onChange, now }: PickEdit) {
  const [picked, setPicked] = useState<PickedJobRow | null>(
    value === null || now === null ? null : { id: value, number: Number(now) },
  );
  return (
    <JobPicker
      value={picked}
      onValueChange={(one) => {
        setPicked(one);
        onChange(one?.id ?? null);
      }}
    />
  );
}

export function ProjectControl({ value, onChange, now }: PickEdit) {
  const [picked, setPicked] = useState<PickedProjectRow | null>(
    value === null || now === null ? null : { id: value, number: Number(now) },
  );
  return (
    <ProjectPicker
      value={picked}
      onValueChange={(one) => {
        setPicked(one);
        onChange(one?.id ?? null);
      }}
    />
  );
}

/** Another one by search; until one is picked the present one stands below. */
export function CustomerControl({ value, onChange, now }: PickEdit) {
  const [picked, setPicked] = useState<CustomerSummary | null>(null);
  return (
    <>
      <CustomerPicker
        value={picked}
        onValueChange={(one) => {
          setPicked(one);
          onChange(one?.id ?? null);
        }}
      />
      {!picked && value !== null && now !== null && (
        <span className="flex items-center gap-1 text-xs text-muted">
          now <bdi>{now}</bdi>
          <Button variant="ghost" onClick={() => onChange(null)}>
            Nobody
          </Button>
        </span>
      )}
    </>
  );
}

/** One of a few words. */
export const wordControl =
  <W extends string>(words: Readonly<Record<W, string>>) =>
  ({ value, onChange }: FieldEdit<W>) => (
    <Select
      value={value}
      onValueChange={onChange}
      options={(Object.keys(words) as W[]).map((one) => ({ value: one, label: words[one] }))}
    />
  );

export const yesNoControl = ({ value, onChange }: FieldEdit<boolean>) => (
  <Select
    value={value ? 'yes' : 'no'}
    onValueChange={(next) => onChange(next === 'yes')}
    options={[
      { value: 'no', label: 'No' },
      { value: 'yes', label: 'Yes' },
    ]}
  />
);

/** The day, and the one the order's type proposes. */
export const dayWithProposal = (proposed: Day | null, today: Day) => {
  const control = (edit: FieldEdit<Day>) => (
    <>
      {dayControl(edit as unknown as FieldEdit<Day | null>)}
      {proposed !== null && proposed !== edit.value && (
        <FieldBoundary>
          <Button variant="ghost" onClick={() => edit.onChange(proposed)}>
            Its type says {formatDay(proposed, { today })}
          </Button>
        </FieldBoundary>
      )}
    </>
  );
  return control;
};
