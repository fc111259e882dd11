import type { Library } from '../core/model/library.ts';

/** "1 review, 23 claims, 31 facts". */
export function countsAsText({ reviews, claims, facts }: Library): string {
  const counts = [count(reviews.size, 'review'), count(claims.size, 'claim'), count(facts.size, 'fact')];
  return counts.join(', ');
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
