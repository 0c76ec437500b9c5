import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, RefreshCw } from 'lucide-react';
import type { LintAnswer } from '#contract/capacity.ts';
import { capacityQueries } from '../../data/capacity.ts';
import { setupQueries } from '../../data/setup.ts';
import { LINT_KINDS, lintText } from '../../lib/lint-text.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SettingsFrame } from './settings-frame.tsx';

type Finding = LintAnswer['findings'][number];

/** What can never work in the set-up, by list, each with the way to the record. */
export function LintPage() {
  const { data, refetch, isFetching } = useSuspenseQuery(capacityQueries.lint());
  const { findings } = data;
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  // An empty list has nothing wrong in it: that is no praise, and what is missing is said by the first steps.
  const nothingYet = setup.jobTypes.length === 0 && setup.technicians.length === 0;
  return (
    <SettingsFrame>
      <PageBar title="Check set-up">
        <Button icon={<RefreshCw aria-hidden />} busy={isFetching} onClick={() => void refetch()}>
          Check again
        </Button>
      </PageBar>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        <p role="status" className={findings.length === 0 ? 'sr-only' : 'mb-3 text-muted'}>
          {findings.length === 0
            ? 'Nothing found.'
            : `${findings.length} ${findings.length === 1 ? 'thing is' : 'things are'} to be looked at.`}
        </p>
        {findings.length === 0 && nothingYet && (
          <EmptyState
            text="There is nothing to check yet: no job type and no technician is set up."
            action={
              <Link to="/settings" className={buttonClass('primary', 'form')}>
                Open the first steps
              </Link>
            }
          />
        )}
        {findings.length === 0 && !nothingYet && (
          <EmptyState
            icon={<CircleCheck aria-hidden />}
            text="Nothing found in what is set up so far: its job types, windows and technicians fit together."
          />
        )}
        {LINT_KINDS.map(([kind, title, list]) => {
          const own = findings.filter(({ code }) => code.startsWith(`${kind}.`));
          return own.length === 0 ? null : <Group key={kind} title={title} list={list} findings={own} />;
        })}
      </div>
    </SettingsFrame>
  );
}

type GroupProps = { title: string; list: string | null; findings: readonly Finding[] };

function Group({ title, list, findings }: GroupProps) {
  return (
    <section aria-label={title} className="mb-4 max-w-200">
      <h2 className="mb-1 text-xs font-semibold text-muted">{title}</h2>
      <ul className="m-0 list-none divide-y divide-line rounded-lg border border-line bg-surface p-0">
        {findings.map((one) => (
          <li
            key={`${one.code} ${one.id}`}
            className="grid grid-cols-[minmax(140px,1fr)_2fr] gap-3 px-3 py-1.5"
          >
            <span className="min-w-0 break-words">
              {list === null ? (
                one.name
              ) : (
                <Link to="/settings/$list" params={{ list }} search={{ open: one.id }}>
                  {one.name}
                </Link>
              )}
            </span>
            <span className="min-w-0 break-words">{lintText(one.code, one.about)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
