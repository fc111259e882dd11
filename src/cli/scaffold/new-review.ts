import { nearestOr } from '../../core/messages/nearest.ts';
import type { Library } from '../../core/model/library.ts';
import { wrong } from '../arguments.ts';
import type { Task } from '../new.ts';
import { checkId, createFile, idProblem, inFolder, libraryIn, yamlText } from './content-folder.ts';

/** A review with its front matter, and a few lines to begin with. */
export async function newReview({ contentDir, name, options, ask }: Task): Promise<string> {
  const library = libraryIn(contentDir);
  const known = [...library.reviews.keys()];
  const slug =
    name ??
    (await ask.text('What is the review called in its address?', '`<slug>`', {
      problem: (answer) => idProblem(answer, 'review', known)?.expected,
    }));
  checkId(slug, 'review', known);
  const work = library.works.get(options.work ?? (await askForWork(library, ask)));
  if (!work)
    throw wrong(
      `work \`${options.work}\``,
      nearestOr(options.work ?? '', library.works.keys(), 'one of works.yaml (`npm run new -- work <id>`)'),
    );
  const title = options.title ?? (await ask.text('Its title?', '`--title`', { fallback: titleFrom(slug) }));
  const author = options.author ?? (await ask.text('Who writes it?', '`--author`', { fallback: 'Your name' }));
  const path = createFile(
    contentDir,
    `reviews/${slug}.md`,
    text({ title, author, work: work.id, workTitle: work.title }),
  );
  return `Made ${path}. It begins at the line “Write here”; to add a claim to it:

  ${inFolder()}npm run new -- claim <id> --review ${slug}`;
}

async function askForWork({ works }: Library, ask: Task['ask']): Promise<string> {
  const [only, ...others] = works.keys();
  if (only === undefined)
    throw wrong('review before there is a work', 'the work first: `npm run new -- work <id> --title "…"`');
  if (others.length === 0) return only;
  return ask.choose(
    'Of which work?',
    [...works.values()].map(({ id, title }) => ({ value: id, label: title })),
    '`--work`',
  );
}

function titleFrom(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface Given {
  readonly title: string;
  readonly author: string;
  readonly work: string;
  readonly workTitle: string;
}

function text({ title, author, work, workTitle }: Given): string {
  const day = new Date().toISOString().slice(0, 10);
  return `---
# What the review is. Lines that begin with # are for you alone.
title: ${yamlText(title)}
# One or two sentences: they stand under the title, on the home page and in search results.
description: ${yamlText(`What ${workTitle} says happened, and what the record holds.`)}
# An id of works.yaml.
work: ${work}
author: ${yamlText(author)}
published: ${day}
# When the text was last changed, if it was:
# updated: ${day}
# The language of the text, where it is not that of the site:
# language: en
# A published text that this review retells:
# original: { title: "…", author: "…", publisher: "…", url: "https://…", published: ${day} }
---

Write here, in Markdown. A blank line begins a new paragraph.

<!-- Notes to yourself: what stands between these signs is not published.

To annotate, put a name round the words that say something which can be checked,

    It begins :claim[in a bakery]{#fire-in-a-bakery}.

and write the claim anywhere in this file, or let the program do it: npm run new -- claim fire-in-a-bakery -->
`;
}
