import { keptFiles, writeWhole } from '../site/kept-files.ts';
import type { NotedLibrary } from '../site/noted/noted-library.ts';
import { madeOnce } from '../site/noted/notes.ts';
import type { ThreadResult } from './make-threads.ts';
import type { Output, ReadThing } from './outputs.ts';
import { identityOf, type KeptFile, type KeptSite, recordsDir, type SitePlace, siteRecord } from './site-record.ts';

/** The files of the last site that are the same in the next one, as far as the library tells. */
export function sameFiles(known: KeptSite, outputs: readonly Output[], noted: NotedLibrary): ReadonlySet<string> {
  const { names, digests, parts, files } = known;
  const same: boolean[] = [];
  const isSame = (thing: number): boolean => {
    const found = same[thing];
    if (found !== undefined) return found;
    const digest = digests[thing];
    const name = names[thing] ?? '';
    const saysTheSame = typeof digest === 'string' && noted.digestOf(name) === digest;
    const is = saysTheSame || (name.startsWith(madeOnce) && (parts[thing] ?? []).every(isSame));
    same[thing] = is;
    return is;
  };
  const asked = new Map(outputs.map((output) => [output.file, output]));
  return new Set(
    files
      .filter(({ file, props, reads }) => {
        const output = asked.get(file);
        return output && output.kind !== 'export of all' && output.props === props && reads.every(isSame);
      })
      .map(({ file }) => file),
  );
}

/** What is known of a site that was just made: of the files that were made now, and of those that stayed. */
export function describeSite(
  outputs: readonly Output[],
  results: readonly ThreadResult[],
  noted: NotedLibrary,
  stayed: { readonly known: KeptSite; readonly files: ReadonlySet<string> } | undefined,
): KeptSite {
  const numbers = new Map<string, number>();
  const digests: (string | null)[] = [];
  const parts: Record<number, readonly number[]> = {};
  /** Numbers of another list of things, in ours. */
  const translated = (thingOf: (thing: number) => ReadThing | undefined) => {
    const known: number[] = [];
    const translate = (thing: number): number => {
      const found = known[thing];
      if (found !== undefined) return found;
      const { name, digest, reads } = thingOf(thing) ?? { name: '', digest: undefined, reads: [] };
      const number = numbers.get(name) ?? numbers.size;
      known[thing] = number;
      if (number < numbers.size) return number;
      numbers.set(name, number);
      digests.push(digest ?? null);
      const all = reads.map(translate);
      if (all.length > 0) parts[number] = all;
      return number;
    };
    return translate;
  };
  const files: KeptFile[] = [];
  if (stayed) {
    const { names, parts: old, files: all } = stayed.known;
    const translate = translated((thing) => {
      const name = names[thing] ?? '';
      return { name, digest: noted.digestOf(name), reads: old[thing] ?? [] };
    });
    for (const one of all) {
      if (stayed.files.has(one.file)) files.push({ ...one, reads: one.reads.map(translate) });
    }
  }
  for (const { made, things } of results) {
    const translate = translated((thing) => things.get(thing));
    for (const { output, size, reads } of made) {
      const { file, props } = outputs[output] ?? { file: '', props: '' };
      files.push({ file, size, props, reads: reads.map(translate) });
    }
  }
  return { names: [...numbers.keys()], digests, parts, files };
}

/**
 * Gets ready to remember a site: what it gives does so, once the site stands in its folder. Where that cannot be written,
 * the next build makes everything anew.
 */
export function rememberSite(site: KeptSite, sources: string): (dist: string) => SitePlace | undefined {
  const known = JSON.stringify(site);
  return (dist) => {
    const here: SitePlace = { folder: identityOf(dist), finished: Date.now(), sources };
    try {
      writeWhole(siteRecord(dist, 'json'), `${JSON.stringify(here)}\n${known}`);
      keptFiles(recordsDir).tidy();
      return here;
    } catch {
      return undefined; // nothing is known of it
    }
  };
}
