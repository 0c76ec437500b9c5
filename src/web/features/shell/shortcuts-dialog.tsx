import { usePageKeyRows } from '../../parts/page-keys.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { shortcutLabel } from '../../ui/shortcut.ts';
import type { Place } from './navigation.tsx';

export type ShortcutsDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  places: readonly Place[];
};

/** The page's own keys (`usePageKeys`), then those that work everywhere. */
export function ShortcutsDialog({ open, onOpenChange, places }: ShortcutsDialogProps) {
  const everywhere = [
    ['Search or run a command', shortcutLabel('Mod+K')],
    ['Undo my last step', shortcutLabel('Mod+Z')],
    ['Do it again', shortcutLabel('Mod+Shift+Z')],
    ['To the notifications', 'F8'],
    ['This list', '?'],
  ] as const;
  const page = usePageKeyRows();
  const go = places.map(({ word, key }) => [`Go to ${word}`, `g ${key}`] as const);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts">
      <div className="grid grid-cols-2 gap-x-8 pb-4">
        {page && (
          <div className="col-span-2 mb-3 columns-2 gap-x-8">
            <Keys title={page.title} rows={page.rows} />
          </div>
        )}
        <Keys title="Everywhere" rows={everywhere} />
        <Keys title="Go to" rows={go} />
      </div>
    </Dialog>
  );
}

function Keys({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3 className="mb-1 text-xs text-muted">{title}</h3>
      <dl>
        {rows.map(([what, keys]) => (
          <div
            key={what}
            className="flex min-h-7 break-inside-avoid items-center justify-between border-b border-line"
          >
            <dt>{what}</dt>
            <dd className="flex gap-1">
              <span className="sr-only">{keys}</span>
              {keys.split(' ').map((key) => (
                <Kbd key={key} keys={key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
