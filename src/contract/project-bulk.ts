/** Many projects changed in one step: looked at first, then given (`bulk.ts`). */
import { z } from 'zod';
import { MOST_IN_BULK } from './bulk-limit.ts';
import { expected, id } from './scalars.ts';

const ids = z.array(id).max(50).default([]);

export const bulkProjects = z.strictObject({
  /** Nothing is written; the answer says what would be refused and why. */
  preview: z.boolean().default(false),
  /** The preview's `versions`; missing on what is not a preview: 428. */
  expected,
  projectIds: z.array(id).min(1).max(MOST_IN_BULK),
  /** What is left out stays as each project has it. */
  changes: z.strictObject({
    /** The status's own sub-statuses stay, others go; one that closes completes the project today. */
    statusId: id.optional(),
    typeId: id.nullable().optional(),
    addTagIds: ids,
    removeTagIds: ids,
    addManagerUserIds: ids,
    addManagerTechnicianIds: ids,
    /** false: put away. */
    active: z.boolean().optional(),
  }),
});
