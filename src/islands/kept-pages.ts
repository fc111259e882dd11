/** `<otr-kept-pages>` round a heading and an empty list: the pages that were kept here, by what they are called. Hidden while there are none. */
class KeptPages extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const list = this.querySelector('ul');
    const here = new URL(import.meta.env.BASE_URL, location.href).href;
    const names = (await caches.keys()).filter((name) => name.startsWith(`${here} pages`));
    const pages = await Promise.all(names.map(async (name) => namesIn(await caches.open(name))));
    const links = pages
      .flat()
      .reverse()
      .map(([href, text]) => {
        const link = document.createElement('a');
        link.href = href;
        link.textContent = text;
        const item = document.createElement('li');
        item.append(link);
        return item;
      });
    list?.replaceChildren(...links);
    this.hidden = links.length === 0;
  }
}

/** Address and title of the pages that a reader may want to find again. */
async function namesIn(cache: Cache): Promise<[string, string][]> {
  const named = (await cache.keys()).map(async ({ url }): Promise<[string, string] | undefined> => {
    if (!url.endsWith('/') || url.endsWith('/offline/')) return undefined;
    const html = (await (await cache.match(url))?.text()) ?? '';
    // The rest is left out: this page's policy would refuse the styles of another.
    const { title } = new DOMParser().parseFromString(/<title>[^<]*/.exec(html)?.[0] ?? '', 'text/html');
    return title ? [url, title] : undefined;
  });
  return (await Promise.all(named)).filter((one) => one !== undefined);
}

customElements.define('otr-kept-pages', KeptPages);
