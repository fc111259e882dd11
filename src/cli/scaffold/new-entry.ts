import { oneOf } from '../../core/messages/nearest.ts';
import { workTypes } from '../../core/model/references.ts';
import { english } from '../../site/text/english.ts';
import { wrong } from '../arguments.ts';
import type { Task } from '../new.ts';
import { addToFile, checkId, idProblem, inFolder, libraryIn, yamlText } from './content-folder.ts';

/** The thing a review is of, in `works.yaml`. */
export async function newWork({ contentDir, name, options, ask }: Task): Promise<string> {
  const known = [...libraryIn(contentDir).works.keys()];
  const id = name ?? (await askForId(ask, 'work', known));
  checkId(id, 'work', known);
  const title = options.title ?? (await ask.text('Its title?', '`--title`', { fallback: titleFrom(id) }));
  const choices = workTypes.map((value) => ({ value, label: english.workKind(value) }));
  const type = options.type ?? (ask.isThere ? await ask.choose('What is it?', choices, '`--type`') : 'CreativeWork');
  if (!workTypes.some((one) => one === type)) throw wrong(`\`${type}\` as \`--type\``, oneOf(type, workTypes));
  const place = addToFile(
    contentDir,
    'works.yaml',
    `${id}:
  type: ${type}
  title: ${yamlText(title)}
  # native: { text: "…", lang: ru }        its title in its own language
  # line: …                                what it is, in a sentence
  # published: 2017-11-06                  when it was first shown
  # publisher: …
  # credits:
  #   - { role: director, name: "…" }      person: an id of people.yaml, where there is one
  # episodes:
  #   - { number: 1, title: "…" }          or scenes, or chapters: a number, or an id and a title
  # versions:
  #   - { id: first-edition, title: "…" }
  # sources: []                            keys of sources.bib for what is said here`,
  );
  return `Added \`${id}\` at ${place}. A review of it:\n\n  ${inFolder()}npm run new -- review <slug> --work ${id}`;
}

/** Somebody whom claims and facts are about, in `people.yaml`. */
export async function newPerson({ contentDir, name, options, ask }: Task): Promise<string> {
  const known = [...libraryIn(contentDir).people.keys()];
  const id = name ?? (await askForId(ask, 'person', known));
  const near = checkId(id, 'person', known);
  const person =
    options.name ??
    (await ask.text('The name?', '`--name`', {
      fallback: titleFrom(id).replace(/(?<= )\p{L}/gu, (letter) => letter.toUpperCase()),
    }));
  const place = addToFile(
    contentDir,
    'people.yaml',
    `${id}:
  name: ${yamlText(person)}
  line: Say here in a sentence who they were.
  # aliases: ["…", "…"]                    other spellings and scripts: the search finds them all
  # native: { text: "…", lang: ru }
  # born: "1879-11-07"                     New Style; 1879~ for about 1879
  # died: "1940-08-21"
  # wikidata: Q…`,
  );
  const hint = near ? `\nThere is a person with a like id: \`${near}\`.` : '';
  return `Added \`${id}\` at ${place}. Claims and facts name them: about=${id}${hint}`;
}

function askForId(ask: Task['ask'], what: string, known: readonly string[]): Promise<string> {
  return ask.text('Its id?', '`<id>`', { problem: (answer) => idProblem(answer, what, known)?.expected });
}

function titleFrom(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
