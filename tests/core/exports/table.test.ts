import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type Column, csv, csvMetadata, recordSchema, records } from '../../../src/core/exports/table.ts';

interface Row {
  readonly id: string;
  readonly text?: string | undefined;
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  readonly rating?: number | undefined;
}
const columns: readonly Column<Row>[] = [
  { name: 'id', type: 'id', required: true, of: ({ id }) => id },
  { name: 'text', type: 'text', of: ({ text }) => text },
  { name: 'ids', type: 'ids', oneOf: ['a', 'b'], of: ({ ids }) => ids },
  { name: 'texts', type: 'texts', of: ({ texts }) => texts },
  { name: 'rating', type: 'number', of: ({ rating }) => rating },
];
const row: Row = {
  id: 'x',
  text: 'He said “no”, "no" and no.',
  ids: ['a', 'b'],
  texts: ['one', 'two, three'],
  rating: 2,
};
const read = (text: string) => Papa.parse<string[]>(text, { newline: '\r\n', skipEmptyLines: true }).data;

describe('a table', () => {
  it('says in JSON what is there and what is not', () => {
    expect(records(columns, [row, { id: 'y', ids: [], texts: [] }])).toEqual([
      { id: 'x', text: 'He said “no”, "no" and no.', ids: ['a', 'b'], texts: ['one', 'two, three'], rating: 2 },
      { id: 'y', text: null, ids: [], texts: [], rating: null },
    ]);
  });

  it('joins ids by spaces and texts by line feeds in CSV', () => {
    expect(csv(columns, [row])).toBe(
      'id,text,ids,texts,rating\r\nx,"He said “no”, ""no"" and no.",a b,"one\ntwo, three",2\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=cmd|"/c calc"!A1', '＝1+1'])(
    'hands a spreadsheet no formula: %j',
    (text) => {
      expect(read(csv(columns, [{ ...row, text }]))[1]?.[1]).toBe(`'${text}`);
    },
  );

  it('leaves negative numbers numbers', () => {
    expect(read(csv(columns, [{ ...row, rating: -1 }]))[1]?.[4]).toBe('-1');
  });

  it('is read back from CSV as it was, whatever the text', () => {
    const unit = fc.constantFrom(...'a;,"\'\r\n\t =-+@’🔥Ж\u0000\u2028');
    const text = fc.string({ unit, minLength: 1 }).filter((value) => !/^[=+\-@\t\r\n]/.test(value));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 50 }), (texts) => {
        const rows = texts.map((value) => ({ ...row, text: value }));
        expect(read(csv(columns, rows)).flatMap((cells) => cells[1] ?? [])).toEqual(['text', ...texts]);
      }),
    );
  });

  it('has a schema and metadata with the meaning of each column', () => {
    expect(recordSchema(columns, { id: 'Its name.' })).toMatchObject({
      required: ['id', 'text', 'ids', 'texts', 'rating'],
      properties: {
        id: { description: 'Its name.', type: 'string' },
        text: { type: ['string', 'null'] },
        ids: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
      },
    });
    expect(csvMetadata(columns, {}, { url: 'x.csv' })).toMatchObject({
      url: 'x.csv',
      tableSchema: {
        columns: [
          { name: 'id', datatype: 'string', required: true },
          { name: 'text' },
          { name: 'ids', separator: ' ' },
          { name: 'texts', separator: '\n' },
          { name: 'rating', datatype: 'number' },
        ],
      },
    });
  });
});
