import type { Element, ElementContent, Parents, Root } from 'hast';
import type { TextDirective } from 'mdast-util-directive';
import type { GivenClaim, GivenFact } from '../model/annotation.ts';
import type { References } from '../model/library.ts';
import { roles, type Sign } from '../model/vocabulary.ts';
import type { MarkName } from './directive-syntax.ts';

/** A mark as it stands in the prose. */
export interface Mark {
  readonly kind: MarkName;
  readonly id: string;
  readonly directive: TextDirective;
}

/** What a mark shows of its annotation: who speaks, how it is rated, its number in the review. */
export interface Showing {
  readonly by: 'work' | 'review' | 'person' | 'record';
  readonly sign: Sign | 'record';
  readonly number: string;
}

/** A mark in the rendered tree, in reading order. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly element: Element;
  /** What the reference to its note follows: the mark, or the link it stands in, for a link may hold no other. */
  readonly host: Element;
  readonly parent: Parents;
}

/** The marks of a rendered tree, looked up by the key that `render` gave them. */
export function placedMarks(tree: Root, marks: ReadonlyMap<string, Mark>): PlacedMark[] {
  const placed: PlacedMark[] = [];
  enter(tree, undefined);
  return placed;

  /** `link` is the link round the parent's children, with what holds it. */
  function enter(parent: Parents, link: Pick<PlacedMark, 'host' | 'parent'> | undefined): void {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'mark') {
        const mark = marks.get(String(child.properties['dataMark']));
        if (mark) placed.push({ mark, element: child, ...(link ?? { host: child, parent }) });
        else delete child.properties['dataMark']; // not one of ours
      }
      enter(child, link ?? (child.tagName === 'a' ? { host: child, parent } : undefined));
    }
  }
}

/** How a claim or fact is shown in the prose; `undefined` when its verdict is not on the scale. */
export function showing(
  annotation: GivenClaim | GivenFact,
  number: number,
  { verdicts }: References,
): Showing | undefined {
  if (annotation.kind === 'fact') return { by: 'record', sign: 'record', number: letters(number) };
  const verdict = verdicts.get(annotation.verdict);
  const by = roles.find((role) => role === annotation.by) ?? 'person';
  return verdict && { by, sign: verdict.sign, number: String(number) };
}

/** 1 → a, 26 → z, 27 → aa: facts are lettered, claims numbered. */
export function letters(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((number - 1) % 26));
}

/**
 * Writes a mark: `<mark id data-annotation data-kind data-by data-sign>` and, after it, the reference to its note. The
 * reference carries its number as data, not text, so that the text of the page is the author's prose alone. It is
 * described by the element `label--<id>` of the note.
 */
export function writeMark(placed: PlacedMark, fragment: string, shown: Showing | undefined): void {
  const { mark, element } = placed;
  element.properties = shown
    ? {
        id: fragment,
        dataAnnotation: mark.id,
        dataKind: mark.kind,
        dataBy: shown.by,
        dataSign: shown.sign,
      }
    : {};
  if (shown) insertReference(placed, reference(mark, shown));
}

function reference(mark: Mark, { by, sign, number }: Showing): Element {
  const use: Element = { type: 'element', tagName: 'use', properties: { href: `#sign-${sign}` }, children: [] };
  const svg: Element = {
    type: 'element',
    tagName: 'svg',
    properties: { className: ['sign'], ariaHidden: 'true' },
    children: [use],
  };
  return {
    type: 'element',
    tagName: 'a',
    properties: {
      className: ['ref'],
      href: `#note--${mark.id}`,
      dataNumber: number,
      dataBy: by,
      dataSign: sign,
      ariaLabel: number,
      ariaDescribedBy: [`label--${mark.id}`],
    },
    children: [svg],
  };
}

/** References to several notes follow one another in the order of their marks. */
function insertReference({ host, parent }: PlacedMark, next: Element): void {
  const siblings = parent.children as ElementContent[]; // the host is an element, so its siblings are element content
  let at = siblings.indexOf(host) + 1;
  while (isReference(siblings[at])) at++;
  siblings.splice(at, 0, next);
}

function isReference(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'a' && node.properties['ariaDescribedBy'] !== undefined;
}
