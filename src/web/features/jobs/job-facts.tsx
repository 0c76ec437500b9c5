import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import type { BodyIn } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import { updateJob } from '#contract/job-commands.ts';
import type { Setup } from '#contract/setup.ts';
import { JOB_PRIORITIES, type JobPriority } from '#domain/job/job-card.ts';
import { isMapped } from '#domain/job/references.ts';
import { jobMutations } from '../../data/jobs.ts';
import { nameIn } from '../../data/setup.ts';
import { type Versioned, versionsOfCard } from '../../data/versions.ts';
import { PRIORITY_WORDS } from '../../lib/trade-words.ts';
import { CustomFacts } from '../../parts/custom-facts.tsx';
import { EditableField, type FieldEdit } from '../../parts/editable-field.tsx';
import { ExternalKeyField } from '../../parts/external-key-field.tsx';
import { BillTo, line, paragraph, TagsFact } from '../../parts/fact-controls.tsx';
import { SetupPicker } from '../../parts/setup-picker.tsx';
import { Select } from '../../ui/select.tsx';
import { RelatedJobs } from './related-jobs.tsx';
import type { JobCommands } from './use-job-commands.ts';

const rules = updateJob.shape.changes.shape;
export type JobChanges = BodyIn<'jobs.update'>['changes'];
type FieldName = Exclude<keyof typeof rules, 'customFields'>;

/** What stands on the job, each changed where it stands, as far as the status and the invoice allow. */
export function JobFacts({ card, setup, may }: { card: JobCardView; setup: Setup; may: JobCommands }) {
  const { job } = card;
  const { mutateAsync } = useMutation(jobMutations.update());
  const versions = versionsOfCard(card);
  const save = (changes: JobChanges, expected: readonly Versioned[]) =>
    mutateAsync({ id: job.id, changes, expected });
  const common = <Name extends FieldName>(field: Name) => ({
    field,
    value: job[field],
    schema: rules[field] as z.ZodType<unknown, unknown>,
    versions,
    zone: job.timeZone,
    lockedBecause: may.whyNotChange(
      field === 'billToCustomerId' || field === 'businessUnitId' ? 'billing' : 'other',
    ),
    onSave: (value: (typeof job)[Name], expected: readonly Versioned[]) => save({ [field]: value }, expected),
  });
  const type = setup.jobTypes.find(({ id }) => id === job.jobTypeId);
  const units = setup.businessUnits.filter(
    ({ id, active }) => id === job.businessUnitId || (active && (!type || isMapped(type, id))),
  );
  return (
    <div className="grid grid-cols-2 gap-x-5 gap-y-2 @lg:grid-cols-4">
      <EditableField
        label="Summary"
        {...common('summary')}
        control={paragraph(2, 2000)}
        className="col-span-2 @lg:col-span-4"
      >
        {job.summary ? <span className="whitespace-pre-line">{job.summary}</span> : null}
      </EditableField>
      <EditableField
        label="Job type"
        {...common('jobTypeId')}
        control={({ value, onChange }) => (
          <SetupPicker
            list={setup.jobTypes}
            value={value}
            onValueChange={(id) => id !== null && onChange(id)}
          />
        )}
      >
        {nameIn(setup.jobTypes, job.jobTypeId)}
      </EditableField>
      <EditableField
        label="Priority"
        {...common('priority')}
        control={({ value, onChange }: FieldEdit<JobPriority>) => (
          <Select
            value={value}
            onValueChange={onChange}
            options={JOB_PRIORITIES.map((one) => ({ value: one, label: PRIORITY_WORDS[one] }))}
          />
        )}
      >
        {PRIORITY_WORDS[job.priority]}
      </EditableField>
      <EditableField
        label="Business unit"
        {...common('businessUnitId')}
        control={({ value, onChange }) => (
          <Select
            value={value}
            onValueChange={onChange}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      >
        {nameIn(setup.businessUnits, job.businessUnitId)}
      </EditableField>
      <EditableField
        label="Campaign"
        {...common('campaignId')}
        control={({ value, onChange }) => (
          <SetupPicker
            list={setup.campaigns}
            value={value}
            onValueChange={(id) => id !== null && onChange(id)}
          />
        )}
      >
        {nameIn(setup.campaigns, job.campaignId)}
      </EditableField>
      <EditableField
        label="Bill to"
        {...common('billToCustomerId')}
        control={(edit) => <BillTo {...edit} now={job.billToName} />}
      >
        {job.billToName}
      </EditableField>
      <EditableField label="Customer PO" {...common('customerPo')} control={line(60)}>
        {job.customerPo || null}
      </EditableField>
      <TagsFact {...common('tagIds')} />
      <CustomFacts
        owner="job"
        values={job.customFields}
        setup={setup}
        versions={versions}
        zone={job.timeZone}
        lockedBecause={may.whyNotChange('other')}
        onSave={(customFields, expected) => save({ customFields }, expected)}
      />
      <ExternalKeyField
        value={job.externalKey}
        versions={versions}
        lockedBecause={may.whyNotChange('other')}
        onSave={(externalKey, expected) => save({ externalKey }, expected)}
      />
      <RelatedJobs job={job} />
    </div>
  );
}
