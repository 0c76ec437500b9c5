/**
 * The order of the call: Enter goes from one stop to the next, Tab to every control as usual. A stop is an element
 * with `data-stop`; what is filled in by an earlier choice is none, so that Enter passes over it.
 */
export type Stop =
  | 'who'
  | 'name'
  | 'location'
  | 'jobType'
  | 'summary'
  | 'campaign'
  | 'fields'
  | 'window'
  | 'technician'
  | 'book';

const CONTROLS = 'input:not([disabled]):not([type=hidden]), textarea:not([disabled]), button:not([disabled])';

const TYPED = 'input:not([disabled]):not([type=hidden]), textarea:not([disabled])';

/** The radio chosen, else the first thing to type into or choose from, else the button itself. */
function controlIn(stop: Element): HTMLElement | null {
  return (
    stop.querySelector<HTMLElement>('input[type=radio]:checked:not([disabled])') ??
    stop.querySelector<HTMLElement>(TYPED) ??
    stop.querySelector<HTMLElement>(CONTROLS)
  );
}

export function focusStop(form: HTMLElement | null, name: Stop): void {
  const stop = form?.querySelector(`[data-stop="${name}"]`);
  if (stop) controlIn(stop)?.focus();
}

/** Enter in a field of a stop: the next stop that has something to fill in. @returns whether there was one */
export function focusNextStop(form: HTMLElement, from: Element): boolean {
  const stops = [...form.querySelectorAll('[data-stop]')];
  const here = from.closest('[data-stop]');
  const after = here
    ? stops.slice(stops.indexOf(here) + 1)
    : stops.filter((stop) => from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
  // Inside a stop of several fields (a new customer) Enter first goes through these.
  const own = here ? [...here.querySelectorAll<HTMLElement>(CONTROLS)] : [];
  const next = own[own.indexOf(from as HTMLElement) + 1];
  if (
    next &&
    here?.getAttribute('data-stop') !== 'window' &&
    next.matches('input:not([type=radio]), textarea')
  ) {
    next.focus();
    return true;
  }
  for (const stop of after) {
    const control = controlIn(stop);
    if (!control) continue;
    control.focus();
    return true;
  }
  return false;
}

/** After a try that was refused: to the first thing that is missing or wrong. */
export function focusFirstWrong(form: HTMLElement | null): void {
  const invalid = form?.querySelector<HTMLElement>('[aria-invalid=true]');
  // Groups of radios carry their error as text, not on each of them.
  const group = form?.querySelector('[data-stop]:has([data-error])');
  const target = invalid ?? (group ? controlIn(group) : null);
  target?.focus();
}
