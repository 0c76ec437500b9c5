import { NotBuiltYet } from '../../parts/not-built-yet.tsx';

export function ImportsPage(_props: { importId: number | undefined }) {
  return <NotBuiltYet title="Imports" />;
}
