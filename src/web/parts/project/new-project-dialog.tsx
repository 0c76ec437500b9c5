import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import type { CustomerSummary } from '#contract/customer.ts';
import { newProject, type ProjectView } from '#contract/project.ts';
import { LONGEST_NAME, LONGEST_PROJECT_DESCRIPTION } from '#domain/lengths.ts';
import { isDay } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { projectMutations, projectQueries } from '../../data/projects.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { problemOf } from '../../lib/api.ts';
import { customFieldErrors, customFieldsOf } from '../../lib/custom-fields.ts';
import { fieldErrorText } from '../../lib/field-error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-store.ts';
import { CustomFieldInput } from '../custom-field-input.tsx';
import { ProblemNote } from '../problem-note.tsx';
import { UndoRefusedDialog } from '../undo-refused-dialog.tsx';
import { useGuardedClose } from '../use-guarded-close.tsx';
import { useUndo } from '../use-undo.ts';
import { ProjectPlace, useProjectPlace } from './project-place.tsx';

export type NewProjectDialogProps = {
  /** Its customer, location and payer are the project's, and it is in it from the start. */
  job?: { readonly id: number; readonly number: number; readonly summary: string } | undefined;
  onClose: () => void;
  onMade?: ((project: ProjectView) => void) | undefined;
};

/** No status of the company's has this number. */
const NONE = 0;
const fields = newProject.shape;
const schema = z.object({
  name: fields.name,
  description: fields.description.unwrap(),
  typeId: z.number(),
  statusId: z.number(),
  startsOn: z.string(),
  targetCompletion: z.string(),
});
type Values = z.output<typeof schema>;

/** A new project: blank at a customer's location, or around a job. */
export function NewProjectDialog({ job, onClose, onMade }: NewProjectDialogProps) {
  const id = useId();
  const { data: lists } = useSuspenseQuery(projectQueries.setup());
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const user = useCurrentUser();
  const [customer, setCustomer] = useState<CustomerSummary | null>(null);
  const [chosenPlace, setChosenPlace] = useState<number | null>(null);
  const { places, locationId } = useProjectPlace(customer, chosenPlace);
  const [error, setError] = useState<unknown>(null);
  const [lacksPlace, setLacksPlace] = useState(false);
  const create = useMutation(projectMutations.create());
  const undo = useUndo();
  const {
    register,
    control,
    handleSubmit,
    formState,
    setError: setFieldError,
  } = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: {
      name: job?.summary.split('\n')[0]?.slice(0, 120) ?? '',
      description: '',
      typeId: NONE,
      statusId: lists.statuses.find(({ active }) => active)?.id ?? NONE,
      startsOn: '',
      targetCompletion: '',
    },
  });
  const { errors, isDirty } = formState;
  const [ownFields, setOwnFields] = useState<Readonly<Record<string, string>>>({});
  const asked = customFieldsOf(setup, 'project');
  const isTyped = isDirty || customer !== null || Object.keys(ownFields).length > 0;
  const { close, guard } = useGuardedClose(isTyped && !formState.isSubmitting, onClose);
  const [ownErrors, setOwnErrors] = useState<Readonly<Record<string, string>>>({});
  const submit = handleSubmit(async (values) => {
    setError(null);
    const place = job
      ? { jobId: job.id }
      : customer && locationId !== null
        ? { customerId: customer.id, locationId }
        : null;
    const wrongOwn = customFieldErrors(asked, ownFields);
    setOwnErrors(wrongOwn);
    setLacksPlace(place === null);
    if (place === null || Object.keys(wrongOwn).length > 0) return;
    try {
      const { card, operationId } = await create.mutateAsync({
        place,
        name: values.name,
        description: values.description,
        typeId: values.typeId === NONE ? null : values.typeId,
        ...(values.statusId === NONE ? {} : { statusId: values.statusId }),
        startsOn: isDay(values.startsOn) ? values.startsOn : null,
        targetCompletion: isDay(values.targetCompletion) ? values.targetCompletion : null,
        customFields: ownFields,
      });
      toast({
        title: `Project ${card.project.number} made`,
        tone: 'success',
        action: { label: 'Undo', act: () => undo.undo(operationId) },
      });
      onClose();
      onMade?.(card.project);
    } catch (thrown) {
      const wrong = problemOf(thrown)?.fields ?? [];
      const named = wrong.filter(({ path }) => path in values);
      for (const one of named)
        setFieldError(one.path as keyof Values, { type: 'server', message: fieldErrorText(one) });
      if (named.length === 0) setError(thrown);
    }
  });
  const some = (list: readonly { id: number; name: string; active: boolean }[]) =>
    list.filter(({ active }) => active).map((one) => ({ value: one.id, label: one.name }));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={job ? `New project from job ${job.number}` : 'New project'}
      description={
        job
          ? 'It gets the job’s customer, location and bill-to; other jobs there can come in later.'
          : 'All its jobs will be at one location.'
      }
      keepOnOutsidePress
      footer={
        <>
          <Button size="form" onClick={close}>
            Cancel
          </Button>
          <Button size="form" variant="primary" type="submit" form={id} busy={create.isPending}>
            Make project
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <fieldset
          disabled={create.isPending}
          className="m-0 grid min-w-0 grid-cols-2 gap-x-3 gap-y-2.5 border-0 p-0"
        >
          {!job && (
            <ProjectPlace
              customer={customer}
              onCustomer={(next) => {
                setCustomer(next);
                setChosenPlace(null);
              }}
              places={places}
              locationId={locationId}
              onLocation={setChosenPlace}
              isMissing={lacksPlace}
            />
          )}
          <Field label="Name" required error={errors.name && 'What is it called?'} className="col-span-2">
            <TextField {...register('name')} maxLength={LONGEST_NAME} />
          </Field>
          <Field label="Status">
            <Controller
              control={control}
              name="statusId"
              render={({ field }) => (
                <Select
                  value={field.value}
                  onValueChange={field.onChange}
                  options={
                    lists.statuses.length > 0 ? some(lists.statuses) : [{ value: NONE, label: 'None' }]
                  }
                />
              )}
            />
          </Field>
          <Field label="Type">
            <Controller
              control={control}
              name="typeId"
              render={({ field }) => (
                <Select
                  value={field.value}
                  onValueChange={field.onChange}
                  options={[{ value: NONE, label: 'None' }, ...some(lists.types)]}
                />
              )}
            />
          </Field>
          <Field label="Start" error={errors.startsOn?.message}>
            <TextField type="date" {...register('startsOn')} />
          </Field>
          <Field label="Target completion" error={errors.targetCompletion?.message}>
            <TextField type="date" {...register('targetCompletion')} />
          </Field>
          {asked.map((field) => (
            <CustomFieldInput
              key={field.id}
              field={field}
              required={field.requiredAtBooking}
              zone={homeZone(setup, user.businessUnitIds)}
              value={ownFields[field.key] ?? ''}
              error={ownErrors[field.key]}
              onValueChange={(value) => setOwnFields((before) => ({ ...before, [field.key]: value }))}
            />
          ))}
          <Field label="Description" error={errors.description?.message} className="col-span-2">
            <TextArea rows={2} {...register('description')} maxLength={LONGEST_PROJECT_DESCRIPTION} />
          </Field>
        </fieldset>
        <ProblemNote error={error} />
      </form>
      {guard}
      <UndoRefusedDialog error={undo.refusal} onClose={undo.dismiss} />
    </Dialog>
  );
}
