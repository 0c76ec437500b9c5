import type { ReactNode } from 'react';
import { ProblemNote } from '../../../parts/problem-note.tsx';

export type ReturnFootProps = {
  /** A sentence about the return as a whole. */
  whole: string | null;
  refused: unknown;
  children: ReactNode;
};

/** What is wrong with all of it, and the buttons. */
export function ReturnFoot({ whole, refused, children }: ReturnFootProps) {
  return (
    <div className="flex flex-col gap-2 px-3 py-2">
      {whole !== null && (
        <p role="alert" className="text-danger">
          {whole}
        </p>
      )}
      <ProblemNote error={refused} />
      <div className="flex flex-wrap items-center justify-end gap-2">{children}</div>
    </div>
  );
}
