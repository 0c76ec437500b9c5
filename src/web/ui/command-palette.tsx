import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Kbd } from './kbd.tsx';

type PaletteItem = {
  id: string;
  label: ReactNode;
  /** right, quiet: "Job 1042", "12 Main St" */
  hint?: ReactNode;
  icon?: ReactNode;
  shortcut?: string | undefined;
  /** further words it is found by */
  keywords?: string[] | undefined;
  onSelect: () => void;
};
export type PaletteGroup = { heading: string; items: readonly PaletteItem[] };

export type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  query: string;
  onQueryChange: (query: string) => void;
  groups: readonly PaletteGroup[];
  /** false when a server already chose and ordered the items */
  filter?: boolean | undefined;
  searching?: boolean | undefined;
  placeholder?: string | undefined;
};

/** Search and commands in one place: type, arrows, Enter. Closes before it acts, so that focus goes on. */
export function CommandPalette(props: CommandPaletteProps) {
  const { open, onOpenChange, searching } = props;
  // What Enter opens is always marked: the first row, also after a later answer has put another one there.
  const first = props.groups[0]?.items[0]?.id ?? '';
  const [chosen, setChosen] = useState(first);
  useEffect(() => setChosen(first), [first]);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          aria-label="Search or run a command"
          className="overlay-motion fixed inset-x-0 top-[10vh] z-40 mx-auto w-160 max-w-[calc(100vw-32px)] overflow-hidden rounded-lg border border-line bg-raised shadow-overlay outline-none"
        >
          <Command
            shouldFilter={props.filter ?? true}
            {...(props.filter === false && { value: chosen, onValueChange: setChosen })}
            loop
            vimBindings={false}
            label="Search or run a command"
          >
            <div className="flex items-center gap-2.5 border-b border-line px-3.5">
              <Search className="size-4 text-icon" aria-hidden />
              <Command.Input
                autoFocus
                value={props.query}
                onValueChange={props.onQueryChange}
                placeholder={props.placeholder ?? 'Customer, phone, address, number, or a command'}
                className="h-11 min-w-0 flex-1 bg-transparent text-lg outline-none"
              />
              <Kbd keys="Esc" />
            </div>
            <Command.List className="max-h-[min(420px,60vh)] overflow-y-auto p-1.5" aria-busy={searching}>
              <Command.Empty className="px-2.5 py-6 text-center text-muted">
                {searching ? 'Searching…' : 'Nothing found.'}
              </Command.Empty>
              {props.groups.map((group) => (
                <Command.Group
                  key={group.heading}
                  heading={group.heading}
                  className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted"
                >
                  {group.items.map((item) => (
                    <PaletteRow key={item.id} item={item} close={() => onOpenChange(false)} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteRow({ item, close }: { item: PaletteItem; close: () => void }) {
  return (
    <Command.Item
      value={item.id}
      keywords={[...(typeof item.label === 'string' ? [item.label] : []), ...(item.keywords ?? [])]}
      onSelect={() => {
        close();
        item.onSelect();
      }}
      className="flex min-h-8 items-center gap-2.5 rounded-md px-2.5 py-1 text-base data-[selected=true]:bg-accent-soft [&_svg]:size-4 [&_svg]:shrink-0"
    >
      {item.icon && <span className="text-icon">{item.icon}</span>}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.hint && <span className="shrink-0 text-xs text-muted">{item.hint}</span>}
      {item.shortcut && <Kbd keys={item.shortcut} />}
    </Command.Item>
  );
}
