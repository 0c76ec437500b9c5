/** Schemas of the set-up lists as records, the same for each area of them. */
import type { SetupArea } from '#domain/setup/kind-titles.ts';
import type { Schemas } from '../endpoint.ts';
import { inArea, type setupRecords as rows, type SetupVerb } from '../routes/setup.ts';
import * as setup from '../setup-record.ts';
import { byId } from './by-id.ts';

function schemasOf(area: SetupArea) {
  const inputs = setup.setupAreaInputs(area);
  return {
    list: { params: inputs.list, responses: { 200: setup.setupRecords } },
    create: { body: inputs.create, responses: { 201: setup.setupRecordWritten } },
    change: { params: byId, body: inputs.change, responses: { 200: setup.setupRecordWritten } },
    uses: { params: inputs.one, responses: { 200: setup.setupUses } },
    hide: { body: inputs.hide, responses: { 200: setup.setupRecordsHidden } },
    export: { params: inputs.list, responses: { 200: null } },
    import: { body: inputs.import, responses: { 200: setup.setupImported } },
  } as const satisfies Record<SetupVerb, Schemas>;
}

export const setupRecordsSchemas = {
  ...inArea('setupRecords', schemasOf('setupRecords')),
  ...inArea('workPatterns', schemasOf('workPatterns')),
  ...inArea('laborCosts', schemasOf('laborCosts')),
  ...inArea('purchasing', schemasOf('purchasing')),
  ...inArea('books', schemasOf('books')),
} satisfies Record<keyof typeof rows, Schemas>;
