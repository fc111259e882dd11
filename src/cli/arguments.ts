import { parseArgs } from 'node:util';
import { nearest } from '../core/messages/nearest.ts';
import { ContentError } from '../site/content-error.ts';

/** A command as its `--help` tells of it. */
export interface Command<Options extends Readonly<Record<string, Option>>> {
  /** How it is called, with what stands for its parameters: `npm run check`. */
  readonly usage: string;
  /** What it does, in a sentence. */
  readonly summary: string;
  readonly options: Options;
  /** More that `--help` says. */
  readonly notes?: string;
}

export interface Option {
  readonly type: 'boolean' | 'string';
  readonly about: string;
  /** What stands for the value of a string: `<rule>`. */
  readonly value?: string;
  /** The values there are. */
  readonly choices?: readonly string[];
}

export interface Arguments<Options extends Readonly<Record<string, Option>>> {
  readonly values: { readonly [Name in keyof Options]?: Options[Name]['type'] extends 'boolean' ? true : string };
  readonly positionals: readonly string[];
}

/**
 * Reads the arguments of a command, the same way for all of them. `undefined` when help was asked for, which then stands
 * on the terminal. What is unknown throws a `ContentError` with the nearest thing that would have worked.
 */
export function readArguments<const Options extends Readonly<Record<string, Option>>>(
  command: Command<Options>,
  given: readonly string[] = process.argv.slice(2),
): Arguments<Options> | undefined {
  const options = { ...command.options, help: { type: 'boolean', short: 'h', about: 'this text' } } as const;
  const { tokens } = parseArgs({ args: [...given], options, strict: false, allowPositionals: true, tokens: true });
  const values: Record<string, string | true> = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option: Option | undefined = Object.hasOwn(options, token.name)
      ? options[token.name as keyof typeof options] // it is one of them
      : undefined;
    values[token.name] = readValue(token.rawName, token.value, option, Object.keys(options));
  }
  if (values['help']) {
    process.stdout.write(helpOf(command));
    return undefined;
  }
  return { values: values as Arguments<Options>['values'], positionals }; // each was held against its option
}

function readValue(
  written: string,
  value: string | undefined,
  option: Option | undefined,
  known: readonly string[],
): string | true {
  if (!option) {
    const near = nearest(written.replace(/^-+/, ''), known);
    throw wrong(
      `option \`${written}\``,
      near ? `\`--${near}\` (the nearest)` : known.map((name) => `\`--${name}\``).join(', '),
    );
  }
  if (option.type === 'boolean') {
    if (value !== undefined) throw wrong(`value \`${value}\` of \`${written}\``, `\`${written}\` alone`);
    return true;
  }
  const choices = option.choices;
  if (value === undefined || value === '')
    throw wrong(`\`${written}\` without a value`, option.value ?? choices?.join(', ') ?? 'a value');
  if (choices && !choices.includes(value)) {
    const near = nearest(value, choices);
    const others = `one of ${choices.map((choice) => `\`${choice}\``).join(', ')}`;
    throw wrong(`\`${value}\` as \`${written}\``, near ? `\`${near}\` (the nearest), or ${others}` : others);
  }
  return value;
}

/** An argument that cannot be used, in the grammar of all messages. */
export function wrong(found: string, expected: string): ContentError {
  return new ContentError(`Unexpected ${found}, expected ${expected} (\`--help\` says more)`);
}

/** For a command that takes no parameters. */
export function refusePositionals(positionals: readonly string[]): void {
  const [first] = positionals;
  if (first !== undefined) throw wrong(`\`${first}\``, 'options alone');
}

export function helpOf({ usage, summary, options, notes }: Command<Readonly<Record<string, Option>>>): string {
  const rows = [
    ...Object.entries(options).map(([name, option]) => [nameOf(name, option), option.about] as const),
    ['-h, --help', 'this text'] as const,
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, about]) => `  ${name.padEnd(width)}  ${about}`);
  return `${summary}\n\nUsage: ${usage}\n\n${lines.join('\n')}\n${notes ? `\n${notes}\n` : ''}`;
}

function nameOf(name: string, { type, value, choices }: Option): string {
  return type === 'boolean' ? `--${name}` : `--${name} ${choices?.join('|') ?? value ?? '<text>'}`;
}
