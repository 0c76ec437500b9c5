import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { BodyIn } from '#contract/endpoints.ts';
import { type ProjectSetup, type ProjectView, updateProject } from '#contract/project.ts';
import { isProjectLate } from '#domain/project/in-use.ts';
import type { Day } from '#domain/time.ts';
import { projectMutations } from '../../data/projects.ts';
import { nameIn, setupQueries } from '../../data/setup.ts';
import type { Versioned } from '../../data/versions.ts';
import { formatDay } from '../../lib/format.ts';
import { CustomFacts } from '../../parts/custom-facts.tsx';
import { EditableField } from '../../parts/editable-field.tsx';
import { ExternalKeyField } from '../../parts/external-key-field.tsx';
import { BillTo, Choice, dayControl, line, paragraph, TagsFact } from '../../parts/fact-controls.tsx';
import { PeopleChoice } from './people-choice.tsx';

const rules = updateProject.shape.changes.shape;
type Changes = BodyIn<'projects.update'>['changes'];
type FieldName = Exclude<keyof typeof rules, 'customFields' | 'active'>;

export type ProjectFactsProps = {
  project: ProjectView;
  lists: ProjectSetup;
  today: Day;
  lockedBecause: string | undefined;
};

/** What stands on the project, each changed where it stands. */
export function ProjectFacts({ project, lists, today, lockedBecause }: ProjectFactsProps) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { mutateAsync } = useMutation(projectMutations.update());
  const versions: readonly Versioned[] = [{ kind: 'project', id: project.id, version: project.version }];
  const save = (changes: Changes, expected: readonly Versioned[]) =>
    mutateAsync({ id: project.id, changes, expected });
  const base = { versions, zone: project.timeZone, lockedBecause };
  const common = <Name extends FieldName>(field: Name) => ({
    ...base,
    field,
    value: project[field],
    schema: rules[field] as z.ZodType<unknown, unknown>,
    onSave: (value: ProjectView[Name], expected: readonly Versioned[]) => save({ [field]: value }, expected),
  });
  const status = lists.statuses.find(({ id }) => id === project.statusId);
  const late = isProjectLate(project, today);
  return (
    <div className="grid grid-cols-2 gap-x-5 gap-y-2 lg:grid-cols-4">
      <EditableField label="Name" {...common('name')} control={line(120)} className="col-span-2">
        {project.name}
      </EditableField>
      <EditableField
        label="Status"
        {...common('statusId')}
        control={(edit) => <Choice {...edit} list={lists.statuses} />}
      >
        {status?.name}
      </EditableField>
      <EditableField
        label="Sub-status"
        {...common('subStatusId')}
        lockedBecause={
          lockedBecause ??
          (status && status.subStatuses.length > 0 ? undefined : 'This status has no sub-statuses.')
        }
        control={(edit) => <Choice {...edit} list={status?.subStatuses ?? []} />}
      >
        {status?.subStatuses.find(({ id }) => id === project.subStatusId)?.name}
      </EditableField>
      <EditableField label="Start" {...common('startsOn')} control={dayControl}>
        {dayText(project.startsOn, today)}
      </EditableField>
      <EditableField label="Target completion" {...common('targetCompletion')} control={dayControl}>
        {project.targetCompletion && (
          <span className={late ? 'font-semibold text-danger' : undefined}>
            {dayText(project.targetCompletion, today)}
            {late && ' · late'}
          </span>
        )}
      </EditableField>
      <EditableField label="Completed" {...common('actualCompletion')} control={dayControl}>
        {dayText(project.actualCompletion, today)}
      </EditableField>
      <EditableField
        label="Type"
        {...common('typeId')}
        control={(edit) => <Choice {...edit} list={lists.types} />}
      >
        {project.typeId === null ? null : nameIn(lists.types, project.typeId)}
      </EditableField>
      <EditableField
        label="Managers in the office"
        {...common('managerUserIds')}
        control={({ value, onChange }) => (
          <PeopleChoice list={lists.users} value={value} onValueChange={onChange} />
        )}
      >
        {namesOf(lists.users, project.managerUserIds)}
      </EditableField>
      <EditableField
        label="Managing technicians"
        {...common('managerTechnicianIds')}
        control={({ value, onChange }) => (
          <PeopleChoice list={setup.technicians} value={value} onValueChange={onChange} />
        )}
      >
        {namesOf(setup.technicians, project.managerTechnicianIds)}
      </EditableField>
      <EditableField
        label="Bill to"
        {...common('billToCustomerId')}
        control={(edit) => <BillTo {...edit} now={project.billToName} />}
      >
        {project.billToName}
      </EditableField>
      <ExternalKeyField
        {...base}
        value={project.externalKey}
        onSave={(externalKey, expected) => save({ externalKey }, expected)}
      />
      <TagsFact {...common('tagIds')} />
      <CustomFacts
        {...base}
        owner="project"
        values={project.customFields}
        setup={setup}
        onSave={(customFields, expected) => save({ customFields }, expected)}
      />
      <EditableField
        label="Description"
        {...common('description')}
        control={paragraph(3, 4000)}
        className="col-span-2 lg:col-span-4"
      >
        {project.description ? <span className="whitespace-pre-line">{project.description}</span> : null}
      </EditableField>
    </div>
  );
}

const namesOf = (list: readonly { id: number; name: string }[], ids: readonly number[]) =>
  ids.length === 0 ? null : ids.map((id) => nameIn(list, id)).join(', ');

const dayText = (day: Day | null, today: Day) =>
  day && <span className="tabular-nums">{formatDay(day, { today })}</span>;
