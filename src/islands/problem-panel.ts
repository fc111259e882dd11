import type { Problem, Problems } from '../core/model/live-preview.ts';

/** Shows what is wrong with the content, in a panel at the foot of the page and at the passages it has to do with. */
export function showProblems({ summary, note, show: showWord, list }: Problems): void {
  for (const marked of document.querySelectorAll('[data-problem]')) marked.removeAttribute('data-problem');
  document.querySelector('otr-problems')?.remove();
  if (list.length === 0) return;
  const panel = document.createElement('otr-problems');
  const root = panel.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const details = element('details', {}, element('summary', {}, element('b', {}, summary), ` ${note}`));
  details.open = list.some(({ severity }) => severity === 'error');
  details.append(...list.map((problem) => shown(problem, showWord)));
  root.append(details);
  document.body.append(panel);
  for (const { page, fragment, severity } of list) {
    if (page === location.pathname && fragment)
      document.getElementById(fragment)?.setAttribute('data-problem', severity);
  }
}

function shown(problem: Problem, showWord: string): HTMLElement {
  const { severity, place, file, words, rule, help, frame, page, fragment } = problem;
  const open = element('button', { type: 'button' }, place);
  open.addEventListener('click', () => void fetch(`/__open-in-editor?file=${encodeURIComponent(file)}`));
  const links = [element('a', { href: help }, rule)];
  if (page && fragment)
    links.unshift(
      element('a', { href: page === location.pathname ? `#${fragment}` : `${page}#${fragment}` }, showWord),
    );
  return element(
    'article',
    { class: severity },
    element('p', { class: 'place' }, open, ...links.flatMap((link) => [' ', link])),
    element('p', {}, words),
    ...(frame ? [element('pre', {}, frame.before, element('mark', {}, frame.meant), frame.after)] : []),
  );
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

const style = `
:host { position: fixed; inset: auto 0 0 0; z-index: 99; font: 16px/1.5 var(--serif, serif); color: var(--ink); }
details { background: var(--paper); border-block-start: 6px solid var(--red); max-block-size: 45vh; overflow: auto; padding-inline: 20px; }
summary { padding-block: 8px; cursor: pointer; position: sticky; inset-block-start: 0; background: var(--paper); }
article { border-block-start: 1px solid var(--hair); padding-block: 8px; }
p { margin: 0; overflow-wrap: anywhere; }
.place { font: 600 15px/1.5 ui-monospace, monospace; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; text-decoration: underline; cursor: pointer; }
a { color: inherit; font-weight: 400; }
.error button { color: var(--red); }
pre { margin: 4px 0 0; overflow-x: auto; font: 14px/1.5 ui-monospace, monospace; background: var(--paper-2); padding: 4px 8px; }
mark { background: none; color: inherit; font-weight: 700; text-decoration: underline wavy var(--red); }
@media print { :host { display: none; } }
`;

const marks = new CSSStyleSheet();
marks.replaceSync('[data-problem] { outline: 3px dashed var(--red); outline-offset: 3px; }');
document.adoptedStyleSheets.push(marks);
