import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Customer } from '#contract/customer.ts';
import { customerMutations, customerQueries } from '../../data/customers.ts';
import { operationMutations } from '../../data/operations.ts';
import { problemOf } from '../../lib/api.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { toast } from '../../ui/toast-store.ts';
import type { Choice } from './merge-choice.tsx';

const versionsOf = (both: readonly Customer[]) =>
  both.map(({ id, version }) => ({ kind: 'customer' as const, id, version }));

/** Merges on the versions that were compared. Changed meanwhile, the page shows both anew and the next try goes by that. */
export function useMerge(keep: Customer, absorb: Customer) {
  const [compared, setCompared] = useState(() => versionsOf([keep, absorb]));
  const navigate = useNavigate();
  const client = useQueryClient();
  const merge = useMutation(customerMutations.merge());
  // Pressed when this page has been left, so nothing of it may be needed.
  const undo = (operationId: number) =>
    void client
      .getMutationCache()
      .build(client, operationMutations.undo())
      .execute({ operationId })
      .then(
        () => toast({ title: 'Undone: the customers are two again', tone: 'success' }),
        (error) => toast({ title: 'Not undone', body: errorText(error), tone: 'error' }),
      );
  async function run(choice: Choice): Promise<void> {
    try {
      const { operationId, customer } = await merge.mutateAsync({
        id: keep.id,
        absorbId: absorb.id,
        choice,
        expected: compared,
      });
      toast({
        title: `Merged into ${customer.name}`,
        tone: 'success',
        action: { label: 'Undo', act: () => undo(operationId) },
      });
      await navigate({ to: '/customers/$id', params: { id: customer.id } });
    } catch (error) {
      if (problemOf(error)?.code !== 'request.stale') return;
      const now = [keep, absorb].map(({ id }) =>
        client.fetchQuery({ ...customerQueries.detail(id), staleTime: 0 }),
      );
      setCompared(versionsOf(await Promise.all(now)));
    }
  }
  return { run: (choice: Choice) => void run(choice), error: merge.error, isPending: merge.isPending };
}
