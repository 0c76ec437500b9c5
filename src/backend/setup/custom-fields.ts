/** The company's own fields of one kind of record, and what is wrong with values given for them. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { type CustomFieldRule, customFieldFaults } from '#domain/custom-field.ts';

type Owner = 'job' | 'project';
type Values = Readonly<Record<string, string>>;

/** In the set-up's order; one that is out of use takes any text and asks for none. */
export const customFieldRules = (tx: Transaction, owner: Owner): Promise<CustomFieldRule[]> =>
  tx.query<CustomFieldRule>(
    `select key, case when active then kind else 'Text' end as kind, required_at_booking and active as required,
       case when kind = 'Choice' then to_jsonb(array_remove(regexp_split_to_array(trim(choices), ' *, *'), '')) else '[]'::jsonb end as choices
     from company.custom_fields where tenant_id = $1 and owner = $2 order by position, id`,
    [tx.tenantId, owner],
  );

/**
 * Values the set-up does not name stay where they are, an import has brought them along; nobody else adds any.
 * @param path where the values stand in the request
 * @param mayBringOthers an import
 * @param before the values as they are kept; then only changed ones are asked about
 * @throws ProblemError request.invalid (400) with every field that is missing, wrong or not the company's
 */
export function checkCustomFields(
  rules: readonly CustomFieldRule[],
  given: Values,
  {
    path,
    before = null,
    mayBringOthers = false,
  }: { path: string; before?: Values | null; mayBringOthers?: boolean },
): void {
  const fields: ProblemError['fields'][number][] = customFieldFaults(rules, given, before).map(
    ({ key, fault }) => ({
      path: `${path}.${key}`,
      code: fault,
      message: '',
    }),
  );
  const isNamed = (key: string) =>
    rules.some((rule) => rule.key === key) || (before !== null && Object.hasOwn(before, key));
  for (const key of mayBringOthers ? [] : Object.keys(given)) {
    if (!isNamed(key)) fields.push({ path: `${path}.${key}`, code: 'unknown', message: '' });
  }
  if (fields.length > 0) throw new ProblemError('request.invalid', {}, fields);
}
