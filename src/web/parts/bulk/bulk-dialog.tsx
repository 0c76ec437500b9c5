import type { UseMutationResult } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { BulkDone } from '#contract/bulk.ts';
import type { Expected } from '#contract/scalars.ts';
import { LONGEST_OVERRIDE_REASON } from '#domain/lengths.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { hasRight } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-store.ts';
import { ProblemNote } from '../problem-note.tsx';
import { BulkLook } from './bulk-look.tsx';

type Body = {
  readonly preview?: boolean | undefined;
  readonly expected?: Expected;
  readonly overrideReason?: string | undefined;
};

export type BulkDialogProps<B extends Body> = {
  title: string;
  description?: string | undefined;
  /** One of the rows and several: "job", "jobs". */
  words: readonly [one: string, many: string];
  /** The verb on the button and, done, in the message: "Hold", "held". */
  verbs: readonly [now: string, done: string];
  /** What is asked for; null while the fields do not say it yet. */
  body: B | null;
  /** Why there is nothing to look at although the fields say it all. */
  nothing?: string | undefined;
  /** The fields, if the step has any. */
  children?: ReactNode;
  mutation: UseMutationResult<BulkDone, Error, B>;
  /** The same, for these rows only. */
  narrowed: (body: B, ids: ReadonlySet<number>) => B;
  danger?: boolean | undefined;
  onClose: () => void;
  /** It is done: the selection has served. */
  onDone: () => void;
  onUndo: (operationId: number) => void;
};

/** What a reason sets aside, given by those who have the right. */
const OVERRIDABLE: readonly string[] = ['schedule.conflict', 'capacity.window_full'];

/**
 * One step on many rows, in two: look, which says what is refused and why, and give it for the rest. Typing in the
 * fields after a look makes a new one necessary.
 */
export function BulkDialog<B extends Body & object>(props: BulkDialogProps<B>) {
  const { title, description, words, verbs, body, children, mutation, danger } = props;
  const formId = useId();
  const user = useCurrentUser();
  const [look, setLook] = useState<{ of: string; done: BulkDone } | null>(null);
  const [overrideReason, setOverrideReason] = useState('');
  const reason = overrideReason.trim();
  const asked = body && { ...body, ...(reason ? { overrideReason: reason } : {}) };
  const key = JSON.stringify(asked);
  const seen = look && look.of === key ? look.done : null;
  const possible = new Set(seen?.rows.flatMap(({ id, refusal }) => (refusal ? [] : [id])));
  const clashes = look?.done.rows.some(({ refusal }) => OVERRIDABLE.includes(refusal?.code ?? '')) ?? false;
  const counted = (count: number) => `${count.toLocaleString('en-US')} ${words[count === 1 ? 0 : 1]}`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!asked || mutation.isPending) return;
    if (!seen) {
      mutation.mutate({ ...asked, preview: true }, { onSuccess: (done) => setLook({ of: key, done }) });
      return;
    }
    if (possible.size === 0) return;
    mutation.mutate(
      { ...props.narrowed(asked, possible), expected: [...seen.versions] },
      {
        onSuccess: ({ operationId }) => {
          toast({
            title: `${counted(possible.size)} ${verbs[1]}`,
            tone: 'success',
            ...(operationId === null
              ? {}
              : { action: { label: 'Undo', act: () => props.onUndo(operationId) } }),
          });
          props.onDone();
        },
        // The rows have changed since the look: it is shown again.
        onError: () => setLook(null),
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={title}
      description={description}
      keepOnOutsidePress
      footer={
        <>
          <Button size="form" onClick={props.onClose}>
            {seen && possible.size === 0 ? 'Close' : 'Leave them as they are'}
          </Button>
          {(!seen || possible.size > 0) && (
            <Button
              size="form"
              type="submit"
              form={formId}
              variant={danger && seen ? 'danger' : 'primary'}
              busy={mutation.isPending}
              disabledReason={asked ? undefined : (props.nothing ?? 'Say first what is to be changed.')}
            >
              {seen ? `${verbs[0]} ${counted(possible.size)}` : 'Look what would happen'}
            </Button>
          )}
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3 pb-1">
        {children}
        {clashes && hasRight(user, 'overrideSchedule') && (
          <Field
            label="Book over taken time or full windows, because"
            hint="Leave it empty to leave those out."
          >
            <TextField
              maxLength={LONGEST_OVERRIDE_REASON}
              value={overrideReason}
              onChange={({ target }) => setOverrideReason(target.value)}
            />
          </Field>
        )}
        {seen && <BulkLook done={seen} words={words} verb={verbs[1]} />}
        <ProblemNote error={mutation.error} />
      </form>
    </Dialog>
  );
}
