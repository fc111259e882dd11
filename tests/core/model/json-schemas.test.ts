import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchema, schemaNames } from '../../../src/core/model/json-schemas.ts';

const project = resolve(import.meta.dirname, '../../..');

test.for(schemaNames)('editor/schemas/%s.json is what the check reads by (vitest -u writes it)', async (name) => {
  await expect(jsonSchema(name)).toMatchFileSnapshot(join(project, `editor/schemas/${name}.json`));
});

test.for(schemaNames.filter((name) => !['front-matter', 'images'].includes(name)))(
  'content/%s.yaml is valid by it',
  (name) => {
    const valid = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(jsonSchema(name)));
    valid(parse(readFileSync(join(project, `content/${name}.yaml`), 'utf8')));
    expect(valid.errors).toBeNull();
  },
);

test('a key that is no key is seen while it is written', () => {
  const valid = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(jsonSchema('people')));
  expect(valid({ 'ada-example': { name: 'Ada Example', line: 'A keeper.', borne: '1871' } })).toBe(false);
});

test('each file of the content has its schema in the settings of VS Code', () => {
  const settings = JSON.parse(readFileSync(join(project, '.vscode/settings.json'), 'utf8'));
  const wired = Object.keys(settings['yaml.schemas']).sort();
  expect(wired).toEqual(
    schemaNames.filter((name) => name !== 'front-matter').map((name) => `./editor/schemas/${name}.json`),
  );
});
