import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyIn } from '#contract/endpoints.ts';
import type { JobSummary } from '#contract/job.ts';
import { JOB_PRIORITIES, type JobPriority } from '#domain/job/job-card.ts';
import { bulkMutations } from '../../data/bulk.ts';
import { setupQueries } from '../../data/setup.ts';
import { PRIORITY_WORDS } from '../../lib/trade-words.ts';
import { BulkDialog } from '../../parts/bulk/bulk-dialog.tsx';
import { type BulkStep, BulkSteps } from '../../parts/bulk/bulk-steps.tsx';
import { ReasonFields } from '../../parts/bulk/reason-fields.tsx';
import { TechnicianChoice } from '../../parts/bulk/technician-choice.tsx';
import { SetupPicker } from '../../parts/setup-picker.tsx';
import { TagsToChange } from '../../parts/tags-to-change.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

type Body = BodyIn<'jobs.bulk'>;
type JobStep = Body['step'];
type Change = Omit<Extract<JobStep, { type: 'change' }>, 'type'>;
type Step = keyof typeof STEPS;

const call = 'jobs.bulk';
const STEPS = {
  change: { button: 'Change…', title: 'Change jobs', verbs: ['Change', 'changed'], call },
  assign: {
    button: 'Assign…',
    title: 'Assign technicians to all open visits',
    verbs: ['Assign', 'assigned'],
    call: 'jobs.assign',
  },
  confirm: { button: 'Confirm', title: 'Confirm all open visits', verbs: ['Confirm', 'confirmed'], call },
  hold: { button: 'Hold…', title: 'Hold jobs', verbs: ['Hold', 'held'], call },
  cancel: { button: 'Cancel…', title: 'Cancel jobs', verbs: ['Cancel', 'canceled'], call },
} as const satisfies Readonly<Record<string, BulkStep>>;

export type JobsBulkProps = {
  selected: readonly JobSummary[];
  onDone: () => void;
  onUndo: (operationId: number) => void;
};

/** What can be done with the jobs selected. */
export function JobsBulk({ selected, onDone, onUndo }: JobsBulkProps) {
  return (
    <BulkSteps steps={STEPS} words="jobs" count={selected.length} onDone={onDone}>
      {(step, then) => <StepDialog step={step} selected={selected} onUndo={onUndo} {...then} />}
    </BulkSteps>
  );
}

function StepDialog({
  step,
  selected,
  onClose,
  onDone,
  onUndo,
}: JobsBulkProps & { step: Step; onClose: () => void }) {
  const mutation = useMutation(bulkMutations.jobs());
  const [change, setChange] = useState<Change>({});
  const [technicianIds, setTechnicianIds] = useState<readonly number[]>([]);
  const [why, setWhy] = useState<{ reasonId: number; memo: string } | null>(null);
  const asked = ((): JobStep | null => {
    switch (step) {
      case 'change':
        return saysSomething(change) ? { type: 'change', ...change } : null;
      case 'assign':
        return technicianIds.length > 0 ? { type: 'assign', technicianIds: [...technicianIds] } : null;
      case 'confirm':
        return { type: 'confirm' };
      case 'hold':
      case 'cancel':
        return why && { type: step, ...why };
    }
  })();
  const { title, verbs } = STEPS[step];
  return (
    <BulkDialog<Body>
      title={title}
      words={['job', 'jobs']}
      verbs={verbs}
      danger={step === 'cancel'}
      body={asked && { jobIds: selected.map(({ id }) => id), step: asked }}
      mutation={mutation}
      narrowed={(body, ids) => ({ ...body, jobIds: body.jobIds.filter((id) => ids.has(id)) })}
      onClose={onClose}
      onDone={onDone}
      onUndo={onUndo}
    >
      {step === 'change' && <ChangeFields value={change} onChange={setChange} />}
      {step === 'assign' && <TechnicianChoice value={technicianIds} onValueChange={setTechnicianIds} />}
      {(step === 'hold' || step === 'cancel') && (
        <ReasonFields kind={step === 'hold' ? 'Hold' : 'Cancel'} onChange={setWhy} />
      )}
    </BulkDialog>
  );
}

const saysSomething = ({ addTagIds = [], removeTagIds = [], priority, campaignId }: Change): boolean =>
  addTagIds.length + removeTagIds.length > 0 || priority !== undefined || campaignId !== undefined;

const KEEP = 'keep';

/** Tags to add and to take off, priority, campaign; what is left out stays as each job has it. */
function ChangeFields({ value, onChange }: { value: Change; onChange: (change: Change) => void }) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { addTagIds = [], removeTagIds = [], priority, campaignId } = value;
  return (
    <>
      <TagsToChange
        add={addTagIds}
        remove={removeTagIds}
        onChange={(add, remove) => onChange({ ...value, addTagIds: add, removeTagIds: remove })}
      />
      <Field label="Priority">
        <Select<JobPriority | typeof KEEP>
          value={priority ?? KEEP}
          onValueChange={(next) => {
            const { priority: _, ...rest } = value;
            onChange(next === KEEP ? rest : { ...rest, priority: next });
          }}
          options={[
            { value: KEEP, label: 'As it is' },
            ...JOB_PRIORITIES.map((one) => ({ value: one, label: PRIORITY_WORDS[one] })),
          ]}
        />
      </Field>
      <Field label="Campaign" hint="Empty: as it is.">
        <SetupPicker
          list={setup.campaigns}
          value={campaignId ?? null}
          onValueChange={(id) => {
            const { campaignId: _, ...rest } = value;
            onChange(id === null ? rest : { ...rest, campaignId: id });
          }}
        />
      </Field>
    </>
  );
}
