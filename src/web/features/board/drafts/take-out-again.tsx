import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Draft } from '#contract/draft.ts';
import { draftMutations } from '../../../data/drafts.ts';
import { toldError } from '../../../lib/told-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../notices/notice.tsx';

/** The link of one's own draft that was deleted. */
export function TakeOutAgain({ draft: { id, name, version }, back }: { draft: Draft; back: ReactNode }) {
  const change = useMutation(draftMutations.change());
  return (
    <Notice
      tone="warning"
      action={
        <>
          <Button
            busy={change.isPending}
            onClick={() => change.mutate({ id, version, changes: { active: true } })}
          >
            Restore it
          </Button>
          {back}
        </>
      }
    >
      {change.error ? toldError(change.error) : `You deleted the draft “${name}”.`}
    </Notice>
  );
}
