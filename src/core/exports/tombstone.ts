import type { Tombstone } from '../model/library.ts';
import type { Routes } from '../model/routes.ts';
import { dateTime } from './iso-date.ts';

/** What answers in the place of an annotation that was taken back. Source: Activity Vocabulary, Tombstone. */
export function tombstone({ id, was = 'claim', date, reason }: Tombstone, routes: Routes) {
  return {
    '@context': 'https://www.w3.org/ns/activitystreams',
    id: routes.whole(routes.annotation(was, id)),
    type: 'Tombstone',
    formerType: 'http://www.w3.org/ns/oa#Annotation',
    deleted: dateTime(date.edtf),
    summary: reason.text.trim(),
  };
}
