import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkHouseRules, ruleNames } from '#testing/architecture/rules.ts';

const SRC = fileURLToPath(new URL('.', import.meta.url));

function filesOnDisk(): Map<string, string> {
  const files = readdirSync(SRC, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [`src/${path.slice(SRC.length).split(sep).join('/')}`, readFileSync(path, 'utf8')];
    }),
  );
}

test('every file keeps the house rules on imports, names, clock and money', () => {
  const findings = checkHouseRules(filesOnDisk());
  expect(findings.map(({ rule, file, detail }) => `${file}: ${detail} (${rule})`)).toEqual([]);
});

/** rule → breaches of it, and neighbours that look alike but are allowed. Each is `path | text`. */
const PLANTED: Readonly<Record<string, { breaches: readonly string[]; allowed: readonly string[] }>> = {
  'a layer imports only the layers below it': {
    breaches: [
      "src/domain/job.ts | import { url } from '#contract/endpoints.ts';",
      "src/contract/job.ts | import { sql } from '#db/open.ts';",
      "src/db/open.ts | import { load } from '#backend/jobs/store.ts';",
      "src/bff/routes.ts | import type { Job } from '#backend/jobs/store.ts';",
      "src/backend/jobs/store.ts | export * from '#bff/app.ts';",
      "src/facades/autotask/wire.ts | const { open } = await import('#db/open.ts');",
      "src/web/main.tsx | type Row = import('#db/open.ts').Row;",
      "src/server.ts | import { Board } from '#web/features/board/board.tsx';",
      "src/domain/job.ts | import { start } from '#server.ts';",
    ],
    allowed: [
      "src/contract/job.ts | import { cents } from '#domain/money.ts';",
      "src/db/open.ts | import type { Instant } from '#domain/time.ts';",
      "src/backend/jobs/store.ts | import { sql } from '#db/open.ts'; import { job } from '#contract/job.ts';",
      "src/facades/autotask/wire.ts | import { load } from '#backend/jobs/store.ts';",
      "src/server.ts | import { app } from './bff/app.ts'; import { upstream } from '#backend/upstream.ts';",
      "src/domain/job.ts | // import { sql } from '#db/open.ts';",
    ],
  },
  'in web, routes → features → parts → data → ui → lib': {
    breaches: [
      "src/web/features/board/board.tsx | import { Route } from '#web/routes/board.tsx';",
      "src/web/parts/customer-picker.tsx | import { Board } from '#web/features/board/board.tsx';",
      "src/web/data/jobs.ts | import { Badge } from '#web/parts/badge.tsx';",
      "src/web/ui/button.tsx | import { jobQueries } from '#web/data/jobs.ts';",
      "src/web/lib/api.ts | import { toast } from '../ui/toast.tsx';",
      "src/web/lib/api.ts | import { queryClient } from '#web/main.tsx';",
    ],
    allowed: [
      "src/web/routes/board.tsx | import { Board } from '#web/features/board/board.tsx';",
      "src/web/features/board/board.tsx | import { Button } from '#web/ui/button.tsx';",
      "src/web/main.tsx | import { routeTree } from './route-tree.gen.ts';",
    ],
  },
  'a feature never imports another feature': {
    breaches: [
      "src/web/features/board/board.tsx | import { Lines } from '#web/features/invoices/lines.tsx';",
    ],
    allowed: ["src/web/features/board/board.tsx | import { Lane } from './grid/lane.tsx';"],
  },
  'only tests import src/testing': {
    breaches: [
      "src/backend/demo/seed.ts | import { make } from '#testing/factories.ts';",
      "src/server.ts | import { make } from '#testing/factories.ts';",
    ],
    allowed: [
      "src/backend/demo/seed.test.ts | import { make } from '#testing/factories.ts';",
      "src/testing/stack.ts | import { make } from './factories.ts';",
    ],
  },
  'domain imports no package and no built-in': {
    breaches: [
      "src/domain/job.ts | import { z } from 'zod';",
      "src/domain/job.ts | import { randomUUID } from 'node:crypto';",
    ],
    allowed: ["src/domain/job.test.ts | import fc from 'fast-check';"],
  },
  'contract imports no package but zod': {
    breaches: ["src/contract/job.ts | import { FastifyInstance } from 'fastify';"],
    allowed: ["src/contract/job.ts | import { z } from 'zod';"],
  },
  'the browser has no Node built-ins': {
    breaches: ["src/web/lib/api.ts | import { join } from 'node:path';"],
    allowed: ["src/web/ui/tokens.test.ts | import { readFileSync } from 'node:fs';"],
  },
  'React stays in web': {
    breaches: ["src/bff/app.ts | import { createElement } from 'react';"],
    allowed: ["src/web/main.tsx | import { StrictMode } from 'react';"],
  },
  'imports of our own files name the extension': {
    breaches: ["src/domain/job.ts | import { cents } from './money';"],
    allowed: ["src/web/route-tree.gen.ts | import { Route } from './routes/index';"],
  },
  'another layer is imported as #layer/file.ts': {
    breaches: ["src/contract/job.ts | import { cents } from '../domain/money.ts';"],
    allowed: ["src/domain/schedule/guards.ts | import { cents } from '../money.ts';"],
  },
  'exports have names': {
    breaches: ['src/web/ui/button.tsx | export default function Button() {}'],
    allowed: ['src/web/ui/button.tsx | export function Button() {}'],
  },
  'the clock is read in the clock files only': {
    breaches: [
      'src/backend/jobs/commands.ts | const now = new Date();',
      'src/backend/jobs/commands.ts | const now = Date.now();',
      "src/web/lib/format.ts | const day = new Date('2026-03-08');",
    ],
    allowed: [
      'src/db/clock.ts | export const now = () => Date.now();',
      'src/backend/jobs/commands.ts | // not new Date()',
      'src/bff/retry.ts | const at = Date.parse(header);',
    ],
  },
  'a field is as long as the contract lets it (domain/lengths.ts)': {
    breaches: [
      'src/web/parts/note-entry.tsx | export const field = <TextArea maxLength={5000} />;',
      'src/web/parts/note-entry.tsx | export const field = <TextArea maxLength="5000" />;',
    ],
    allowed: [
      'src/web/parts/note-entry.tsx | export const field = <TextArea maxLength={LONGEST_NOTE} rows={2} />;',
      'src/web/ui/field.test.tsx | export const field = <TextField maxLength={80} />;',
    ],
  },
  'money is whole cents, never a float': {
    breaches: [
      'src/web/lib/format.ts | export const text = (priceCents: number) => priceCents / 100;',
      'src/facades/autotask/wire.ts | const cents = unitCost * 100;',
      'src/facades/autotask/wire.ts | const text = total.toFixed(2);',
      "src/facades/autotask/wire.ts | const price = parseFloat('12.30');",
    ],
    allowed: ['src/web/ui/bar.tsx | const share = (done / all) * 100;'],
  },
  'no drawer names (utils, helpers, common, misc, manager, service)': {
    breaches: [
      'src/web/lib/utils.ts | export {};',
      'src/backend/jobs/job-service.ts | export {};',
      'src/backend/common/ids.ts | export {};',
      'src/backend/jobs/helpers.test.ts | export {};',
    ],
    allowed: ['src/backend/service-areas/store.ts | export {};'],
  },
  'no file is longer than 300 lines: past that, split by use case': {
    breaches: [`src/contract/job.ts | ${'// a line\n'.repeat(301)}`],
    allowed: [
      `src/contract/job.ts | ${'// a line\n'.repeat(300)}`,
      `src/web/route-tree.gen.ts | ${'// a line\n'.repeat(301)}`,
    ],
  },
  'file names are kebab-case': {
    breaches: ['src/web/ui/DataTable.tsx | export {};', 'src/domain/purchase_order.ts | export {};'],
    allowed: [
      'src/web/routes/__root.tsx | export {};',
      'src/web/routes/jobs.$jobId.tsx | export {};',
      'src/db/migrations/0001_office.sql | select 1;',
    ],
  },
};

describe('each rule finds a planted breach', () => {
  const findingsOf = (planted: string) => {
    const [path = '', text = ''] = planted.split(' | ');
    return checkHouseRules(new Map([[path, text]]));
  };

  test('no rule goes unproved', () => {
    expect(Object.keys(PLANTED).sort()).toEqual([...ruleNames].sort());
  });

  for (const [rule, { breaches, allowed }] of Object.entries(PLANTED)) {
    test.each(breaches)(`${rule}: refuses %s`, (planted) => {
      expect(findingsOf(planted).map((finding) => finding.rule)).toContain(rule);
    });
    test.each(allowed)(`${rule}: allows %s`, (planted) => {
      expect(findingsOf(planted).map((finding) => finding.rule)).not.toContain(rule);
    });
  }
});
