import { Link, type LinkProps } from '@tanstack/react-router';
import {
  Banknote,
  BriefcaseBusiness,
  CalendarClock,
  CreditCard,
  FileUp,
  FolderKanban,
  House,
  Mail,
  Package,
  PackageMinus,
  Phone,
  ReceiptText,
  ShoppingCart,
  SlidersHorizontal,
  SquareKanban,
  Store,
  Timer,
  UserCog,
  UsersRound,
} from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { EndpointName } from '#contract/endpoints.ts';
import type { CurrentUser } from '#contract/session.ts';
import type { Role } from '#domain/roles.ts';
import { mayCall } from '../../lib/session.ts';

export type Place = {
  readonly id: string;
  readonly word: string;
  readonly to: NonNullable<LinkProps['to']>;
  readonly icon: ReactNode;
  /** After "g". */
  readonly key: string;
  /** Who may call all of these sees it: the endpoint table decides, no list of roles is written twice. */
  readonly needs: readonly EndpointName[];
  /** Besides, one of these will do. */
  readonly either?: readonly EndpointName[];
  /** Who may call this has another place for it. */
  readonly unless?: EndpointName;
  /** Pages that belong to it beside those below `to`. */
  readonly also?: string;
  /** The pages that belong to it, when they are not those below `to`. */
  readonly under?: string;
};

const PLACES: readonly Place[] = [
  { id: 'today', word: 'Today', to: '/', icon: <House aria-hidden />, key: 't', needs: ['jobs.list'] },
  { id: 'book', word: 'Book', to: '/book', icon: <Phone aria-hidden />, key: 'n', needs: ['jobs.book'] },
  {
    id: 'board',
    word: 'Board',
    to: '/board',
    icon: <SquareKanban aria-hidden />,
    key: 'b',
    needs: ['board.day'],
  },
  {
    id: 'jobs',
    word: 'Jobs',
    to: '/jobs',
    icon: <BriefcaseBusiness aria-hidden />,
    key: 'j',
    needs: ['jobs.list'],
  },
  {
    id: 'appointments',
    word: 'Visits',
    to: '/appointments',
    icon: <CalendarClock aria-hidden />,
    key: 'v',
    needs: ['appointments.list'],
  },
  {
    id: 'projects',
    word: 'Projects',
    to: '/projects',
    icon: <FolderKanban aria-hidden />,
    key: 'p',
    needs: ['projects.list'],
  },
  {
    id: 'customers',
    word: 'Customers',
    to: '/customers',
    icon: <UsersRound aria-hidden />,
    key: 'c',
    needs: ['customers.list'],
  },
  {
    id: 'invoices',
    word: 'Invoices',
    to: '/invoices',
    icon: <ReceiptText aria-hidden />,
    key: 'w',
    needs: ['invoices.list'],
  },
  {
    // Of customers; those to vendors are part of Payables.
    id: 'payments',
    word: 'Payments',
    to: '/payments',
    icon: <CreditCard aria-hidden />,
    key: 'd',
    needs: ['payments.list'],
  },
  {
    id: 'orders',
    word: 'Orders',
    to: '/purchase-orders',
    also: '/replenishment',
    icon: <ShoppingCart aria-hidden />,
    key: 'o',
    needs: ['purchaseOrders.list'],
  },
  {
    id: 'returns',
    word: 'Returns',
    to: '/vendor-returns',
    icon: <PackageMinus aria-hidden />,
    key: 'r',
    needs: ['vendorReturns.list'],
  },
  {
    id: 'bills',
    word: 'Bills',
    to: '/bills',
    icon: <ReceiptText aria-hidden />,
    key: 'l',
    needs: ['bills.list'],
  },
  {
    id: 'payables',
    word: 'Payables',
    to: '/payables',
    also: '/ap-payments',
    icon: <Banknote aria-hidden />,
    key: 'y',
    needs: ['payables.list'],
  },
  {
    id: 'receivables',
    word: 'Receivables',
    to: '/receivables',
    also: '/statements',
    icon: <Banknote aria-hidden />,
    key: 'a',
    needs: ['receivables.ageing'],
  },
  {
    id: 'vendors',
    word: 'Vendors',
    to: '/vendors',
    icon: <Store aria-hidden />,
    key: 'e',
    needs: ['vendors.list'],
  },
  {
    id: 'skus',
    word: 'SKUs',
    to: '/skus',
    icon: <Package aria-hidden />,
    key: 'k',
    needs: ['skus.list'],
  },
  {
    id: 'timesheets',
    word: 'Time',
    to: '/timesheets',
    icon: <Timer aria-hidden />,
    key: 'h',
    needs: ['timesheets.list'],
  },
  {
    id: 'messages',
    word: 'Messages',
    to: '/messages',
    icon: <Mail aria-hidden />,
    key: 'm',
    needs: ['messages.list'],
  },
  {
    id: 'settings',
    word: 'Settings',
    to: '/settings',
    icon: <SlidersHorizontal aria-hidden />,
    key: 's',
    needs: ['setupRecords.list'],
  },
  {
    // The lists of the set-up that are not the admin's alone: working hours, labor costs, purchasing, the books.
    id: 'lists',
    word: 'Settings',
    to: '/settings/lists',
    under: '/settings',
    icon: <SlidersHorizontal aria-hidden />,
    key: 's',
    needs: [],
    either: ['workPatterns.list', 'laborCosts.list', 'purchasing.list', 'books.list'],
    unless: 'setupRecords.list',
  },
  {
    id: 'users',
    word: 'Users',
    to: '/settings/users',
    icon: <UserCog aria-hidden />,
    key: 'u',
    needs: ['users.list'],
  },
  {
    id: 'imports',
    word: 'Imports',
    to: '/settings/imports',
    icon: <FileUp aria-hidden />,
    key: 'i',
    needs: ['imports.list'],
  },
];

