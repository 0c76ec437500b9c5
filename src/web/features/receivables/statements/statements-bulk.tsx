import { useMutation } from '@tanstack/react-query';
import type { StatementSummary } from '#contract/statement.ts';
import { statementMutations, statementPaperUrl } from '../../../data/statements.ts';
import { problemOf } from '../../../lib/api.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import { Button } from '../../../ui/button.tsx';
import { toast } from '../../../ui/toast-store.ts';
import { sentText } from './sent-text.ts';

export type StatementsBulkProps = { selected: readonly StatementSummary[]; onDone: () => void };

const failed = (error: unknown) => {
  const problem = problemOf(error);
  toast({ title: refusalText(problem?.code ?? '', problem?.params), tone: 'error' });
};

/** What is done with those selected: their e-mails, or the word that they were given by hand. */
export function StatementsBulk({ selected, onDone }: StatementsBulkProps) {
  const send = useMutation(statementMutations.send());
  const mark = useMutation(statementMutations.markSent());
  const onSend = () =>
    send.mutate(
      { statementIds: selected.map(({ id }) => id) },
      {
        onSuccess: (asked) => {
          toast({ title: sentText(asked), tone: asked.skipped.length > 0 ? 'warning' : 'success' });
          onDone();
        },
        onError: failed,
      },
    );
  const onMark = async () => {
    try {
      for (const { id, sent } of selected) if (sent === null) await mark.mutateAsync({ id });
      onDone();
    } catch (error) {
      failed(error);
    }
  };
  const [only] = selected.length === 1 ? selected : [];
  return (
    <>
      <Button size="dense" variant="primary" busy={send.isPending} onClick={onSend}>
        Send by e-mail
      </Button>
      <Button size="dense" busy={mark.isPending} onClick={() => void onMark()}>
        Mark as sent
      </Button>
      {only && (
        <a href={statementPaperUrl(only.id)} download>
          PDF
        </a>
      )}
    </>
  );
}
