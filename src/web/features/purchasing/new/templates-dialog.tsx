import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { OrderTemplateHead } from '#contract/order-template.ts';
import { templateMutations, templateQueries } from '../../../data/order-templates.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { rowClass } from '../../../parts/section.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { TemplateName } from '../template-name.tsx';

type Asked = { readonly what: 'rename' | 'delete'; readonly template: OrderTemplateHead };

/** Orders saved to begin with: used, renamed, put out of use, deleted. */
export function TemplatesDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const list = useQuery(templateQueries.list());
  const change = useMutation(templateMutations.change());
  const remove = useMutation(templateMutations.remove());
  const [asked, setAsked] = useState<Asked | null>(null);
  const items = list.data?.items ?? [];
  const use = (id: number) => {
    onClose();
    void navigate({ to: '/purchase-orders/new', search: { template: id } });
  };
  const done = { onSuccess: () => setAsked(null) };
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title="Templates"
        description="An order begins with the template’s vendor, type, place and lines; parts cost what they cost today."
      >
        <ProblemNote error={list.error ?? (asked ? null : change.error)} />
        {list.isPending && <SkeletonRows rows={3} label="Loading the templates" />}
        {list.isSuccess && items.length === 0 && (
          <p className="m-0 text-muted">
            There is none yet. Save an order as a template from its menu, and it stands here.
          </p>
        )}
        <ul aria-label="Templates">
          {items.map((template) => (
            <li key={template.id} className={rowClass}>
              <span className="min-w-0 flex-1">
                <bdi className={template.active ? 'font-medium' : 'text-muted'}>{template.name}</bdi>
                {!template.active && <span className="text-xs text-muted"> out of use</span>}
                <span className="block truncate text-xs text-muted">
                  <bdi>{template.vendorName}</bdi> · <bdi>{template.typeName}</bdi> · {template.lineCount}{' '}
                  {template.lineCount === 1 ? 'line' : 'lines'}
                </span>
              </span>
              <Button
                aria-label={`Use ${template.name}`}
                disabledReason={template.active ? undefined : 'It is out of use.'}
                onClick={() => use(template.id)}
              >
                Use
              </Button>
              <Menu
                trigger={
                  <IconButton
                    label={`More for ${template.name}`}
                    tooltip={false}
                    icon={<Ellipsis aria-hidden />}
                  />
                }
                entries={[
                  { label: 'Rename…', onSelect: () => setAsked({ what: 'rename', template }) },
                  {
                    label: template.active ? 'Put out of use' : 'Use again',
                    onSelect: () =>
                      change.mutate({
                        id: template.id,
                        version: template.version,
                        changes: { active: !template.active },
                      }),
                  },
                  null,
                  {
                    label: 'Delete…',
                    danger: true,
                    onSelect: () => setAsked({ what: 'delete', template }),
                  },
                ]}
              />
            </li>
          ))}
        </ul>
      </Dialog>
      {asked?.what === 'rename' && (
        <TemplateName
          title="Rename template"
          begin={asked.template.name}
          busy={change.isPending}
          error={change.error}
          onSave={(name) =>
            change.mutate({ id: asked.template.id, version: asked.template.version, changes: { name } }, done)
          }
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.what === 'delete' && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsked(null)}
          title={`Delete template “${asked.template.name}”?`}
          description="Orders raised from it stay. It cannot be brought back."
          action="Delete"
          danger
          onConfirm={() => remove.mutate({ id: asked.template.id }, done)}
        />
      )}
    </>
  );
}
