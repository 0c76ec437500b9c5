/** Fields of a job's card that follow from the others: an undo neither restores them nor is stopped by them. */
const DERIVED: readonly string[] = ['status', 'unused'];

export const isCardKind = (kind: string): boolean => kind === 'job' || kind === 'appointment';
export const isDerived = (kind: string, field: string): boolean =>
  isCardKind(kind) && DERIVED.includes(field);
