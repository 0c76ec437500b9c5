import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { User } from '#contract/session.ts';
import { userMutations } from '../../data/users.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast-store.ts';

/** Signs somebody out everywhere, for a lost laptop; cannot be undone, so it asks. */
export function EndSessions({ user }: { user: User }) {
  const [asked, setAsked] = useState(false);
  const end = useMutation(userMutations.endSessions());
  return (
    <>
      <Button size="form" className="mr-auto" busy={end.isPending} onClick={() => setAsked(true)}>
        Sign out everywhere
      </Button>
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title={`Sign ${user.name} out everywhere?`}
        description="All their browsers ask for the password again. What is typed there and not saved stays on their screens."
        action="Sign out"
        danger
        busy={end.isPending}
        onConfirm={() =>
          end.mutate(
            { id: user.id },
            {
              onSuccess: () => toast({ title: `${user.name} is signed out everywhere`, tone: 'success' }),
              onError: (error) => toast({ title: errorText(error), tone: 'error' }),
              onSettled: () => setAsked(false),
            },
          )
        }
      />
    </>
  );
}
