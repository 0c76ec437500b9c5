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

const TYPED = 'input:not([disabled]):not([type=hidden]), textarea:not([disabled])';
/** Without the inputs that choices carry along for the browser. */
const LINES =
  'input:not([disabled]):not([type=hidden]):not([type=radio]):not([aria-hidden=true]), textarea:not([disabled])';

/** The radio chosen, else the first thing to type into or choose from, else the button itself. */
function controlIn(stop: Element): HTMLElement | null {
  return (
    stop.querySelector<HTMLElement>('input[type=radio]:checked:not([disabled])') ??
    stop.querySelector<HTMLElement>(TYPED) ??
    stop.querySelector<HTMLElement>('button:not([disabled])')
  );
}

export function focusStop(form: HTMLElement | null, name: Stop): void {
  const control = (of: string) => {
    const stop = form?.querySelector(`[data-stop="${of}"]`);
    return stop ? controlIn(stop) : null;
  };
  // No window left on that day: the days are the next question.
  (control(name) ?? (name === 'window' ? control('day') : null))?.focus();
}

/** Enter in a field of a stop: the next stop that has something to fill in. */
export function focusNextStop(form: HTMLElement, from: Element): void {
  // The day is there already when a window is asked for; who wants another one goes back to it.
  const stops = [...form.querySelectorAll('[data-stop]:not([data-stop=day])')];
  const here = from.closest('[data-stop]:not([data-stop=day])');
  const after = here
    ? stops.slice(stops.indexOf(here) + 1)
    : stops.filter((stop) => from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
  // Inside a stop of several fields (a new customer) Enter first goes through these.
  const own = here ? [...here.querySelectorAll<HTMLElement>(LINES)] : [];
  const next = own.includes(from as HTMLElement) ? own[own.indexOf(from as HTMLElement) + 1] : undefined;
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
  const target = invalid ?? (group ? controlIn(group) : null);
  target?.focus();
}
