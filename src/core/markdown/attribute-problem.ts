import { code, nearest, oneOf } from '../messages/nearest.ts';
import type { WrittenAttribute } from './written-attributes.ts';

export interface AttributeProblem {
  readonly rule: 'unknown-attribute' | 'unknown-value' | 'malformed-id';
  readonly found: string;
  readonly expected: string;
  /** What the attribute has to give way to, where that needs no judgement. */
  readonly instead?: string;
}

/** What is wrong with an attribute, whatever the directive; `next` is the one behind it, `before` the one before it. */
export function attributeProblem(
  { name, value, isBare }: WrittenAttribute,
  { before, next }: { readonly before: WrittenAttribute | undefined; readonly next: WrittenAttribute | undefined },
  known: readonly string[],
): AttributeProblem | undefined {
  if (name === 'class') {
    return { rule: 'unknown-attribute', found: code(`.${value}`), expected: 'no dots, and attributes as `name=value`' };
  }
  if (name !== 'id' && !known.includes(name)) {
    const [plain = '', written = ''] = name.split(/:(.*)/);
    if (plain !== name && known.includes(plain)) {
      const expected = code(`${plain}=${written || (next?.name ?? '…')}`);
      return { rule: 'unknown-attribute', found: `a colon behind ${code(plain)}`, expected };
    }
    const near = nearest(name, ['id', ...known]);
    if (isBare && (known.length === 0 || (!before && near === undefined))) {
      return {
        rule: 'malformed-id',
        found: `${code(name)} without \`#\``,
        expected: code(known.length === 0 ? `{#${name}}` : `{#${name} …}`),
        instead: `#${name}`,
      };
    }
    if (isBare && near === undefined && before?.value && before.name !== 'id') {
      return {
        rule: 'unknown-attribute',
        found: `${code(name)} behind ${code(`${before.name}=${before.value}`)}`,
        expected: `quotation marks round several values: ${code(`${before.name}="${before.value} ${name}"`)}`,
      };
    }
    const others = known.length === 0 ? 'an id alone' : oneOf(name, known);
    const expected = near === undefined ? others : `${code(near)} (the nearest)`;
    const found = `attribute ${code(name)}`;
    if (near !== name.toLowerCase() || isBare || value.includes('"'))
      return { rule: 'unknown-attribute', found, expected };
    return {
      rule: 'unknown-attribute',
      found,
      expected,
      instead: `${near}=${/[\s']/.test(value) ? `"${value}"` : value}`,
    };
  }
  if (name !== 'id' && value.trim() === '') {
    const found = `${code(name)} without a value`;
    return { rule: 'unknown-value', found, expected: `${code(`${name}=`)} and a value, or neither` };
  }
  if (name !== 'id' && value.endsWith(',') && !value.includes(' ')) {
    const instead = `${name}=${value.slice(0, -1)}`;
    return { rule: 'unknown-value', found: `a comma behind ${code(name)}`, expected: 'a space alone', instead };
  }
  return undefined;
}
