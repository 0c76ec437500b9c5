/** Sentences for the refusals of the trade's rules (domain-rules §2, §4, §10). */
import type { RefusalCode } from '#domain/decision.ts';
import { closedText } from './closed-window-text.ts';
import { fieldList } from './field-words.ts';
import { inactiveSentence } from './inactive-text.ts';
import { ORDER_SENTENCES } from './order-sentences.ts';
import { RECEIVABLE_SENTENCES } from './receivable-sentences.ts';
import { recordWord } from './record-words.ts';
import { momentOf, numberOf, type Params, rangeOf, textOf, type Wording } from './refusal-params.ts';
import type { Sentence } from './refusal-text.ts';
import { VISIT_SENTENCES } from './visit-sentences.ts';

const inactiveText = ({ inactive }: Params): string => inactiveSentence(inactive);
const jobOf = (number: unknown) => `Job ${numberOf(number) ?? ''}`.trim();

/** The rule that stands in the way of an undo, in the sentence it has everywhere. */
function becauseOf(params: Params, wording: Wording): string | undefined {
  const code = String(params.because);
  if (code === 'undo.not_possible' || code === 'redo.not_possible') return undefined;
  const sentences: Readonly<Record<string, Sentence>> = {
    ...VISIT_SENTENCES,
    ...ORDER_SENTENCES,
    ...RECEIVABLE_SENTENCES,
    ...TRADE_SENTENCES,
  };
  return Object.hasOwn(sentences, code) ? sentences[code]?.(params, wording) : undefined;
}

/** Of an undo or a redo refused with both sides. */
const changedOf = (changed: unknown): string => fieldList(changed) || 'the same thing';

/** "2 open jobs: 1042, 1043"; those of other units are only counted. */
function openJobsOf(count: unknown, numbers: unknown): string {
  const many = numberOf(count) ?? 1;
  const named = (Array.isArray(numbers) ? numbers : []).filter((one) => typeof one === 'number');
  return `${many === 1 ? 'an open job' : `${many} open jobs`}${named.length > 0 ? `: ${named.join(', ')}` : ''}`;
}

