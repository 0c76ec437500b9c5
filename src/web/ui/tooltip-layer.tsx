import { Tooltip as Base } from '@base-ui/react/tooltip';
import { useEffect, useState } from 'react';
import { type Tip, watchTips } from './tip-hands.ts';

/** Shows the words of the element that is rested on. Mounted once, by `UiRoot`, when the page is at rest. */
export function TooltipLayer() {
  const [tip, setTip] = useState<Tip | null>(null);
  // The words stay while they fade.
  const [last, setLast] = useState<Tip | null>(null);
  if (tip && tip !== last) setLast(tip);
  useEffect(() => watchTips(document, setTip), []);
  return (
    <Base.Root open={tip !== null} onOpenChange={(open) => !open && setTip(null)}>
      <Base.Portal>
        <Base.Positioner
          anchor={last?.element ?? null}
          side={last?.side ?? 'bottom'}
          sideOffset={6}
          className="z-50"
        >
          <Base.Popup className="overlay-motion max-w-80 rounded-md border border-line bg-raised px-2 py-1 text-xs text-text shadow-overlay">
            {last?.text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
