import { SkeletonRows } from '../../ui/skeleton.tsx';

/** While a page's data is on its way and not there within a blink. */
export function PagePending() {
  return (
    <div className="p-4">
      <SkeletonRows rows={12} label="Loading the page" />
    </div>
  );
}
