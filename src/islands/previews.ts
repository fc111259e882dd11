/**
 * `<otr-previews popover="manual" data-base data-open data-close>`: shows beside a link to a claim, a fact, a person, a
 * source, a work or a review what its page says first. A mouse that rests on the link or the focus of the keyboard brings
 * the preview; it stays while either is on link or preview, and Escape puts it away. A tap brings it as a sheet with
 * a link to the page; a second tap, or a page that is slow to come, follows the link itself.
 *
 * What is shown stands in the linked page, in elements with `data-preview`, whose value is the class of the copy. That
 * page is then already fetched when the reader goes there.
 */
class Previews extends HTMLElement {
  /** The link whose preview is open or under way. */
  #link: HTMLAnchorElement | undefined;
  /** The link whose preview was put away while the pointer or the focus is still on it. */
  #dismissed: HTMLAnchorElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pointer = '';

  connectedCallback(): void {
    if (!('showPopover' in this)) return;
    addEventListener('pointerover', (event) => {
      if (event.pointerType === 'touch') return;
      const link = this.#linkOf(event.target);
      if (link) this.#soon(link, event);
      else if (this.contains(asNode(event.target))) this.#stay();
    });
    addEventListener('pointerout', ({ target, relatedTarget }) => {
      const link = this.#linkOf(target);
      if (link && !link.contains(asNode(relatedTarget))) this.#leave(link);
      else if (this.contains(asNode(target)) && !this.contains(asNode(relatedTarget))) this.#leave();
    });
    addEventListener('focusin', ({ target }) => {
      const link = this.#linkOf(target);
      if (link?.matches(':focus-visible') && this.#pointer === '') this.#soon(link);
    });
    addEventListener('focusout', ({ target, relatedTarget }) => {
      const link = this.#linkOf(target);
      if (link) this.#leave(link);
      else if (this.contains(asNode(target)) && this.#isElsewhere(relatedTarget)) this.#close();
    });
    addEventListener('pointerdown', ({ target, pointerType }) => {
      this.#pointer = pointerType;
      if (!this.contains(asNode(target)) && this.#linkOf(target) !== this.#link) this.#close();
    });
    addEventListener('click', (event) => this.#tap(event));
    addEventListener(
      'keydown',
      (event) => {
        this.#pointer = '';
        if (event.key !== 'Escape' || !this.matches(':popover-open')) return;
        event.preventDefault(); // the key does nothing else this time
        this.#dismissed = this.#link;
        if (this.dataset['sheet'] === undefined) this.#close();
        else this.#back();
      },
      true,
    );
  }

  #linkOf(target: EventTarget | null): HTMLAnchorElement | undefined {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('main a[href]') : null;
    const { base = '/' } = this.dataset;
    if (!link || link.closest(saidAlready) || link.origin !== location.origin) return undefined;
    if (link.pathname === location.pathname || !link.pathname.startsWith(base)) return undefined;
    return /^(?:claims|facts|people|sources|works|reviews)\/[^/]+\/$/.test(link.pathname.slice(base.length))
      ? link
      : undefined;
  }

  #isElsewhere(target: EventTarget | null): boolean {
    return target !== null && !this.contains(asNode(target)) && this.#linkOf(target) !== this.#link;
  }

  #stay(): void {
    clearTimeout(this.#timer);
  }

  #soon(link: HTMLAnchorElement, at?: PointerEvent): void {
    this.#stay();
    if (link === this.#link || link === this.#dismissed) return;
    this.#timer = setTimeout(() => {
      this.#close();
      this.#link = link;
      previewOf(link).then(
        (parts) => this.#link === link && this.#show(parts, lineAt(link, at?.clientY)),
        () => this.#close(), // the page did not come: the link is still a link
      );
    }, delay.open);
  }

  #leave(link?: HTMLAnchorElement): void {
    if (link === this.#dismissed) this.#dismissed = undefined;
    this.#stay();
    if (this.dataset['sheet'] === undefined) this.#timer = setTimeout(() => this.#close(), delay.close);
  }

