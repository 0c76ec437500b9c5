import { useMutation, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { session } from '#contract/session.ts';
import { sessionMutations, sessionQueries } from '../../data/session.ts';
import { clock, useNow } from '../../lib/clock.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Tag } from '../../ui/tag.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { browserOf } from './browser-of.ts';

type Session = z.output<typeof session>;

export type SessionsDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Where one is signed in, and a way to end each of them. */
export function SessionsDialog({ open, onOpenChange }: SessionsDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="My sessions"
      description="Everywhere you are signed in. End what you do not know, then change your password."
    >
      <Sessions />
    </Dialog>
  );
}

function Sessions() {
  const { data, error, refetch } = useQuery(sessionQueries.list());
  const end = useMutation(sessionMutations.end());
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} />;
  return (
    <div className="pb-3">
      <ProblemNote error={end.error} />
      <ul>
        {data.items.map((one) => (
          <Row
            key={one.key}
            session={one}
            busy={end.isPending && end.variables.key === one.key}
            onEnd={() => end.mutate({ key: one.key })}
          />
        ))}
      </ul>
    </div>
  );
}

function Row({ session: one, busy, onEnd }: { session: Session; busy: boolean; onEnd: () => void }) {
  const now = useNow();
  return (
    <li className="flex items-center gap-3 border-b border-line py-2">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium" title={one.userAgent}>
          {browserOf(one.userAgent)} {one.isThis && <Tag tone="accent">this one</Tag>}
        </p>
        <p className="text-xs text-muted">
          {one.address} · last used <TimeText at={one.activeOn} zone={clock.zone()} withDay now={now} />
        </p>
      </div>
      {!one.isThis && (
        <Button busy={busy} onClick={onEnd}>
          End
        </Button>
      )}
    </li>
  );
}