export const TRADE_SENTENCES = {
  'draft.full': ({ most }) =>
    `A draft moves ${numberOf(most) ?? 200} visits at most, which is what one step publishes. Publish a part of it first.`,
  'draft.too_many': ({ most }) =>
    `You keep ${numberOf(most) ?? 20} drafts already. Delete one you no longer use first.`,
  'draft.not_owner': ({ name }) =>
    `This draft is ${textOf(name) ?? 'somebody else'}’s, and only they change it. Make a copy, or publish from it.`,
  'job.visits_past': ({ end }, wording) => {
    const moment = momentOf(end, wording);
    return `Its visit was planned until ${moment ?? 'a time that is past'}, which is over. Open the job and give it a new time.`;
  },
  'job.visit_keeps_time': () =>
    'A visit whose time is not over comes back at its own time. Leave it out, and reschedule it afterwards.',
  'job.business_unit_not_mapped': () =>
    'This job type is not done by that business unit. Choose another business unit or job type.',
  'job.location_of_other_customer': () =>
    'The location belongs to another customer. Say who pays (bill to), or choose a location of this customer.',
  'job.customer_do_not_service': () =>
    'This customer is marked do not service. A dispatcher or admin can book it, or clear the mark.',
  'job.inactive_reference': inactiveText,
  'job.time_in_future': ({ at }, wording) => {
    const moment = momentOf(at, wording);
    return `That time is in the future${moment ? ` (${moment})` : ''}. Choose now or an earlier time.`;
  },
  'job.time_long_before_booking': ({ at, days }, wording) => {
    const moment = momentOf(at, wording);
    return `That time${moment ? ` (${moment})` : ''} is more than ${numberOf(days) ?? 31} days before the job was booked. Check the date.`;
  },
  'job.no_open_visit': () => 'This job has no open visit. Add a visit first.',
  'job.original_elsewhere': ({ number }) =>
    `Job ${numberOf(number) ?? ''} was for another customer or at another location, so this is no recall or warranty work of it. Choose that customer and location, or start a new booking.`,
  'job.invoice_other_currency': ({ from, to }) =>
    `The invoice of this job has items in ${textOf(from) ?? 'one currency'}; the other business unit keeps its books in ${textOf(to) ?? 'another'}. Take the items off first, or book a new job there.`,
  'job.original_canceled': ({ number }) =>
    `Job ${numberOf(number) ?? ''} was canceled: there is no work to come back to. Start a new booking.`,
  'bulk.refused': ({ rows }) => {
    const count = Array.isArray(rows) ? rows.length : 0;
    return `Nothing was changed: ${count === 1 ? 'one of them is' : `${count} of them are`} no longer possible. Look at the reasons and try again with the others.`;
  },
  'file.type_not_kept': ({ name }) =>
    `${textOf(name) ?? 'This file'} cannot be kept: only images, PDF, text and office documents are. Save it as one of these, a PDF for example.`,
  'file.name_of_program': ({ name, ending }) =>
    `${textOf(name) ?? 'This file'} cannot be kept: a file that ends in “.${textOf(ending) ?? ''}” may run a program where it is opened. Attach it as a PDF or an image, for example.`,
  'note.not_author': () =>
    'Only who wrote a note may change its words or delete it. You can pin it, or write one of your own.',
  'capacity.window_full': ({ reason, next, timeZone, mayOverbook }, wording) => {
    const zone = textOf(timeZone);
    const offer = rangeOf((next ?? {}) as Params, { ...wording, ...(zone ? { zone } : {}) });
    return [
      `The last place in this window is taken. ${closedText(reason)}`,
      offer ? `Take ${offer}, the next best,` : 'Choose another window',
      mayOverbook ? 'or book over it with a reason.' : 'or ask a dispatcher.',
    ].join(' ');
  },
  'span.end_before_start': ({ kind }) =>
    `The ${kind === 'timeOff' ? 'time off' : kind === 'shift' ? 'shift' : 'event'} would end before it starts. Choose an end after the start.`,
  'vendor.email_needed': () =>
    'Orders go to this vendor by e-mail, so it needs an e-mail address. Give one, or choose another way.',
  'vendor.remits_to_itself': () =>
    'A vendor is paid itself as long as no other one is chosen. Choose another, or none.',
  'vendor.remits_on': ({ name, count }) =>
    textOf(name)
      ? `${textOf(name)} is paid through another vendor itself. Choose the one that gets the money.`
      : `This vendor is paid in place of ${numberOf(count) === 1 ? 'another one' : `${numberOf(count) ?? 'some'} others`}, so it has to be paid itself.`,
  'vendor.inactive_reference': inactiveText,
  'project.job_of_other_location': ({ jobNumber }) =>
    `${jobOf(jobNumber)} is at another location, and a project is at one. Choose a job at the project’s location, or make a project there.`,
  'project.job_in_other_project': ({ jobNumber, projectNumber }) =>
    `${jobOf(jobNumber)} is in ${numberOf(projectNumber) === undefined ? 'another project' : `project ${numberOf(projectNumber)}`} already. Take it out there first.`,
  'project.job_not_in_it': ({ jobNumber }) =>
    `${jobOf(jobNumber)} is not in this project any more. Reload to see its jobs.`,
  'project.sub_status_of_other_status': () =>
    'This sub-status belongs to another status. Choose one of the project’s status.',
  'project.dates_out_of_order': ({ field }) =>
    `A project cannot be completed before it starts. Choose a later ${field === 'actualCompletion' ? 'completion' : 'target'}, or an earlier start.`,
  'project.completion_in_future': () =>
    'That day is still to come. Choose today or an earlier day; what is planned is the target.',
  'project.has_jobs': ({ count }) =>
    `There ${numberOf(count) === 1 ? 'is a job' : `are ${numberOf(count) ?? 'some'} jobs`} in this project. Take ${numberOf(count) === 1 ? 'it' : 'them'} out first.`,
  'project.put_away': () => 'This project is put away. Bring it back first, or choose another.',
  'project.inactive_reference': inactiveText,
  'project.budget_line_empty': () => 'A budget line needs an amount, a quantity, or both.',
  'project.amount_not_allowed': () =>
    'Amounts of a budget are for accounting and admins. Give hours or a quantity, or ask one of them.',
  'customer.same': () => 'A customer cannot be merged with themselves. Choose the other one.',
  'customer.merged': ({ name }) =>
    `${textOf(name) ?? 'This customer'} has been merged with another customer. Open that one, or undo the merge.`,
  'customer.merged_too_long': ({ field, most }) =>
    field === 'memo'
      ? `Both memos together are longer than the ${(numberOf(most) ?? 0).toLocaleString('en-US')} characters a memo can have. Keep one of them, or shorten one first.`
      : `Together they have more than ${numberOf(most) ?? 50} tags. Take some away first.`,
  'customer.inactive': ({ name }) =>
    `${textOf(name) ?? 'The customer'} is out of use. Bring the customer back first.`,
  'customer.open_jobs': ({ count, numbers }) =>
    `The customer has ${openJobsOf(count, numbers)}. Complete or cancel ${count === 1 ? 'it' : 'them'} first.`,
  'location.open_jobs': ({ count, numbers }) =>
    `There ${count === 1 ? 'is' : 'are'} ${openJobsOf(count, numbers)} at this location. Complete or cancel ${count === 1 ? 'it' : 'them'} first.`,
  'undo.nothing': () => 'There is nothing left to undo.',
  'undo.changed_since': ({ changed }) =>
    `Somebody changed ${changedOf(changed)} after your step, so it cannot be undone. Compare both and change it by hand.`,
  'undo.not_possible': (params, wording) => {
    const because = becauseOf(params, wording);
    if (because) return `This step cannot be undone. ${because}`;
    const gone = !params.verb && params.kind ? `: the ${recordWord(params.kind)} is gone` : '';
    return `This step cannot be undone${gone}. Change it by hand instead.`;
  },
  'undo.too_old': ({ hours, steps }) =>
    steps === undefined
      ? `Steps can be undone for ${numberOf(hours) ?? 24} hours; this one is older. Change it by hand instead.`
      : `Your last ${numberOf(steps) ?? 50} steps can be undone; this one is older. Change it by hand instead.`,
  'redo.nothing': () =>
    'There is nothing to do again: only what you undid last comes back, until your next step.',
  'redo.changed_since': ({ changed }) =>
    `Somebody changed ${changedOf(changed)} after you undid the step, so it cannot be done again. Compare both and change it by hand.`,
  'redo.not_possible': (params, wording) => {
    const because = becauseOf(params, wording);
    if (because) return `This step cannot be done again. ${because}`;
    const gone = !params.verb && params.kind ? `: the ${recordWord(params.kind)} is gone` : '';
    return `This step cannot be done again${gone}. Change it by hand instead.`;
  },
  'redo.too_old': ({ hours }) =>
    `What was undone can be done again for ${numberOf(hours) ?? 24} hours; this is older. Change it by hand instead.`,
  'import.not_ready': () => 'The import is not at that step yet. Wait until the check is done, then go on.',
  'undo.in_use': ({ kind, uses }) => {
    const by = (Array.isArray(uses) ? uses : []).map((one) => (one === 'openJob' ? 'job' : recordWord(one)));
    const named = by.length > 0 ? ` (${[...new Set(by)].join(', ')})` : '';
    return `The ${recordWord(kind)} is in use by now${named}.`;
  },
  'setup.name_taken': ({ kind, name }) =>
    `Another ${recordWord(kind)} is called ${textOf(name) ?? 'the same'} by now. Rename that one first.`,
  'setup.does_not_fit': ({ kind, name }) =>
    `The ${recordWord(kind)} ${textOf(name) ?? ''} has been changed since, and what it was does not fit to that. Change it by hand instead.`,
} satisfies Record<
  Exclude<
    RefusalCode,
    keyof typeof VISIT_SENTENCES | keyof typeof ORDER_SENTENCES | keyof typeof RECEIVABLE_SENTENCES
  >,
  Sentence
>;
