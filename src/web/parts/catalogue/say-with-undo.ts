import { toast } from '../../ui/toast-store.ts';

/** What was done, with the way back. */
export const sayWithUndo = (
  title: string,
  operationId: number,
  onUndo: (operationId: number) => void,
): void => void toast({ title, tone: 'success', action: { label: 'Undo', act: () => onUndo(operationId) } });
