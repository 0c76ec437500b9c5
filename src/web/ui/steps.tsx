import { clsx } from 'clsx';
import { Circle, CircleCheck, Contrast } from 'lucide-react';
import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

export type Step = { label: string; detail?: ReactNode; state: 'done' | 'part' | 'todo' };

const signs = {
  done: { Icon: CircleCheck, colour: 'text-success', said: 'done' },
  part: { Icon: Contrast, colour: 'text-accent', said: 'under way' },
  todo: { Icon: Circle, colour: 'text-icon', said: 'to do' },
};

/** On a phone not all steps have room: the one under way is seen, with the one before it. */
function bringIntoView(step: HTMLLIElement | null): void {
  const list = step?.parentElement;
  if (!step || !list || list.scrollWidth <= list.clientWidth) return;
  list.scrollLeft = step.offsetLeft + step.offsetWidth - list.offsetLeft - list.clientWidth;
}

/** The spine of a document: how far it is, with dates and amounts under each step. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol
      aria-label={label}
      className="m-0 flex list-none overflow-x-auto rounded-lg border border-line bg-surface p-0 text-xs print:flex-wrap print:overflow-visible"
    >
      {steps.map((step) => {
        const { Icon, colour, said } = signs[step.state];
        return (
          <li
            key={step.label}
            ref={step.state === 'part' ? bringIntoView : undefined}
            className={clsx(
              // As narrow as its words allow: a long one lay over the next step on a laptop.
              'flex-auto border-l border-line px-3 py-2 leading-4 text-muted first:border-l-0',
              step.state === 'part' && 'bg-accent-soft',
            )}
          >
            <span
              className={clsx(
                'flex min-w-20 items-center gap-1.5 whitespace-nowrap',
                step.state === 'todo' ? 'font-medium' : 'font-semibold text-text',
              )}
            >
              <Icon className={clsx('size-3.5 shrink-0', colour)} aria-hidden />
              {step.label}
              <VisuallyHidden>, {said}</VisuallyHidden>
            </span>
            {step.detail && <span className="mt-0.5 block pl-5">{step.detail}</span>}
          </li>
        );
      })}
    </ol>
  );
}