  #tap(event: MouseEvent): void {
    const link = this.#linkOf(event.target);
    const isPlain = !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isPlain || this.#pointer !== 'touch' || this.#link === link) return;
    event.preventDefault();
    this.#close();
    this.#link = link;
    const late = new Promise<never>((_, fail) => setTimeout(fail, delay.tap));
    Promise.race([previewOf(link), late]).then(
      (parts) => this.#link === link && this.#showSheet(parts, link),
      () => location.assign(link.href),
    );
  }

  #show(parts: readonly Node[], line: DOMRect): void {
    this.replaceChildren(...parts.map((part) => part.cloneNode(true)));
    this.role = 'tooltip';
    this.#link?.setAttribute('aria-describedby', this.id);
    this.showPopover();
    const { offsetWidth: width, offsetHeight: height } = this;
    const { clientWidth, clientHeight } = document.documentElement;
    const isBelow = line.bottom + gap + height <= clientHeight || line.top < clientHeight - line.bottom;
    const left = Math.max(gap, Math.min(line.left, clientWidth - width - gap));
    this.style.left = `${scrollX + left}px`;
    this.style.top = `${scrollY + (isBelow ? line.bottom + gap : line.top - gap - height)}px`;
  }

  #showSheet(parts: readonly Node[], link: HTMLAnchorElement): void {
    const { open = '', close = '' } = this.dataset;
    const go = document.createElement('a');
    go.href = link.href;
    go.textContent = open;
    const shut = document.createElement('button');
    shut.type = 'button';
    shut.textContent = close;
    shut.addEventListener('click', () => this.#back());
    for (const control of [go, shut]) control.className = 'btn';
    const controls = document.createElement('p');
    controls.className = 'tools';
    controls.append(go, shut);
    this.replaceChildren(...parts.map((part) => part.cloneNode(true)), controls);
    this.role = 'dialog';
    this.ariaLabel = link.textContent;
    this.tabIndex = -1;
    this.dataset['sheet'] = '';
    this.showPopover();
    this.focus();
  }

  #back(): void {
    const link = this.#link;
    this.#close();
    link?.focus({ preventScroll: true });
  }

  #close(): void {
    this.#stay();
    this.#link?.removeAttribute('aria-describedby');
    this.#link = undefined;
    if (this.matches(':popover-open')) this.hidePopover();
    this.removeAttribute('data-sheet');
    this.removeAttribute('aria-label');
    this.removeAttribute('tabindex');
    this.removeAttribute('style');
  }
}

/** Where a page says in full what a preview would say. */
const saidAlready = 'nav, h1, h2, h3, .what, .stmt-l, .entries, .entry, .units, .permalink, .btn';

/** Milliseconds: how long a pointer has to rest, may stray, and how long a tap waits for its preview. */
const delay = { open: 250, close: 300, tap: 700 };

/** Pixels between a link and its preview, and between that and the edge of the window. */
const gap = 8;

const previews = new Map<string, Promise<readonly Node[]>>();

function previewOf({ href }: HTMLAnchorElement): Promise<readonly Node[]> {
  const address = href.replace(/#.*/, '');
  const known = previews.get(address) ?? fetchPreview(address);
  previews.set(address, known);
  known.catch(() => previews.delete(address));
  return known;
}

async function fetchPreview(address: string): Promise<readonly Node[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const html = await response.text();
  // The head is left out: this page's policy would refuse the styles of another. What it is known by has a quotation mark
  // in it, which no attribute that an author's words stand in can have.
  const page = new DOMParser().parseFromString(html.slice(html.indexOf('<main id="page--text"')), 'text/html');
  const parts = [...page.querySelectorAll<HTMLElement>('[data-preview]')].map(copyOf);
  if (parts.length === 0) throw new Error(`Nothing to preview in ${address}`);
  return parts;
}

/** What an element holds, without what only its own page can use: links, names, words for screen readers. */
function copyOf(original: HTMLElement): HTMLElement {
  const part = document.createElement('div');
  part.className = original.dataset['preview'] ?? '';
  const { sign } = original.dataset;
  if (sign) part.dataset['sign'] = sign;
  const lang = original.closest<HTMLElement>('[lang]')?.lang;
  if (lang && lang !== document.documentElement.lang) part.lang = lang;
  part.append(...[...original.childNodes].map((node) => document.importNode(node, true)));
  for (const hidden of part.querySelectorAll('.vh')) hidden.remove();
  for (const named of part.querySelectorAll('[id]')) named.removeAttribute('id');
  for (const link of part.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  return part;
}

/** Of a link that goes over several lines the one at a height of the window. */
function lineAt(link: HTMLAnchorElement, y?: number): DOMRect {
  const lines = [...link.getClientRects()];
  return lines.find(({ top, bottom }) => y !== undefined && top <= y && y <= bottom) ?? lines[0] ?? new DOMRect();
}

function asNode(target: EventTarget | null): Node | null {
  return target instanceof Node ? target : null;
}

customElements.define('otr-previews', Previews);
