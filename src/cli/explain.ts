import { oneOf } from '../core/messages/nearest.ts';
import { rules } from '../core/messages/rules.ts';
import { guideOn, isRule } from '../site/rule-guide.ts';
import { wrong } from './arguments.ts';

/** Prints the guide's section on a rule. */
export function explain(rule: string): number {
  if (!isRule(rule)) throw wrong(`rule \`${rule}\``, oneOf(rule, Object.keys(rules), 60));
  const { text, example } = guideOn(rule);
  const files = example.files.map(({ path, value }) => `${path}\n\n${indented(value.trimEnd())}\n`);
  process.stdout.write(
    `${rule} (${rules[rule]})\n\n${text}\n\nFor example\n\n${files.join('\n')}\nis answered with\n\n${indented(example.messages.trimEnd())}\n`,
  );
  return 0;
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '    ');
}
