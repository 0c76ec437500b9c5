/**
 * The order of the call: Enter goes from one stop to the next, Tab to every control as usual. A stop is an element
 * with `data-stop`; `data-done` says it is answered, by an earlier choice or a proposal, so that Enter passes over it, and
 * `data-aside` marks fields beside the call's way.
 */
export type Stop =
  | 'who'
  | 'name'
  | 'location'
  | 'summary'
  | 'jobType'
  | 'campaign'
  | 'fields'
  | 'window'
  | 'technician'
  | 'book';

/** Without the inputs that choices carry along for the browser. */
const TYPED = 'input:not([disabled]):not([type=hidden]):not([aria-hidden=true]), textarea:not([disabled])';
const LINES =
  ':is(input:not([disabled]):not([type=hidden]):not([type=radio]):not([aria-hidden=true]), textarea:not([disabled])):not([data-aside] *)';

/** The radio chosen, else the first thing to type into or choose from, else the button itself. */
function controlIn(stop: Element): HTMLElement | null {
  return (
    stop.querySelector<HTMLElement>('input[type=radio]:checked:not([disabled])') ??
    stop.querySelector<HTMLElement>(TYPED) ??
    stop.querySelector<HTMLElement>('button:not([disabled])')
  );
}

export function focusStop(form: HTMLElement | null, name: Stop): void {
  const stop = form?.querySelector(`[data-stop="${name}"]`);
  (stop ? controlIn(stop) : null)?.focus();
}

/**
 * On to the next question when an answer has come, unless the hands are already there or further on: whoever types the
 * job type before the caller's card has arrived keeps the field, the list under it and what is typed.
 */
export function goOnTo(form: HTMLElement | null, name: Stop): void {
  const stop = form?.querySelector(`[data-stop="${name}"]`);
  const held = document.activeElement;
  if (!stop || (form?.contains(held) && held && isInOrAfter(held, stop))) return;
  controlIn(stop)?.focus();
}

const isInOrAfter = (element: Element, stop: Element) =>
  stop.contains(element) || (stop.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Enter in a field of a stop: the next stop that has something to fill in. */
export function focusNextStop(form: HTMLElement, from: Element): void {
  const stops = [...form.querySelectorAll('[data-stop]')];
  const here = from.closest('[data-stop]');
  // What is answered already, proposed or chosen, is passed over; Tab still goes there.
  const after = (
    here
      ? stops.slice(stops.indexOf(here) + 1)
      : stops.filter((stop) => from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING)
  ).filter((stop) => !stop.matches('[data-done]'));
  // Inside a stop of several fields (a new customer) Enter first goes through these, past what the call has filled in.
  const own = here ? [...here.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(LINES)] : [];
  const at = own.indexOf(from as HTMLInputElement);
  const next = at < 0 ? undefined : own.slice(at + 1).find(({ value }) => value === '');
  if (next) {
    next.focus();
    return;
  }
  for (const stop of after) {
    const control = controlIn(stop);
    if (!control) continue;
    control.focus();
    return;
  }
}

/** After a try that was refused: to the first thing that is missing or wrong. */
export function focusFirstWrong(form: HTMLElement | null): void {
  const invalid = form?.querySelector<HTMLElement>('[aria-invalid=true]');
  // Groups of radios carry their error as text, not on each of them.
  const group = form?.querySelector('[data-stop]:has([data-error])');
  // A group of radios that is wrong as a whole takes no focus itself.
  const box = invalid?.matches('[role=radiogroup]') ? invalid : invalid ? null : group;
  const target: HTMLElement | null | undefined = box
    ? (controlIn(box) ?? box.querySelector<HTMLElement>('input'))
    : invalid;
  target?.focus();
}
