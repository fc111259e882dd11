import Papa from 'papaparse';

/** What a cell holds. Lists are arrays in JSON; in CSV ids are joined by spaces and texts by line feeds. */
export type CellType = 'id' | 'ids' | 'text' | 'texts' | 'uri' | 'date' | 'edtf' | 'integer' | 'number';
export type Cell = string | number | readonly string[] | undefined;

/** A column of a table, from which its CSV, its JSON, the schema of both and its entry in the dictionary are made. */
export interface Column<Row> {
  readonly name: string;
  readonly type: CellType;
  /** The words of a closed list. */
  readonly oneOf?: readonly string[] | undefined;
  /** Never empty. */
  readonly required?: boolean | undefined;
  readonly of: (row: Row) => Cell;
}

/** What each column means, in the language of the site. */
export type Meanings = Readonly<Record<string, string>>;

/** The rows as JSON values: every column is there, `null` or an empty list where it has nothing. */
export function records<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Record<string, unknown>[] {
  return [...rows].map((row) =>
    Object.fromEntries(columns.map(({ name, type, of }) => [name, of(row) ?? (isList(type) ? [] : null)])),
  );
}

/**
 * The rows as CSV: UTF-8, lines ended by CRLF, the names of the columns first. A cell that a spreadsheet would take for a
 * formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) has an apostrophe before it. Source: RFC 4180.
 */
export function csv<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): string {
  const cells = [...rows].map((row) => columns.map(({ type, of }) => cellText(type, of(row))));
  const data = [columns.map(({ name }) => name), ...cells];
  return `${Papa.unparse(data, { newline: '\r\n', escapeFormulae: formula })}\r\n`;
}

/** The wide forms of the signs are formulas too where a spreadsheet is set to Chinese or Japanese. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** The schema of one record. Source: JSON Schema, draft 2020-12. */
export function recordSchema<Row>(columns: readonly Column<Row>[], meanings: Meanings) {
  return {
    type: 'object',
    required: columns.map(({ name }) => name),
    additionalProperties: false,
    properties: Object.fromEntries(
      columns.map((column) => [column.name, { description: meanings[column.name] ?? '', ...cellSchema(column) }]),
    ),
  };
}

/** How the CSV is to be read, for programs. Source: W3C, Metadata Vocabulary for Tabular Data (CSV on the Web). */
export function csvMetadata<Row>(columns: readonly Column<Row>[], meanings: Meanings, table: object) {
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    ...table,
    dialect: { header: true, encoding: 'utf-8', lineTerminators: ['\r\n'] },
    tableSchema: {
      primaryKey: 'id',
      columns: columns.map(({ name, type, required }) => ({
        name,
        titles: name,
        'dc:description': meanings[name] ?? '',
        datatype: csvTypes[type],
        ...(isList(type) && { separator: separators[type] }),
        ...(required && { required: true }),
      })),
    },
  };
}

function cellText(type: CellType, cell: Cell): string | number {
  if (cell === undefined) return '';
  return typeof cell === 'object' ? cell.join(type === 'ids' ? separators.ids : separators.texts) : cell;
}

function cellSchema<Row>({ type, oneOf, required }: Column<Row>): object {
  const word = oneOf ? { enum: oneOf } : jsonTypes[type];
  if (isList(type)) return { type: 'array', items: { type: 'string', ...word }, ...(required && { minItems: 1 }) };
  const plain = type === 'integer' || type === 'number' ? type : 'string';
  if (required) return { type: plain, ...word };
  return oneOf ? { enum: [...oneOf, null] } : { type: [plain, 'null'], ...word };
}

function isList(type: CellType): type is keyof typeof separators {
  return type in separators;
}

const separators = { ids: ' ', texts: '\n' };

const jsonTypes: Readonly<Record<CellType, object>> = {
  id: { minLength: 1 },
  ids: { minLength: 1 },
  text: { minLength: 1 },
  texts: { minLength: 1 },
  uri: { format: 'uri' },
  date: { format: 'date' },
  edtf: { minLength: 1 },
  integer: {},
  number: {},
};

const csvTypes: Readonly<Record<CellType, string>> = {
  id: 'string',
  ids: 'string',
  text: 'string',
  texts: 'string',
  uri: 'anyURI',
  date: 'date',
  edtf: 'string',
  integer: 'integer',
  number: 'number',
};
