import { expect, test } from 'vitest';
import { parseDate } from '../../../src/core/model/date.ts';
import { decadesOf } from '../../../src/core/model/decades.ts';
import type { Evidence } from '../../../src/core/model/library.ts';

const claim = (told?: string, ...record: string[]) => ({
  when: told === undefined ? undefined : parseDate(told),
  // Of the evidence nothing but its dates is read.
  evidence: record.map((text) => ({ fact: { when: parseDate(text) } }) as unknown as Evidence),
});

test.for<[told: string | undefined, record: string[], decades: number[]]>([
  ['1666-09-02', [], [1660]],
  ['1666', ['1985'], [1660]],
  ['1669/1671', [], [1660, 1670]],
  ['1660/1669', [], [1660]],
  ['166X', [], [1660]],
  [undefined, ['1985', '1666-09', '1667'], [1660, 1980]],
  ['16XX', [], [1600, 1610, 1620, 1630, 1640, 1650, 1660, 1670, 1680, 1690]],
  ['1500/1700', [], []],
  ['-0043', [], [-50]],
  ['1666/..', [], [1660]],
  [undefined, [], []],
])('an event told at %s, on record at %j, touches the decades %j', ([told, record, decades]) => {
  expect(decadesOf(claim(told, ...record))).toEqual(decades);
});
