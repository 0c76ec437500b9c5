import { EmptyState } from '../ui/empty-state.tsx';
import { PageBar } from './page-bar.tsx';

/** Says honestly that a page is not there yet. */
export function NotBuiltYet({ title }: { title: string }) {
  return (
    <>
      <PageBar title={title} />
      <EmptyState text="This page is being built." />
    </>
  );
}
