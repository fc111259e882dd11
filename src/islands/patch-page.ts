/**
 * Changes what differs between two versions of an element, where it stands in a page that was the first of them: the rest
 * keeps its state (what is open, focused, selected, scripted). Custom elements are replaced as a whole, for what is inside
 * them is theirs; so is what scripts have altered.
 */
export function patch(live: Node, before: Node, after: Node): void {
  if (before.isEqualNode(after)) return;
  if (isPatchable(live) && isPatchable(before) && isPatchable(after) && live.nodeName === after.nodeName) {
    patchAttributes(live, before, after);
    if (live.childNodes.length === before.childNodes.length) patchChildren(live, before, after);
    else live.replaceChildren(...copies([...after.childNodes]));
  } else {
    live.parentNode?.replaceChild(document.importNode(after, true), live);
  }
}

function isPatchable(node: Node): node is Element {
  return node instanceof Element && !node.localName.includes('-');
}

function patchAttributes(live: Element, before: Element, after: Element): void {
  for (const name of before.getAttributeNames()) if (!after.hasAttribute(name)) live.removeAttribute(name);
  for (const { name, value } of after.attributes) {
    if (before.getAttribute(name) !== value) live.setAttribute(name, value);
  }
}

/** Children that are the same at the beginning and at the end stay; those between them are taken in pairs. */
function patchChildren(live: Element, before: Element, after: Element): void {
  const [lives, olds, news] = [[...live.childNodes], [...before.childNodes], [...after.childNodes]];
  const same = (index: number, other: number) => olds.at(index)?.isEqualNode(news.at(other) ?? null) ?? false;
  const shorter = Math.min(olds.length, news.length);
  let start = 0;
  while (start < shorter && same(start, start)) start++;
  let end = 0;
  while (end < shorter - start && same(-1 - end, -1 - end)) end++;
  const pairs = shorter - start - end;
  for (let index = start; index < start + pairs; index++) {
    const [one, old, next] = [lives[index], olds[index], news[index]];
    if (one && old && next) patch(one, old, next);
  }
  for (const extra of lives.slice(start + pairs, lives.length - end)) live.removeChild(extra);
  const further = copies(news.slice(start + pairs, news.length - end));
  const behind = lives[lives.length - end] ?? null;
  for (const node of further) live.insertBefore(node, behind);
}

function copies(nodes: readonly Node[]): Node[] {
  return nodes.map((node) => document.importNode(node, true));
}
