import { useMutation } from '@tanstack/react-query';
import { templateMutations } from '../../data/order-templates.ts';
import { toast } from '../../ui/toast-store.ts';
import { TemplateName } from './template-name.tsx';

/** Under which name the order is kept to begin others with. */
export function SaveTemplate({ orderId, onClose }: { orderId: number; onClose: () => void }) {
  const create = useMutation(templateMutations.create());
  return (
    <TemplateName
      title="Save as template"
      description="Vendor, type, place and lines are kept; days, job and numbers are not. Parts cost what they cost on the day it is used."
      begin=""
      busy={create.isPending}
      error={create.error}
      onSave={(name) =>
        create.mutate(
          { name, orderId },
          {
            onSuccess: () => {
              toast({ title: `Template “${name}” is saved`, tone: 'success' });
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}
