import { Link, type LinkProps } from '@tanstack/react-router';
import { BriefcaseBusiness, FileUp, House, Phone, SquareKanban, UserCog, UsersRound } from 'lucide-react';
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
    id: 'customers',
    word: 'Customers',
    to: '/customers',
    icon: <UsersRound aria-hidden />,
    key: 'c',
    needs: ['customers.list'],
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
  csr: ['book', 'customers', 'jobs', 'board'],
  dispatcher: ['board', 'jobs', 'book', 'customers'],
  purchasing: ['jobs', 'board', 'customers'],
  accounting: ['jobs', 'customers', 'board'],
  admin: ['board', 'book', 'jobs', 'customers'],
  technician: [],
};
/** With several roles the one who has the day's screens open decides. */
const LEADING: readonly Role[] = ['dispatcher', 'csr', 'accounting', 'purchasing', 'admin', 'technician'];

/** The places a person may go to, in the order of their work. */
export function placesFor(user: Pick<CurrentUser, 'roles'>): Place[] {
  const leading = LEADING.find((role) => user.roles.includes(role));
  const order = ['today', ...(leading ? FIRST[leading] : [])];
  const rank = ({ id }: Place) => (order.includes(id) ? order.indexOf(id) : order.length);
  return PLACES.filter(({ needs }) => needs.every((name) => mayCall(user, name))).sort(
    (a, b) => rank(a) - rank(b),
  );
}

export const linkTo = ({ to }: Place): ReactElement<{ className?: string }> => <Link to={to} />;

/** `/jobs/12` belongs to Jobs; Today is only `/`. */
export const isAt = ({ to }: Place, pathname: string): boolean =>
  to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
