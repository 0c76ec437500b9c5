import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Circle, CircleCheck, Phone } from 'lucide-react';
import { SETUP_KINDS } from '#domain/setup/kinds.ts';
import { setupQueries } from '../../data/setup.ts';
import { setupRecordQueries } from '../../data/setup-records.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { canStart, type FirstStep, firstSteps } from './first-steps.ts';
import { SettingsFrame } from './settings-frame.tsx';

/** What must be set up before the first job can be booked, in order, each with its link and whether it is done. */
export function FirstStepsPage() {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { data: patterns } = useSuspenseQuery(setupRecordQueries.list('shiftPattern'));
  const steps = firstSteps(
    setup,
    patterns.items.some(({ active }) => active),
  );
  const next = steps.find(({ isDone, isOptional }) => !isDone && !isOptional);
  return (
    <SettingsFrame>
      <PageBar title="Settings" />
      <div className="max-w-2xl overflow-y-auto p-5">
        <h2 className="text-base font-semibold">First steps</h2>
        <p className="mt-1 mb-3 text-muted">
          {next
            ? 'Before the first job can be booked and dispatched, in this order:'
            : 'Everything is there to book and dispatch. The lists keep the rest.'}
        </p>
        <ol className="divide-y divide-line border-y border-line">
          {steps.map((step) => (
            <StepRow key={step.kind} step={step} isNext={step === next} />
          ))}
        </ol>
        {canStart(steps) && (
          <Link to="/book" className={`${buttonClass('primary', 'form')} mt-4`}>
            <Phone aria-hidden /> Book a job
          </Link>
        )}
      </div>
    </SettingsFrame>
  );
}

function StepRow({
  step: { kind, title, why, isDone, isOptional },
  isNext,
}: {
  step: FirstStep;
  isNext: boolean;
}) {
  return (
    <li className="flex flex-wrap items-center gap-3 py-2.5">
      {isDone ? (
        <CircleCheck aria-label="Done" className="size-5 shrink-0 text-success" />
      ) : (
        <Circle aria-label="Not done yet" className="size-5 shrink-0 text-icon" />
      )}
      <span className="min-w-32 flex-1">
        <span className="block font-semibold">
          {title} {isOptional && !isDone && <Tag>can wait</Tag>}
        </span>
        <span className="block text-xs text-muted">{why}</span>
      </span>
      <Link
        to="/settings/$list"
        params={{ list: SETUP_KINDS[kind].slug }}
        search={isDone ? {} : { open: 'new' }}
        className={buttonClass(isNext ? 'primary' : 'secondary', 'form')}
      >
        {isDone ? SETUP_KINDS[kind].title : `Add ${SETUP_KINDS[kind].one}`}
      </Link>
    </li>
  );
}
