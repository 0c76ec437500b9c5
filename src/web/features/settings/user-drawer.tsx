import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { User } from '#contract/session.ts';
import { userMutations, userQueries } from '../../data/users.ts';
import { problemOf } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { toast } from '../../ui/toast-store.ts';
import { EndSessions } from './end-sessions.tsx';
import { UserForm } from './user-form.tsx';
import { changesOf, newUserOf, type UserFormValues } from './user-form-values.ts';

export type UserDrawerProps = {
  /** null: a new one */
  user: User | null;
  onClose: () => void;
};

/** Adds or changes one user beside the list. */
export function UserDrawer({ user, onClose }: UserDrawerProps) {
  const formId = useId();
  const client = useQueryClient();
  const create = useMutation(userMutations.create());
  const change = useMutation(userMutations.change());
  const { isPending, isSuccess, error } = user ? change : create;
  const isStale = problemOf(error)?.code === 'request.stale';
  const done = (saved: User) => {
    toast({ title: user ? `${saved.name} saved` : `${saved.name} added`, tone: 'success' });
    onClose();
  };
  const save = (values: UserFormValues) => {
    if (!user) return create.mutate(newUserOf(values), { onSuccess: done });
    const changes = changesOf(user, values);
    if (Object.keys(changes).length === 0) return onClose();
    change.mutate({ id: user.id, version: user.version, changes }, { onSuccess: done });
  };
  const showNewer = async () => {
    await client.refetchQueries({ queryKey: userQueries.all() });
    change.reset();
  };
  return (
    <Drawer
      open
      onClose={onClose}
      title={user ? user.name : 'New user'}
      footer={
        <>
          {user && <EndSessions user={user} />}
          <Button size="form" onClick={onClose}>
            Close
          </Button>
          <Button size="form" variant="primary" type="submit" form={formId} busy={isPending}>
            {user ? 'Save' : 'Add user'}
          </Button>
        </>
      }
    >
      {isStale && (
        <ProblemBanner
          tone="warning"
          messages={[
            'Another admin changed this user in the meantime. Look at the newer one, then change it again.',
          ]}
          actions={<Button onClick={() => void showNewer()}>Show the newer</Button>}
        />
      )}
      <UserForm
        // Another version is another form: what was typed belongs to the older one.
        key={user ? `${user.id} ${user.version}` : 'new'}
        id={formId}
        user={user}
        // Saved, it closes: nothing is left to ask about.
        busy={isPending || isSuccess}
        error={isStale ? null : error}
        onSave={save}
      />
    </Drawer>
  );
}
