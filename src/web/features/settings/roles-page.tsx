import { useSuspenseQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { endpointNames, routes } from '#contract/routes.ts';
import { hasRight, RIGHTS, type Right, ROLES } from '#domain/roles.ts';
import { endpointWordsQuery } from '../../data/endpoint-words.ts';
import { mayCall } from '../../lib/session.ts';
import { ROLE_WORDS } from '../../lib/trade-words.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { SettingsFrame } from './settings-frame.tsx';

const RIGHT_WORDS: Readonly<Record<Right, string>> = {
  overrideSchedule: 'Book over taken time, with a reason',
  doNotServiceOverride: 'Book for do-not-service customers',
  assignsWhileBooking: 'Give a technician while booking',
  dispatch: 'Say who goes: on the board, in lists, many at once',
  seeCosts: 'See costs and margins',
  seeVendors: 'See vendors',
  correctExported: 'Apply payments to what is exported',
  closeBooks: 'Close accounting periods',
};

/** Everything a role may be asked about, by area; what anybody may do is left out, and what only the program asks for. */
const BY_ITSELF: readonly string[] = ['events.stream', 'presence.say'];
const NAMES = endpointNames.filter((name) => Array.isArray(routes[name].roles) && !BY_ITSELF.includes(name));
const areaOf = (name: string) => name.slice(0, name.indexOf('.'));
const AREAS = [...new Set(NAMES.map(areaOf))].map(
  (area) => [area, NAMES.filter((name) => areaOf(name) === area)] as const,
);

/** Roles against what they may do, read from the table that decides it (contract/routes): it cannot say another thing. */
export function RolesPage() {
  const { data: words } = useSuspenseQuery(endpointWordsQuery());
  return (
    <SettingsFrame>
      <PageBar title="Roles" />
      <section
        aria-label="Roles"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard, as WCAG 2.1.1 asks of what has no control in it
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto"
      >
        <table className="w-full border-collapse text-sm" aria-label="Roles and what they may do">
          <thead className="sticky top-0 z-10 bg-surface text-left">
            <tr className="border-b border-line">
              <th className="px-3 py-1.5 font-semibold">May</th>
              {ROLES.map((role) => (
                <th key={role} scope="col" className="w-24 px-1 text-center font-semibold">
                  {ROLE_WORDS[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Area title="Rights" />
            {RIGHTS.map((right) => (
              <Row key={right} what={RIGHT_WORDS[right]} may={(role) => hasRight({ roles: [role] }, right)} />
            ))}
          </tbody>
          {AREAS.map(([area, names]) => (
            <tbody key={area}>
              <Area title={areaWords(area)} />
              {names.map((name) => (
                <Row
                  key={name}
                  what={(words.get(name) ?? name).replaceAll('`', '')}
                  may={(role) => mayCall({ roles: [role] }, name)}
                />
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </SettingsFrame>
  );
}

const AREA_WORDS: Readonly<Record<string, string>> = {
  setup: 'What every screen reads of the set-up',
  setupRecords: 'Set-up lists',
  workPatterns: 'Shifts and non-job events that repeat, holding lanes',
  nonJobEvents: 'Non-job events',
  purchasing: 'Lists of purchasing',
  skus: 'SKUs and stock',
  books: 'Lists of the books, approval limits',
};

/** `timeOff` → "Time off". */
function areaWords(area: string): string {
  if (area in AREA_WORDS) return AREA_WORDS[area]!;
  const words = area.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const Area = ({ title }: { title: string }) => (
  <tr>
    <th colSpan={ROLES.length + 1} scope="rowgroup" className="px-3 pt-3 pb-1 text-left font-semibold">
      {title}
    </th>
  </tr>
);

function Row({ what, may }: { what: string; may: (role: (typeof ROLES)[number]) => boolean }) {
  return (
    <tr className="border-b border-line hover:bg-hover">
      <th scope="row" className="px-3 py-1 text-left font-normal">
        {what}
      </th>
      {ROLES.map((role) => (
        <td key={role} className="px-1 text-center">
          {may(role) ? (
            <Check aria-label="yes" className="mx-auto size-4 text-success" />
          ) : (
            <span className="sr-only">no</span>
          )}
        </td>
      ))}
    </tr>
  );
}
