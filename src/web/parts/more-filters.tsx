import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button.tsx';

/**
 * What is rarely asked for: behind a button, so that the toolbar of a list stays two rows on a laptop.
 * @param children shows all of it, or only what the list is narrowed to: that is never hidden
 */
export function MoreFilters({ children }: { children: (isMore: boolean) => ReactNode }) {
  const [isMore, setMore] = useState(false);
  return (
    <>
      {children(isMore)}
      {!isMore && (
        <Button variant="ghost" className="-my-0.5" onClick={() => setMore(true)}>
          More filters
        </Button>
      )}
    </>
  );
}
