/**
 * `<otr-share data-…>`: the share menu of a page. What can be passed on of a claim or fact stands as text on its own page, in
 * `dl.share`; this gives each text its button there, and shows the same texts in one menu, filled for the annotation it is
 * opened at: from `a[data-share-open]` on that page, from every note in a review. A review fetches them when the menu is
 * about to be opened.
 *
 * A row is `[data-share]` with its text in `.all`; what the attribute says names its button: `data-link`, `data-quote` …
 * of the element; `file:<name>` may be saved as well.
 */
class Share extends HTMLElement {
  readonly #menu = element('div', { className: 'share-menu', role: 'dialog', popover: 'auto' });
  readonly #title = element('p', { className: 'lab' });
  readonly #rows = element('dl', { className: 'share' });
  /** Takes back what was last told. */
  #told: (() => void) | undefined;
  readonly #status = element('p', { className: 'ui', role: 'status' });

  connectedCallback(): void {
    const close = this.#button(this.dataset['close'], () => this.#menu.hidePopover());
    this.#menu.append(this.#title, ...this.#native(), this.#rows, this.#status, close);
    this.#menu.setAttribute('aria-label', this.dataset['open'] ?? '');
    document.body.append(this.#menu);
    const own = document.querySelector<HTMLElement>('main dl.share');
    if (own) this.#addButtons(own);
    const opener = document.querySelector<HTMLAnchorElement>('a[data-share-open]');
    if (opener) opener.replaceWith(this.#opener(opener.className, location.href, opener.textContent));
    for (const foot of document.querySelectorAll('.note .go')) {
      const link = foot.querySelector('a');
      if (link) foot.firstElementChild?.after(this.#opener('', link.href, link.textContent));
    }
  }

  /** A button that opens the menu for the annotation whose page is at an address. */
  #opener(className: string, address: string, name: string): HTMLButtonElement {
    const { open = '' } = this.dataset;
    const opener = this.#button(open, () => this.#fill(address, label));
    const label = name === open ? open : `${open}: ${name}`;
    opener.className = className;
    opener.setAttribute('aria-label', label);
    opener.setAttribute('aria-haspopup', 'dialog');
    opener.popoverTargetElement = this.#menu;
    // What will be needed in a moment can be on its way already.
    for (const event of ['pointerenter', 'focus']) opener.addEventListener(event, () => void rowsAt(address));
    return opener;
  }

  async #fill(address: string, label: string): Promise<void> {
    this.#title.textContent = label;
    this.#status.textContent = '';
    const link = this.#linkRow(address);
    this.#rows.replaceChildren(link);
    this.#addButtons(this.#rows);
    link.querySelector('button')?.setAttribute('autofocus', '');
    const rows = (await rowsAt(address))?.querySelectorAll(':scope > div');
    if (!link.isConnected) return; // opened elsewhere meanwhile
    if (!rows) this.#status.textContent = this.dataset['lost'] ?? '';
    for (const row of rows ?? []) {
      const copy = document.importNode(row, true);
      for (const tools of copy.querySelectorAll('.tools')) tools.remove();
      if (copy.getAttribute('data-share') === 'link') {
        // The focus is there: its words may change, it itself may not.
        for (const part of ['dt', '.all']) {
          const text = link.querySelector(part);
          if (text) text.textContent = copy.querySelector(part)?.textContent ?? '';
        }
      } else this.#rows.append(copy);
    }
    this.#addButtons(this.#rows);
  }

  /** The link that is known before anything was fetched: to what the page says now. */
  #linkRow(address: string): HTMLElement {
    const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? address;
    const row = element('div');
    row.dataset['share'] = 'link';
    const text = element('dd');
    text.append(element('span', { className: 'all', textContent: new URL(new URL(address).pathname, canonical).href }));
    row.append(element('dt', { textContent: this.dataset['permalink'] ?? '' }), text);
    return row;
  }

  #addButtons(rows: HTMLElement): void {
    for (const row of rows.querySelectorAll<HTMLElement>('[data-share]')) {
      if (row.querySelector('button')) continue;
      const [kind = '', file] = row.dataset['share']?.split(':') ?? [];
      const text = () => row.querySelector('.all')?.textContent ?? '';
      const buttons = element(row.matches('dl > *') ? 'dd' : 'p', { className: 'tools' });
      buttons.append(this.#button(this.dataset[kind], () => this.#copy(row, text())));
      if (file) buttons.append(this.#button(this.dataset['save'], () => save(text(), file)));
      row.append(buttons);
    }
  }

  /** Only where the system has a sheet of its own to share with. */
  #native(): HTMLElement[] {
    if (!('share' in navigator)) return [];
    const text = (kind: string) => this.#rows.querySelector(`[data-share="${kind}"] .all`)?.textContent ?? '';
    const share = () =>
      navigator.share({ text: text('quote').split('\n')[0] ?? '', url: text('link') }).catch(() => {});
    return [this.#button(this.dataset['native'], () => void share())]; // a reader who thinks better of it is no failure
  }

  async #copy(row: HTMLElement, text: string): Promise<void> {
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    const { copied: done = '', failed = '' } = this.dataset;
    const told = copied ? done : failed;
    if (!copied) getSelection()?.selectAllChildren(row.querySelector('.all') ?? row);
    const button = row.querySelector('button');
    this.#told?.();
    if (!button) return;
    const label = button.textContent;
    button.textContent = told;
    this.#status.textContent = told;
    const forget = setTimeout(() => this.#told?.(), 2000);
    this.#told = () => {
      clearTimeout(forget);
      button.textContent = label;
      this.#status.textContent = '';
      this.#told = undefined;
    };
  }

  #button(label: string | undefined, act: () => unknown): HTMLButtonElement {
    const button = element('button', { type: 'button', className: 'btn', textContent: label ?? '' });
    button.addEventListener('click', act);
    return button;
  }
}

const fetched = new Map<string, Promise<Element | undefined>>();

/** What the page at an address has to pass on, fetched once; this very page has it. `undefined` when it cannot be had. */
function rowsAt(address: string): Promise<Element | undefined> {
  const { href, pathname } = new URL(address);
  if (pathname === location.pathname) return Promise.resolve(document.querySelector('main dl.share') ?? undefined);
  const rows = fetched.get(href) ?? fetchRows(href);
  fetched.set(href, rows);
  return rows;
}

async function fetchRows(href: string): Promise<Element | undefined> {
  try {
    const answer = await fetch(href);
    if (!answer.ok) throw new Error(answer.statusText);
    // Nothing else of the page: the policy of this one would refuse its styles.
    const [list = ''] = /<dl class="[^"]*\bshare\b[^"]*">.*?<\/dl>/s.exec(await answer.text()) ?? [];
    return new DOMParser().parseFromString(list, 'text/html').querySelector('dl') ?? undefined;
  } catch {
    fetched.delete(href); // another time it may be there
    return undefined;
  }
}

function save(text: string, file: string): void {
  const href = URL.createObjectURL(new Blob([text]));
  element('a', { href, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}

customElements.define('otr-share', Share);
