import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';

type Slots = { readonly title: HTMLElement | null; readonly controls: HTMLElement | null };
const SlotsContext = createContext<Slots>({ title: null, controls: null });

/** For the shell: where the bar's title and controls are, and what fills them. */
export function usePageBarSlots() {
  const [title, setTitle] = useState<HTMLElement | null>(null);
  const [controls, setControls] = useState<HTMLElement | null>(null);
  const slots = useMemo(() => ({ title, controls }), [title, controls]);
  return { slots, setTitle, setControls };
}
export const PageBarProvider = SlotsContext.Provider;

export type PageBarProps = {
  /** What the page is: "Board", "Job 1042". Also the browser tab's title. */
  title: string;
  /** Beside it: the date, filters, a status. */
  children?: ReactNode;
};

/** What a page puts into the 40 px bar of the shell. Render it once, anywhere in the page. */
export function PageBar({ title, children }: PageBarProps) {
  const slots = useContext(SlotsContext);
  useEffect(() => {
    document.title = `${title} · Truckroll`;
  }, [title]);
  return (
    <>
      {slots.title &&
        createPortal(<h1 className="truncate text-[15px] font-semibold">{title}</h1>, slots.title)}
      {slots.controls && children && createPortal(children, slots.controls)}
    </>
  );
}
