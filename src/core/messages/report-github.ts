import { inOrder, type Message } from './message.ts';
import { wordsOf } from './report-text.ts';

/**
 * The messages as GitHub Actions shows them beside the changed lines. Source: GitHub Docs, "Workflow commands for GitHub
 * Actions", setting a warning or error message.
 */
export function reportForGitHub(messages: readonly Message[]): string {
  return inOrder(messages)
    .map((message) => {
      const { path, start, end } = message.place;
      const properties = {
        file: path,
        line: start.line,
        endLine: end?.line,
        col: start.column,
        endColumn: end && end.line === start.line ? end.column : undefined,
        title: message.rule,
      };
      const written = Object.entries(properties).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
      );
      return `::${message.severity} ${written.join(',')}::${escapeData(wordsOf(message))}\n`;
    })
    .join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
