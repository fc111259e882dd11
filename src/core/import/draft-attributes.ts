import { parseDate } from '../model/date.ts';
import { toIdentifier } from '../model/identifier.ts';
import type { References } from '../model/library.ts';
import { confidences, departures, effects, roles, stances } from '../model/vocabulary.ts';

/** The attributes of a draft claim, and of the draft fact under it, each with its values. */
export interface DraftAttributes {
  readonly claim: ReadonlyMap<string, readonly string[]>;
  readonly stance: (typeof stances)[number] | undefined;
}

const several: ReadonlySet<string> = new Set(['departure', 'about', 'topics', ...effects]);

/**
 * What the tags of an annotation say in the words of this project: `verdict:false`, `by=work`, or a word alone that can
 * only be one thing (`false`, `invention`, a person's id or name). What is none of them is a topic, so that no tag is lost.
 */
export function draftAttributes(tags: readonly string[], references: References): DraftAttributes {
  const claim = new Map<string, string[]>();
  let stance: DraftAttributes['stance'];
  for (const tag of tags) {
    const [name, value] = meant(tag, references);
    if (value === undefined) continue;
    const known = stances.find((one) => one === value);
    if (name === 'stance' && known) stance ??= known;
    else if (several.has(name)) claim.set(name, [...new Set([...(claim.get(name) ?? []), value])]);
    else if (!claim.has(name)) claim.set(name, [value]);
    else claim.set('topics', [...new Set([...(claim.get('topics') ?? []), toIdentifier(value) ?? value])]);
  }
  return { claim, stance };
}

/** The attribute a tag stands for, with its value. */
function meant(
  tag: string,
  { verdicts, people, site }: References,
): readonly [name: string, value: string | undefined] {
  const person = (text: string) =>
    people.has(text) ? text : [...people.values()].find(({ name }) => name.toLowerCase() === text.toLowerCase())?.id;
  const among = (list: Iterable<string>) => (text: string) => [...list].find((one) => one === text.toLowerCase());
  const readers: Readonly<Record<string, (text: string) => string | undefined>> = {
    verdict: among(verdicts.keys()),
    confidence: among(confidences),
    by: (text) => among(roles)(text) ?? person(text),
    departure: among(departures),
    stance: among(stances),
    about: person,
    ...Object.fromEntries(effects.map((effect) => [effect, person])),
    when: (text) => parseDate(text)?.edtf,
    at: (text) => /^(?:\d{1,2}:)?[0-5]?\d:[0-5]\d$/.exec(text)?.[0],
    topics: toIdentifier,
  };
  const [, written = '', rest = ''] = /^\s*(\w+)\s*[:=]\s*(.*?)\s*$/.exec(tag) ?? [];
  const name = written.toLowerCase() === 'topic' ? 'topics' : written.toLowerCase();
  const named = Object.hasOwn(readers, name) ? readers[name]?.(rest) : undefined;
  if (named !== undefined) return [name, named];
  const text = tag.trim();
  for (const one of ['verdict', 'departure', 'stance', 'by', 'about']) {
    const value = readers[one]?.(text);
    if (value !== undefined) return [one === 'by' && person(text) ? 'about' : one, value];
  }
  const topic = Object.keys(site.topics).find((id) => site.topics[id]?.toLowerCase() === text.toLowerCase());
  return ['topics', topic ?? toIdentifier(text)];
}
