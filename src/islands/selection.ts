import type { TextFragment } from 'text-fragments-polyfill/dist/fragment-generation-utils.js';

/**
 * `<otr-selection data-within data-copied data-failed>` round `[data-pick=link]` and `[data-pick=quote]` buttons and a
 * `[role=status]`: offers a link to the text that is selected in the elements of a selector. It comes when the selecting
 * has come to rest, stands below the selection or, where fingers select, at the foot of the screen, out of the way of the
 * system's own menu. The first Tab after selecting leads into it; Esc puts it away.
 */
class SelectionLink extends HTMLElement {
  #range: Range | undefined;
  #link: Promise<string> | undefined;
  #isNew = false;
  #settled: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.hidden = true;
    const look = () => {
      clearTimeout(this.#settled);
      if (!this.#selected()) this.#put(undefined);
      else this.#settled = setTimeout(() => this.#put(this.#selected()), 300);
    };
    document.addEventListener('selectionchange', look);
    look(); // what is selected by now may be why this script was fetched
    // A click in here must leave the selection as it is.
    this.addEventListener('pointerdown', (event) => event.preventDefault());
    this.addEventListener('mousedown', (event) => event.preventDefault());
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element && target.closest('button');
      if (button) void this.#copy(button);
    });
    addEventListener('keydown', (event) => {
      if (this.hidden || event.defaultPrevented) return;
      const enters = event.key === 'Tab' && !event.shiftKey && this.#isNew && !this.contains(document.activeElement);
      if (enters) this.querySelector('button')?.focus({ preventScroll: true });
      else if (event.key === 'Escape') this.#put(undefined);
      if (enters || event.key === 'Escape') event.preventDefault();
      this.#isNew &&= !enters && event.key !== 'Tab';
    });
  }

  #selected(): Range | undefined {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
    const range = selection.getRangeAt(0);
    const root = range.commonAncestorContainer;
    const inside = root instanceof Element ? root : root.parentElement;
    const isProse = inside?.closest(this.dataset['within'] ?? 'main') && !inside.closest('input, textarea, button');
    return isProse && /\p{L}|\p{N}/u.test(selection.toString()) ? range.cloneRange() : undefined;
  }

  #put(range: Range | undefined): void {
    if (!range && this.contains(document.activeElement)) (document.activeElement as HTMLElement).blur(); // a button of ours
    this.#range = range;
    this.hidden = !range;
    this.#isNew = range !== undefined;
    this.#say('');
    if (!range) return;
    this.#link = linkTo(range); // made before it is asked for: copying has to follow the click at once
    const lines = [...range.getClientRects()];
    const last = lines.at(-1) ?? range.getBoundingClientRect();
    const first = lines[0] ?? last;
    const { width, height } = this.getBoundingClientRect();
    const fits = last.bottom + height + gap < innerHeight;
    // What the element is placed in need not begin where the page does.
    const { left = 0, top = 0 } = this.offsetParent?.getBoundingClientRect() ?? {};
    const x = Math.max(gap, Math.min(last.left, innerWidth - width - gap));
    this.style.setProperty('--x', `${x - left}px`);
    this.style.setProperty('--y', `${(fits ? last.bottom + gap : first.top - height - gap) - top}px`);
  }

  async #copy(button: HTMLElement): Promise<void> {
    const range = this.#range;
    if (!range || !this.#link) return;
    const link = await this.#link;
    const quote = `“${range.toString().replace(/\s+/g, ' ').trim()}”\n${link}`;
    const copied = await navigator.clipboard?.writeText(button.dataset['pick'] === 'quote' ? quote : link).then(
      () => true,
      () => false,
    );
    this.#say((copied ? this.dataset['copied'] : this.dataset['failed']) ?? '');
  }

  #say(text: string): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = text;
  }
}

/** Room between the selection and what is offered, in px. */
const gap = 8;

/** An address that leads to the text itself; to the mark or heading before it where text cannot be told from other text. */
async function linkTo(range: Range): Promise<string> {
  const page =
    document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href.replace(/#.*/s, '');
  const anchor = anchorOf(range);
  const directive = await textDirective(range);
  return directive || anchor ? `${page}#${anchor}${directive}` : page;
}

/** The id of the mark the text stands in, or of the last mark or heading before it. */
function anchorOf(range: Range): string {
  const places = [...document.querySelectorAll('main mark[id], main :is(h2, h3)[id]')];
  const isBefore = (place: Element) => range.comparePoint(place, 0) < 0 || place.contains(range.startContainer);
  return encodeURIComponent(places.filter(isBefore).at(-1)?.id ?? '');
}

async function textDirective(range: Range): Promise<string> {
  const generate = await generator();
  const given = generate?.(range);
  if (!given) return '';
  const fragment = acrossSigns(given, range);
  const { prefix, textStart, textEnd, suffix } = fragment;
  const parts = [
    prefix && `${encoded(prefix)}-`,
    encoded(textStart),
    textEnd && encoded(textEnd),
    suffix && `-${encoded(suffix)}`,
  ];
  return `:~:text=${parts.filter(Boolean).join(',')}`;
}

/**
 * Browsers do not find words across the sign of a note: a text with one inside is named by the words at its ends. They are
 * counted in the range and taken from the fragment, whose words are whole.
 */
function acrossSigns(fragment: TextFragment, range: Range): TextFragment {
  const copy = range.cloneContents();
  for (const sign of copy.querySelectorAll('.ref')) sign.replaceWith(' \u{fffc} ');
  const counts = (copy.textContent ?? '')
    .split('\u{fffc}')
    .map((piece) => piece.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0);
  const pieces = counts.filter((count) => count > 0);
  if (fragment.textEnd || pieces.length < 2) return fragment;
  const words = fragment.textStart.split(/\s+/);
  return {
    ...fragment,
    textStart: words.slice(0, Math.min(4, pieces[0] ?? 1)).join(' '),
    textEnd: words.slice(-Math.min(4, pieces.at(-1) ?? 1)).join(' '),
  };
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}

type Generate = (range: Range) => TextFragment | undefined;
let loaded: Promise<Generate | undefined> | undefined;

/** Fetched when text is first selected. Where it cannot be had, links lead to the nearest mark or heading. */
function generator(): Promise<Generate | undefined> {
  loaded ??= import('text-fragments-polyfill/dist/fragment-generation-utils.js').then(
    ({ generateFragmentFromRange, GenerateFragmentStatus }) =>
      (range) => {
        const { status, fragment } = generateFragmentFromRange(range.cloneRange());
        return status === GenerateFragmentStatus.SUCCESS ? fragment : undefined;
      },
    () => undefined,
  );
  return loaded;
}

customElements.define('otr-selection', SelectionLink);
