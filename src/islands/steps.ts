import { letterOf } from './letter-of.ts';

/**
 * `<otr-steps>`: steps through the annotations the lens leaves on the page, by key and by button, and comes back. Inside it:
 *
 * - `button[data-step=next]`, `previous`, `return`, `keys`
 * - `[role=status]` with `data-claim`, `data-fact` (texts in which %n, %who and %verdict are replaced), `data-returned`, `data-last`
 *   and `data-first`
 * - `dialog`: the help to the keys
 *
 * A step moves the focus to the reference after the mark, and lights the mark.
 */
class Steps extends HTMLElement {
  /** The reference stepped to last, and when. */
  #at: HTMLElement | undefined;
  #when = Number.NEGATIVE_INFINITY;
  /** Where the reader was when the stepping began. */
  #origin: { readonly top: number; readonly focus: Element | null } | undefined;

  connectedCallback(): void {
    this.addEventListener('click', ({ target, timeStamp }) => {
      const button = target instanceof Element && target.closest('button');
      if (button) this.#act(button.dataset['step'], timeStamp);
    });
    addEventListener('keydown', (event) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('dialog[open], .share-menu:popover-open')) return;
      if (event.key.length === 1 && document.documentElement.hasAttribute('data-no-letter-keys')) return;
      const key = event.key === 'Enter' && !document.activeElement?.matches('a.ref') ? '' : letterOf(event);
      if (this.#act(actions[key], event.timeStamp)) event.preventDefault();
    });
  }

  /** Gives whether there was anything to do. */
  #act(action: string | undefined, now: number): boolean {
    if (action === 'next' || action === 'previous') this.#step(action === 'next', now);
    else if (action === 'open') return this.#open();
    else if (action === 'return') return this.#close() || this.#return();
    else if (action === 'keys') this.querySelector('dialog')?.showModal();
    else return false;
    return true;
  }

  #step(forward: boolean, now: number): void {
    const from = this.#from(now);
    const order = forward ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    const isBeyond = (reference: HTMLElement) =>
      from ? from.compareDocumentPosition(reference) & order : reference.getBoundingClientRect().top > 0 === forward;
    const references = shownReferences().filter(isBeyond);
    const to = forward ? references[0] : references.at(-1);
    if (!to) {
      this.#say(forward ? 'last' : 'first');
      return;
    }
    this.#origin ??= { top: scrollY, focus: document.activeElement };
    this.#setReturn(true);
    this.#light(to);
    this.#when = now;
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: 'center' });
    this.#announce(to);
  }

  /** Where a step starts: the annotation in focus, else the last one while it is in view; none means from what is in view. */
  #from(now: number): HTMLElement | undefined {
    const focused = document.activeElement?.closest<HTMLElement>('.note, a.ref');
    const from = (focused && (focused.matches('.note') ? referenceOf(focused) : focused)) ?? this.#at;
    if (!from || (from === this.#at && now - this.#when < glide)) return from;
    const { top, bottom } = from.getBoundingClientRect();
    return from === focused || (bottom > 0 && top < innerHeight && bottom > top) ? from : undefined;
  }

  #announce(reference: HTMLElement): void {
    const note = noteOf(reference);
    const text = (part: string) => note?.querySelector(`summary > ${part}`)?.textContent.trim() ?? '';
    const who = text('.who');
    this.#say(note?.dataset['by'] === 'record' ? 'fact' : 'claim', {
      n: reference.dataset['number'] ?? '',
      who: note?.dataset['by'] === 'person' ? who : who.charAt(0).toLocaleLowerCase() + who.slice(1),
      verdict: text('.verdict').toLocaleLowerCase(),
    });
  }

  #say(message: string, values: Readonly<Record<string, string>> = {}): void {
    const status = this.querySelector<HTMLElement>('[role="status"]');
    const text = status?.dataset[message] ?? '';
    if (status) status.textContent = text.replace(/%(\w+)/g, (_, name: string) => values[name] ?? '');
  }

  #light(reference: HTMLElement | undefined): void {
    for (const [annotation, lit] of [
      [this.#at, false],
      [reference, true],
    ] as const) {
      const id = annotation?.getAttribute('href')?.replace('#note--', '');
      if (id) document.querySelector(`mark[data-annotation="${CSS.escape(id)}"]`)?.toggleAttribute('data-lit', lit);
    }
    this.#at = reference;
  }

  #open(): boolean {
    const reference = document.activeElement?.closest<HTMLElement>('.note, a.ref');
    if (reference?.matches('.note')) return this.#close();
    const note = reference && noteOf(reference);
    if (!note) return false;
    note.open = true;
    const summary = note.querySelector('summary');
    summary?.focus({ preventScroll: true });
    note.scrollIntoView({ block: 'nearest' });
    return true;
  }

  /** Closes the note in focus. */
  #close(): boolean {
    const note = document.activeElement?.closest<HTMLDetailsElement>('.note');
    const reference = note && referenceOf(note);
    if (!note?.open || !reference) return false;
    note.open = false;
    reference.focus({ preventScroll: true });
    reference.scrollIntoView({ block: 'nearest' });
    return true;
  }

  #return(): boolean {
    if (!this.#origin) return false;
    const { top, focus } = this.#origin;
    this.#origin = undefined;
    this.#light(undefined);
    if (focus instanceof HTMLElement && focus !== document.body) focus.focus({ preventScroll: true });
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo({ top });
    this.#setReturn(false);
    this.#say('returned');
    return true;
  }

  #setReturn(possible: boolean): void {
    const button = this.querySelector<HTMLButtonElement>('[data-step="return"]');
    if (button) button.disabled = !possible;
  }
}

const actions: Readonly<Record<string, string>> = {
  n: 'next',
  j: 'next',
  p: 'previous',
  k: 'previous',
  o: 'open',
  Enter: 'open',
  Escape: 'return',
  '?': 'keys',
};

/** Milliseconds in which a page may still be gliding to where the last step led. */
const glide = 1000;

/** The first reference to each note, of those the lens leaves. */
function shownReferences(): HTMLElement[] {
  const first = new Map<string | null, HTMLElement>();
  for (const reference of document.querySelectorAll<HTMLElement>('.prose a.ref')) {
    const href = reference.getAttribute('href');
    if (!first.has(href) && reference.checkVisibility()) first.set(href, reference);
  }
  return [...first.values()];
}

function noteOf(reference: HTMLElement): HTMLDetailsElement | undefined {
  const id = reference.getAttribute('href')?.slice(1) ?? '';
  return document.getElementById(id)?.closest('details') ?? undefined;
}

function referenceOf(note: HTMLElement): HTMLElement | undefined {
  const id = note.querySelector('.note-in')?.id;
  return document.querySelector<HTMLElement>(`.prose a.ref[href="#${CSS.escape(id ?? '')}"]`) ?? undefined;
}

function isTyping(target: EventTarget | null): boolean {
  const fields = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]';
  return target instanceof Element && target.closest(fields) !== null;
}

customElements.define('otr-steps', Steps);
