import { Tabs as Base } from '@base-ui/react/tabs';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export type TabItem<Id extends string> = {
  id: Id;
  label: string;
  /** shown after the label; left out: no number */
  count?: number | undefined;
  content: ReactNode;
};

export type TabsProps<Id extends string> = {
  label: string;
  items: readonly TabItem<Id>[];
  value: Id;
  onValueChange: (id: Id) => void;
  className?: string | undefined;
  panelClassName?: string | undefined;
};

/** Tabs at the side of a document or over a tray; only the open one is rendered. */
export function Tabs<Id extends string>({
  label,
  items,
  value,
  onValueChange,
  className,
  panelClassName,
}: TabsProps<Id>) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => onValueChange(next as Id)}
      className={clsx('flex min-h-0 flex-col', className)}
    >
      <Base.List
        aria-label={label}
        activateOnFocus
        className="flex shrink-0 gap-3 overflow-x-auto border-b border-line [scrollbar-width:none]"
      >
        {items.map((item) => (
          <Base.Tab
            key={item.id}
            value={item.id}
            className="h-9 shrink-0 border-b-2 border-transparent px-0.5 whitespace-nowrap text-muted focus-inset hover:text-text data-active:border-accent data-active:font-semibold data-active:text-text"
          >
            {item.label}
            {item.count !== undefined && <span className="ml-1 tabular-nums">{item.count}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      {items.map((item) => (
        <Base.Panel
          key={item.id}
          value={item.id}
          className={clsx('min-h-0 flex-1 focus-inset', panelClassName)}
        >
          {item.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
