import type { FootnoteDefinition, Root, Text } from 'mdast';
import { code, nearestOr } from '../messages/nearest.ts';
import type { Parsing } from './context.ts';
import { placeAt, placeOf } from './place-of.ts';
import { visit } from './visit.ts';

/**
 * Reports footnotes that would be lost or come out as signs: a text that nothing refers to, a second text under a name, and
 * a sign without a text. Markdown passes over all three in silence.
 */
export function reportFootnotes(tree: Root, { path, source, report }: Parsing): void {
  if (!source.includes('[^')) return;
  const texts = new Map<string, FootnoteDefinition>();
  const named = new Set<string>();
  const signs: Text[] = [];
  visit(tree, (node) => {
    if (node.type === 'footnoteReference') named.add(node.identifier);
    else if (node.type === 'text' && node.value.includes('[^')) signs.push(node);
    else if (node.type === 'footnoteDefinition') {
      const first = texts.get(node.identifier);
      if (!first) texts.set(node.identifier, node);
      else
        report('unmatched-footnote', placeOfSign(path, source, node), {
          found: `a second text for the footnote ${code(node.identifier)}, which nobody would see`,
          expected: 'a name of its own for it, and its sign where it belongs',
          cause: placeOfSign(path, source, first),
        });
    }
  });
  for (const [name, node] of texts) {
    if (named.has(name) || holdsMark(node)) continue; // a mark that nobody would see is told of as such
    report('unmatched-footnote', placeOfSign(path, source, node), {
      found: `a footnote ${code(name)} that no sign leads to, so that nobody would see it`,
      expected: `${code(`[^${name}]`)} where it belongs`,
    });
  }
  for (const node of signs) {
    const { start, end } = node.position ?? {};
    const written = source.slice(start?.offset, end?.offset);
    for (const { 0: sign, 1: name = '', index } of written.matchAll(/(?<!\\)\[\^([^\][\s]{1,100})\]/g)) {
      const at = (start?.offset ?? 0) + index;
      report('unmatched-footnote', placeAt(path, source, at, at + sign.length), {
        found: `the sign ${code(sign)} of a footnote without a text`,
        expected: nearestOr(name, texts.keys(), `its text in a paragraph of its own: ${code(`[^${name}]: …`)}`),
      });
    }
  }
}

function placeOfSign(path: string, source: string, { position, ...node }: FootnoteDefinition) {
  const start = position?.start.offset;
  if (start === undefined) return placeOf(path, node);
  return placeAt(path, source, start, start + (node.label ?? node.identifier).length + '[^]'.length);
}

function holdsMark(node: FootnoteDefinition): boolean {
  let holds = false;
  visit(node, 'textDirective', () => {
    holds = true;
  });
  return holds;
}
