/**
 * What in these pages could run or fetch something that is not the site's own: inline scripts, handlers and styles, elements
 * that bring in other documents, addresses of other protocols, and whatever is fetched from elsewhere. Runs in a browser,
 * which parses the pages as it would show them.
 */
export async function foreignIn({ paths, origin }: { paths: readonly string[]; origin: string }): Promise<string[]> {
  const unwanted = 'base, iframe, object, embed, applet, frame, frameset, portal, math, meta[http-equiv="refresh" i]';
  const unwantedInSvg = 'svg :is(script, style, animate, set, foreignObject, image, a, discard)';
  const loads = 'img, source, video, audio, track, script, input, form, button, use, link';
  const found: string[] = [];
  for (const path of paths) {
    const page = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
    const tell = (element: Element, what: string) =>
      found.push(`${new URL(path).pathname}: ${what} in ${(element.cloneNode() as Element).outerHTML.slice(0, 200)}`); // a copy has its type
    for (const element of page.querySelectorAll(`${unwanted}, ${unwantedInSvg}`)) {
      const leadsOn = /^0; url=\/(?:claims|facts|reviews)\/[\w-]+\/#?[\w-]*$/.test(
        element.getAttribute('content') ?? '',
      );
      if (!(element.matches('head meta') && leadsOn)) tell(element, 'element'); // as the site does at former addresses
    }
    for (const element of page.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^(?:on|style$|srcdoc$|ping$|background$)/i.test(name)) tell(element, name);
        const candidates = name === 'srcset' ? value.split(',').map((one) => one.trim().split(/\s/)[0] ?? '') : [];
        if (candidates.some((one) => new URL(one, origin).origin !== origin)) tell(element, name);
        if (!/^(?:href|src|action|formaction|poster|cite|data|xlink:href)$/.test(name)) continue;
        const url = URL.canParse(value, origin) ? new URL(value, origin) : undefined;
        const isPicture = element.matches('img') && value.startsWith('data:image/');
        if (url && !/^(?:https?|mailto|tel):$/.test(url.protocol) && !isPicture) tell(element, url.protocol);
        const isLoaded = element.matches(loads) && !element.matches('link:is([rel~="canonical"], [rel~="license"])');
        if (isLoaded && url?.origin !== origin && !isPicture) tell(element, 'another site');
      }
      if (element.matches('script:not([src], [type="application/ld+json"])')) tell(element, 'script');
      if (element.matches('script[src]') && element.textContent !== '') tell(element, 'script');
    }
  }
  return found;
}
