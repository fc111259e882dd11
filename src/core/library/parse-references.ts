import type * as z from 'zod';
import { readYaml } from '../markdown/yaml.ts';
import type { Message, Report } from '../messages/message.ts';
import { reportTo } from '../messages/message.ts';
import { code, nearestOr } from '../messages/nearest.ts';
import type { References } from '../model/library.ts';
import { wholeFile } from '../model/place.ts';
import { peopleSchema, siteSchema, verdictsSchema, worksSchema } from '../model/references.ts';
import type { Routes } from '../model/routes.ts';
import { parseBibliography } from './bibliography.ts';

/**
 * Reads the reference files of a content folder, by their names: `site.yaml` and `verdicts.yaml` must be there, people,
 * works and sources may be none. A file with problems counts as empty, so that the reviews can still be read.
 */
export function parseReferences(
  files: ReadonlyMap<string, string>,
  routes: Routes,
): { readonly references: References; readonly messages: readonly Message[] } {
  const messages: Message[] = [];
  const report = reportTo(messages);
  const site = read('site.yaml', files, siteSchema, report) ?? siteSchema.parse(untitled);
  const verdicts = read('verdicts.yaml', files, verdictsSchema, report) ?? [];
  const people = (files.has('people.yaml') && read('people.yaml', files, peopleSchema, report)) || {};
  const works = (files.has('works.yaml') && read('works.yaml', files, worksSchema, report)) || {};
  const bibliography = parseBibliography('sources.bib', files.get('sources.bib') ?? '', {
    language: site.language,
    routes,
    report,
  });
  const references: References = {
    site,
    verdicts: new Map(verdicts.map((verdict) => [verdict.id, verdict])),
    people: byId(people),
    works: byId(works),
    ...bibliography,
  };
  for (const work of references.works.values()) {
    const named = [...work.credits, ...work.cast].flatMap(({ person }) => person ?? []);
    missing('unknown-person', named, references.people, 'works.yaml', `work ${code(work.id)}`, report);
    missing('unknown-source', work.sources, references.sources, 'works.yaml', `work ${code(work.id)}`, report);
  }
  return { references, messages };
}

const untitled: z.input<typeof siteSchema> = {
  title: 'Untitled',
  tagline: 'Untitled',
  description: 'Untitled',
  url: 'https://untitled.example',
};

function read<Schema extends z.ZodType>(
  path: string,
  files: ReadonlyMap<string, string>,
  schema: Schema,
  report: Report,
): z.infer<Schema> | undefined {
  const text = files.get(path);
  if (text !== undefined) return readYaml(path, text, schema, report, 'bad-reference-file');
  report('bad-reference-file', wholeFile(path), {
    found: `a content folder without ${code(path)}`,
    expected: 'the file',
  });
  return undefined;
}

function byId<Value extends object>(entries: Readonly<Record<string, Value>>): Map<string, Value & { id: string }> {
  return new Map(Object.entries(entries).map(([id, value]) => [id, { id, ...value }]));
}

function missing(
  rule: 'unknown-person' | 'unknown-source',
  named: readonly string[],
  known: ReadonlyMap<string, unknown>,
  path: string,
  where: string,
  report: Report,
): void {
  for (const id of named) {
    if (known.has(id)) continue;
    report(rule, wholeFile(path), {
      found: `${code(id)} in ${where}`,
      expected: nearestOr(
        id,
        known.keys(),
        rule === 'unknown-person' ? 'an id of people.yaml' : 'a key of sources.bib',
      ),
    });
  }
}
