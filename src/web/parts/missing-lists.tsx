import { Link } from '@tanstack/react-router';
import { SETUP_TITLES } from '#domain/setup/kind-titles.ts';
import { useCurrentUser } from '../data/current-user.ts';
import { mayCall } from '../lib/session.ts';
import { buttonClass } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

type ListKind = 'businessUnit' | 'inventoryLocation' | 'paymentType' | 'purchaseOrderType' | 'returnType';
export type MissingListsProps = {
  /** What cannot be written without them: "An order". */
  document: string;
  /** The lists nobody has put anything into. */
  kinds: readonly ListKind[];
};

/** Instead of a form that nobody could fill in: the way to each list for who may add to it; the others are told who does. */
export function MissingLists({ document, kinds }: MissingListsProps) {
  const user = useCurrentUser();
  const titles = kinds.map((kind) => SETUP_TITLES[kind]);
  const words = titles.map(withArticle);
  const mine = titles.filter(({ area }) => mayCall(user, `${area}.create`));
  const needed = [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ');
  return (
    <EmptyState
      text={`${document} needs ${needed}, and there is none yet.${mine.length < titles.length ? ' An administrator adds what is missing in Settings.' : ''}`}
      action={
        mine.length > 0 && (
          <span className="flex flex-wrap justify-center gap-2">
            {mine.map((title) => (
              <Link
                key={title.slug}
                to="/settings/$list"
                params={{ list: title.slug }}
                className={buttonClass()}
              >
                Add {withArticle(title)}
              </Link>
            ))}
          </span>
        )
      }
    />
  );
}

/** "an inventory location", "a business unit". */
const withArticle = ({ one }: { one: string }): string => `${/^[aeio]/.test(one) ? 'an' : 'a'} ${one}`;
