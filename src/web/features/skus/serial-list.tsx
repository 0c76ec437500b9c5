import { useState } from 'react';
import { Button } from '../../ui/button.tsx';

/** More would push the other rows of the page out of sight. */
const FEW = 12;

/** Serial numbers behind each other, the rest on demand. */
export function SerialList({ serials }: { serials: readonly string[] }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? serials : serials.slice(0, FEW);
  return (
    <>
      <bdi className="wrap-anywhere">{shown.join(', ')}</bdi>
      {shown.length < serials.length && (
        <Button variant="ghost" onClick={() => setAll(true)}>
          Show all {serials.length}
        </Button>
      )}
    </>
  );
}
