import type { Place } from '../model/place.ts';
import { inOrder, type Message } from './message.ts';
import { wordsOf } from './report-text.ts';
import { type Rule, rules } from './rules.ts';

/** What a SARIF file says of the rules beside the messages. */
export interface SarifOptions {
  /** One sentence on what the rule asks. */
  readonly describe: (rule: Rule) => string | undefined;
  /** The address of its section in the guide, where the guide is published. */
  readonly helpOf: (rule: Rule) => string | undefined;
}

/**
 * The messages in the Static Analysis Results Interchange Format, as code hosts and editors read it. Source: OASIS, SARIF
 * Version 2.1.0. Columns are UTF-16 units, as the messages count them.
 */
export function reportAsSarif(messages: readonly Message[], { describe, helpOf }: SarifOptions): string {
  const names = Object.keys(rules) as Rule[]; // the keys of a closed table
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'On the Record',
            rules: names.map((rule) => {
              const description = describe(rule);
              return {
                id: rule,
                ...(description !== undefined && { shortDescription: { text: description } }),
                helpUri: helpOf(rule),
                defaultConfiguration: { level: rules[rule] },
              };
            }),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: inOrder(messages).map((message) => ({
          ruleId: message.rule,
          ruleIndex: names.indexOf(message.rule),
          level: message.severity,
          message: { text: wordsOf(message) },
          locations: [{ physicalLocation: physical(message.place) }],
          ...(message.cause && { relatedLocations: [{ physicalLocation: physical(message.cause) }] }),
          ...(message.fix && { fixes: [fixOf(message, message.fix)] }),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function physical({ path, start, end }: Place) {
  return {
    artifactLocation: { uri: uriOf(path) },
    region: {
      startLine: start.line,
      startColumn: start.column,
      ...(end && { endLine: end.line, endColumn: end.column }),
    },
  };
}

function fixOf({ place }: Message, { title, edits }: NonNullable<Message['fix']>) {
  const replacements = edits.map(({ start, end, text }) => ({
    deletedRegion: { charOffset: start, charLength: end - start },
    insertedContent: { text },
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: { uri: uriOf(place.path) }, replacements }],
  };
}

function uriOf(path: string): string {
  return path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
