import { useMutation } from '@tanstack/react-query';
import type { Customer, CustomerLocation } from '#contract/customer.ts';
import { customerMutations } from '../../data/customers.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { useUndo } from '../../parts/use-undo.ts';
import { toast } from '../../ui/toast-store.ts';

type Answer = { operationId: number };

/** Takes a customer or a place out of use, or brings it back: at once, with Undo; a refusal says which jobs are open. */
export function useOutOfUse() {
  const customer = useMutation(customerMutations.update());
  const location = useMutation(customerMutations.updateLocation());
  const { undo, refusal, dismiss } = useUndo();
  const told = (name: string, active: boolean) => ({
    onSuccess: ({ operationId }: Answer) =>
      toast({
        title: active ? `${name} is in use again` : `${name} is out of use`,
        tone: 'success' as const,
        action: { label: 'Undo', act: () => undo(operationId) },
      }),
    onError: (error: Error) =>
      toast({
        title: active ? 'Not brought back' : 'Not taken out of use',
        body: errorText(error),
        tone: 'error' as const,
      }),
  });
  return {
    refusal,
    dismiss,
    isPending: customer.isPending || location.isPending,
    setCustomer: ({ id, name }: Customer, active: boolean) =>
      customer.mutate({ id, changes: { active } }, told(name, active)),
    setLocation: ({ id, street }: CustomerLocation, active: boolean) =>
      location.mutate({ id, changes: { active } }, told(street, active)),
  };
}
