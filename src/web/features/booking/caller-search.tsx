import { useQueryClient } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useId, useState } from 'react';
import type { CustomerSummary } from '#contract/customer.ts';
import { customerQueries } from '../../data/customers.ts';
import { formatPhone } from '../../lib/format.ts';
import { isWholeContact, offerText, typedCaller } from '../../parts/new-customer/typed-caller.ts';
import { useAsyncSearch } from '../../ui/use-async-search.ts';
import { SearchHit } from './search-hit.tsx';

export type CallerSearchProps = {
  text: string;
  onTextChange: (text: string) => void;
  onChoose: (hit: CustomerSummary) => void;
  onNew: () => void;
  /** The hit under the arrow keys, to show its card before it is taken; null when there is none. */
  onLit: (hit: CustomerSummary | null) => void;
  error?: string | undefined;
  ref: RefObject<HTMLInputElement | null>;
};

const NONE: readonly string[] = [];

const notFoundText = (words: readonly string[]): string =>
  words.length === 0 ? '' : `Nobody has ${words.map((word) => `“${word}”`).join(', ')} with the rest.`;

const GUESS = 'Nobody has exactly this number or e-mail.';

/** Below two letters nearly everybody matches. */
const LEAST = 2;

/** One box for phone, name, e-mail and address. The list stands under it, not over the page: nothing is covered. */
export function CallerSearch({ text, onTextChange, onChoose, onNew, onLit, error, ref }: CallerSearchProps) {
  const id = useId();
  const client = useQueryClient();
  // Kept with the hits: the cache may forget an answer that nobody watches while the call goes on.
  const [missed, setMissed] = useState<{ query: string; words: readonly string[] }>({
    query: '',
    words: NONE,
  });
  const search = useCallback(
    async (query: string) => {
      const { items, notFound } = await client.fetchQuery(customerQueries.callers(query));
      setMissed({ query, words: notFound ?? NONE });
      return items;
    },
    [client],
  );
  const typed = text.trim();
  const [isOpen, setOpen] = useState(typed !== '');
  const open = isOpen && typed.length >= LEAST;
  const { items, status } = useAsyncSearch(search, typed, open);
  // Null: nobody has moved it yet.
  const [moved, setLit] = useState<number | null>(null);
  const [enterWaits, setEnterWaits] = useState(false);
  const settled = status === 'done' || status === 'failed';
  const last = items.length; // the offer of a new customer stands after the hits
  const notFound = open && status === 'done' && missed.query === typed ? missed.words : NONE;
  const isGuess =
    open &&
    status === 'done' &&
    items.length > 0 &&
    isWholeContact(typed) &&
    !items.some(({ match }) => match?.isExact);
  // Somebody else's customer is not one Enter away: without a word that was typed, or with another number, they are
  // only looked at.
  const lit = moved ?? (notFound.length > 0 || isGuess ? last : 0);

  const litHit = open && status === 'done' ? (items[lit] ?? null) : null;
  useEffect(() => onLit(litHit), [litHit, onLit]);
  const take = useCallback(
    (at: number) => {
      setOpen(false);
      setEnterWaits(false);
      setLit(null);
      const hit = items[at];
      if (hit) onChoose(hit);
      else onNew();
    },
    [items, onChoose, onNew],
  );
  // Enter before the answer is there: taken when it is beyond doubt, otherwise the person looks first.
  useEffect(() => {
    if (!enterWaits || !settled) return;
    setEnterWaits(false);
    if (status === 'done' && items.length <= 1 && notFound.length === 0 && !isGuess) take(0);
  }, [enterWaits, settled, status, items, notFound, isGuess, take]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !open) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setLit(Math.min(last, Math.max(0, lit + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter') {
      if (settled) take(lit);
      else setEnterWaits(true);
    } else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
  };
  return (
    <div>
      <label htmlFor={id} className="sr-only">
        Phone, name, e-mail or address
      </label>
      <span className="relative block">
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-icon" />
        <input
          ref={ref}
          id={id}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={open}
          aria-controls={`${id}-hits`}
          aria-autocomplete="list"
          aria-activedescendant={open && settled ? `${id}-${Math.min(lit, last)}` : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          placeholder="Phone, name, e-mail or address"
          value={text}
          onChange={({ target }) => {
            onTextChange(target.value);
            setOpen(true);
            setLit(null);
            setEnterWaits(false);
          }}
          onFocus={({ target }) => target.select()}
          onKeyDown={onKeyDown}
          className="h-9 w-full rounded-lg border border-control-line bg-surface pr-2.5 pl-8 text-[15px] text-text focus-visible:border-accent focus-visible:outline-1 focus-visible:-outline-offset-1 focus-visible:outline-accent aria-invalid:border-danger"
        />
      </span>
      {error && (
        <p id={`${id}-error`} className="mt-1 text-xs text-danger">
          {error}
        </p>
      )}
      <p role="status" className="sr-only">
        {open && settled ? `${isGuess ? GUESS : notFoundText(notFound)} ${items.length} found`.trim() : ''}
      </p>
      {isGuess && notFound.length === 0 && (
        <p aria-hidden className="mt-1.5 px-2.5 text-xs text-muted">
          {GUESS} Near to it:
        </p>
      )}
      {notFound.length > 0 && items.length > 0 && (
        <p aria-hidden className="mt-1.5 px-2.5 text-xs text-muted">
          {notFoundText(notFound)} Without it:
        </p>
      )}
      <div
        role="listbox"
        id={`${id}-hits`}
        aria-label="Customers found"
        aria-busy={status === 'searching' || undefined}
        tabIndex={-1}
        className={clsx('mt-1.5', !open && 'hidden')}
      >
        {items.map((hit, at) => (
          <Row
            key={hit.id}
            id={`${id}-${at}`}
            lit={at === lit}
            onTake={() => take(at)}
            onPoint={() => setLit(at)}
          >
            <SearchHit hit={hit} query={typed} />
          </Row>
        ))}
        {settled && (
          <Row id={`${id}-${last}`} lit={lit === last} onTake={() => take(last)} onPoint={() => setLit(last)}>
            <span className="text-accent">+ New customer {offerText(typedCaller(typed), formatPhone)}</span>
          </Row>
        )}
      </div>
      {open && status === 'done' && last === 0 && (
        <p className="mt-1.5 px-2.5 text-xs text-muted">No customer has this.</p>
      )}
      {open && status === 'failed' && (
        <p className="px-2.5 text-xs text-danger">The search did not answer. Type on to try again.</p>
      )}
    </div>
  );
}

type RowProps = {
  id: string;
  lit: boolean;
  onTake: () => void;
  onPoint: () => void;
  children: React.ReactNode;
};

function Row({ id, lit, onTake, onPoint, children }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the search box, which keeps the focus
    <div
      id={id}
      role="option"
      aria-selected={lit}
      tabIndex={-1}
      onPointerMove={onPoint}
      // The focus stays in the box while a hit is clicked, so that typing can go on.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onTake}
      className={clsx('rounded-md px-2.5 py-1.5 leading-[1.3]', lit && 'bg-accent-soft')}
    >
      {children}
    </div>
  );
}
