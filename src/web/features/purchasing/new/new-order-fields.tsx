import type { ReactNode } from 'react';
import type { Setup } from '#contract/setup.ts';
import type { SetupRecords } from '#contract/setup-record.ts';
import { LONGEST_ORDER } from '#domain/lengths.ts';
import { SHIP_TO_KINDS } from '#domain/purchasing/purchase-order.ts';
import type { Day } from '#domain/time.ts';
import { formatDay } from '../../../lib/format.ts';
import { SHIP_TO_WORDS } from '../../../lib/order-words.ts';
import { SetupPicker } from '../../../parts/setup-picker.tsx';
import { TechnicianPicker } from '../../../parts/technician-picker.tsx';
import { type PickedVendor, VendorPicker } from '../../../parts/vendor-picker.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { JobPicker, type PickedJobRow } from '../job-picker.tsx';
import { ProjectPicker } from '../project-picker.tsx';
import { recordsNamed } from '../records-named.ts';
import type { NewOrderFormProps } from './new-order-form.tsx';
import type { NewOrderField, NewOrderValues } from './new-order-values.ts';

type Job = NewOrderFormProps['job'];
type Project = NewOrderFormProps['project'];
export type NewOrderFieldsProps = {
  values: NewOrderValues;
  vendor: PickedVendor | null;
  units: Setup['businessUnits'];
  types: SetupRecords;
  places: SetupRecords;
  job: Job;
  project: Project;
  /** By the type, from today; null: no type yet. */
  proposed: Day | null;
  today: Day;
  wrong: ReadonlyMap<NewOrderField, string>;
  onVendor: (vendor: PickedVendor | null) => void;
  onChange: (changes: Partial<NewOrderValues>) => void;
  onJob: (job: Job) => void;
  onProject: (project: Project) => void;
};

/** From whom, which kind, for whom, to where, by when. */
export function NewOrderFields(props: NewOrderFieldsProps) {
  const { values, wrong, onChange, proposed, job, project } = props;
  const choice = (
    field: 'typeId' | 'businessUnitId' | 'inventoryLocationId',
    label: string,
    list: readonly { id: number; name: string; active: boolean }[],
  ) => (
    <Asked field={field} label={label} required wrong={wrong}>
      <SetupPicker list={list} value={values[field]} onValueChange={(id) => onChange({ [field]: id })} />
    </Asked>
  );
  return (
    <div className="grid grid-cols-4 gap-x-4 gap-y-2.5 max-lg:grid-cols-2 max-sm:grid-cols-1">
      <Asked field="vendorId" label="Vendor" required wrong={wrong}>
        <VendorPicker value={props.vendor} onValueChange={props.onVendor} />
      </Asked>
      {choice('typeId', 'Type', recordsNamed(props.types))}
      {choice('businessUnitId', 'Business unit', props.units)}
      {choice('inventoryLocationId', 'Place', recordsNamed(props.places))}
      <Asked field="shipTo" label="Ship to" wrong={wrong}>
        <Select
          value={values.shipTo}
          onValueChange={(shipTo) => onChange({ shipTo })}
          options={SHIP_TO_KINDS.map((kind) => ({ value: kind, label: SHIP_TO_WORDS[kind] }))}
        />
      </Asked>
      <Asked field="technicianId" label="Technician" required={values.shipTo === 'Technician'} wrong={wrong}>
        <TechnicianPicker
          value={values.technicianId}
          onValueChange={(technicianId) => onChange({ technicianId })}
        />
      </Asked>
      <Asked
        field="requiredOn"
        label="Required on"
        wrong={wrong}
        hint={proposed && values.requiredOn === '' ? `${formatDay(proposed, props)} by its type` : undefined}
      >
        <TextField
          type="date"
          value={values.requiredOn || (proposed ?? '')}
          onChange={({ target }) => onChange({ requiredOn: target.value })}
        />
      </Asked>
      <Field label="Job">
        <JobPicker
          value={job}
          onValueChange={(one: PickedJobRow | null) => {
            props.onJob(
              one ? { id: one.id, number: one.number, businessUnitId: one.businessUnitId ?? 0 } : null,
            );
            if (one?.businessUnitId) onChange({ businessUnitId: one.businessUnitId });
          }}
        />
      </Field>
      <Field label="Project">
        <ProjectPicker value={project} onValueChange={props.onProject} />
      </Field>
      <Asked field="memo" label="Memo" wrong={wrong} className="col-span-3 max-lg:col-span-full">
        <TextField
          value={values.memo}
          maxLength={LONGEST_ORDER.memo}
          onChange={({ target }) => onChange({ memo: target.value })}
        />
      </Asked>
    </div>
  );
}

type AskedProps = {
  field: NewOrderField;
  label: string;
  required?: boolean;
  hint?: string | undefined;
  wrong: ReadonlyMap<NewOrderField, string>;
  className?: string;
  children: ReactNode;
};

/** A field of the order, found again by its name when it is what is missing. */
const Asked = ({ field, wrong, className, children, ...rest }: AskedProps) => (
  <div data-asks={field} className={className}>
    <Field {...rest} error={wrong.get(field)}>
      {children}
    </Field>
  </div>
);
