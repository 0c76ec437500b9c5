import { MutationObserver, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { ProblemError } from '#contract/problem.ts';
import { type Versioned, versionsSeen } from '../../data/versions.ts';
import { problemOf } from '../../lib/api.ts';
import { noteText } from '../../lib/note-text.ts';
import { errorText, refusalText } from '../../lib/refusal-text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast-store.ts';
import { OverrideDialog } from '../override-dialog.tsx';
import { StaleDialog } from '../stale-dialog.tsx';
import { UndoRefusedDialog } from '../undo-refused-dialog.tsx';
import { useUndo } from '../use-undo.ts';
import { useValueWording } from '../use-value-wording.ts';
import { onTheWay, optionsOf, saying, type VisitRequest, type Written } from './visit-requests.ts';

type Question =
  | { readonly kind: 'override' | 'stale'; readonly request: VisitRequest; readonly error: ProblemError }
  | { readonly kind: 'callBack'; readonly request: VisitRequest; readonly technicianIds: readonly number[] };

export type VisitCommands = {
  /**
   * Sends it, optimistically, with the versions on screen. Null: it was refused or a question is open; what the person
   * wanted is kept in the dialog and nothing is lost.
   * @param conflicts hard ones the screen already knows of: asked about before anything is sent
   */
  readonly send: (request: VisitRequest, conflicts?: readonly object[]) => Promise<Written | null>;
  /** Render once. */
  readonly dialogs: ReactNode;
  /** The command under way, for the button that asked for it. */
  readonly sending: VisitRequest | null;
  readonly undo: (operationId?: number) => void;
};

/** Every command on a visit with all that may follow: call back?, book over it?, changed meanwhile, refused, undo. */
export function useVisitCommands(zone: string): VisitCommands {
  const client = useQueryClient();
  const wording = useValueWording(zone);
  const [question, setQuestion] = useState<Question | null>(null);
  const [sending, setSending] = useState<VisitRequest | null>(null);
  const { undo, refusal, dismiss } = useUndo();
  const { technicianName } = wording;

  const attempt = useCallback(
    async (request: VisitRequest): Promise<Written | null> => {
      const words = { zone, technicianName };
      setSending(request);
      try {
        // An object of its own per try: the Idempotency-Key hangs on it.
        const written = await new MutationObserver(client, optionsOf(request.command)).mutate({
          ...request.input,
        });
        setQuestion(null);
        const notes = written.notes.map((note) => noteText(note, words));
        toast({
          title: request.done,
          body:
            [
              ...notes,
              ...(written.merged ? ['Somebody else changed other fields; both are kept.'] : []),
            ].join(' ') || undefined,
          tone: notes.length > 0 ? 'warning' : 'success',
          action: { label: 'Undo', act: () => undo(written.operationId) },
        });
        return written;
      } catch (error) {
        const problem = problemOf(error);
        const kind = problem && kindOf(problem.code);
        if (problem && kind === 'callBack') {
          setQuestion({ kind, request, technicianIds: techniciansIn(problem) });
        } else if (problem && (kind === 'stale' || kind === 'override')) {
          setQuestion({ kind, request, error: problem });
        } else {
          setQuestion(null);
          toast({ title: 'Not done', body: errorText(error, words), tone: 'error' });
        }
        return null;
      } finally {
        setSending(null);
      }
    },
    [client, zone, technicianName, undo],
  );

  const send = useCallback(
    async (request: VisitRequest, conflicts: readonly object[] = []) => {
      const technicianIds = onTheWay(request);
      if (conflicts.length > 0) {
        setQuestion({
          kind: 'override',
          request,
          error: new ProblemError('schedule.conflict', { conflicts }),
        });
        return null;
      }
      if (technicianIds.length === 0) return attempt(request);
      setQuestion({ kind: 'callBack', request, technicianIds });
      return null;
    },
    [attempt],
  );

  const close = () => setQuestion(null);
  const again = (more: Readonly<Record<string, unknown>>) =>
    question && void attempt(saying(question.request, more));
  const isStale = question?.kind === 'stale';
  const dialogs = (
    <>
      <OverrideDialog
        error={question?.kind === 'override' ? question.error : null}
        wording={wording}
        busy={sending !== null}
        onOverride={(overrideReason) =>
          again({
            overrideReason,
            ...(question && onTheWay(question.request).length > 0 ? { cancelDispatch: true } : {}),
          })
        }
        onClose={close}
      />
      {question?.kind === 'callBack' && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && close()}
          title="Call back and move?"
          description={refusalText(
            'appointment.dispatched_needs_cancel_dispatch',
            { technicianIds: question.technicianIds },
            wording,
          )}
          action="Call back and move"
          busy={sending !== null}
          onConfirm={() => again({ cancelDispatch: true })}
        />
      )}
      <StaleDialog
        error={isStale ? question.error : null}
        mine={question?.request.mine ?? {}}
        zone={zone}
        onTakeTheirs={close}
        onClose={close}
        onApplyMine={(shown) => {
          if (question) again({ expected: withShown(versionsSeen(client, refsOf(question.request)), shown) });
        }}
      />
      <UndoRefusedDialog error={refusal} onClose={dismiss} />
    </>
  );
  return { send, dialogs, sending, undo };
}

function kindOf(code: string): Question['kind'] | null {
  if (code === 'request.stale') return 'stale';
  if (code === 'schedule.conflict' || code === 'schedule.override_not_allowed') return 'override';
  return code.endsWith('.dispatched_needs_cancel_dispatch') ? 'callBack' : null;
}

const techniciansIn = ({ params }: ProblemError): number[] =>
  (Array.isArray(params.technicianIds) ? params.technicianIds : [params.technicianId]).map(Number);

const refsOf = ({ visit }: VisitRequest) => [
  { kind: 'job' as const, id: visit.jobId },
  { kind: 'appointment' as const, id: visit.id },
];

/** All the card's versions, with the one the person has just been shown in its place. */
const withShown = (seen: readonly Versioned[], shown: readonly Versioned[]): Versioned[] => [
  ...seen.filter((one) => !shown.some(({ kind, id }) => kind === one.kind && id === one.id)),
  ...shown,
];
