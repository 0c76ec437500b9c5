import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyIn } from '#contract/endpoints.ts';
import type { ProjectSetup, ProjectSummary } from '#contract/project.ts';
import type { Setup } from '#contract/setup.ts';
import { bulkMutations } from '../../data/bulk.ts';
import { BulkDialog } from '../../parts/bulk/bulk-dialog.tsx';
import { type BulkStep, BulkSteps } from '../../parts/bulk/bulk-steps.tsx';
import { optionsOf } from '../../parts/list-filters.tsx';
import { TagsToChange } from '../../parts/tags-to-change.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { PeopleChoice } from './people-choice.tsx';

type Body = BodyIn<'projects.bulk'>;
type Change = Body['changes'];

const call = 'projects.bulk';
const STEPS = {
  change: { button: 'Change…', title: 'Change projects', verbs: ['Change', 'changed'], call },
  managers: { button: 'Managers…', title: 'Add managers', verbs: ['Change', 'changed'], call },
  putAway: { button: 'Put away', title: 'Put projects away', verbs: ['Put away', 'put away'], call },
} as const satisfies Readonly<Record<string, BulkStep>>;

const DESCRIPTIONS: Readonly<Record<keyof typeof STEPS, string>> = {
  change: 'What is left alone stays as each project has it.',
  managers: 'They come to those each project has.',
  putAway: 'A project with jobs stays. The others leave the list and can be brought back.',
};

export type ProjectsBulkProps = {
  selected: readonly ProjectSummary[];
  lists: ProjectSetup;
  setup: Setup;
  onDone: () => void;
  onUndo: (operationId: number) => void;
};

/** What can be done with the projects selected. */
export function ProjectsBulk({ onDone, ...props }: ProjectsBulkProps) {
  return (
    <BulkSteps steps={STEPS} words="projects" count={props.selected.length} onDone={onDone}>
      {(step, then) => <StepDialog {...props} {...then} step={step} />}
    </BulkSteps>
  );
}

type StepDialogProps = ProjectsBulkProps & { step: keyof typeof STEPS; onClose: () => void };

function StepDialog({ step, selected, lists, setup, onClose, onDone, onUndo }: StepDialogProps) {
  const mutation = useMutation(bulkMutations.projects());
  const [change, setChange] = useState<Change>(step === 'putAway' ? { active: false } : {});
  const { title, verbs } = STEPS[step];
  const set = (changes: Change) => setChange({ ...change, ...changes });
  const saysSomething = Object.values(change).some((one) => !Array.isArray(one) || one.length > 0);
  return (
    <BulkDialog<Body>
      title={title}
      description={DESCRIPTIONS[step]}
      words={['project', 'projects']}
      verbs={verbs}
      danger={step === 'putAway'}
      body={saysSomething ? { projectIds: selected.map(({ id }) => id), changes: change } : null}
      mutation={mutation}
      narrowed={(body, ids) => ({ ...body, projectIds: body.projectIds.filter((id) => ids.has(id)) })}
      onClose={onClose}
      onDone={onDone}
      onUndo={onUndo}
    >
      {step === 'change' && (
        <>
          <OneFact
            label="Status"
            list={lists.statuses}
            value={change.statusId}
            onChange={(statusId) => setChange(changed(change, { statusId }))}
          />
          <OneFact
            label="Type"
            list={lists.types}
            value={change.typeId ?? undefined}
            onChange={(typeId) => setChange(changed(change, { typeId }))}
          />
          <TagsToChange
            add={change.addTagIds ?? []}
            remove={change.removeTagIds ?? []}
            onChange={(addTagIds, removeTagIds) => set({ addTagIds, removeTagIds })}
          />
        </>
      )}
      {step === 'managers' && (
        <>
          <Field label="In the office">
            <PeopleChoice
              list={lists.users}
              value={change.addManagerUserIds ?? []}
              onValueChange={(addManagerUserIds) => set({ addManagerUserIds })}
            />
          </Field>
          <Field label="Technicians">
            <PeopleChoice
              list={setup.technicians}
              value={change.addManagerTechnicianIds ?? []}
              onValueChange={(addManagerTechnicianIds) => set({ addManagerTechnicianIds })}
            />
          </Field>
        </>
      )}
    </BulkDialog>
  );
}

type One = { statusId?: number | undefined; typeId?: number | undefined };
/** What is set back to "As it is" is not said at all. */
const changed = (change: Change, one: One): Change =>
  Object.fromEntries(Object.entries({ ...change, ...one }).filter(([, value]) => value !== undefined));

/** No record of a list has this number. */
const KEEP = 0;

type OneFactProps = {
  label: string;
  list: Parameters<typeof optionsOf>[0];
  value: number | undefined;
  onChange: (id: number | undefined) => void;
};

function OneFact({ label, list, value, onChange }: OneFactProps) {
  return (
    <Field label={label}>
      <Select
        value={value ?? KEEP}
        onValueChange={(id) => onChange(id === KEEP ? undefined : id)}
        options={[{ value: KEEP, label: 'As it is' }, ...optionsOf(list)]}
      />
    </Field>
  );
}
