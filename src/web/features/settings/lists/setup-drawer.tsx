import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import type { SetupRecord } from '#contract/setup-record.ts';
import { newValuesOf } from '#contract/setup-record.ts';
import { withoutUnasked } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { dayOf } from '#domain/time.ts';
import { setupRecordMutations, setupRecordQueries } from '../../../data/setup-records.ts';
import { problemOf } from '../../../lib/api.ts';
import { clock } from '../../../lib/clock.ts';
import { fieldErrorText } from '../../../lib/field-error-text.ts';
import { LeaveGuard } from '../../../parts/leave-guard.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useDecidedSave } from '../../../parts/use-decided-save.tsx';
import { useUndo } from '../../../parts/use-undo.ts';
import { Button } from '../../../ui/button.tsx';
import { Drawer } from '../../../ui/drawer.tsx';
import { ProblemBanner } from '../../../ui/problem-banner.tsx';
import { toast } from '../../../ui/toast-store.ts';
import { windowsCrossed } from './crossing-window.ts';
import { changesOf, emptyValues, typedValues } from './form-values.ts';
import { HideQuestion } from './hide-question.tsx';
import { useReferenceLists } from './references.ts';
import { nameOf } from './setup-columns.tsx';
import { SetupForm, type SetupFormValues } from './setup-form.tsx';

export type SetupDrawerProps = {
  kind: SetupKind;
  /** null: a new one */
  record: SetupRecord | null;
  /** Else it is only shown. */
  mayWrite: boolean;
  onClose: () => void;
};

/** Adds or changes one record of a set-up list beside it; others' changes of other fields stay. */
export function SetupDrawer({ kind, record: shown, mayWrite, onClose }: SetupDrawerProps) {
  // As it was when it was opened: what others change meanwhile must not look like the person's own change back.
  const [record] = useState(shown);
  const formId = useId();
  const { one, naming } = setupKind(kind);
  const lists = useReferenceLists(kind);
  const { undo } = useUndo();
  const [error, setError] = useState<unknown>(null);
  const [asked, setAsked] = useState(false);
  const create = useMutation(setupRecordMutations.create());
  const change = useMutation(setupRecordMutations.change());
  const decided = useDecidedSave(record ? [{ kind, id: record.id, version: record.version }] : []);
  const schema = useMemo(() => newValuesOf(setupKind(kind)), [kind]);
  const resolver = useMemo((): Resolver<SetupFormValues> => {
    // The schema is made of the kind's fields, so its type says no more than a record of values.
    const check = zodResolver(schema as never) as unknown as Resolver<SetupFormValues>;
    // What is no longer asked is not sent, nor can it be wrong where nobody sees it.
    return (values, ...rest) => check({ ...withoutUnasked(setupKind(kind).fields, values) }, ...rest);
  }, [kind, schema]);
  const form = useForm<SetupFormValues>({
    resolver,
    defaultValues: record ? typedValues(kind, record) : emptyValues(kind, dayOf(clock.now(), clock.zone())),
  });
  const { isSubmitting, isDirty } = form.formState;
  const { data: list } = useQuery({ ...setupRecordQueries.list(kind), enabled: kind === 'arrivalWindow' });
  // Told once before it is saved; who saves again means it.
  const [warnedOf, setWarnedOf] = useState('');
  const crossed = windowsCrossed(kind, record, form.watch(), list?.items ?? []);
  const isWarned = crossed.length > 0 && crossed.join('\n') === warnedOf;

  const refused = (problem: unknown) => {
    const fields = problemOf(problem)?.fields ?? [];
    for (const field of fields) {
      const name = field.path.split('.')[1] ?? naming;
      form.setError(name, { type: 'server', message: fieldErrorText(field) });
    }
    setError(fields.length > 0 ? null : problem);
  };
  const say = (title: string) => (operationId: number) =>
    toast({ title, tone: 'success', action: { label: 'Undo', act: () => undo(operationId) } });

  const submit = form.handleSubmit(async (values) => {
    setError(null);
    const across = windowsCrossed(kind, record, values, list?.items ?? []).join('\n');
    if (across !== '' && across !== warnedOf) return setWarnedOf(across);
    if (!record) {
      await create
        .mutateAsync({ kind, values })
        .then((written) => {
          say(`${capital(one)} ${nameOf(kind, written.record, lists)} added`)(written.operationId);
          onClose();
        })
        .catch(refused);
      return;
    }
    const changes = changesOf(kind, record, values);
    if (Object.keys(changes).length === 0) return onClose();
    await decided.save(
      changes,
      (left, expected) =>
        change
          .mutateAsync({ kind, id: record.id, changes: left, expected })
          .then(({ operationId, record: saved }) => say(`${nameOf(kind, saved, lists)} saved`)(operationId)),
      { onSaved: onClose, onRefused: refused },
    );
  });
  const hideOrShow = (active: boolean) =>
    decided.save(
      { active },
      (_, expected) =>
        change
          .mutateAsync({ kind, id: record!.id, changes: { active }, expected })
          .then(({ operationId, record: saved }) =>
            say(`${nameOf(kind, saved, lists)} ${active ? 'is in use again' : 'is not in use any more'}`)(
              operationId,
            ),
          ),
      { onSaved: onClose, onRefused: refused },
    );

  return (
    <Drawer
      open
      takeFocus={record !== null}
      onClose={onClose}
      title={record ? nameOf(kind, record, lists) : `New ${one}`}
      footer={
        <>
          {record && mayWrite && (
            <Button
              size="form"
              className="mr-auto"
              busy={change.isPending && !isSubmitting}
              onClick={() => (record.active ? setAsked(true) : void hideOrShow(true))}
            >
              {record.active ? 'Take out of use' : 'Use again'}
            </Button>
          )}
          <Button size="form" onClick={onClose}>
            Close
          </Button>
          {mayWrite && (
            <Button size="form" variant="primary" type="submit" form={formId} busy={isSubmitting}>
              {isWarned ? 'Save all the same' : record ? 'Save' : `Add ${one}`}
            </Button>
          )}
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void submit(event)}>
        <fieldset
          disabled={isSubmitting || !mayWrite}
          className="m-0 flex min-w-0 flex-col gap-3.5 border-0 p-0"
        >
          <SetupForm kind={kind} form={form} isNew={!record} />
        </fieldset>
        {isWarned && (
          <div className="mt-3.5">
            <ProblemBanner
              tone="warning"
              messages={[
                `It runs across ${new Intl.ListFormat('en-US').format(crossed)} on the same days: callers are offered each of them. Change its times, or save it all the same.`,
              ]}
            />
          </div>
        )}
        <ProblemNote error={error} />
      </form>
      {asked && record && (
        <HideQuestion
          kind={kind}
          record={record}
          name={nameOf(kind, record, lists)}
          busy={change.isPending}
          onConfirm={() => void hideOrShow(false)}
          onClose={() => setAsked(false)}
        />
      )}
      {decided.dialog}
      <LeaveGuard when={isDirty && !isSubmitting} openBy="open" />
    </Drawer>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
