import { writeFileSync } from 'node:fs';
import { isError } from '../core/messages/message.ts';
import { reportForGitHub } from '../core/messages/report-github.ts';
import { reportAsJson } from '../core/messages/report-json.ts';
import { reportAsSarif } from '../core/messages/report-sarif.ts';
import type { Rule } from '../core/messages/rules.ts';
import { createKeepingParser } from '../site/keep-parsed.ts';
import { type LoadedLibrary, readLibrary } from '../site/library.ts';
import { firstSentenceOn, ruleAddress } from '../site/rule-guide.ts';
import { readSettings } from '../site/settings.ts';
import { readArguments, refusePositionals } from './arguments.ts';
import { countsAsText } from './counts.ts';
import { explain } from './explain.ts';
import { fixFiles } from './fix-files.ts';
import { checkLinks } from './links/check-links.ts';
import { reportOn } from './report-on.ts';
import { run } from './run.ts';
import { watchContent } from './watch-content.ts';

const formats = ['text', 'github', 'json', 'sarif'] as const;

const command = {
  usage: 'npm run check -- [options]',
  summary: 'Reads the whole content folder and prints every problem, each with its place and a way out.',
  options: {
    format: { type: 'string', choices: formats, about: 'how the problems are written (text)' },
    output: { type: 'string', value: '<file>', about: 'write them to a file' },
    fix: { type: 'boolean', about: 'mend what needs no judgement, then report what is left' },
    links: { type: 'boolean', about: 'ask for every address of another site first, and keep what came of it' },
    watch: { type: 'boolean', about: 'check again whenever a file of the folder changes' },
    explain: { type: 'string', value: '<rule>', about: 'say what a rule asks, why, and the way out' },
  },
  notes:
    'Exit code: 0 when there is no error (warnings are none), 1 when there is one.\nAs data on the terminal: npm run --silent check -- --format json',
} as const;

const reporters: Readonly<Record<(typeof formats)[number], (loaded: LoadedLibrary) => string>> = {
  text: (loaded) => `${reportOn(process.stdout, loaded)}${countsAsText(loaded.library)}\n`,
  github: ({ messages }) => reportForGitHub(messages),
  json: (loaded) => reportAsJson(loaded.messages, helpFor(loaded)),
  sarif: (loaded) => reportAsSarif(loaded.messages, { describe: firstSentenceOn, helpOf: helpFor(loaded) }),
};

/** The address of a rule's section, on a site that publishes the guide. */
function helpFor({ library, routes }: LoadedLibrary): (rule: Rule) => string | undefined {
  return (rule) => (library.site.guide ? ruleAddress(rule, routes) : undefined);
}

/** `npm run check`: every problem of the content, and what was read. */
await run(async () => {
  const given = readArguments(command);
  if (!given) return 0;
  refusePositionals(given.positionals);
  const { format = 'text', output, fix, links, watch, explain: rule } = given.values;
  if (rule !== undefined) return explain(rule);
  if (links) await checkLinks(readSettings());
  const parser = createKeepingParser();
  const check = async () => {
    const mended = fix ? fixFiles(readSettings()) : '';
    const loaded = await readLibrary(readSettings(), { isTextOnly: true, parser });
    const report = reporters[format as (typeof formats)[number]](loaded); // a choice
    if (output === undefined) process.stdout.write((format === 'text' ? mended : '') + report);
    else writeFileSync(output, report);
    return loaded.messages.some(isError) ? 1 : 0;
  };
  return watch ? watchContent(readSettings().contentDir, check) : check();
});
