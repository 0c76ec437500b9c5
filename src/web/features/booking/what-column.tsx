import { useSuspenseQuery } from '@tanstack/react-query';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { JOB_PRIORITIES } from '#domain/job/job-card.ts';
import { isMapped } from '#domain/job/references.ts';
import { LONGEST_SUMMARY } from '#domain/job/summary.ts';
import { LONGEST_CUSTOMER_PO } from '#domain/lengths.ts';
import { nameIn, setupQueries } from '../../data/setup.ts';
import { formatMinutes } from '../../lib/format.ts';
import { PRIORITY_WORDS } from '../../lib/trade-words.ts';
import { CustomerPicker } from '../../parts/customer-picker.tsx';
import { SetupPicker } from '../../parts/setup-picker.tsx';
import { TagChoice } from '../../parts/tag-names.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { BookingDraft } from './booking-draft.ts';
import { JobFieldInputs } from './job-field-inputs.tsx';
import { OriginalLine, type OriginalWork } from './original-work.tsx';

export type WhatColumnProps = {
  onJobType: (id: number | null) => void;
  onCampaign: (id: number | null) => void;
  zone: string;
  original?: OriginalWork | undefined;
};

export function WhatColumn({ onJobType, onCampaign, zone, original }: WhatColumnProps) {
  const { control, register, formState } = useFormContext<BookingDraft>();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { errors } = formState;
  const [jobTypeId, businessUnitId, isChosen, campaignId] = useWatch({
    control,
    name: ['jobTypeId', 'businessUnitId', 'jobTypeIsChosen', 'campaignId'],
  });
  const type = setup.jobTypes.find(({ id }) => id === jobTypeId);
  const needs = type?.skillIds.map((id) => nameIn(setup.skills, id)).join(', ');
  const units = setup.businessUnits.filter(
    ({ id, active }) => active && (!type || isMapped(type, id) || id === businessUnitId),
  );
  return (
    <section
      aria-labelledby="booking-what"
      className="border-b border-line px-4 py-3 @min-[700px]:border-r @min-[940px]:min-h-0 @min-[940px]:overflow-y-auto @min-[940px]:border-b-0"
    >
      <h2 id="booking-what" className="mb-1.5 text-xs font-semibold text-muted">
        What
      </h2>
      <div className="grid grid-cols-2 gap-x-2.5 gap-y-2.5">
        {original && <OriginalLine original={original} setup={setup} />}
        <div data-stop="summary" className="col-span-2">
          <Field
            label="What is wrong? Summary for the technician"
            error={errors.summary?.message}
            hint={type && !isChosen ? `Sounds like ${type.name}.` : undefined}
          >
            <TextArea rows={3} maxLength={LONGEST_SUMMARY} {...register('summary')} className="min-h-19" />
          </Field>
        </div>
        <div data-stop="jobType" data-done={type ? true : undefined} className="col-span-2">
          <Field
            label="Job type"
            required
            error={errors.jobTypeId?.message}
            hint={
              type
                ? `→ ${[
                    businessUnitId !== null && nameIn(setup.businessUnits, businessUnitId),
                    formatMinutes(type.durationMinutes),
                    needs && `needs ${needs}`,
                    PRIORITY_WORDS[type.priority],
                  ]
                    .filter(Boolean)
                    .join(' · ')}`
                : undefined
            }
          >
            <SetupPicker
              list={setup.jobTypes}
              value={jobTypeId}
              onValueChange={onJobType}
              detail={({ durationMinutes, businessUnitIds }) =>
                [
                  formatMinutes(durationMinutes),
                  ...businessUnitIds.map((id) => nameIn(setup.businessUnits, id)),
                ].join(' · ')
              }
              placeholder="What is wrong? “no c” finds No cool"
              emptyText="No job type like that."
            />
          </Field>
        </div>
        <Field label="Business unit" required error={errors.businessUnitId?.message}>
          <Controller
            control={control}
            name="businessUnitId"
            render={({ field }) => (
              <Select
                ref={field.ref}
                value={field.value}
                onValueChange={field.onChange}
                options={units.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          />
        </Field>
        <Field label="Priority" error={errors.priority?.message}>
          <Controller
            control={control}
            name="priority"
            render={({ field }) => (
              <Select
                ref={field.ref}
                value={field.value}
                onValueChange={field.onChange}
                options={JOB_PRIORITIES.map((value) => ({ value, label: PRIORITY_WORDS[value] }))}
              />
            )}
          />
        </Field>
        <div data-stop="campaign" data-done={campaignId === null ? undefined : true}>
          <Field label="Campaign" required error={errors.campaignId?.message}>
            <Controller
              control={control}
              name="campaignId"
              render={({ field }) => (
                <SetupPicker
                  list={setup.campaigns}
                  value={field.value}
                  onValueChange={onCampaign}
                  placeholder="How did they find us?"
                />
              )}
            />
          </Field>
        </div>
        <Field label="Customer PO" error={errors.customerPo?.message}>
          <TextField maxLength={LONGEST_CUSTOMER_PO} {...register('customerPo')} />
        </Field>
        <JobFieldInputs zone={zone} />
        <div>
          <span aria-hidden className="mb-0.5 block text-xs text-muted">
            Tags
          </span>
          <Controller
            control={control}
            name="tagIds"
            render={({ field }) => (
              <TagChoice label="Tags" value={field.value} onValueChange={field.onChange} />
            )}
          />
        </div>
        <Field label="Bill to" error={errors.billTo?.message} hint="The customer, unless somebody else pays.">
          <Controller
            control={control}
            name="billTo"
            render={({ field }) => <CustomerPicker value={field.value} onValueChange={field.onChange} />}
          />
        </Field>
      </div>
    </section>
  );
}
