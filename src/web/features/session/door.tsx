import { Truck } from 'lucide-react';
import type { ReactNode } from 'react';
import { ThemeToggle } from '../../ui/theme-toggle.tsx';

/** The page in front of the office: one card, the product's name, nothing that distracts. */
export function Door({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto] bg-bg">
      <header className="flex h-12 items-center justify-between px-4">
        <span className="flex items-center gap-2 text-lg font-semibold">
          <Truck className="size-5 text-accent" aria-hidden />
          Truckroll
        </span>
        <ThemeToggle />
      </header>
      <main className="flex items-start justify-center px-4 pt-[12vh] pb-8">
        <div className="w-full max-w-90 rounded-lg border border-line bg-surface p-6">
          <h1 className="text-xl leading-7 font-semibold">{title}</h1>
          {text && <p className="mt-1 text-base text-muted">{text}</p>}
          <div className="mt-5">{children}</div>
        </div>
      </main>
      <footer className="px-4 py-3 text-center text-xs text-muted">
        The office side of field service: book, dispatch, know why.
      </footer>
    </div>
  );
}
