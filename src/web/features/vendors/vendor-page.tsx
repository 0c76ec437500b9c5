import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { vendorQueries } from '../../data/vendors.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { TagNames } from '../../parts/tag-names.tsx';
import { UndoRefusedDialog } from '../../parts/undo-refused-dialog.tsx';
import { useUndo } from '../../parts/use-undo.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { VendorActions } from './vendor-actions.tsx';
import { VendorBought } from './vendor-bought.tsx';
import { VendorCatalogue } from './vendor-catalogue.tsx';
import { VendorContacts } from './vendor-contacts.tsx';
import { VendorFacts } from './vendor-facts.tsx';
import { VendorForm } from './vendor-form.tsx';
import { VendorPayables } from './vendor-payables.tsx';
import { VendorSide } from './vendor-side.tsx';

/** The vendor is in the cache: the route read it. */
export function VendorPage({ id }: { id: number }) {
  const user = useCurrentUser();
  const { data: vendor } = useSuspenseQuery(vendorQueries.detail(id));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const [isChanging, setChanging] = useState(false);
  const undo = useUndo();
  const zone = homeZone(setup, user.businessUnitIds);
  return (
    <SplitPane stacks label="Side panel" side={<VendorSide vendor={vendor} zone={zone} />}>
      <PageBar title={vendor.name} />
      <div className="px-5 py-3.5">
        <PageHeader
          title={<bdi>{vendor.name}</bdi>}
          detail={
            <>
              <span className="min-w-0 truncate">
                Vendor · {[vendor.city, vendor.state].filter(Boolean).join(', ') || 'no address yet'}
              </span>
              <span className="flex min-w-0 flex-wrap gap-1">
                <TagNames ids={vendor.tagIds} />
              </span>
            </>
          }
          actions={<VendorActions vendor={vendor} onChange={() => setChanging(true)} onUndo={undo.undo} />}
        />
        {!vendor.active && (
          <div className="mt-3">
            <ProblemBanner
              tone="info"
              title="Out of use"
              messages={['Nothing new is bought here; what was bought stays. Use the vendor again to go on.']}
            />
          </div>
        )}
        <VendorPayables id={id} />
        <VendorFacts vendor={vendor} setup={setup} />
        <VendorBought vendor={vendor} />
        <VendorCatalogue vendor={vendor} zone={zone} onUndo={undo.undo} />
        <VendorContacts vendor={vendor} onUndo={undo.undo} />
        {isChanging && <VendorForm vendor={vendor} onClose={() => setChanging(false)} />}
        <UndoRefusedDialog error={undo.refusal} onClose={undo.dismiss} />
      </div>
    </SplitPane>
  );
}
