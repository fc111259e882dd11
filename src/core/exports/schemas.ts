/** The number in the names of the schemas; a change that a program written for the last one would not understand raises it. */
export const schemaVersion = 1;

const draft = 'https://json-schema.org/draft/2020-12/schema';
const text = { type: 'string', minLength: 1 };
const uri = { type: 'string', format: 'uri' };
const moment = { type: 'string', format: 'date-time' };
const count = { type: 'integer', minimum: 0 };

/** An object of which these members must be there; others may be. */
function object(required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}) {
  return { type: 'object', required: Object.keys(required), properties: { ...required, ...optional } };
}

/** What of the Web Annotation Data Model the annotations of this site use. */
export function annotationSchema(id: string) {
  const textualBody = object(
    { type: { const: 'TextualBody' }, purpose: text, value: text },
    { format: { const: 'text/plain' }, language: text },
  );
  const linkedBody = object({ type: { const: 'SpecificResource' }, purpose: text, source: uri });
  const quote = object({
    type: { const: 'TextQuoteSelector' },
    exact: text,
    prefix: { type: 'string' },
    suffix: { type: 'string' },
  });
  const position = object({ type: { const: 'TextPositionSelector' }, start: count, end: count });
  const passage = object({
    type: { const: 'SpecificResource' },
    source: uri,
    selector: { type: 'array', prefixItems: [quote, position], minItems: 2, items: false },
    state: object({ type: { const: 'TimeState' } }, { sourceDate: moment }),
  });
  return {
    $schema: draft,
    $id: id,
    ...object(
      {
        '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
        id: uri,
        type: { const: 'Annotation' },
        motivation: { enum: ['assessing', 'linking'] },
        creator: object({ type: { enum: ['Person', 'Organization'] }, name: text }, { id: uri }),
        generator: object({ type: { const: 'Software' }, name: text }),
        body: { type: 'array', minItems: 1, items: { anyOf: [textualBody, linkedBody] } },
        target: { anyOf: [uri, { type: 'array', minItems: 1, items: passage }] },
      },
      { created: moment, modified: moment, rights: uri },
    ),
  };
}

/** What of schema.org the DataFeed of ClaimReviews uses. */
export function claimReviewSchema(id: string) {
  const rating = object(
    { '@type': { const: 'Rating' }, alternateName: text },
    { ratingValue: { type: 'number', minimum: 1, maximum: 5 }, bestRating: { const: 5 }, worstRating: { const: 1 } },
  );
  const review = object(
    {
      '@type': { const: 'ClaimReview' },
      url: uri,
      claimReviewed: text,
      inLanguage: text,
      author: object({ '@type': text, name: text }),
      reviewRating: rating,
      itemReviewed: object({ '@type': { const: 'Claim' }, appearance: object({ '@type': text, name: text }) }),
    },
    { datePublished: text, dateModified: text, citation: { type: 'array', items: object({ '@id': uri }) } },
  );
  return {
    $schema: draft,
    $id: id,
    ...object(
      {
        '@context': { const: 'https://schema.org' },
        '@type': { const: 'DataFeed' },
        name: text,
        url: uri,
        dataFeedElement: { type: 'array', items: object({ '@type': { const: 'DataFeedItem' }, item: review }) },
      },
      { license: uri, dateModified: moment },
    ),
  };
}

/** A table of claims or facts: what it is, under which licence, and its records under its name. */
export function tableSchema(id: string, name: string, title: string, record: object) {
  return {
    $schema: draft,
    $id: id,
    title,
    ...object({
      $schema: { const: id },
      title: text,
      publisher: text,
      licence: { type: ['string', 'null'], format: 'uri' },
      [name]: { type: 'array', items: record },
    }),
    additionalProperties: false,
  };
}
