import { MutationObserver, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { ProblemError } from '#contract/problem.ts';
import { type Versioned, versionsSeen } from '../../data/versions.ts';
import { problemOf } from '../../lib/api.ts';
import { noteText } from '../../lib/note-text.ts';
import { toldError } from '../../lib/told-text.ts';
import { useReadAtRest } from '../../lib/when-opened.tsx';
import { toast } from '../../ui/toast-store.ts';
import { tellMessages } from '../told-messages.ts';
import { UndoRefusedDialog } from '../undo-refused-dialog.tsx';
import { useUndo } from '../use-undo.ts';
import { useValueWording } from '../use-value-wording.ts';
import type { Question } from './question-dialog.tsx';
import { onTheWay, optionsOf, saying, type VisitRequest, type Written } from './visit-requests.ts';

const loadQuestions = async () => (await import('./question-dialog.tsx')).QuestionDialog;
const QuestionDialog = lazy(async () => ({ default: await loadQuestions() }));

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
  /** A question is open: what was asked for is not done yet. */
  readonly isAsking: boolean;
  readonly undo: (operationId?: number) => void;
  /** Why nothing but the plan can be changed here. */
  readonly plansOnly?: string | undefined;
};

/** Every command on a visit with all that may follow: call back?, book over it?, changed meanwhile, refused, undo. */
export function useVisitCommands(zone: string): VisitCommands {
  const client = useQueryClient();
  const router = useRouter();
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
        const said = toast({
          title: request.done,
          body:
            [
              ...notes,
              ...(written.merged ? ['Somebody else changed other fields; both are kept.'] : []),
            ].join(' ') || undefined,
          tone: notes.length > 0 ? 'warning' : 'success',
          action: { label: 'Undo', act: () => undo(written.operationId) },
        });
        tellMessages(router, written.operationId, said);
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
          toast({ title: 'Not done', body: toldError(error, words), tone: 'error' });
        }
        return null;
      } finally {
        setSending(null);
      }
    },
    [client, router, zone, technicianName, undo],
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
  // The first question finds its dialog here, the first page does not wait for it.
  useReadAtRest(loadQuestions);
  const dialogs = (
    <>
      <Suspense>
        {question && (
          <QuestionDialog
            question={question}
            wording={wording}
            zone={zone}
            busy={sending !== null}
            onAgain={again}
            onApplyMine={(shown) =>
              again({ expected: withShown(versionsSeen(client, refsOf(question.request)), shown) })
            }
            onClose={close}
          />
        )}
      </Suspense>
      <UndoRefusedDialog error={refusal} onClose={dismiss} />
    </>
  );
  return { send, dialogs, sending, isAsking: question !== null, undo };
}

/** What a reason sets aside, given by those who have the right. */
const OVERRIDABLE: readonly string[] = [
  'schedule.conflict',
  'schedule.override_not_allowed',
  'capacity.window_full',
];

function kindOf(code: string): Question['kind'] | null {
  if (code === 'request.stale') return 'stale';
  if (OVERRIDABLE.includes(code)) return 'override';
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