/** What stands first after Today, by what the person does all day; the rest keeps its order. */
const FIRST: Readonly<Record<Role, readonly string[]>> = {
  csr: ['book', 'customers', 'jobs', 'appointments', 'board'],
  dispatcher: ['board', 'jobs', 'appointments', 'book', 'customers'],
  purchasing: [
    'orders',
    'returns',
    'bills',
    'payables',
    'vendors',
    'skus',
    'jobs',
    'appointments',
    'board',
    'customers',
  ],
  accounting: [
    'jobs',
    'appointments',
    'customers',
    'invoices',
    'payments',
    'orders',
    'returns',
    'bills',
    'payables',
    'receivables',
    'vendors',
    'skus',
    'board',
  ],
  admin: ['board', 'book', 'jobs', 'appointments', 'customers'],
  technician: [],
};
/** With several roles the one who has the day's screens open decides. */
const LEADING: readonly Role[] = ['dispatcher', 'csr', 'accounting', 'purchasing', 'admin', 'technician'];

/** The places a person may go to, in the order of their work. */
export function placesFor(user: Pick<CurrentUser, 'roles'>): Place[] {
  const leading = LEADING.find((role) => user.roles.includes(role));
  const order = ['today', ...(leading ? FIRST[leading] : [])];
  const rank = ({ id }: Place) => (order.includes(id) ? order.indexOf(id) : order.length);
  const may = (name: EndpointName) => mayCall(user, name);
  return PLACES.filter(
    ({ needs, either, unless }) =>
      needs.every(may) && (either?.some(may) ?? true) && !(unless !== undefined && may(unless)),
  ).sort((a, b) => rank(a) - rank(b));
}

export const linkTo = ({ to }: Place): ReactElement<{ className?: string }> => <Link to={to} />;

const rootOf = ({ to, under = to }: Place): string => under;
const covers = (place: Place, pathname: string): boolean => {
  const isBelow = (root: string | undefined) => pathname === root || pathname.startsWith(`${root}/`);
  const root = rootOf(place);
  return root === '/' ? pathname === '/' : isBelow(root) || isBelow(place.also);
};

/** `/jobs/12` belongs to Jobs, `/settings/users` to Users rather than to Settings; Today is only `/`. */
export const isAt = (place: Place, pathname: string): boolean =>
  covers(place, pathname) &&
  !PLACES.some((other) => rootOf(other).length > rootOf(place).length && covers(other, pathname));
