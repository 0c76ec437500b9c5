import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { expectedCredit } from '#domain/purchasing/vendor-return.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { returnOf, returnQueries } from '../../data/vendor-returns.ts';
import { formatDay, formatMoney } from '../../lib/format.ts';
import { HistoryList } from '../../parts/history-list.tsx';
import { PageBar } from '../../parts/page-bar.tsx';
import { type PageKeys, usePageKeys } from '../../parts/page-keys.ts';
import { Section } from '../../parts/section.tsx';
import { useFocusKept } from '../../ui/focus-page.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { shortcutLabel } from '../../ui/shortcut.ts';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Steps } from '../../ui/steps.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CreditCompare } from './credit-compare.tsx';
import { EditPanel } from './edit-panel.tsx';
import { ReturnActions } from './return-actions.tsx';
import { ReturnLines } from './return-lines.tsx';
import { returnSpine } from './return-spine.ts';
import { useReturnSteps } from './use-return-steps.ts';

const KEYS: PageKeys = {
  title: 'Return to a vendor',
  rows: [
    ['Change it', 'E'],
    ['Save what is typed', shortcutLabel('Mod+Enter')],
  ],
};

/** A return as a document: to whom, how far, what of, what credit came. The route read it. */
export function ReturnPage({ id }: { id: number }) {
  const user = useCurrentUser();
  const { data: card } = useSuspenseQuery(returnQueries.detail(id));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const [isEditing, setEditing] = useState(false);
  const steps = useReturnSteps(card);
  usePageKeys(KEYS);
  const { vendorReturn: back, names } = card;
  const unit = setup.businessUnits.find((one) => one.id === back.businessUnitId);
  const zone = unit?.timeZone ?? homeZone(setup, user.businessUnitIds);
  const { today } = card.asking;
  // Somebody else sent it back: there is nothing to type into any more.
  const showsEditing = isEditing && back.status === 'Pending';
  useFocusKept(`${back.status} ${showsEditing}`);
  const history = <HistoryList kind="vendorReturn" id={id} zone={zone} />;
  return (
    <SplitPane
      stacks
      label="Side panel"
      side={
        <Tabs
          label="About the return"
          value="history"
          onValueChange={() => {}}
          className="h-full px-3.5"
          panelClassName="overflow-y-auto"
          items={[{ id: 'history', label: 'History', content: history }]}
        />
      }
    >
      <PageBar title={`Return ${back.number}`} />
      <div className="px-5 py-3.5 max-sm:px-3">
        <PageHeader
          title={`Return ${back.number}`}
          detail={
            <span className="min-w-0 wrap-anywhere">
              to{' '}
              <Link to="/vendors/$id" params={{ id: back.vendorId }} className="underline">
                <bdi>{names.vendor}</bdi>
              </Link>{' '}
              ·{' '}
              <b className="font-semibold text-text">
                {formatMoney(expectedCredit(returnOf(card)), back.currency)}
              </b>{' '}
              expected
            </span>
          }
          actions={
            <ReturnActions
              card={card}
              steps={steps}
              isEditing={showsEditing}
              onEdit={() => setEditing(true)}
            />
          }
        />
        <div className="mt-3">
          <Steps label="How far the return is" steps={returnSpine(card, { zone, today })} />
        </div>
        {showsEditing ? (
          <EditPanel card={card} steps={steps} onClose={() => setEditing(false)} />
        ) : (
          <ReturnLines card={card} />
        )}
        <CreditCompare card={card} />
        <Section title="Facts">
          <dl className="m-0 grid grid-cols-1 gap-x-5 gap-y-2 px-3 py-2 sm:grid-cols-2 lg:grid-cols-4">
            <Fact title="Type">
              <bdi>{names.type}</bdi>
              {!back.takesFromStock && (
                <span className="block text-xs text-muted">takes nothing from stock</span>
              )}
            </Fact>
            <Fact title="Of order">
              {back.orderId === null ? (
                <span className="text-faint">none: a free return</span>
              ) : (
                <Link to="/purchase-orders/$id" params={{ id: back.orderId }}>
                  Order {names.orderNumber}
                </Link>
              )}
            </Fact>
            <Fact title="Business unit">
              <bdi>{names.businessUnit}</bdi>
            </Fact>
            <Fact title="Written">{formatDay(back.date, { today })}</Fact>
            <Fact title="Reason" wide>
              {back.reason ? <Words text={back.reason} /> : <span className="text-faint">none</span>}
            </Fact>
            <Fact title="Memo" wide>
              {back.memo ? <Words text={back.memo} /> : <span className="text-faint">none</span>}
            </Fact>
          </dl>
        </Section>
      </div>
      {steps.dialog}
    </SplitPane>
  );
}

const Words = ({ text }: { text: string }) => <bdi className="wrap-anywhere whitespace-pre-line">{text}</bdi>;

const Fact = ({ title, wide, children }: { title: string; wide?: boolean; children: ReactNode }) => (
  <div className={wide ? 'sm:col-span-2' : undefined}>
    <dt className="text-xs text-muted">{title}</dt>
    <dd className="m-0">{children}</dd>
  </div>
);
