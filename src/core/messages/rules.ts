/** An error fails the check and the build; a warning is printed and lets both go on. */
export type Severity = 'error' | 'warning';

/**
 * Every rule there is. A message names its rule, and a rule has a fixture (a bad input and its exact messages) under
 * `tests/fixtures/rules/<rule>/`.
 */
export const rules = {
  // The files
  'unreadable-file': 'error',
  'bad-front-matter': 'error',
  'bad-reference-file': 'error',
  'bad-bibliography': 'error',
  'duplicate-source': 'error',
  'weak-colour': 'error',
  // The syntax
  'unknown-directive': 'error',
  'unreadable-directive': 'error',
  'unclosed-block': 'error',
  'empty-passage': 'error',
  'empty-definition': 'error',
  'missing-id': 'error',
  'malformed-id': 'error',
  'duplicate-id': 'error',
  'unknown-attribute': 'error',
  'missing-attribute': 'error',
  'unknown-value': 'error',
  'bad-date': 'error',
  'bad-citation': 'error',
  // What refers to what
  'unmatched-footnote': 'error',
  'unmatched-link': 'warning',
  'unknown-target': 'error',
  'mark-without-definition': 'error',
  'definition-without-mark': 'warning',
  'unfinished-draft': 'warning',
  'unknown-verdict': 'error',
  'unknown-person': 'error',
  'unknown-work': 'error',
  'unknown-part': 'error',
  'unknown-version': 'error',
  'unknown-source': 'error',
  'unknown-claim': 'error',
  'unknown-annotation': 'error',
  'fact-without-citation': 'error',
  'fact-without-claim': 'error',
  'claim-without-fact': 'error',
  'same-work': 'error',
  'question-of-one-work': 'error',
  'untitled-question': 'warning',
  // What a page may not carry
  'unsafe-html': 'warning',
  'unsafe-link': 'warning',
  'foreign-image': 'warning',
  'unknown-image': 'error',
  'unusable-image': 'error',
  'image-without-description': 'error',
  'uncredited-image': 'warning',
  // The ledger
  'bad-ledger-line': 'error',
  'rewritten-ledger': 'error',
  'lost-id': 'error',
  'reused-id': 'error',
  'unrecorded-change': 'error',
  'unrecorded-annotation': 'warning',
  // Editing
  'similar-claim': 'warning',
  'long-statement': 'warning',
  'long-summary': 'warning',
  'thin-evidence': 'warning',
  'weak-evidence': 'warning',
  'long-quotation': 'warning',
  'uncredited-quotation': 'warning',
  'undated-address': 'warning',
  'dead-link': 'warning',
  'unsorted-entries': 'warning',
} as const satisfies Record<string, Severity>;

export type Rule = keyof typeof rules;
