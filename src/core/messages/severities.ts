import type { RuleSetting } from '../model/references.ts';
import type { Message } from './message.ts';
import { type Rule, rules, type Severity } from './rules.ts';

/** The rules a site may set to `off`, `warn` or `error`: those that only warn by themselves. Errors are errors everywhere. */
export const adjustableRules = (Object.keys(rules) as Rule[]) // the keys of a closed table
  .filter((rule) => rules[rule] === 'warning');

const severityOf: Readonly<Record<Exclude<RuleSetting, 'off'>, Severity>> = { warn: 'warning', error: 'error' };

/** The messages as a site wants them: `settings` is the `rules` of its `site.yaml`. */
export function withSeverities(
  messages: readonly Message[],
  settings: Readonly<Record<string, RuleSetting>>,
): readonly Message[] {
  const isSet = (rule: Rule) => Object.hasOwn(settings, rule) && rules[rule] === 'warning';
  return messages.flatMap((message) => {
    const setting = isSet(message.rule) ? settings[message.rule] : undefined;
    if (setting === undefined) return [message];
    return setting === 'off' ? [] : [{ ...message, severity: severityOf[setting] }];
  });
}
