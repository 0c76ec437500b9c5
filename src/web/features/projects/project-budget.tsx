import { useMutation, useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { BudgetLineView, ProjectView } from '#contract/project.ts';
import { cents } from '#domain/money.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { projectMutations, projectQueries } from '../../data/projects.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { hasRight } from '../../lib/session.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useDecidedSave } from '../../parts/use-decided-save.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast-store.ts';
import { BudgetLineForm, type BudgetLineValues } from './budget-line-form.tsx';
import { BudgetTotals } from './budget-totals.tsx';
import { BUDGET_WORDS, quantityText } from './budget-words.ts';
import { cellClass, headClass, tableClass } from './grid.ts';

export type ProjectBudgetProps = {
  project: ProjectView;
  lockedBecause: string | undefined;
  onUndo: (operationId: number) => void;
};

/** What was planned, line by line, against what was really spent. */
export function ProjectBudget({ project, lockedBecause, onUndo }: ProjectBudgetProps) {
  const { data, error, refetch } = useQuery(projectQueries.budget(project.id));
  const seesCosts = hasRight(useCurrentUser(), 'seeCosts');
  const [open, setOpen] = useState<BudgetLineView | 'new' | null>(null);
  // As it was when it was opened: that is what the change is decided on.
  const opened = open === 'new' ? null : open;
  const decided = useDecidedSave(opened ? expectedOf(opened) : []);
  const add = useMutation(projectMutations.addBudgetLine());
  const change = useMutation(projectMutations.changeBudgetLine());
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} label="Loading the budget" />;
  const done = (title: string) => ({
    onSuccess: ({ operationId }: { operationId: number }) => {
      setOpen(null);
      toast({ title, tone: 'success', action: { label: 'Undo', act: () => onUndo(operationId) } });
    },
    onError: (problem: unknown) => toast({ title: 'Not saved', body: errorText(problem), tone: 'error' }),
  });
  const save = (line: BudgetLineView | null, values: BudgetLineValues) => {
    if (line === null) return add.mutate({ id: project.id, line: values }, done('Line added'));
    // Whoever sees no amount leaves it as it is, and others' changes of other fields stay.
    const { amountCents, ...rest } = values;
    const changes = changesOf(line, seesCosts ? values : rest);
    if (Object.keys(changes).length === 0) return setOpen(null);
    const { onSuccess, onError } = done('Line changed');
    void decided.save(
      changes,
      (left, expected) => change.mutateAsync({ id: line.id, changes: left, expected }).then(onSuccess),
      { onSaved: () => setOpen(null), onRefused: onError },
    );
  };
  const form = (line: BudgetLineView | null) => (
    <BudgetLineForm
      key={line?.id ?? 'new'}
      line={line}
      withAmount={seesCosts}
      busy={add.isPending || change.isPending}
      onSave={(values) => save(line, values)}
      onClose={() => setOpen(null)}
    />
  );
  const heads = ['For', 'Kind', 'Quantity', ...(seesCosts ? [`Amount ${data.currency}`] : [])];
  return (
    <div className="flex flex-col gap-4 py-3">
      <BudgetTotals budget={data} />
      <div className="overflow-x-auto">
        <table className={tableClass} aria-label="Budget lines">
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th key={head} scope="col" className={index > 1 ? `${headClass} text-right` : headClass}>
                  {head}
                </th>
              ))}
              <th scope="col" className={headClass} data-print="hide">
                <span className="sr-only">Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.lines.map((line) =>
              opened?.id === line.id ? (
                form(opened)
              ) : (
                <tr key={line.id} className="group">
                  <td className={`${cellClass} break-words`}>{line.label}</td>
                  <td className={cellClass}>{BUDGET_WORDS[line.kind]}</td>
                  <td className={`${cellClass} text-right tabular-nums`}>
                    {quantityText(line.kind, line.quantity)}
                  </td>
                  {seesCosts && (
                    <td className={`${cellClass} text-right`}>
                      {line.amountCents !== null && <MoneyText amount={cents(line.amountCents)} />}
                    </td>
                  )}
                  <td className={`${cellClass} w-20 whitespace-nowrap`} data-print="hide">
                    <IconButton
                      label={`Change ${line.label}`}
                      icon={<Pencil aria-hidden />}
                      disabledReason={lockedBecause}
                      onClick={() => setOpen(line)}
                    />
                    <IconButton
                      label={`Remove ${line.label}`}
                      icon={<Trash2 aria-hidden />}
                      disabledReason={lockedBecause}
                      onClick={() =>
                        change.mutate(
                          { id: line.id, changes: { active: false }, expected: expectedOf(line) },
                          done('Line removed'),
                        )
                      }
                    />
                  </td>
                </tr>
              ),
            )}
            {open === 'new' && form(null)}
            {data.lines.length === 0 && open !== 'new' && (
              <tr className="group">
                <td colSpan={heads.length + 1} className={`${cellClass} text-muted`}>
                  Nothing is budgeted yet.
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <div data-print="hide">
        <Button icon={<Plus aria-hidden />} disabledReason={lockedBecause} onClick={() => setOpen('new')}>
          Add line
        </Button>
      </div>
      {decided.dialog}
    </div>
  );
}

const expectedOf = ({ id, version }: BudgetLineView) => [{ kind: 'projectBudgetLine' as const, id, version }];

/** What differs from the line as it was opened. */
const changesOf = (line: BudgetLineView, values: Partial<BudgetLineValues>): Partial<BudgetLineValues> =>
  Object.fromEntries(
    Object.entries(values).filter(([field, value]) => value !== line[field as keyof BudgetLineValues]),
  );
